import assert from "node:assert/strict";
import { test } from "node:test";

import { arrivals } from "../../cxui/components/js/lead/join.js";
import { costOf, nextForm, revealQuestion } from "../../cxui/components/js/lead/form.js";
import { audience } from "../../cxui/components/js/lead/now.js";
import { screenAddress } from "../../cxui/components/js/lead/room.js";
import { isLocked, mayShape } from "../../cxui/components/js/map/structure.js";
import { clockText, spoken } from "../../cxui/components/js/parts/countdown.js";

const MINUTE = 60_000;
const TEN = { moments: 10, dots: true, weighed: false, critical: 4 };

/**
 * @param {string} right
 * @param {boolean} locked
 */
const seated = (right, locked) => /** @type {any} */ ({ me: { right, can_edit: right !== "observer" }, lead: { locked } });

test("a countdown is rounded up, so that 0:00 means over", () => {
  assert.deepEqual([5 * MINUTE, 61_000, 60_001, 59_000, 1, 0, -5].map(clockText),
    ["5:00", "1:01", "1:01", "0:59", "0:01", "0:00", "0:00"]);
});

test("the last minute and the end are said aloud, once each", () => {
  const heard = [3, 2, 1.001, 1, 0.5, 0.001, 0, -1].map((at) => at * MINUTE)
    .map((now, i, all) => (i ? spoken(all[i - 1], now) : null)).filter(Boolean);
  assert.deepEqual(heard, ["One minute left.", "Time is up."]);
});

test("a tab that slept through the last minute is told the end alone", () => {
  assert.equal(spoken(3 * MINUTE, -1), "Time is up.");
  assert.equal(spoken(-1, -2), null);
});

test("a round says beforehand how many taps it takes", () => {
  assert.equal(costOf("light", TEN), "overall, three dots, the curve: 14 taps a person, about 2 minutes");
  assert.equal(costOf("light", { ...TEN, dots: false, weighed: true }), "overall, the curve: 11 taps a person, about 2 minutes");
  assert.equal(costOf("second_look", TEN), "the curve once more, to see what has moved: 10 taps a person, about 2 minutes");
  assert.match(costOf("full", { ...TEN, dots: false }), /: 50 taps a person, about 6 minutes$/);
  assert.match(costOf("top_three", { ...TEN, critical: 1 }), /: 3 taps a person, about 1 minute$/);
});

test("after the first reveal a second look is next, and then the top three", () => {
  const shown = /** @type {any} */ ({ second_look: false });
  assert.deepEqual([null, shown, { ...shown, second_look: true }].map(nextForm), ["light", "second_look", "top_three"]);
});

test("a reveal asks once more unless everybody is done", () => {
  assert.equal(revealQuestion({ done: 9, of: 12 }), "9 of 12 done, reveal with 9?");
  assert.equal(revealQuestion({ done: 12, of: 12 }), null);
  assert.notEqual(revealQuestion({ done: 0, of: 0 }), null);
});

test("who can see what is said in words", () => {
  const said = (/** @type {any} */ round, /** @type {any} */ revealed) => audience(/** @type {any} */ ({ round, revealed }));
  assert.equal(said(null, null), "");
  assert.equal(said({ done: 7, of: 12 }, null), "Only you can see this · 7 of 12 done");
  assert.equal(said(null, { second_look: false }), "Everyone can see · first round kept");
});

test("a lock binds participants; who leads goes on building", () => {
  assert.deepEqual(["facilitator", "participant", "observer"].map((right) => mayShape(seated(right, true))), [true, false, false]);
  assert.deepEqual(["facilitator", "participant", "observer"].map((right) => mayShape(seated(right, false))), [true, true, false]);
  assert.equal(isLocked(seated("facilitator", true)), false);
});

test("the screen for the room has the address of this page", () => {
  assert.equal(screenAddress("http://a.b:8501/studio/journey?w=abc#x"), "http://a.b:8501/studio/journey?w=abc&view=screen");
});

test("arrivals are counted in words", () => {
  assert.deepEqual([0, 1, 3].map(arrivals), ["Nobody has arrived yet", "1 has arrived", "3 have arrived"]);
});
