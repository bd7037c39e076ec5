/** Ghosts on the curve: a hollow point a moment, to see what would change; see what_if.js. */

import { makeDraggable } from "../parts/drag.js";
import { h, keyed, s, sameAsLast, setAttr, setClass, setText } from "../parts/dom.js";
import { CHART, linePath, yOf } from "../map/geometry.js";
import { round1, signed, valenceText, valenceWord } from "../parts/text.js";
import { supposedMeans } from "./supposed.js";

/** @typedef {import("../types").Column} Column */
/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").View} View */
/** @typedef {{id: string, value: number}} Held */

/**
 * What a hand on a ghost says.
 * @typedef {object} Hand
 * @property {(held: Held | null) => void} hold it is here now; null: at home
 * @property {(held: Held) => void} ask what would be said then?
 * @property {() => void} letGo
 */

/**
 * @param {Context} ctx
 * @param {Hand} hand
 */
export function createGhosts(ctx, hand) {
  const line = s("path", { class: "line ghost-line" });
  const el = h("div", { class: "ghosts" });
  /** @type {Held | null} */
  let held = null;
  let redraw = () => {};

  /** @type {Hand} */
  const watched = {
    ask: hand.ask,
    hold(now) {
      held = now;
      hand.hold(now);
      redraw();
    },
    letGo() {
      held = null;
      hand.letGo();
      redraw();
    },
  };

  /**
   * @param {View} view
   * @param {number[]} x
   * @param {() => void} again draws the curve
   */
  function update(view, x, again) {
    redraw = again;
    const columns = ctx.mode === "what_if" ? view.columns.filter((c) => c.touchpoint && view.result(c.touchpoint).valence !== null) : [];
    keyed(el, columns.map((column) => column.key), (id) => createGhost(ctx, id, watched),
      (ghost, _, i) => ghost.update(view, columns[i], x[columns[i].index], held));
    setAttr(line, "d", held ? pathOf(supposedMeans(view, held), x) : null);
  }

  return { el, line, update };
}

/**
 * @param {(number | null)[]} means
 * @param {number[]} x
 */
const pathOf = (means, x) => linePath(means.map((value, i) => (value === null ? null : { x: x[i], y: yOf(value) })));

/**
 * @param {Context} ctx
 * @param {string} id of the touchpoint
 * @param {Hand} hand
 */
function createGhost(ctx, id, hand) {
  const bubble = h("span", { class: "handle-bubble", "aria-hidden": "true" });
  const el = h("div", {
    class: "ghost", role: "slider", tabindex: "0", "aria-orientation": "vertical",
    "aria-valuemin": "-5", "aria-valuemax": "5",
  }, h("span", { class: "ghost-face" }), bubble);
  /** @type {number | null} */
  let dragY = null;
  const same = sameAsLast();

  const home = () => round1(ctx.view().result(id).valence ?? 0);

  function over() {
    dragY = null;
    setClass(el, "held", false);
    hand.letGo();
  }

  makeDraggable(el, id, {
    value: home,
    allowed: () => ctx.mode === "what_if",
    held(value, y) {
      dragY = value === null ? null : y;
      setClass(el, "held", value !== null);
      hand.hold(value === null ? null : { id, value });
    },
    tried(value) {
      if (value !== null) hand.ask({ id, value });
    },
    answered: (then) => { ctx.answered = then; },
    done: over,
    back: over,
  });

  /**
   * @param {View} view
   * @param {Column} column
   * @param {number} x
   * @param {Held | null} held
   */
  function update(view, column, x, held) {
    const value = held?.id === id ? held.value : home();
    const y = dragY ?? yOf(held?.id === id ? held.value : view.result(id).valence ?? 0);
    const { name } = view.touchpoint(id);
    if (same(value, y, x, name, view.stage(column.stage), view.words)) return;
    el.style.left = `${x.toFixed(1)}px`;
    el.style.top = `${y.toFixed(1)}px`;
    setAttr(el, "aria-label", `What if: ${name}, ${view.stage(column.stage).name}`);
    setAttr(el, "aria-valuenow", value);
    setAttr(el, "aria-valuetext", valenceText(value, view.words.valence));
    setText(bubble, `what if ${valenceWord(value, view.words.valence)} ${signed(value)}`);
    setClass(el, "high", y < CHART.top + 24);
  }

  return { el, update };
}
