import assert from "node:assert/strict";
import { test } from "node:test";

import { wordsOf } from "../../cxui/components/js/screen/chart.js";
import { fitOf, momentXs, placeWords, stagePlaces } from "../../cxui/components/js/screen/fit.js";
import { spansOf } from "../../cxui/components/js/map/geometry.js";

const AREA = { width: 800, height: 300 };

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

test("at 1280 x 720 nothing is scaled, and a larger window grows all type", () => {
  assert.deepEqual(fitOf(1280, 720), { scale: 1, width: 1280, height: 720 });
  assert.deepEqual(fitOf(2560, 1440), { scale: 2, width: 1280, height: 720 });
});

test("another shape of window gets more room, never smaller type than its scale", () => {
  const { scale, width, height } = fitOf(1440, 900);
  assert.equal(scale, 1.125);
  assert.deepEqual([width, height], [1280, 800]);
});

test("six stages with 24 moments: none is too narrow for its name, and all fit", () => {
  const places = stagePlaces([1, 3, 8, 9, 1, 2], 1134, 124);
  assert.ok(places.every((place) => place.width >= 124 - 1e-9));
  assert.ok(Math.abs(sum(places.map((place) => place.width)) - 1134) < 1e-6);
  assert.ok(places[3].width > places[2].width);
});

test("more stages than fit side by side share the width", () => {
  const places = stagePlaces(Array(20).fill(1), 1000, 124);
  assert.ok(places.every((place) => Math.abs(place.width - 50) < 1e-9));
});

test("every moment stands in the middle of its place within its stage", () => {
  const spans = spansOf([{ stage: "a", touchpoints: ["1"] }, { stage: "b", touchpoints: ["2", "3"] }, { stage: "c", touchpoints: [] }]);
  assert.deepEqual(momentXs(spans, [{ left: 0, width: 100 }, { left: 100, width: 200 }, { left: 300, width: 80 }]), [50, 150, 250, 340]);
});

test("words stay in the picture and never lie on each other", () => {
  const words = [10, 40, 70, 780].map((x) => ({ x, y: 250, width: 160, must: true }));
  const places = placeWords(words, AREA, 34, []);
  for (const [i, place] of places.entries()) {
    if (!place) continue;
    assert.ok(place.left >= 0 && place.left + 160 <= AREA.width && place.top >= 0 && place.top + 34 <= AREA.height);
    for (const other of places.slice(i + 1)) {
      const apart = !other || Math.abs(other.left - place.left) >= 160 || Math.abs(other.top - place.top) >= 34;
      assert.ok(apart, JSON.stringify(places));
    }
  }
  assert.ok(places[0] && places[3]);
});

test("a word that is not needed is left out where it would hide a rank", () => {
  const points = Array.from({ length: 80 }, (_, i) => ({ x: 10 * i, y: 20 * (i % 15) + 10, weight: 10 }));
  const word = { x: 400, y: 150, width: 160 };
  assert.equal(placeWords([{ ...word, must: false }], AREA, 34, points)[0], null);
  assert.notEqual(placeWords([{ ...word, must: true }], AREA, 34, points)[0], null);
});

test("beside the curve of a long journey stands what needs work, not every moment", () => {
  const ids = Array.from({ length: 24 }, (_, i) => `t${i}`);
  const view = /** @type {any} */ ({
    columns: ids.map((id, index) => ({ key: id, touchpoint: id, index })), computed: { ranking: ids },
    touchpoint: (/** @type {string} */ id) => ({ name: `name of ${id}` }),
    result: (/** @type {string} */ id) => ({ valence: -1, critical: id < "t2", split: id === "t20" ? "split" : null, bad: 6, good: 5 }),
  });
  assert.deepEqual(wordsOf(view).map((word) => word.text), ["name of t0", "name of t1", "name of t10", "6 bad, 5 good"]);
});
