/** Cleaning what people type, and saying numbers in words. Pure. */

/** @typedef {import("../types").ValenceWord} ValenceWord */

export const NAME_MAX = 200;
export const NOTE_MAX = 10_000;

// Control characters, and those that silently turn the reading direction round.
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** @param {string} text */
function withoutLoneSurrogates(text) {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");
}

/**
 * Cut at a number of characters as the server counts them, never inside one.
 * @param {string} text
 * @param {number} most
 */
function cut(text, most) {
  return text.length <= most ? text : Array.from(text).slice(0, most).join("");
}

/** @param {string} text */
export function cleanNote(text) {
  return cut(withoutLoneSurrogates(text.replace(/\r\n?/g, "\n").replace(UNSAFE, "")), NOTE_MAX);
}

/** @param {string} text */
export function cleanLine(text) {
  const plain = withoutLoneSurrogates(text.replace(/[\r\n\t]+/g, " ").replace(UNSAFE, ""));
  return cut(plain.trim(), NAME_MAX);
}

/** @param {number} value */
export function round1(value) {
  const rounded = Math.round(value * 10) / 10;
  return rounded === 0 ? 0 : rounded;
}

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
export const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

/** @type {ValenceWord[]} */
const VALENCE_WORDS = [
  [-5, "awful", "😣"], [-3.9, "bad", "🙁"], [-2.4, "rather bad", "😕"], [-0.9, "so-so", "😐"],
  [1, "rather good", "🙂"], [2.5, "good", "😊"], [4, "great", "😃"],
];

/**
 * @param {number | null | undefined} value
 * @param {ValenceWord[]} [words]
 */
export function valenceWord(value, words = VALENCE_WORDS) {
  if (value === null || value === undefined) return "not rated";
  const rows = words.length ? words : VALENCE_WORDS;
  const below = rows.filter(([from]) => from <= value + 1e-9);
  const pick = below.length ? below.reduce((a, b) => (b[0] >= a[0] ? b : a)) : rows[0];
  return pick[1];
}

/** @param {number} value with a real minus sign */
export function signed(value) {
  const text = Math.abs(value).toFixed(1).replace(/\.0$/, "");
  return value < 0 ? `−${text}` : value > 0 ? `+${text}` : "0";
}

/**
 * What a screen reader says of a handle: "rather bad, −1.5".
 * @param {number | null} value
 * @param {ValenceWord[]} [words]
 * @param {string} [unset]
 */
export function valenceText(value, words, unset = "not rated") {
  return value === null ? unset : `${valenceWord(value, words)}, ${signed(value)}`;
}

/**
 * @param {string} name
 * @returns {string} up to two letters
 */
export function initials(name) {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words.map((word) => Array.from(word)[0] ?? "");
  const two = words.length > 1 ? first[0] + first[first.length - 1] : Array.from(words[0] ?? "?").slice(0, 2).join("");
  return two.toLocaleUpperCase();
}
