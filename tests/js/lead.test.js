import assert from "node:assert/strict";
import { test } from "node:test";

import { arrivals } from "../../cxui/components/js/lead/join.js";
import { costOf, FORMS, missing, nextForm, possible, revealQuestion } from "../../cxui/components/js/lead/form.js";
import { audience } from "../../cxui/components/js/lead/now.js";
import { screenAddress } from "../../cxui/components/js/lead/room.js";
import { isLocked, mayShape } from "../../cxui/components/js/map/structure.js";
import { clockText, spoken } from "../../cxui/components/js/parts/countdown.js";

const MINUTE = 60_000;
const TEN = { moments: 10, dots: true, surveyed: false, weighed: false, critical: 4, delivered: 6, staff: 2 };

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

test("what a survey says matters, nobody is asked", () => {
  const size = { ...TEN, dots: false, surveyed: true };
  assert.equal(costOf("light", size), "overall, the curve: 11 taps a person, about 2 minutes");
  assert.match(costOf("full", size), /^the curve, expectation and effort: 40 taps a person/);
});

test("after the first reveal a second look is next, and then the top three", () => {
  const after = (/** @type {boolean} */ felt, /** @type {any} */ revealed) => nextForm(/** @type {any} */ ({ lead: { felt }, revealed }));
  assert.equal(after(false, null), "light");
  assert.equal(after(true, null), "light"); // a file that was opened: a new room, a new start
  assert.equal(after(true, { second_look: false }), "second_look");
  assert.equal(after(true, { second_look: true }), "top_three");
});

test("cards or a staff round before it make no first look", () => {
  const shown = /** @type {any} */ ({ lead: { felt: false }, revealed: { form: "cards", second_look: false } });
  assert.equal(nextForm(shown), "light");
  assert.equal(nextForm({ ...shown, lead: { felt: true } }), "second_look");
});

test("cards and the staff round say what they ask and what they take", () => {
  assert.match(costOf("cards", TEN), /smile.*: 5 cards a person, about 3 minutes$/);
  assert.match(costOf("staff", TEN), /deliver this tomorrow.*: 12 taps a person, about 2 minutes$/);
  assert.equal(missing("staff", { ...TEN, staff: 3 }), "");
  assert.equal(missing("cards", TEN), "");
  assert.match(missing("staff", TEN), /^Two people here have said to serve customers or to work behind the scenes\. Three have to answer/);
});

test("cards need no journey, and a staff round something that is ours", () => {
  /** @param {Record<string, unknown>} lead */
  const can = (lead) => FORMS.filter(({ code }) => possible(/** @type {any} */ ({
    columns: [], journey: null, computed: { ranking: [] }, lead, result: () => ({}), revealed: null,
  }), code)).map(({ code }) => code);
  assert.deepEqual(can({}), ["cards"]);
  assert.deepEqual(can({ felt: true, staff: { moments: 2, people: 0 } }), ["second_look", "cards", "staff"]);
});

test("a reveal asks once more unless everybody is done", () => {
  assert.equal(revealQuestion({ done: 9, of: 12 }), "9 of 12 done, reveal with 9?");
  assert.equal(revealQuestion({ done: 12, of: 12 }), null);
  assert.notEqual(revealQuestion({ done: 0, of: 0 }), null);
});

test("who can see what is said in words", () => {
  const said = (/** @type {any} */ round, /** @type {any} */ revealed) => audience(/** @type {any} */ ({ round, revealed }));
  assert.equal(said(null, null), "");
  assert.equal(said({ form: "light", done: 7, of: 12 }, null), "Only you can see this · 7 of 12 done");
  assert.equal(said({ form: "staff", done: 1, of: 3 }, null), "Private round · 1 of 3 done");
  assert.equal(said(null, { form: "light", second_look: false }), "Everyone can see · first round kept");
  assert.equal(said(null, { form: "cards", second_look: false }), "Everyone can see");
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
