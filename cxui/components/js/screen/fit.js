/** Fitting a journey of any length onto one projected picture. Pure. */

/** @typedef {import("../types").Span} Span */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */
/** @typedef {{left: number, width: number}} Place */
/** @typedef {{x: number, y: number, weight: number}} Point */

/** The picture is drawn for this size, and grown or shrunk to the window as a whole. */
export const WIDE = 1280;
export const HIGH = 720;

/**
 * How much larger than drawn, and how much room there is at that scale.
 * @param {number} width of the window
 * @param {number} height
 */
export function fitOf(width, height) {
  const scale = Math.max(0.1, Math.min(width / WIDE, height / HIGH));
  return { scale, width: width / scale, height: height / scale };
}

/**
 * Widths by the number of moments, none so narrow that its name cannot be read.
 * @param {number[]} sizes moments in each stage
 * @param {number} width
 * @param {number} least
 * @returns {Place[]}
 */
export function stagePlaces(sizes, width, least) {
  const floor = Math.min(least, width / Math.max(1, sizes.length));
  const narrow = new Set(/** @type {number[]} */ ([]));
  const share = () => {
    const rest = sizes.reduce((sum, size, i) => (narrow.has(i) ? sum : sum + size), 0);
    return rest ? (width - narrow.size * floor) / rest : 0;
  };
  for (let found = true; found;) {
    const one = share();
    const next = sizes.findIndex((size, i) => !narrow.has(i) && size * one < floor);
    found = next >= 0;
    if (found) narrow.add(next);
  }
  const one = share();
  let left = 0;
  return sizes.map((size, i) => {
    const place = { left, width: narrow.has(i) ? floor : size * one };
    left += place.width;
    return place;
  });
}

/**
 * The middle of each moment's place within its stage.
 * @param {Span[]} spans
 * @param {Place[]} places
 */
export function momentXs(spans, places) {
  return spans.flatMap((span, i) => Array.from({ length: span.size },
    (_, at) => places[i].left + ((at + 0.5) * places[i].width) / span.size));
}

/**
 * Puts words beside their points, the most important first: below where there is room,
 * else above; never over another word. Null where there is no room at all.
 * @param {{x: number, y: number, width: number, must: boolean}[]} words what must not be
 *   shown is left out where it would hide something
 * @param {{width: number, height: number}} area
 * @param {number} line height of a word
 * @param {Point[]} points of the curve, and how bad it is to cover one
 * @returns {({left: number, top: number} | null)[]}
 */
export function placeWords(words, area, line, points) {
  /** @type {Box[]} */
  const taken = [];
  return words.map(({ x, y, width, must }) => {
    const boxes = WAYS.map(([along, down]) => {
      const wanted = x - width / 2 + along * (width / 2 + GAP);
      const left = Math.max(0, Math.min(area.width - width, wanted));
      const top = y - line / 2 + down * (line / 2 + GAP);
      return { left, top, right: left + width, bottom: top + line };
    });
    const fits = boxes.map((box, i) => ({ box, hides: covered(box, points), far: i * FAR }))
      .filter(({ box }) => box.top >= 0 && box.bottom <= area.height && !taken.some((other) => overlap(box, other)));
    if (!fits.length) return null;
    const { box: best, hides } = fits.reduce((a, b) => (b.hides + b.far < a.hides + a.far ? b : a));
    if (!must && hides > BEARABLE) return null;
    taken.push(best);
    return { left: best.left, top: best.top };
  });
}

/** Half the size of a point with its rank. */
const NEAR = 18;
/** Between a word and its point. */
const GAP = 24;
/** Where a word may stand, in its own halves from the point, the nicest first. */
const WAYS = [[0, 1], [0, -1], [1, 0], [-1, 0], [0.7, 1], [-0.7, 1], [0.7, -1], [-0.7, -1], [0, 1.8], [0, -1.8], [0, 2.6], [0, -2.6],
  [1, 1], [-1, 1], [1, 2], [-1, 2], [0, -3.6], [1, -2], [-1, -2], [0, -4.6]];
/** What one step down that list weighs against hiding some of the curve. */
const FAR = 0.2;
/** So much of the curve may lie under a word that is not needed. */
const BEARABLE = 1;

/**
 * @param {Box} a
 * @param {Box} b
 */
const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * @param {Box} box
 * @param {Point[]} points
 */
const covered = (box, points) => points
  .filter(({ x, y }) => x > box.left - NEAR && x < box.right + NEAR && y > box.top - NEAR && y < box.bottom + NEAR)
  .reduce((sum, { weight }) => sum + weight, 0);
