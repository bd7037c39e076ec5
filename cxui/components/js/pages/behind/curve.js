/** A small picture of a curve, as numbers. Pure. */

const STEP = 22;
const EDGE = 10;
const HEIGHT = 64;
const MOST = 5;
const SO_SO = 0.5;

/**
 * Where everything of a small curve lies; what is not rated leaves a gap in its line,
 * and a hollow dot on the middle.
 * @param {(number | null)[]} values valences in map order, −5 to 5
 * @param {boolean[]} lit which of them stand out
 */
export function curveOf(values, lit) {
  const x = (/** @type {number} */ i) => EDGE + i * STEP;
  const y = (/** @type {number} */ value) => Math.round((HEIGHT / 2 - (value / MOST) * (HEIGHT / 2 - EDGE)) * 10) / 10;
  /** @type {string[][]} */
  const runs = [[]];
  values.forEach((value, i) => {
    if (value === null) runs.push([]);
    else runs[runs.length - 1].push(`${x(i)},${y(value)}`);
  });
  return {
    width: 2 * EDGE + Math.max(0, values.length - 1) * STEP,
    height: HEIGHT,
    zero: y(0),
    lines: runs.filter((run) => run.length > 1).map((run) => run.join(" ")),
    dots: values.map((value, i) => ({ x: x(i), y: y(value ?? 0), r: lit[i] ? 6 : 2.5, look: lit[i] ? sideOf(value) : "behind-unlit" })),
  };
}

/** @param {number | null} value */
function sideOf(value) {
  if (value === null) return "behind-open";
  if (Math.abs(value) < SO_SO) return "behind-even";
  return value > 0 ? "behind-good" : "behind-bad";
}
