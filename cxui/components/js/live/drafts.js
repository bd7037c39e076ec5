/** What somebody has typed and not yet saved, kept in this tab through a reload. */

/** @typedef {{text: string, seen: string}} Draft */

/** @param {string} key */
export function readDraft(key) {
  try {
    const draft = JSON.parse(sessionStorage.getItem(key) ?? "null");
    return draft && typeof draft.text === "string" && typeof draft.seen === "string"
      ? /** @type {Draft} */ (draft) : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {Draft | null} draft
 */
export function keepDraft(key, draft) {
  try {
    if (draft) sessionStorage.setItem(key, JSON.stringify(draft));
    else sessionStorage.removeItem(key);
  } catch {
    // storage is full or barred: the text still stands in its field
  }
}
