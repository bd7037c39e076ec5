/**
 * What a customer has not sent yet, and that they have sent: kept on this device only.
 * Where a browser keeps nothing, there is no draft.
 */

/** @param {string} name */
const at = (name) => `cx.customer.${name}`;
const SENT = "sent";

/**
 * @param {string} name
 * @param {FormData} form
 */
export function keep(name, form) {
  const said = Object.fromEntries([...form].filter(([, value]) => value !== ""));
  write(name, JSON.stringify(said));
}

/**
 * @param {string} name
 * @returns {Record<string, string> | null}
 */
export function kept(name) {
  try {
    const said = JSON.parse(localStorage.getItem(at(name)) ?? "null");
    return said && typeof said === "object" ? said : null;
  } catch {
    return null;
  }
}

/** @param {string} name */
export const markSent = (name) => write(name, JSON.stringify(SENT));

/** @param {string} name */
export function isSent(name) {
  try {
    return localStorage.getItem(at(name)) === JSON.stringify(SENT);
  } catch {
    return false;
  }
}

/** @param {string} name */
export function forget(name) {
  try {
    localStorage.removeItem(at(name));
  } catch {
    // nothing was kept
  }
}

/**
 * @param {string} name
 * @param {string} text
 */
function write(name, text) {
  try {
    localStorage.setItem(at(name), text);
  } catch {
    // full, or not allowed: the form itself still holds everything
  }
}
