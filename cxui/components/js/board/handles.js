/** My handles on the curve: one slider per column, in the row's own pixels. */

import { makeDraggable } from "../parts/drag.js";
import { h, sameAsLast, setAttr, setClass, setText } from "../parts/dom.js";
import { CHART, yOf } from "../map/geometry.js";
import { newId } from "../live/ids.js";
import { add, batch, mayShape, rate, setValue } from "../map/structure.js";
import { signed, valenceText, valenceWord } from "../parts/text.js";

/** @typedef {import("../types").Column} Column */
/** @typedef {import("../types").Command} Command */
/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").View} View */

/**
 * What stands at a column in the present mode, leaving my hand aside.
 * @param {View} view
 * @param {Column} column
 * @param {Context["mode"]} mode
 * @returns {number | null}
 */
export function standing(view, column, mode) {
  if (!column.touchpoint) return null;
  return mode === "wanted"
    ? view.touchpoint(column.touchpoint).wanted ?? null
    : view.mine(column.touchpoint).valence ?? null;
}

/**
 * The same, with what is under my hand.
 * @param {Context} ctx
 * @param {View} view
 * @param {Column} column
 */
export function shown(ctx, view, column) {
  const held = ctx.hand?.keys.get(column.key);
  return held === undefined ? standing(view, column, ctx.mode) : held;
}

/**
 * The command that a finished gesture on a column becomes.
 * @param {View} view
 * @param {Column} column
 * @param {Context["mode"]} mode
 * @param {number | null} value
 * @returns {Command}
 */
function ratingOf(view, column, mode, value) {
  if (column.touchpoint) {
    return mode === "wanted"
      ? setValue("touchpoint", column.touchpoint, "wanted", value)
      : rate(column.touchpoint, "valence", value);
  }
  const id = newId();
  const name = view.stage(column.stage).name || "Whole stage";
  const thing = { id, stage_id: column.stage, name, whole_stage: true };
  return batch(`Rate ${name}`.slice(0, 200), mode === "wanted"
    ? [add("touchpoint", { ...thing, wanted: value }, "")]
    : [add("touchpoint", thing, ""), rate(id, "valence", value)]);
}

/**
 * @param {Context} ctx
 * @param {() => void} redraw the curve only
 */
export function createHandle(ctx, redraw) {
  /** @type {Column} */
  let column = { key: "", stage: "", touchpoint: null, index: 0 };
  let tries = 0;
  /** @type {number | null} */
  let dragY = null;
  const bubble = h("span", { class: "handle-bubble", "aria-hidden": "true" });
  const el = h("div", {
    class: "handle", role: "slider", tabindex: "0", "aria-orientation": "vertical",
    "aria-valuemin": "-5", "aria-valuemax": "5",
    onfocus: () => {
      ctx.last = column.touchpoint ?? ctx.last;
    },
  }, h("span", { class: "handle-face" }), bubble);

  const same = sameAsLast();

  function letGo() {
    ctx.hand = null;
    dragY = null;
    setClass(el, "held", false);
    redraw();
  }

  /** @param {string} key */
  function listen(key) {
    makeDraggable(el, key, {
      value: () => shown(ctx, ctx.view(), column),
      allowed: () => (ctx.mode === "today" ? ctx.view().me.can_edit : mayShape(ctx.view())),
      held(value, y) {
        ctx.hand = { keys: new Map([[key, value]]), label: key };
        dragY = y;
        setClass(el, "held", y !== null);
        redraw();
      },
      tried(value) {
        if (!column.touchpoint) return;
        tries += 1;
        const part = ctx.mode === "wanted" ? "wanted" : "valence";
        ctx.link.send({ kind: "try", n: tries, touchpoint: column.touchpoint, part, value, all: [] });
      },
      answered: (then) => { ctx.answered = then; },
      done(value) {
        const command = ratingOf(ctx.view(), column, ctx.mode, value);
        void ctx.run(command);
        letGo();
        ctx.announceRanking();
      },
      back() {
        ctx.link.send({ kind: "rest" });
        letGo();
      },
    });
  }

  /**
   * @param {View} view
   * @param {Column} at
   * @param {number} x
   */
  function update(view, at, x) {
    if (!column.key) listen(at.key);
    column = at;
    const value = shown(ctx, view, column);
    const y = dragY ?? (value === null ? CHART.strip : yOf(value));
    const wanted = ctx.mode === "wanted";
    const unset = wanted ? "not set" : "not rated";
    const called = column.touchpoint && view.touchpoint(column.touchpoint);
    if (same(value, y, x, wanted, called, view.stage(column.stage), view.words)) return;
    const name = called ? called.name : "the whole stage";
    // Not by a transform: each of them would be a layer to sort at every frame.
    el.style.left = `${x.toFixed(1)}px`;
    el.style.top = `${y.toFixed(1)}px`;
    setAttr(el, "data-touchpoint", column.touchpoint);
    setAttr(el, "aria-label", `${name}, ${view.stage(column.stage).name}${wanted ? ", wanted" : ""}`);
    setAttr(el, "aria-valuenow", value ?? 0);
    setAttr(el, "aria-valuetext", valenceText(value, view.words.valence, unset));
    setText(bubble, value === null ? unset : `${valenceWord(value, view.words.valence)} ${signed(value)}`);
    setClass(el, "unrated", value === null);
    setClass(el, "wanted", wanted);
    setClass(el, "high", y < CHART.top + 24);
  }

  return { el, update };
}
