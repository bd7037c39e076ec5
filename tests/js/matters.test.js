import assert from "node:assert/strict";
import { test } from "node:test";

import { nothingYet } from "../../cxui/components/js/pages/matters/ranking.js";
import { isUsual, nearest, withAtMost, withShare } from "../../cxui/components/js/pages/matters/weighing.js";
import { standing } from "../../cxui/components/js/parts/ranked.js";

/** @type {import("../../cxui/components/js/parts/ranked.js").Hold} */
const THIRD = {
  code: "could_change", verdict: "could change", bracket: [3, 5], place: "3–5",
  sentence: "In the top 3 in 55 of 100 re-runs.", rank: 3, score: 25.5,
};
const WHERE_IT_WAS = { rank: 3, score: 25.5 };

test("while all is as it was worked out, the verdict and the places that are not safe are shown", () => {
  assert.deepEqual(standing(THIRD, WHERE_IT_WAS, "fresh"), {
    place: "3–5", code: "could_change", verdict: "could change", sentence: THIRD.sentence, isStale: false,
  });
});

test("what moves under a hand has no verdict until it is worked out again", () => {
  const moved = standing(THIRD, { rank: 3, score: 31 }, "fresh");

  assert.equal(moved.verdict, "…");
  assert.deepEqual([moved.code, moved.sentence, moved.isStale], ["", "", true]);
});

test("whoever was only overtaken has no verdict either", () => {
  assert.equal(standing(THIRD, { rank: 4, score: 25.5 }, "fresh").isStale, true);
});

test("a place outside of those that were not safe is said as it is", () => {
  assert.equal(standing(THIRD, { rank: 5, score: 20 }, "fresh").place, "3–5");
  assert.equal(standing(THIRD, { rank: 1, score: 60 }, "fresh").place, "1");
});

test("while it is worked out again what did not move keeps its verdict, as stale", () => {
  const now = standing(THIRD, WHERE_IT_WAS, "stale");

  assert.deepEqual([now.verdict, now.isStale], ["could change", true]);
});

test("what does not come first never gets a verdict, not even while it moves", () => {
  const behind = { ...THIRD, code: "not_in_front", verdict: "" };

  assert.equal(standing(behind, { rank: 4, score: 26 }, "fresh").verdict, null);
});

test("nothing is claimed of what nobody has worked out, or nobody has rated", () => {
  assert.equal(standing(null, WHERE_IT_WAS, "stale").verdict, "");
  assert.equal(standing(THIRD, WHERE_IT_WAS, "none").verdict, null);
  assert.equal(standing(THIRD, { rank: null, score: null }, "fresh").place, "–");
});

const SEVERITY = { pain: 0.5, gap: 0.3, effort: 0.2 };
const sum = (/** @type {Record<string, number>} */ weights) => Object.values(weights).reduce((all, each) => all + each, 0);

test("the other weights keep their proportions when one is changed", () => {
  const changed = withShare(SEVERITY, "pain", 0.75);

  assert.equal(changed.pain, 0.75);
  assert.ok(Math.abs(changed.gap / changed.effort - 1.5) < 1e-9);
});

test("whatever is changed, they sum to one, and none is under zero", () => {
  for (let percent = 0; percent <= 100; percent += 1) {
    for (const field of Object.keys(SEVERITY)) {
      const changed = withShare(SEVERITY, field, percent / 100);
      assert.ok(Math.abs(sum(changed) - 1) < 1e-9);
      assert.ok(Object.values(changed).every((each) => each >= 0 && each <= 1));
    }
  }
});

test("weights that were all nothing share alike", () => {
  assert.deepEqual(withShare({ pain: 1, gap: 0, effort: 0 }, "pain", 0.5), { pain: 0.5, gap: 0.25, effort: 0.25 });
});

const EXPOSURE = { moment_of_truth: 0.4, low_point: 0.2, end: 0.2, handover: 0.2 };

test("where there is room the others stay as they are", () => {
  assert.deepEqual(withAtMost(EXPOSURE, "handover", 0.1), { ...EXPOSURE, handover: 0.1 });
});

test("where there is none they give way, to one in sum", () => {
  const changed = withAtMost(EXPOSURE, "handover", 0.6);

  assert.equal(changed.handover, 0.6);
  assert.ok(Math.abs(sum(changed) - 1) < 1e-9);
  assert.ok(Math.abs(changed.moment_of_truth - 0.2) < 1e-9);
});

test("there and back again counts as usual", () => {
  const back = withShare(withShare(SEVERITY, "gap", 0.37), "gap", 0.3);

  assert.ok(isUsual(back, SEVERITY));
  assert.ok(!isUsual({ ...SEVERITY, gap: 0.31 }, SEVERITY));
});

test("how sure a room is stands at the nearest word", () => {
  /** @type {[number, string][]} */
  const steps = [[0, "no idea"], [10, "a fair idea"], [50, "we know"]];

  assert.deepEqual([0, 4, 12, 1000].map((value) => steps[nearest(steps, value)][1]), ["no idea", "no idea", "a fair idea", "we know"]);
});

/** @type {import("../../cxui/components/js/types").Computed} */
const COMPUTED = {
  headline: "Private round: 7 of 12 done", subline: "", ranking: [], protect: [], empty: null, notes: [],
  rated: 0, touchpoints: 4, raters: 0, participants: 2,
};
const COLUMN = { key: "t", stage: "s", touchpoint: "t", index: 0 };

test("where there is nothing to rank it is said what to do next", () => {
  const said = (/** @type {any} */ view) => nothingYet({ columns: [COLUMN], computed: COMPUTED, round: null, ...view });

  assert.equal(said({ columns: [] })[1], "Draw the journey");
  assert.equal(said({ columns: [{ ...COLUMN, touchpoint: null }] })[1], "Draw the journey");
  assert.equal(said({})[1], "Rate the journey");
  assert.deepEqual(said({ round: { id: "r" } })[1], "");
  assert.equal(said({ computed: { ...COMPUTED, rated: 1 } })[1], "Rate the journey");
  assert.deepEqual(said({ computed: { ...COMPUTED, rated: 3 } }), ["", ""]);
});
