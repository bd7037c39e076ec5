import assert from "node:assert/strict";
import { test } from "node:test";

import { projectAll } from "../../cxui/components/js/live/project.js";
import { EMPTY, reader, receive, viewOf } from "../../cxui/components/js/live/state.js";
import {
  betsOf, dotted, doneSummary, doneText, leftOpen, nextWord, noteAbout, pagesOf, placeOf, placeText, tapsText,
} from "../../cxui/components/js/round/pages.js";
import { saidFor, sayingFor } from "../../cxui/components/js/live/round.js";
import { spreadWords } from "../../cxui/components/js/round/said.js";
import { countedWords, stacked } from "../../cxui/components/js/round/swarm.js";

/** @typedef {import("../../cxui/components/js/types").Round} Round */

const ORDER = [
  { stage: "a", touchpoints: ["1", "2"] }, { stage: "b", touchpoints: [] },
  { stage: "c", touchpoints: ["3"] }, { stage: "d", touchpoints: ["4", "5", "6"] },
];
/** @type {Round} */
const ROUND = {
  id: "r", number: 1, form: "light", parts: ["overall", "dot", "valence"], touchpoints: ["1", "2", "3", "4", "5", "6"],
  persona: "Marta", anonymous: false, second_look: false, taps: 10, minutes: 2, done: 7, of: 12,
  steps: [
    { part: "overall", title: "All in all?", hint: "0 to 10", stages: false },
    { part: "dot", title: "Which three?", hint: "", stages: false },
    { part: "valence", title: "How does it feel?", hint: "Tap or drag.", stages: true },
  ],
};
const NOTHING = { done: false, bet: null, note: null, overall: null, cards: {}, staff: {} };
/** @type {Round} */
const CARDS = {
  ...ROUND, form: "cards", parts: ["name", "sentence", "wants", "fears", "smiles", "others"], touchpoints: [], taps: 5, minutes: 3,
  steps: ["sentence", "wants", "fears", "smiles", "others"].map((part) => ({ part, title: "", hint: "", stages: false })),
};
/** @type {Round} */
const STAFF = {
  ...ROUND, form: "staff", parts: ["able", "willing"], touchpoints: ["1", "3", "4", "5"],
  steps: [{ part: "staff", title: "", hint: "", stages: true }],
};

/**
 * @param {Record<string, number | null>} valences
 * @param {Record<string, unknown>} [more]
 */
function seen(valences, more = {}) {
  /** @type {Record<string, unknown>} */
  const state = { order: ORDER, round: ROUND, "round/me": NOTHING, ...more };
  for (const id of ROUND.touchpoints) {
    state[`touchpoint/${id}`] = { id, name: `M${id}` };
    state[`mine/${id}`] = { valence: valences[id] ?? null, importance: null, dot: null, expectation: null, performance: null, effort: null };
  }
  return receive(EMPTY, { kind: "view", rev: 1, state });
}

/** @param {Record<string, number | null>} valences */
const view = (valences) => viewOf(reader(seen(valences)), []);

test("a round asks about the whole on one screen, and stage by stage where it says so", () => {
  const pages = pagesOf(ROUND, ORDER);
  assert.deepEqual(pages.map((page) => page.key), ["overall", "dot", "valence/a", "valence/c", "valence/d"]);
  assert.deepEqual(pages[4].touchpoints, ["4", "5", "6"]);
  assert.equal(placeText(pages[3], "Land"), "Land · stage 2 of 3. Tap or drag.");
  assert.equal(placeText(pages[1], ""), "");
});

test("what is not asked, or was removed meanwhile, is on no screen", () => {
  const pages = pagesOf({ ...ROUND, touchpoints: ["5", "2", "gone"] }, ORDER);
  assert.deepEqual(pages.map((page) => page.touchpoints.join(" ")), ["2 5", "2 5", "2", "5"]);
});

