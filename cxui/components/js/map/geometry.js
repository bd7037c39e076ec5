/** Where things lie on the board: columns, heights, curves with gaps. Pure. */

import { clamp, round1 } from "../parts/text.js";

/** @typedef {import("../types").StageRow} StageRow */
/** @typedef {import("../types").Column} Column */
/** @typedef {import("../types").Span} Span */
/** @typedef {{x: number, y: number}} Point */
/** @typedef {{from: Point, c1: Point, c2: Point, to: Point}} Bend */

export const MOST = 5;

/**
 * A chart of feelings, in CSS pixels: heights of the scale's ends, and of the strip
 * below it where what is not rated waits.
 * @typedef {ReturnType<typeof chartOf>} Chart
 */

/** @param {{top: number, bottom: number, strip: number, height: number}} box */
export function chartOf(box) {
  const one = (box.bottom - box.top) / (2 * MOST);
  /** @param {number} y */
  const valenceAt = (y) => clamp(round1(MOST - (y - box.top) / one), -MOST, MOST);
  return {
    ...box,
    /** @param {number} valence */
    yOf: (valence) => box.top + (MOST - valence) * one,
    /** The valence at a height, to 0.1, held within the scale. */
    valenceAt,
    /**
     * What letting go at this height means: a handle that waits below the scale is
     * rated only once it has left its strip.
     * @param {number} y
     * @param {number | null} start the value when it was taken
     */
    valueAt: (y, start) => (start === null && y > (box.bottom + box.strip) / 2 ? null : valenceAt(y)),
  };
}

/** The curve's row on the board. */
export const CHART = chartOf({ top: 34, bottom: 274, strip: 304, height: 332 });
export const yOf = CHART.yOf;
export const valenceAt = CHART.valenceAt;
export const valueAt = CHART.valueAt;

/**
 * One column per touchpoint; a stage without any has one of its own.
 * @param {StageRow[]} order
 * @returns {Column[]}
 */
export function columnsOf(order) {
  /** @type {Column[]} */
  const columns = [];
  for (const row of order) {
    const ids = row.touchpoints.length ? row.touchpoints : [null];
    for (const id of ids) {
      columns.push({ key: id ?? `stage:${row.stage}`, stage: row.stage, touchpoint: id, index: columns.length });
    }
  }
  return columns;
}

/**
 * @param {StageRow[]} order
 * @returns {Span[]}
 */
export function spansOf(order) {
  let from = 0;
  return order.map((row) => {
    const size = Math.max(1, row.touchpoints.length);
    const span = { stage: row.stage, from, size };
    from += size;
    return span;
  });
}

/**
 * @param {number} index
 * @param {number} count
 * @param {number} width
 */
export const xOf = (index, count, width) => ((index + 0.5) * width) / Math.max(1, count);

/**
 * Runs of neighbours that have a value; what is missing is a gap, never zero.
 * @template T
 * @param {(T | null)[]} items
 * @returns {T[][]}
 */
export function runs(items) {
  /** @type {T[][]} */
  const found = [];
  /** @type {T[] | null} */
  let open = null;
  for (const item of items) {
    if (item === null) {
      open = null;
    } else if (open) {
      open.push(item);
    } else {
      open = [item];
      found.push(open);
    }
  }
  return found;
}

/**
 * Slopes of the monotone cubic through the points (Fritsch and Carlson 1980): the
 * curve never leaves the range of two neighbours, so it invents no peak.
 * @param {Point[]} points
 */
function slopes(points) {
  const rises = points.slice(1).map((p, i) => (p.y - points[i].y) / (p.x - points[i].x));
  return points.map((_, i) => {
    const before = rises[i - 1] ?? rises[i] ?? 0;
    const after = rises[i] ?? before;
    if (before * after <= 0) return 0;
    return (3 * (before + after) * before * after)
      / (after * after + before * before + 4 * before * after);
  });
}

/**
 * @param {Point[]} points
 * @returns {Bend[]}
 */
export function bends(points) {
  const slope = slopes(points);
  return points.slice(1).map((to, i) => {
    const from = points[i];
    const third = (to.x - from.x) / 3;
    return {
      from, to,
      c1: { x: from.x + third, y: from.y + slope[i] * third },
      c2: { x: to.x - third, y: to.y - slope[i + 1] * third },
    };
  });
}

/** @param {number} n */
const px = (n) => String(Math.round(n * 10) / 10);
/** @param {Point} p */
const at = (p) => `${px(p.x)} ${px(p.y)}`;
/** @param {Bend[]} list */
const forwards = (list) => list.map((b) => `C${at(b.c1)} ${at(b.c2)} ${at(b.to)}`).join("");
/** @param {Bend[]} list */
const backwards = (list) => [...list].reverse().map((b) => `C${at(b.c2)} ${at(b.c1)} ${at(b.from)}`).join("");

/**
 * The line through the points, broken at every gap.
 * @param {(Point | null)[]} points
 */
export function linePath(points) {
  return runs(points).filter((run) => run.length > 1)
    .map((run) => `M${at(run[0])}${forwards(bends(run))}`).join("");
}

/**
 * The surface between two lines, where both have a value.
 * @param {({x: number, high: number, low: number} | null)[]} items heights in pixels
 * @param {number} [alone] half the width of a place that has no neighbour
 */
export function bandPath(items, alone = 7) {
  return runs(items).map((run) => {
    const wide = run.length > 1 ? run
      : [{ ...run[0], x: run[0].x - alone }, { ...run[0], x: run[0].x + alone }];
    const upper = wide.map((p) => ({ x: p.x, y: p.high }));
    const lower = wide.map((p) => ({ x: p.x, y: p.low }));
    return `M${at(upper[0])}${forwards(bends(upper))}L${at(lower[lower.length - 1])}${backwards(bends(lower))}Z`;
  }).join("");
}

/**
 * Where the number of a critical dot goes when my handle lies on top of it.
 * @param {number} dot
 * @param {number | null} handle
 */
export function badgeY(dot, handle) {
  const need = 20;
  if (handle === null || Math.abs(dot - handle) >= need) return dot;
  const below = handle + need;
  const above = handle - need;
  const wanted = dot >= handle ? below : above;
  return wanted > CHART.bottom + 12 ? above : wanted < 12 ? below : wanted;
}
