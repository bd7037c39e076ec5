/** Many values on one line: a dot each, stacked where they would hide each other. Pure. */

import { MOST } from "../map/geometry.js";
import { valenceWord } from "../parts/text.js";

/** @typedef {import("../types").ValenceWord} ValenceWord */

/**
 * @param {number} valence
 * @param {number} width of the line
 */
export const across = (valence, width) => ((valence + MOST) / (2 * MOST)) * width;

/**
 * Where each dot goes: `x` along the line, `level` above it.
 * @param {number[]} values
 * @param {number} width of the line
 * @param {number} size of a dot
 */
export function stacked(values, width, size) {
  /** @type {number[]} how far each level is filled */
  const ends = [];
  return values.map((value, index) => ({ index, x: across(value, width) }))
    .sort((a, b) => a.x - b.x || a.index - b.index)
    .map(({ index, x }) => {
      const free = ends.findIndex((end) => x - end >= size);
      const level = free < 0 ? ends.length : free;
      ends[level] = x;
      return { index, x, level };
    });
}

/**
 * The same in words: "awful 2, good 5".
 * @param {number[]} values
 * @param {ValenceWord[]} words
 */
export function countedWords(values, words) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const value of [...values].sort((a, b) => a - b)) {
    const word = valenceWord(value, words);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].map(([word, count]) => `${word} ${count}`).join(", ");
}
