/** Ids are 128 random bits in 22 characters (decision 8). */

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** @returns {string} `crypto.randomUUID` is missing on plain http, this is not */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let id = "";
  for (let i = 0; i < 16; i += 3) {
    const bits = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    id += LETTERS[(bits >> 18) & 63] + LETTERS[(bits >> 12) & 63] + LETTERS[(bits >> 6) & 63] + LETTERS[bits & 63];
  }
  return id.slice(0, 22);
}
