/**
 * One gesture on one handle, with the pointer or with keys. Pure: what happened goes
 * in, the new gesture and what is to be done come out.
 */

import { MOST } from "../map/geometry.js";
import { clamp, round1 } from "./text.js";

/** @typedef {import("../types").Gesture} Gesture */
/** @typedef {import("../types").GestureEvent} GestureEvent */
/** @typedef {import("../types").GestureEffect} GestureEffect */
/** @typedef {{gesture: Gesture, effect: GestureEffect}} Step */

/** How long after the last key a gesture with keys is over. */
export const KEYS_END_AFTER = 600;

/** @type {Gesture} */
export const REST = { phase: "rest", key: "", start: null, value: null };

/** @type {Record<string, number>} */
const STEPS = {
  ArrowUp: 0.5, ArrowRight: 0.5, ArrowDown: -0.5, ArrowLeft: -0.5, PageUp: 1, PageDown: -1,
};

/**
 * @param {Gesture} gesture
 * @param {GestureEvent} event
 * @returns {Step}
 */
export function next(gesture, event) {
  switch (event.type) {
    case "grab":
      return { gesture: { phase: "pointer", key: event.key, start: event.value, value: event.value }, effect: null };
    case "move":
      return gesture.phase === "pointer" ? moved(gesture, event.value) : { gesture, effect: null };
    case "press":
      return pressed(gesture, event);
    case "release":
      return gesture.phase === "pointer" ? ended(gesture) : { gesture, effect: null };
    case "settle":
      return gesture.phase === "keys" ? ended(gesture) : { gesture, effect: null };
    case "escape":
      return gesture.phase === "rest" ? { gesture, effect: null }
        : { gesture: REST, effect: { kind: "back", key: gesture.key } };
  }
}

/**
 * @param {Gesture} gesture
 * @param {number | null} value
 * @returns {Step}
 */
function moved(gesture, value) {
  if (value === gesture.value) return { gesture, effect: null };
  return { gesture: { ...gesture, value }, effect: { kind: "try", key: gesture.key, value } };
}

/**
 * @param {Gesture} gesture
 * @param {{key: string, value: number | null, name: string}} event
 * @returns {Step}
 */
function pressed(gesture, event) {
  if (gesture.phase === "pointer") return { gesture, effect: null };
  /** @type {Gesture} */
  const going = gesture.phase === "keys" && gesture.key === event.key ? gesture
    : { phase: "keys", key: event.key, start: event.value, value: event.value };
  return moved(going, keyed(going.value, event.name));
}

/**
 * @param {Gesture} gesture
 * @returns {Step}
 */
function ended(gesture) {
  const { key, value } = gesture;
  if (value === gesture.start) return { gesture: REST, effect: { kind: "back", key } };
  return { gesture: REST, effect: { kind: "commit", key, value } };
}

/** @param {string} name of a key */
export const isGestureKey = (name) => name in STEPS || ["Home", "End", "Delete", "Backspace"].includes(name);

/**
 * The value after one key. From "not rated" the first step is so-so, in the middle.
 * @param {number | null} value
 * @param {string} name
 */
export function keyed(value, name) {
  if (name === "Delete" || name === "Backspace") return null;
  if (name === "Home") return -MOST;
  if (name === "End") return MOST;
  return value === null ? 0 : clamp(round1(value + (STEPS[name] ?? 0)), -MOST, MOST);
}
