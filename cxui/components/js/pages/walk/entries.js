/**
 * Walks: who walks a journey leaves one piece of evidence at each moment. The id of such
 * an entry says whose walk it belongs to, so that it is found again on any device; see
 * docs/decisions/0021. Pure but for new ids.
 */

import { newId } from "../../live/ids.js";
import { cleanLine } from "../../parts/text.js";
import { localDay } from "../evidence/sorting.js";

/** @typedef {import("../../types").Thing} Thing */
/** @typedef {import("../../types").Values} Values */
/** @typedef {import("../../types").View} View */
/** @typedef {{key: string, entries: Thing[], latest: Thing}} Walk */

/** @type {[type: string, choice: string, title: string][]} */
export const KINDS = [
  ["walk_through", "We walk it ourselves", "Walked it"],
  ["mystery_shopping", "Somebody goes as a customer, unannounced", "Mystery shopping"],
  ["diary", "A customer's own diary", "Diary"],
];

const BEGINNING = "w-";
/** Letters of a participant's id that are taken over: an id has 64 at most. */
const WHO = 40;
const PART = 8;
const ENTRY = new RegExp(`^(${BEGINNING}(.{1,${WHO}})-.{${PART}})-.{${PART}}$`);

/**
 * @param {string} participant
 * @returns {string} names a walk that begins now
 */
export const newWalk = (participant) => `${BEGINNING}${participant.slice(0, WHO)}-${newId().slice(0, PART)}`;

/**
 * @param {View} view
 * @returns {string[]} all moments of the journey shown, in the order of the map
 */
export const momentsOf = (view) => view.columns.flatMap(({ touchpoint }) => (touchpoint ? [touchpoint] : []));

/** @type {WeakMap<View, Walk[]>} what was found in a view, which never changes */
const FOUND = new WeakMap();

/**
 * All walks through the journey shown, the newest first.
 * @param {View} view
 * @returns {Walk[]}
 */
export function walksOf(view) {
  const known = FOUND.get(view) ?? findWalks(view);
  FOUND.set(view, known);
  return known;
}

/**
 * @param {View} view
 * @returns {Walk[]}
 */
function findWalks(view) {
  /** @type {Map<string, Thing[]>} */
  const found = new Map();
  for (const id of view.list("evidence")) {
    const key = ENTRY.exec(id)?.[1];
    const entry = view.thing("evidence", id);
    if (!key || !entry.journey_ids?.includes(view.journey?.id)) continue;
    found.set(key, [...(found.get(key) ?? []), entry]);
  }
  return [...found].map(([key, entries]) => ({ key, entries: [...entries].sort(earlier), latest: entries.reduce(later) }))
    .sort((a, b) => timeOf(b.latest) - timeOf(a.latest));
}

/**
 * @param {string} key of a walk
 * @param {string | null} participant
 */
export const isOf = (key, participant) => participant !== null && key.slice(0, -PART - 1) === BEGINNING + participant.slice(0, WHO);

/**
 * What a walk says of a moment; the newest where there are two.
 * @param {Walk | undefined} walk
 * @param {string} touchpoint
 * @returns {Thing | null}
 */
export function entryAt(walk, touchpoint) {
  const here = (walk?.entries ?? []).filter((entry) => entry.touchpoint_ids?.includes(touchpoint));
  return here[here.length - 1] ?? null;
}

/**
 * A new entry of a walk.
 * @param {View} view
 * @param {{walk: string, kind: string, touchpoint: string, now: Date, feeling?: number | null, text?: string}} said
 * @returns {Values & {id: string}}
 */
export function newEntry(view, { walk, kind, touchpoint, now, feeling = null, text = "" }) {
  return {
    id: `${walk}-${newId().slice(0, PART)}`, evidence_type: kind, title: titleOf(kind, view.touchpoint(touchpoint).name),
    text, source: view.me.name, date: localDay(now), at: now.toISOString(), n: 1, feeling,
    touchpoint_ids: [touchpoint], journey_ids: view.journey ? [view.journey.id] : [],
  };
}

/**
 * @param {string} kind
 * @param {string} moment its name
 */
export const titleOf = (kind, moment) => cleanLine(`${KINDS.find(([type]) => type === kind)?.[2] ?? KINDS[0][2]}: ${moment}`);

/**
 * A point in time as a field for date and time shows it, where this device is.
 * @param {string | null | undefined} at
 */
export function localTime(at) {
  const time = new Date(at ?? "");
  if (Number.isNaN(time.getTime())) return "";
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  return `${localDay(time)}T${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** @param {Thing} entry */
const timeOf = (entry) => Date.parse(entry.at ?? "") || 0;

/**
 * @param {Thing} a
 * @param {Thing} b
 */
const earlier = (a, b) => timeOf(a) - timeOf(b);

/**
 * @param {Thing} a
 * @param {Thing} b
 */
const later = (a, b) => (timeOf(b) >= timeOf(a) ? b : a);
