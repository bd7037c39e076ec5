import assert from "node:assert/strict";
import { test } from "node:test";

import { answered, canSuppose, lens, NOTHING_ASKED, supposedMeans } from "../../cxui/components/js/board/supposed.js";
import { viewOf } from "../../cxui/components/js/live/state.js";

/** @type {Record<string, any>} */
const TABLE = {
  order: [{ stage: "a", touchpoints: ["t1", "t2"] }, { stage: "b", touchpoints: [] }],
  computed: { headline: "It is so.", ranking: ["t1", "t2"] },
  "result/t1": { valence: -3, rank: 1 },
  "result/t2": { valence: 2, rank: 2 },
  holds: { state: "fresh", note: "" },
  "holds/t1": { code: "holds" },
  lens: ["something else"],
};
const VIEW = viewOf((key) => TABLE[key] ?? null, []);
const SET = { "result/t1": { valence: 3, rank: 2 }, computed: { headline: "It would be so.", ranking: ["t2", "t1"] } };

test("what would be said lies over what is said, and the rest stays", () => {
  const seen = lens(VIEW, SET);
  assert.equal(seen.computed.headline, "It would be so.");
  assert.equal(seen.result("t1").rank, 2);
  assert.equal(seen.result("t2").rank, 2);
  assert.deepEqual(seen.columns, VIEW.columns);
  assert.equal(VIEW.computed.headline, "It is so.");
  assert.equal(VIEW.result("t1").rank, 1);
});

test("a headline that would stay the same is not sent, and stays", () => {
  assert.equal(lens(VIEW, { "result/t1": { valence: -2.9 } }).computed.headline, "It is so.");
});

test("nothing says how firmly a ranking holds that is not so", () => {
  const seen = lens(VIEW, SET);
  assert.equal(seen.computedFor("holds"), null);
  assert.equal(seen.computedFor("holds/t1"), null);
  assert.deepEqual(seen.computedFor("lens"), ["something else"]);
});

test("while nothing is supposed the view is what it is", () => {
  assert.equal(lens(VIEW, null), VIEW);
});

test("the ghost moves its own point and no other", () => {
  assert.deepEqual(supposedMeans(VIEW, { id: "t1", value: 4 }), [4, 2, null]);
  assert.deepEqual(supposedMeans(VIEW, null), [-3, 2, null]);
});

test("where nothing is rated, or a round hides what is, nothing can be supposed", () => {
  const rated = { ...VIEW.computed, rated: 2 };
  /** @param {string} form */
  const open = (form) => canSuppose({ computed: rated, round: /** @type {any} */ ({ form }) });
  assert.ok(canSuppose({ computed: rated, round: null }));
  assert.ok(!canSuppose({ computed: { ...rated, rated: 0 }, round: null }));
  assert.ok(!open("light"));
  assert.ok(!open("top_three"));
  assert.ok(open("cards"));
  assert.ok(open("staff"));
});

test("an answer counts once, and one to an earlier question not after a later one", () => {
  const asked = { ...NOTHING_ASKED, n: 3 };
  const two = answered(asked, { kind: "supposed", n: 2, set: SET, text: "two" });
  assert.equal(two.text, "two");
  assert.equal(answered(two, { kind: "supposed", n: 1, set: null, text: "one" }), two);
  assert.equal(answered(two, { kind: "supposed", n: 2, set: null, text: "again" }), two);
  assert.equal(answered(two, { kind: "supposed", n: 3, set: null, text: "" }).set, null);
});

test("an answer to a question that was never asked is none", () => {
  assert.equal(answered(NOTHING_ASKED, { kind: "supposed", n: 1, set: SET, text: "" }), NOTHING_ASKED);
});