test("three moments at most are asked about on one screen, but how it feels never is", () => {
  const steps = [{ part: "effort", title: "", hint: "", stages: true }, { part: "valence", title: "", hint: "", stages: true }];
  assert.deepEqual(pagesOf({ ...ROUND, steps, touchpoints: ["1", "3", "5"] }, ORDER).map((page) => page.key),
    ["effort", "valence/a", "valence/c", "valence/d"]);
  assert.equal(pagesOf({ ...ROUND, steps: steps.slice(0, 1) }, ORDER).length, 3);
});

test("somebody comes back to the screen they left, else to the first", () => {
  const pages = pagesOf(ROUND, ORDER);
  assert.equal(placeOf(pages, "valence/c"), 3);
  assert.equal(placeOf(pages, "valence/removed"), 0);
  assert.equal(placeOf(pages, null), 0);
});

test("the button says what comes next", () => {
  const pages = pagesOf(ROUND, ORDER);
  assert.deepEqual(pages.map((_, i) => nextWord(pages, i)), ["Next ›", "Next ›", "Next stage ›", "Next stage ›", "Done"]);
});

test("a round says what it takes, and who is done", () => {
  assert.equal(tapsText(ROUND), "10 taps in all, about 2 minutes");
  assert.equal(tapsText({ ...ROUND, taps: 1, minutes: 1 }), "1 tap in all, about 1 minute");
  assert.equal(doneText(ROUND), "7 of 12 are done");
});

test("so-so is an answer, and what is left open is named", () => {
  assert.deepEqual(leftOpen(view({ 1: 0, 2: -3, 3: 1, 4: 0, 5: 0 }), ROUND), ["6"]);
  assert.equal(doneSummary(view({ 1: 0, 2: -3, 3: 1, 4: 0, 5: 0 }), ROUND), "5 of 6 moments. “M6” is left open: that is fine.");
  assert.equal(doneSummary(view({ 1: 0, 2: -3, 3: 1, 4: 0 }), ROUND), "4 of 6 moments. “M5” and “M6” are left open: that is fine.");
  assert.equal(doneSummary(view({ 1: 0 }), ROUND), "1 of 6 moments. 5 are left open: that is fine.");
  assert.equal(doneSummary(view({ 1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1 }), ROUND), "All 6 moments are rated.");
});

test("a bet is offered on my five lowest, in the order of the journey", () => {
  assert.deepEqual(betsOf(view({ 1: 5, 2: -3, 3: 1, 4: 0, 5: -4, 6: 2 }), ROUND), ["2", "3", "4", "5", "6"]);
  assert.deepEqual(betsOf(view({ 4: -1, 2: 3 }), ROUND), ["2", "4"]);
  assert.deepEqual(betsOf(view({}), ROUND), ["1", "2", "3", "4", "5"]);
});

test("the note while waiting is about my bet, else about my lowest moment", () => {
  const mine = view({ 2: -3, 5: -4 });
  assert.equal(noteAbout(mine, ROUND, NOTHING), "5");
  assert.equal(noteAbout(mine, ROUND, { ...NOTHING, bet: "2" }), "2");
  assert.equal(noteAbout(mine, ROUND, { ...NOTHING, bet: "2", note: { touchpoint: "6", text: "more light" } }), "6");
  assert.equal(noteAbout(view({}), { ...ROUND, touchpoints: [] }, NOTHING), null);
});

test("what I say of myself is shown before it is confirmed", () => {
  const stands = reader(seen({}));
  const over = projectAll(stands, [
    { kind: "say", id: "1", part: "done", value: true, touchpoint: null },
    { kind: "say", id: "2", part: "bet", value: null, touchpoint: "3" },
    { kind: "say", id: "3", part: "note", value: "more light", touchpoint: "3" },
    { kind: "do", id: "4", command: { kind: "set_answer", subject_id: "j", part: "overall", value: 8 } },
    { kind: "do", id: "5", command: { kind: "set_rating", touchpoint_id: "1", part: "dot", value: true } },
  ]);
  assert.deepEqual(over.get("round/me"), { done: true, bet: "3", note: { touchpoint: "3", text: "more light" }, overall: 8, cards: {}, staff: {} });
  const mine = viewOf(reader(seen({}), over), []);
  assert.deepEqual(dotted(mine, pagesOf(ROUND, ORDER)[1]), ["1"]);
  assert.equal(projectAll(reader(EMPTY), [{ kind: "say", id: "1", part: "done", value: true }]).size, 0);
});

