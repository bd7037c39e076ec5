/** One moment in a ranking: its place, what makes it so, how firmly that holds. */

import { createMoment } from "./moment.js";
import { createFacts } from "./numbers.js";
import { h, keyed, setAttr, setClass, setText } from "../../parts/dom.js";
import { AGAIN, createHold, drawParts, firmness, holdOf, standing } from "../../parts/ranked.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").Result} Result */
/** @typedef {import("../../types").View} View */
/** @typedef {import("../../parts/ranked.js").Standing} Standing */

/** Badges that say how far a place can be trusted; the others are about what to do. */
const SAID = new Map([["assumption", "○"], ["disputed", "≠"]]);
const SEPARATOR = " · ";
const NOTHING_BAD = "nothing that hurts";

/**
 * @param {Context} ctx
 * @param {string} id
 */
export function createRow(ctx, id) {
  const place = h("span", { class: "rank" });
  const name = createMoment(ctx, id);
  const pill = createDirection();
  const hold = createHold();
  const bar = h("span", { class: "bar", "aria-hidden": "true" });
  const badges = h("p", { class: "matter-badges" });
  const more = createMore();
  const el = h("li", { class: "item matter" }, place, h("div", { class: "item-body" },
    h("div", { class: "item-head" }, name.el, pill.el, hold.el), bar, more.el, badges));

  /** @param {View} view */
  function update(view) {
    const result = view.result(id);
    const now = standing(holdOf(view, id), result, firmness(view).state);
    setText(place, now.place);
    name.update(view);
    pill.update(result);
    hold.update(now);
    drawParts(bar, result.parts ?? []);
    drawBadges(badges, view.badges(id));
    more.update(view, id, now);
    setClass(el, "critical", result.critical);
  }

  return { el, update };
}

/**
 * One moment to protect.
 * @param {Context} ctx
 * @param {string} id
 */
export function createStrength(ctx, id) {
  const place = h("span", { class: "rank" });
  const name = createMoment(ctx, id);
  const pill = createDirection();
  const bar = h("span", { class: "bar", "aria-hidden": "true" });
  const el = h("li", { class: "item" }, place,
    h("div", { class: "item-body" }, h("div", { class: "item-head" }, name.el, pill.el), bar));
  return {
    el,
    /**
     * @param {View} view
     * @param {number} rank
     */
    update(view, rank) {
      const result = view.result(id);
      setText(place, rank);
      name.update(view);
      pill.update(result);
      drawParts(bar, [["protect", result.protect ?? 0, ""]]);
    },
  };
}

/** What to do with it, in a word or two. */
function createDirection() {
  const el = h("span", { class: "pill" });
  return {
    el,
    update(/** @type {Result} */ result) {
      setText(el, result.direction_word);
      setAttr(el, "data-direction", result.direction);
      el.hidden = !result.direction_word;
    },
  };
}

/**
 * @param {HTMLElement} line
 * @param {[code: string, word: string][]} worn
 */
function drawBadges(line, worn) {
  const shown = worn.filter(([code]) => SAID.has(code));
  line.hidden = !shown.length;
  keyed(line, shown.map(([code]) => code), () => ({ el: h("span", { class: "matter-badge" }) }),
    (part, code, i) => setText(part.el, `${SAID.get(code)} ${shown[i][1]}`));
}

/** What makes it so; behind that the sentence of the verdict, the sum, and the numbers. */
function createMore() {
  const why = h("summary", { class: "matter-why" });
  const said = h("p", {});
  const sum = h("p", {});
  const because = h("p", {});
  const note = h("p", {});
  const facts = createFacts();
  const el = h("details", { class: "matter-more" }, why, said, sum, because, note, facts.el);

  /**
   * @param {View} view
   * @param {string} id
   * @param {Standing} now
   */
  function update(view, id, now) {
    const result = view.result(id);
    setText(why, (result.parts ?? []).map(([, , word]) => word).join(SEPARATOR) || NOTHING_BAD);
    line(said, now.isStale ? `How firmly it holds is ${AGAIN}.` : now.sentence);
    line(sum, result.sum);
    line(because, result.because);
    line(note, result.signals_note);
    const firm = view.computedFor(`firm/${id}`);
    // what is worked out again stays as it was until then
    if (firm || firmness(view).state === "none") facts.update(firm?.numbers ?? []);
  }

  return { el, update };
}

/**
 * @param {HTMLElement} el
 * @param {string | null} text
 */
function line(el, text) {
  setText(el, text);
  el.hidden = !text;
}
