/** One point on an upright scale: waits below it until it is rated, by tap, drag or key. */

import { makeDraggable } from "../parts/drag.js";
import { h, setAttr, setClass, setText } from "../parts/dom.js";
import { signed, valenceText, valenceWord } from "../parts/text.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../map/geometry.js").Chart} Chart */
/** @typedef {import("../types").ValenceWord} ValenceWord */

/** What a tap on the scale may miss its ends by. */
const SLACK = 14;

/**
 * @typedef {object} PointOptions
 * @property {string} key
 * @property {Chart} chart
 * @property {() => number | null} value what stands
 * @property {() => boolean} allowed
 * @property {(value: number | null) => void} done
 * @property {() => void} moved the hand is somewhere else: draw what depends on it
 * @property {() => void} [untouched] pressed where it waits, and not moved
 */

/**
 * @param {Context} ctx
 * @param {PointOptions} options
 */
export function createPoint(ctx, options) {
  const { chart } = options;
  /** @type {{value: number | null, y: number | null} | null} */
  let hand = null;
  const bubble = h("span", { class: "point-bubble", "aria-hidden": "true" });
  const slider = h("div", {
    class: "point", role: "slider", tabindex: "0", "aria-orientation": "vertical",
    "aria-valuemin": "-5", "aria-valuemax": "5",
  }, h("span", { class: "point-face" }), bubble);
  const track = h("div", { class: "track", onclick: tapped }, h("span", { class: "track-line" }), h("span", { class: "track-middle" }));
  const slot = h("button", {
    type: "button", class: "slot", onclick: () => { options.done(null); slider.focus({ preventScroll: true }); },
  }, h("span", { class: "slot-face", "aria-hidden": "true" }));
  const el = h("div", { class: "scale-column" }, track, slot, slider);
  el.style.height = `${chart.height}px`;
  place(track, chart.top - SLACK, chart.bottom + SLACK);
  place(/** @type {HTMLElement} */ (track.firstChild), SLACK, chart.bottom - chart.top + SLACK);
  place(/** @type {HTMLElement} */ (track.lastChild), (chart.bottom - chart.top) / 2 + SLACK, null);
  slot.style.top = `${chart.strip}px`;

  const now = () => (hand ? hand.value : options.value());

  /** @param {MouseEvent} event */
  function tapped(event) {
    if (!options.allowed()) return;
    options.done(chart.valenceAt(event.clientY - el.getBoundingClientRect().top));
    slider.focus({ preventScroll: true });
  }

  function letGo() {
    hand = null;
    ctx.hand = null;
    setClass(slider, "held", false);
    options.moved();
  }

  makeDraggable(slider, options.key, {
    chart, leaves: true,
    value: now,
    allowed: options.allowed,
    held(value, y) {
      hand = { value, y };
      ctx.hand = { keys: new Map([[options.key, value]]), label: options.key };
      setClass(slider, "held", y !== null);
      options.moved();
    },
    // A private point is nobody else's: no preview of it is sent.
    tried: () => {},
    answered: () => {},
    done(value) {
      options.done(value);
      letGo();
    },
    back() {
      const waits = hand?.y !== null && now() === null;
      letGo();
      if (waits) options.untouched?.();
    },
  });

  /**
   * @param {string} name
   * @param {ValenceWord[]} words
   */
  function update(name, words) {
    const value = now();
    const y = hand?.y ?? (value === null ? chart.strip : chart.yOf(value));
    slider.style.top = `${y.toFixed(1)}px`;
    setAttr(slider, "aria-label", name);
    setAttr(slider, "aria-valuenow", value ?? 0);
    setAttr(slider, "aria-valuetext", valenceText(value, words));
    setText(bubble, value === null ? "not rated" : `${valenceWord(value, words)} ${signed(value)}`);
    setClass(slider, "unrated", value === null);
    setClass(slider, "low-bubble", y < chart.top + 30);
    setAttr(slot, "aria-label", `Leave ${name} open`);
    setAttr(slot, "title", "Leave it open");
    slot.hidden = options.value() === null || !options.allowed();
  }

  return { el, update, now };
}

/**
 * @param {HTMLElement} el
 * @param {number} top
 * @param {number | null} bottom
 */
function place(el, top, bottom) {
  el.style.top = `${top}px`;
  if (bottom !== null) el.style.height = `${bottom - top}px`;
}
