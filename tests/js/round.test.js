import assert from "node:assert/strict";
import { test } from "node:test";

import { projectAll } from "../../cxui/components/js/live/project.js";
import { EMPTY, reader, receive, viewOf } from "../../cxui/components/js/live/state.js";
import {
  betsOf, dotted, doneSummary, doneText, leftOpen, nextWord, noteAbout, pagesOf, placeOf, placeText, tapsText,
} from "../../cxui/components/js/round/pages.js";
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
const NOTHING = { done: false, bet: null, note: null, overall: null };

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
  assert.deepEqual(over.get("round/me"), { done: true, bet: "3", note: { touchpoint: "3", text: "more light" }, overall: 8 });
  const mine = viewOf(reader(seen({}), over), []);
  assert.deepEqual(dotted(mine, pagesOf(ROUND, ORDER)[1]), ["1"]);
  assert.equal(projectAll(reader(EMPTY), [{ kind: "say", id: "1", part: "done", value: true }]).size, 0);
});

test("values that lie together are stacked, and none is lost", () => {
  const places = stacked([-5, -5, -4.9, 0, 5], 300, 12);
  assert.deepEqual(places.map(({ index, level }) => [index, level]), [[0, 0], [1, 1], [2, 2], [3, 0], [4, 0]]);
  assert.deepEqual(places.map(({ x }) => Math.round(x)), [0, 0, 3, 150, 300]);
  assert.equal(countedWords([-5, 3, -4.2, 0], []), "awful 2, so-so 1, good 1");
});
