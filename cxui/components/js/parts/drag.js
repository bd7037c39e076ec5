/**
 * Ties one slider element to the gesture reducer: pointer capture, one step per
 * animation frame, keys that end by themselves. What a step means is the caller's.
 */

import { CHART } from "../map/geometry.js";
import { isGestureKey, KEYS_END_AFTER, next, REST } from "./gesture.js";

/** @typedef {import("../types").GestureEvent} GestureEvent */

/**
 * The hand is drawn together with the answer to its try: one frame instead of two, and
 * neither waits for the other's. Only so many ms, though: a slow line must not hold it.
 */
const PATIENCE = 6;

/**
 * @typedef {object} DragOptions
 * @property {() => number | null} value what stands now
 * @property {() => boolean} allowed
 * @property {(value: number | null, y: number | null) => void} held under the hand now; y in the chart, when dragged
 * @property {(value: number | null) => void} tried the rounded value is another one
 * @property {(then: (() => void) | null) => void} answered call this when the answer to a try is there
 * @property {(value: number | null) => void} done
 * @property {() => void} back given up, or nothing has changed
 * @property {import("../map/geometry.js").Chart} [chart] the board's, if not said
 * @property {boolean} [leaves] carried out of the scale, it is not rated any more
 */

/**
 * @param {HTMLElement} el
 * @param {string} key
 * @param {DragOptions} options
 */
export function makeDraggable(el, key, options) {
  const chart = options.chart ?? CHART;
  let gesture = REST;
  /** Where the hand took hold. It stays: when others move the chart, my hand has not moved. */
  let grip = 0;
  let clientY = 0;
  let said = 0;
  let frame = 0;
  let timer = 0;
  let patience = 0;

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

  /** Null where the handle may lie in the strip. */
  const outside = () => (options.leaves ? null : gesture.start);

  function height() {
    const lowest = outside() === null ? chart.strip : chart.bottom;
    return Math.min(lowest, Math.max(chart.top, clientY - grip));
  }

  /** Say where the hand is, at most once a frame, then draw it. */
  function say() {
    said = clientY;
    const effect = step({ type: "move", value: chart.valueAt(height(), outside()) });
    if (effect?.kind !== "try") return soon();
    options.answered(soon);
    patience = window.setTimeout(soon, PATIENCE);
  }

  function soon() {
    stopWaiting();
    if (!frame) frame = requestAnimationFrame(draw);
  }

  function stopWaiting() {
    clearTimeout(patience);
    patience = 0;
    options.answered(null);
  }

  function draw() {
    frame = 0;
    if (gesture.phase !== "pointer") return;
    if (clientY !== said) say();
    options.held(gesture.value, height());
  }

  function drop() {
    cancelAnimationFrame(frame);
    frame = 0;
    stopWaiting();
  }

  /** @param {PointerEvent} event */
  function grabbed(event) {
    if (event.button !== 0 || !options.allowed() || gesture.phase === "pointer") return;
    settle();
    const value = options.value();
    const rest = value === null ? chart.strip : chart.yOf(value);
    grip = event.clientY - rest;
    clientY = said = event.clientY;
    el.setPointerCapture(event.pointerId);
    addEventListener("pointerup", over, { capture: true, once: true });
    step({ type: "grab", key, value });
    options.held(value, rest);
  }

  /** Somebody else has taken away what I held: nothing of it hears that I let go. */
  function over() {
    if (gesture.phase === "pointer" && !el.isConnected) giveUp();
  }

  /** @param {PointerEvent} event */
  function dragged(event) {
    if (gesture.phase !== "pointer") return;
    clientY = event.clientY;
    if (!frame && !patience && clientY !== said) say();
  }

  function released() {
    if (gesture.phase !== "pointer") return;
    drop();
    step({ type: "move", value: chart.valueAt(height(), outside()) });
    step({ type: "release" });
  }

  function settle() {
    clearTimeout(timer);
    step({ type: "settle" });
  }

  function giveUp() {
    drop();
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
  // Raw updates come at once and not with the next frame, so that the answer can be
  // there before that frame is drawn. Plain http on a network has only the others.
  el.addEventListener(/** @type {"pointermove"} */ ("onpointerrawupdate" in el ? "pointerrawupdate" : "pointermove"), dragged);
  el.addEventListener("pointerup", released);
  el.addEventListener("pointercancel", giveUp);
  el.addEventListener("keydown", pressed);
  el.addEventListener("blur", settle);
  el.addEventListener("contextmenu", (event) => {
    if (gesture.phase === "pointer") event.preventDefault();
  });
}