test("each card is a screen of its own, and the name stands on the first", () => {
  assert.deepEqual(pagesOf(CARDS, ORDER).map((page) => page.key), ["sentence", "wants", "fears", "smiles", "others"]);
  assert.equal(tapsText(CARDS), "5 cards, about 3 minutes");
});

test("staff are asked stage by stage, both things on one screen", () => {
  assert.deepEqual(pagesOf(STAFF, ORDER).map((page) => page.key), ["staff/a", "staff/c", "staff/d"]);
  assert.deepEqual(pagesOf({ ...STAFF, touchpoints: ["1", "3"] }, ORDER).map((page) => page.key), ["staff"]);
});

test("what I write on a card and say as staff is shown before it is confirmed, and is left in the others", () => {
  const mine = { ...NOTHING, staff: { 1: { able: null, willing: 4 } } };
  const over = projectAll(reader(seen({}, { "round/me": mine })), [
    { kind: "say", id: "1", part: "wants", value: "Peace", touchpoint: null },
    { kind: "say", id: "2", part: "fears", value: "Noise", touchpoint: null },
    { kind: "do", id: "3", command: { kind: "set_answer", subject_id: "1", part: "able", value: 2 } },
  ]);
  const { cards, staff, overall } = over.get("round/me");
  assert.deepEqual(cards, { wants: "Peace", fears: "Noise" });
  assert.deepEqual(staff, { 1: { able: 2, willing: 4 } });
  assert.equal(overall, null);
});

test("what is said for a round names it, and nothing else does", () => {
  const answer = (/** @type {string} */ part, /** @type {string} */ subject) => saidFor(STAFF, { kind: "set_answer", subject_id: subject, part, value: 3 });
  assert.equal(answer("able", "3").round, "r");
  assert.equal(answer("able", "2").round, undefined);
  assert.equal(answer("overall", "j").round, undefined);
  assert.equal(saidFor(ROUND, { kind: "set_answer", subject_id: "j", part: "overall", value: 3 }).round, "r");
  assert.deepEqual(sayingFor(viewOf(reader(seen({})), []), "wants", { value: "Peace" }),
    { kind: "say", part: "wants", value: "Peace", touchpoint: null, round: "r" });
});

test("a gap in cards or in what staff say is an answer too", () => {
  const mine = (/** @type {object} */ more) => viewOf(reader(seen({}, { "round/me": { ...NOTHING, ...more } })), []);
  assert.equal(doneSummary(mine({ cards: { wants: "Peace", name: "Marta" } }), CARDS), "1 of 5 cards are filled. The rest is left open: that is fine.");
  const full = { able: 1, willing: 5 };
  assert.equal(doneSummary(mine({ staff: { 1: full, 3: full, 4: full, 5: { able: 1, willing: null } } }), STAFF),
    "3 of 4 moments. “M5” is left open: that is fine.");
  assert.equal(doneSummary(mine({ staff: { 1: full, 3: full, 4: full, 5: full } }), STAFF), "All 4 moments are answered.");
});

test("a spread is read aloud as counts", () => {
  assert.equal(spreadWords([1, 0, 0, 3, 1]), "1 said 1, 3 said 4, 1 said 5");
  assert.equal(spreadWords([]), "");
});

test("values that lie together are stacked, and none is lost", () => {
  const places = stacked([-5, -5, -4.9, 0, 5], 300, 12);
  assert.deepEqual(places.map(({ index, level }) => [index, level]), [[0, 0], [1, 1], [2, 2], [3, 0], [4, 0]]);
  assert.deepEqual(places.map(({ x }) => Math.round(x)), [0, 0, 3, 150, 300]);
  assert.equal(countedWords([-5, 3, -4.2, 0], []), "awful 2, so-so 1, good 1");
});
