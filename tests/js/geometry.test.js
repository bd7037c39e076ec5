import assert from "node:assert/strict";
import { test } from "node:test";

import {
  badgeY, bandPath, bends, CHART, columnsOf, linePath, runs, spansOf, valenceAt, valueAt, xOf, yOf,
} from "../../cxui/components/js/map/geometry.js";

const ORDER = [
  { stage: "decide", touchpoints: ["compare", "read"] },
  { stage: "wait", touchpoints: [] },
  { stage: "fly", touchpoints: ["board"] },
];

/** @param {(number | null)[]} values */
const points = (values) => values.map((v, i) => (v === null ? null : { x: i * 60, y: yOf(v) }));

/** @param {string} path */
const numbersOf = (path) => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

test("great lies above so-so, and so-so above awful", () => {
  assert.ok(yOf(5) < yOf(0) && yOf(0) < yOf(-5));
});

test("a valence survives the way to a height and back", () => {
  for (let v = -50; v <= 50; v += 1) assert.equal(valenceAt(yOf(v / 10)), v / 10);
});

test("a height outside the scale is held at its ends", () => {
  assert.equal(valenceAt(-400), 5);
  assert.equal(valenceAt(4000), -5);
});

test("so-so is written as zero, never as minus zero", () => {
  assert.ok(Object.is(valenceAt(yOf(-0.04)), 0));
});

test("a handle that was not rated stays so until it has left its strip", () => {
  assert.equal(valueAt(CHART.strip, null), null);
  assert.equal(valueAt(yOf(-5), null), -5);
});

test("a rated handle that is dragged into the strip is awful, not unrated", () => {
  assert.equal(valueAt(CHART.strip, -3), -5);
});

test("a stage without touchpoints has one column of its own", () => {
  assert.deepEqual(columnsOf(ORDER).map((column) => [column.key, column.stage, column.touchpoint]), [
    ["compare", "decide", "compare"], ["read", "decide", "read"], ["stage:wait", "wait", null], ["board", "fly", "board"],
  ]);
});

test("stages span their columns without a hole", () => {
  assert.deepEqual(spansOf(ORDER), [
    { stage: "decide", from: 0, size: 2 }, { stage: "wait", from: 2, size: 1 }, { stage: "fly", from: 3, size: 1 },
  ]);
});

test("points stand in the middle of their columns", () => {
  assert.deepEqual([0, 1, 2, 3].map((i) => xOf(i, 4, 400)), [50, 150, 250, 350]);
});

test("runs are broken by what is missing", () => {
  assert.deepEqual(runs([null, 1, 2, null, null, 3, null]), [[1, 2], [3]]);
  assert.deepEqual(runs([]), []);
});

test("what is not rated is a gap in the line, never zero", () => {
  const path = linePath(points([2, 1, null, -1, -2]));
  assert.equal(path.match(/M/g)?.length, 2);
  assert.ok(!numbersOf(path).includes(120), "nothing is drawn at the gap's place");
});

test("a point without a neighbour has no line", () => {
  assert.equal(linePath(points([null, 3, null])), "");
});

test("the curve invents no peak between two touchpoints", () => {
  const values = [2.3, 1.5, -4.2, -4.1, 5, 5, -5, 0];
  for (const bend of bends(/** @type {any} */ (points(values)))) {
    const low = Math.min(bend.from.y, bend.to.y) - 1e-9;
    const high = Math.max(bend.from.y, bend.to.y) + 1e-9;
    for (const y of [bend.c1.y, bend.c2.y]) assert.ok(y >= low && y <= high, `${y} in ${low} to ${high}`);
  }
});

test("the band is closed, and stands alone where its neighbours are not rated", () => {
  const path = bandPath([null, { x: 100, high: 40, low: 80 }, null, { x: 300, high: 50, low: 60 }, { x: 400, high: 50, low: 90 }]);
  assert.equal(path.match(/Z/g)?.length, 2);
  assert.deepEqual(numbersOf(path.slice(0, path.indexOf("Z"))).slice(0, 2), [93, 40]);
});

test("a rank is moved off my handle, and stays on the chart", () => {
  assert.equal(badgeY(100, null), 100);
  assert.equal(badgeY(100, 150), 100);
  assert.equal(badgeY(104, 100), 120);
  assert.equal(badgeY(96, 100), 80);
  const low = yOf(-5);
  assert.ok(badgeY(low, low) < low);
});
