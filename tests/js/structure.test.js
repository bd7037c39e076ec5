import assert from "node:assert/strict";
import { test } from "node:test";

import { columnsOf } from "../../cxui/components/js/map/geometry.js";
import {
  dropPlace, mean, moveFeeling, moveStage, moveTouchpoint,
} from "../../cxui/components/js/map/structure.js";

const ORDER = [
  { stage: "a", touchpoints: ["1", "2", "3"] }, { stage: "b", touchpoints: [] }, { stage: "c", touchpoints: ["4"] },
];

/** @param {any} command */
const target = (command) => command && [command.parent_id, command.after];

test("a card moves one place within its stage", () => {
  assert.deepEqual(target(moveTouchpoint(ORDER, "2", 1)), ["a", "3"]);
  assert.deepEqual(target(moveTouchpoint(ORDER, "2", -1)), ["a", ""]);
  assert.deepEqual(target(moveTouchpoint(ORDER, "3", -1)), ["a", "1"]);
});

test("at the edge of its stage a card moves into the next one", () => {
  assert.deepEqual(target(moveTouchpoint(ORDER, "3", 1)), ["b", ""]);
  assert.deepEqual(target(moveTouchpoint(ORDER, "4", -1)), ["b", ""]);
  assert.equal(moveTouchpoint(ORDER, "1", -1), null);
  assert.equal(moveTouchpoint(ORDER, "4", 1), null);
});

test("a stage moves one place, and not beyond the ends", () => {
  assert.deepEqual(target(moveStage(ORDER, "j", "b", 1)), ["j", "c"]);
  assert.deepEqual(target(moveStage(ORDER, "j", "b", -1)), ["j", ""]);
  assert.deepEqual(target(moveStage(ORDER, "j", "c", -1)), ["j", "a"]);
  assert.equal(moveStage(ORDER, "j", "a", -1), null);
});

test("a card goes to the stage under the pointer, also to an empty one", () => {
  const columns = columnsOf(ORDER);
  assert.deepEqual(dropPlace(columns, 0, 0, "3"), { stage: "a", after: "" });
  assert.deepEqual(dropPlace(columns, 2, 1, "3"), { stage: "a", after: "2" });
  assert.deepEqual(dropPlace(columns, 3, 2, "3"), { stage: "a", after: "2" });
  assert.deepEqual(dropPlace(columns, 3, 3, "1"), { stage: "b", after: "" });
  assert.deepEqual(dropPlace(columns, 5, 9, "1"), { stage: "c", after: "4" });
});

test("a stage's feeling moves as a whole: distances stay, gaps stay gaps", () => {
  assert.deepEqual(moveFeeling([["1", -2], ["2", null], ["3", 1]], -0.5, 0.5), [["1", -1], ["2", null], ["3", 2]]);
  assert.deepEqual(moveFeeling([["1", 4.5]], 4.5, 5), [["1", 5]]);
  assert.deepEqual(moveFeeling([["1", 4], ["2", -4]], 0, 3), [["1", 5], ["2", -1]]);
});

test("a stage that nobody rated gets the value itself, and Delete takes all back", () => {
  assert.deepEqual(moveFeeling([["1", null], ["2", null]], null, -2), [["1", -2], ["2", -2]]);
  assert.deepEqual(moveFeeling([["1", 3], ["2", null]], 3, null), [["1", null], ["2", null]]);
});

test("a mean counts what is rated only", () => {
  assert.equal(mean([null, 1, 2]), 1.5);
  assert.equal(mean([null]), null);
});
