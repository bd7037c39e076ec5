/** Weights that belong together: when one is changed, what becomes of the others. Pure. */

/** @typedef {Record<string, number>} Weights */

const CLOSE = 1e-6;

/**
 * Weights that sum to 1: the others share what is left as they shared it before.
 * @param {Weights} weights
 * @param {string} field
 * @param {number} share 0 to 1
 * @returns {Weights}
 */
export function withShare(weights, field, share) {
  const others = othersOf(weights, field);
  const before = sumOf(weights, others);
  const part = (/** @type {string} */ each) => (before > 0 ? weights[each] / before : 1 / others.length);
  return { ...weights, ...Object.fromEntries(others.map((each) => [each, (1 - share) * part(each)])), [field]: share };
}

/**
 * Weights that sum to 1 at most: the others give way only as far as they must.
 * @param {Weights} weights
 * @param {string} field
 * @param {number} share 0 to 1
 * @returns {Weights}
 */
export function withAtMost(weights, field, share) {
  const fits = sumOf(weights, othersOf(weights, field)) + share <= 1 + CLOSE;
  return fits ? { ...weights, [field]: share } : withShare(weights, field, share);
}

/**
 * @param {Weights} weights
 * @param {Weights} usual
 */
export const isUsual = (weights, usual) => Object.keys(usual).every((each) => Math.abs(weights[each] - usual[each]) < CLOSE);

/**
 * The step that lies nearest to a value; of two the lower one.
 * @param {[from: number, word: string][]} steps
 * @param {number} value
 */
export function nearest(steps, value) {
  const distances = steps.map(([from]) => Math.abs(from - value));
  return distances.indexOf(Math.min(...distances));
}

/**
 * @param {Weights} weights
 * @param {string} field
 */
const othersOf = (weights, field) => Object.keys(weights).filter((each) => each !== field);

/**
 * @param {Weights} weights
 * @param {string[]} fields
 */
const sumOf = (weights, fields) => fields.reduce((sum, each) => sum + weights[each], 0);
