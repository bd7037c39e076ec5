/** Personas side by side: which sentences hold for those chosen, and their curves. Pure. */

import { clamp } from "../../parts/text.js";

/** @typedef {import("../../types").Id} Id */
/** @typedef {{code: string, who: Id, about: string, distance: number | null, text: string}} Row */
/**
 * What sets personas apart, see docs/live.md.
 * @typedef {object} Apart
 * @property {Id[]} personas
 * @property {{id: Id, name: string}[]} moments
 * @property {Record<Id, (number | null)[]>} curves
 * @property {{of: Id[], rows: Row[]}[]} pairs
 */
/** @typedef {{persona: Id, moment: number, valence: number}} Dot */

/**
 * What sets the chosen ones apart: at each moment the two that lie furthest apart, and
 * of what only one has, what she alone has among all of them.
 * @param {Apart} apart
 * @param {Id[]} chosen
 * @returns {string[]} sentences
 */
export function sentences(apart, chosen) {
  const pairs = apart.pairs.filter((pair) => pair.of.every((id) => chosen.includes(id)));
  const rows = pairs.flatMap((pair) => pair.rows);
  /** @type {Map<string, Row>} */
  const furthest = new Map();
  for (const row of rows.filter((each) => each.distance !== null)) {
    const key = `${row.code}/${row.about}`;
    if ((furthest.get(key)?.distance ?? -1) < (row.distance ?? 0)) furthest.set(key, row);
  }
  const moments = rows.filter((row) => furthest.get(`${row.code}/${row.about}`) === row);
  // Where two have it, each stands alone beside a third; then nobody is the only one.
  const alone = rows.filter((row) => row.distance === null
    && rows.every((each) => each.code !== row.code || each.about !== row.about || each.who === row.who));
  return [...new Set([...moments, ...alone].map((row) => row.text))];
}

/**
 * Those of the chosen who can be compared; where fewer than two are left, the first two.
 * @param {Apart | null} apart
 * @param {Id[] | null} chosen
 * @returns {Id[]}
 */
export function chosenOf(apart, chosen) {
  const all = apart?.personas ?? [];
  const there = all.filter((id) => chosen?.includes(id));
  return there.length > 1 ? there : all.slice(0, 2);
}

/**
 * The rated points of each persona's curve, from left to right.
 * @param {Apart} apart
 * @param {Id[]} chosen
 * @returns {Dot[]}
 */
export function dotsOf(apart, chosen) {
  return chosen.flatMap((persona) => (apart.curves[persona] ?? []).flatMap((valence, moment) => (
    valence === null ? [] : [{ persona, moment, valence }])));
}

/**
 * The point that an arrow key leads to: along one curve, or to the next persona's
 * point at the same moment, else the one nearest to it.
 * @param {Dot[]} dots
 * @param {number} at
 * @param {string} key
 * @returns {number} the same where there is none
 */
export function nextDot(dots, at, key) {
  const now = dots[at];
  if (!now) return at;
  const own = dots.filter((dot) => dot.persona === now.persona);
  const place = own.indexOf(now);
  /** @type {Record<string, number>} */
  const along = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: own.length - 1 };
  if (key in along) return dots.indexOf(own[clamp(along[key], 0, own.length - 1)]);
  if (key !== "ArrowUp" && key !== "ArrowDown") return at;
  const people = [...new Set(dots.map((dot) => dot.persona))];
  const other = people[people.indexOf(now.persona) + (key === "ArrowDown" ? 1 : -1)];
  const theirs = dots.filter((dot) => dot.persona === other);
  if (!theirs.length) return at;
  return dots.indexOf(theirs.reduce((best, dot) => (
    Math.abs(dot.moment - now.moment) < Math.abs(best.moment - now.moment) ? dot : best)));
}
