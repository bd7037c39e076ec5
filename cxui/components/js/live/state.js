/** The table of state as the server sends it, and what lies over it. Pure. */

import { columnsOf, spansOf } from "../map/geometry.js";

/** @typedef {import("../types").Table} Table */
/** @typedef {import("../types").Values} Values */
/** @typedef {import("../types").View} View */
/** @typedef {import("../types").Message} Message */
/** @typedef {(key: string) => any} Read */

/** @type {Table} */
export const EMPTY = { rev: 0, known: false, base: {}, live: {} };

/**
 * Work one message in; the same table comes back where it changes nothing.
 * @param {Table} table
 * @param {Message} message
 * @returns {Table}
 */
export function receive(table, message) {
  switch (message.kind) {
    case "view":
      return { rev: message.rev, known: true, base: message.state, live: {} };
    case "change":
      return { ...table, rev: message.rev, base: merged(table.base, message.set), live: {} };
    case "live":
      return { ...table, live: message.set ? { ...table.live, ...message.set } : {} };
    default:
      return table;
  }
}

/**
 * @param {Values} base
 * @param {Values} set
 */
function merged(base, set) {
  const next = { ...base, ...set };
  for (const key of Object.keys(set)) {
    if (set[key] === null) delete next[key];
  }
  return next;
}

/**
 * @param {Table} table
 * @param {Map<string, unknown>} [mine] my own changes that are not confirmed yet
 * @returns {Read}
 */
export function reader(table, mine) {
  return (key) => {
    if (mine?.has(key)) return mine.get(key) ?? null;
    if (key in table.live) return table.live[key];
    return table.base[key] ?? null;
  };
}

const UNRATED = Object.freeze({
  valence: null, importance: null, dot: null, expectation: null, performance: null, effort: null,
});
const NO_RESULT = Object.freeze({
  rated: false, valence: null, low: null, high: null, word: null, importance: null,
  confidence: null, score: null, rank: null, critical: false, direction: null,
  direction_word: null, parts: null, sum: null, because: null, signals_note: null,
  protect: null, split: null, bad: null, good: null, raters: null,
});
const NOTHING_COMPUTED = Object.freeze({
  headline: "", subline: "", ranking: [], protect: [], empty: null, notes: [],
  rated: 0, touchpoints: 0, raters: 0, participants: 0,
});
const NOT_LED = Object.freeze({ locked: false, names: false, phase: "", phases: [] });
const NOT_ASKED = Object.freeze({ done: false, bet: null, note: null, overall: null, sure: null, cards: {}, staff: {} });
const NO_WORDS = Object.freeze({ valence: [], reasons: {}, directions: {}, confidence: {} });

/**
 * Everything the board draws from, with a safe value for what is not there.
 * @param {Read} read
 * @param {View["here"]} here
 * @returns {View}
 */
export function viewOf(read, here) {
  const order = read("order") ?? [];
  return {
    room: read("room") ?? { id: "", name: "", read_only: null },
    me: read("me") ?? { participant: null, name: "", right: "", can_edit: false, standing: false },
    people: read("people") ?? [],
    journeys: read("journeys") ?? [],
    personas: read("personas") ?? [],
    journey: read("journey"),
    order,
    columns: columnsOf(order),
    spans: spansOf(order),
    computed: read("computed") ?? NOTHING_COMPUTED,
    pins: read("pins") ?? [],
    undo: read("undo") ?? { undo: false, redo: false },
    words: read("words") ?? NO_WORDS,
    here,
    lead: read("lead") ?? NOT_LED,
    round: read("round"),
    roundMine: read("round/me") ?? NOT_ASKED,
    revealed: read("revealed"),
    customers: read("customers"),
    claims: read("claims") ?? [],
    links: read("links"),
    badges: (id) => read("badges")?.[id] ?? [],
    page: read("page") ?? "journey",
    list: (kind) => read(`list/${kind}`) ?? [],
    thing: (kind, id) => read(`${kind}/${id}`) ?? { id },
    computedFor: (key) => read(key),
    stage: (id) => read(`stage/${id}`) ?? { id, name: "", wants: "" },
    touchpoint: (id) => read(`touchpoint/${id}`) ?? { id, name: "" },
    mine: (id) => read(`mine/${id}`) ?? UNRATED,
    result: (id) => read(`result/${id}`) ?? NO_RESULT,
  };
}
