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

/**
 * A small choice of this tab.
 * @param {string} key
 * @returns {string | null}
 */
export function recall(key) {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {string} value
 */
export function remember(key, value) {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // it is asked again after a reload
  }
}

/** @param {string} key */
export function forget(key) {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // there was nothing to forget
  }
}

/**
 * Forget everything under keys that begin like this.
 * @param {string} beginning
 */
export function forgetAll(beginning) {
  try {
    Object.keys(sessionStorage).filter((key) => key.startsWith(beginning)).forEach((key) => sessionStorage.removeItem(key));
  } catch {
    // there was nothing to forget
  }
}
