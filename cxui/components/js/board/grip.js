/** The grip that moves a whole stage's feeling up and down: a slider over its mean. */

import { makeDraggable } from "../parts/drag.js";
import { h, icon, setAttr, setClass, setText } from "../parts/dom.js";
import { batch, mayShape, mean, moveFeeling, rate, setValue } from "../map/structure.js";
import { signed, valenceText, valenceWord } from "../parts/text.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").View} View */

/**
 * @param {Context} ctx
 * @param {string} stage
 * @param {() => void} redraw
 */
export function createGrip(ctx, stage, redraw) {
  /** @type {[string, number | null][] | null} */
  let before = null;
  /** @type {[string, number | null][]} */
  let moved = [];
  let tries = 0;
  const bubble = h("span", { class: "grip-bubble", "aria-hidden": "true" });
  const el = h("div", {
    class: "grip", "data-stage": stage, role: "slider", tabindex: "0", "aria-orientation": "vertical",
    "aria-valuemin": "-5", "aria-valuemax": "5", title: "Move the whole stage up or down",
  }, h("span", { class: "grip-face" }, icon("grip")), bubble);

  /** @returns {[string, number | null][]} */
  function now() {
    const view = ctx.view();
    const row = view.order.find((each) => each.stage === stage);
    return (row?.touchpoints ?? []).map((id) => [id, ctx.mode === "wanted"
      ? view.touchpoint(id).wanted ?? null : view.mine(id).valence ?? null]);
  }

  const value = () => mean((before ? moved : now()).map(([, v]) => v));

  /** @param {number | null} to */
  function shift(to) {
    before ??= now();
    moved = moveFeeling(before, mean(before.map(([, v]) => v)), to);
  }

  function draw() {
    ctx.hand = { keys: new Map(moved), label: stage };
    redraw();
  }

  function letGo() {
    before = null;
    ctx.hand = null;
    setClass(el, "held", false);
    redraw();
  }

  makeDraggable(el, `grip:${stage}`, {
    value,
    allowed: () => (ctx.mode === "today" ? ctx.view().me.can_edit : mayShape(ctx.view())),
    held(to, y) {
      setClass(el, "held", y !== null);
      shift(to);
      draw();
    },
    tried(to) {
      shift(to);
      if (!moved.length) return;
      tries += 1;
      const part = ctx.mode === "wanted" ? "wanted" : "valence";
      ctx.link.send({
        kind: "try", n: tries, touchpoint: moved[0][0], part, value: moved[0][1], all: moved,
      });
    },
    answered: (then) => { ctx.answered = then; },
    done() {
      const start = new Map(before ?? []);
      const changes = moved.filter(([id, v]) => start.get(id) !== v);
      if (changes.length) void ctx.run(batch(`Move ${ctx.view().stage(stage).name}`.slice(0, 200), commands(changes)));
      letGo();
      ctx.announceRanking();
    },
    back() {
      ctx.link.send({ kind: "rest" });
      letGo();
    },
  });

  /** @param {[string, number | null][]} changes */
  function commands(changes) {
    return changes.map(([id, v]) => (ctx.mode === "wanted"
      ? setValue("touchpoint", id, "wanted", v) : rate(id, "valence", v)));
  }

  /**
   * @param {View} view
   * @param {number} x
   */
  function update(view, x) {
    const at = value();
    el.style.left = `${x.toFixed(1)}px`;
    setAttr(el, "aria-label", `Whole stage ${view.stage(stage).name}`);
    setAttr(el, "aria-valuenow", at ?? 0);
    setAttr(el, "aria-valuetext", valenceText(at, view.words.valence));
    setText(bubble, at === null ? "not rated" : `whole stage: ${valenceWord(at, view.words.valence)} ${signed(at)}`);
  }

  return { el, update };
}
