import assert from "node:assert/strict";
import { test } from "node:test";

import { isGestureKey, keyed, next, REST } from "../../cxui/components/js/parts/gesture.js";

/** @typedef {import("../../cxui/components/js/types").GestureEvent} GestureEvent */

/** @param {GestureEvent[]} events */
function play(events) {
  let gesture = REST;
  /** @type {unknown[]} */
  const effects = [];
  for (const event of events) {
    const step = next(gesture, event);
    gesture = step.gesture;
    if (step.effect) effects.push(step.effect);
  }
  return { gesture, effects };
}

/** @type {(value: number | null) => GestureEvent} */
const grab = (value) => ({ type: "grab", key: "pay", value });
/** @type {(value: number | null) => GestureEvent} */
const move = (value) => ({ type: "move", value });
/** @type {(name: string, value?: number | null) => GestureEvent} */
const press = (name, value = 0) => ({ type: "press", key: "pay", value, name });

test("a drag previews each new value once and commits one", () => {
  const { effects, gesture } = play([grab(1), move(1), move(1.1), move(1.1), move(1.2), { type: "release" }]);

  assert.deepEqual(effects, [
    { kind: "try", key: "pay", value: 1.1 }, { kind: "try", key: "pay", value: 1.2 }, { kind: "commit", key: "pay", value: 1.2 },
  ]);
  assert.equal(gesture, REST);
});

test("a press that moves nothing commits nothing", () => {
  assert.deepEqual(play([grab(1), { type: "release" }]).effects, [{ kind: "back", key: "pay" }]);
});

test("a drag that comes back to where it began drops its preview", () => {
  assert.deepEqual(play([grab(1), move(2), move(1), { type: "release" }]).effects.at(-1), { kind: "back", key: "pay" });
});

test("Escape during a drag puts it back, and letting go then does nothing", () => {
  const { effects } = play([grab(1), move(2), { type: "escape" }, move(3), { type: "release" }]);
  assert.deepEqual(effects.map((each) => /** @type {any} */ (each).kind), ["try", "back"]);
});

test("several keys are one gesture, which ends by itself", () => {
  const { effects } = play([press("ArrowUp"), press("ArrowUp"), press("PageDown"), { type: "settle" }]);
  assert.deepEqual(effects, [
    { kind: "try", key: "pay", value: 0.5 }, { kind: "try", key: "pay", value: 1 }, { kind: "try", key: "pay", value: 0 },
    { kind: "back", key: "pay" },
  ]);
});

test("Delete takes a rating back as one gesture", () => {
  assert.deepEqual(play([press("Delete", -2), { type: "settle" }]).effects.at(-1), { kind: "commit", key: "pay", value: null });
});

test("keys do nothing while the pointer drags", () => {
  assert.deepEqual(play([grab(1), press("End", 1)]).effects, []);
});

test("keys move by 0.5 and 1, and to the ends, and stay within the scale", () => {
  assert.equal(keyed(1, "ArrowUp"), 1.5);
  assert.equal(keyed(1, "ArrowDown"), 0.5);
  assert.equal(keyed(1, "PageUp"), 2);
  assert.equal(keyed(1, "Home"), -5);
  assert.equal(keyed(1, "End"), 5);
  assert.equal(keyed(4.8, "ArrowUp"), 5);
  assert.equal(keyed(0.3, "ArrowUp"), 0.8);
});

test("from not rated, the first step is so-so", () => {
  assert.equal(keyed(null, "ArrowDown"), 0);
  assert.equal(keyed(null, "PageUp"), 0);
  assert.equal(keyed(null, "Home"), -5);
});

test("letters are no gesture", () => {
  assert.ok(isGestureKey("Delete") && isGestureKey("Home"));
  assert.ok(!isGestureKey("a") && !isGestureKey("Enter") && !isGestureKey("Tab"));
});
