/**
 * Ties one slider element to the gesture reducer: pointer capture, one step per
 * animation frame, keys that end by themselves. What a step means is the caller's.
 */

import { CHART, valueAt, yOf } from "./geometry.js";
import { isGestureKey, KEYS_END_AFTER, next, REST } from "./gesture.js";

/** @typedef {import("./types").GestureEvent} GestureEvent */

/**
 * @typedef {object} DragOptions
 * @property {() => number | null} value what stands now
 * @property {() => DOMRect} box of the chart, for heights
 * @property {() => boolean} allowed
 * @property {(value: number | null, y: number | null) => void} held under the hand now; y in the chart, when dragged
 * @property {(value: number | null) => void} tried the rounded value is another one
 * @property {(value: number | null) => void} done
 * @property {() => void} back given up, or nothing has changed
 */

/**
 * @param {HTMLElement} el
 * @param {string} key
 * @param {DragOptions} options
 */
export function makeDraggable(el, key, options) {
  let gesture = REST;
  let offset = 0;
  let clientY = 0;
  let frame = 0;
  let timer = 0;

  /** @param {GestureEvent} event */
  function step(event) {
    const result = next(gesture, event);
    gesture = result.gesture;
    const { effect } = result;
    if (effect?.kind === "try") options.tried(effect.value);
    if (effect?.kind === "commit") options.done(effect.value);
    if (effect?.kind === "back") options.back();
    return effect;
  }

  function follow() {
    frame = 0;
    if (gesture.phase !== "pointer") return;
    const lowest = gesture.start === null ? CHART.strip : CHART.bottom;
    const y = Math.min(lowest, Math.max(CHART.top, clientY - options.box().top - offset));
    step({ type: "move", value: valueAt(y, gesture.start) });
    options.held(gesture.value, y);
  }

  /** @param {PointerEvent} event */
  function grabbed(event) {
    if (event.button !== 0 || !options.allowed() || gesture.phase === "pointer") return;
    settle();
    const value = options.value();
    const rest = value === null ? CHART.strip : yOf(value);
    offset = event.clientY - options.box().top - rest;
    clientY = event.clientY;
    el.setPointerCapture(event.pointerId);
    step({ type: "grab", key, value });
    options.held(value, rest);
  }

  /** @param {PointerEvent} event */
  function dragged(event) {
    if (gesture.phase !== "pointer") return;
    clientY = event.clientY;
    if (!frame) frame = requestAnimationFrame(follow);
  }

  function released() {
    if (gesture.phase !== "pointer") return;
    cancelAnimationFrame(frame);
    follow();
    step({ type: "release" });
  }

  function settle() {
    clearTimeout(timer);
    step({ type: "settle" });
  }

  function giveUp() {
    cancelAnimationFrame(frame);
    frame = 0;
    clearTimeout(timer);
    step({ type: "escape" });
  }

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    if (event.key === "Escape" && gesture.phase !== "rest") {
      event.preventDefault();
      event.stopPropagation();
      giveUp();
      return;
    }
    if (!isGestureKey(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (!options.allowed()) return;
    step({ type: "press", key, value: options.value(), name: event.key });
    if (gesture.phase !== "keys") return;
    options.held(gesture.value, null);
    clearTimeout(timer);
    timer = window.setTimeout(settle, KEYS_END_AFTER);
  }

  el.addEventListener("pointerdown", grabbed);
  el.addEventListener("pointermove", dragged);
  el.addEventListener("pointerup", released);
  el.addEventListener("pointercancel", giveUp);
  el.addEventListener("keydown", pressed);
  el.addEventListener("blur", settle);
  el.addEventListener("contextmenu", (event) => {
    if (gesture.phase === "pointer") event.preventDefault();
  });
}
