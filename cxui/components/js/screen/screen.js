/**
 * The screen for the room: made for a projector, read from the back. It has no control
 * and no names, and of a private round it knows nothing but the count.
 */

import { phaseWord } from "../lead/now.js";
import { createQr } from "../lead/qr.js";
import { rates } from "../live/round.js";
import { createCountdown } from "../parts/countdown.js";
import { h, keyed, prefersStill, setAttr, setClass, setText } from "../parts/dom.js";
import { createHold, firmness, holdOf, standing } from "../parts/ranked.js";
import { createCards, createSpreads } from "../round/said.js";
import { createChart, topOf } from "./chart.js";
import { fitOf } from "./fit.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").Screen} Screen */
/** @typedef {import("../types").View} View */

const STAGED_FOR = 3_800;

/**
 * @param {Context} ctx
 * @returns {Screen}
 */
export function createScreen(ctx) {
  const headline = h("h1", { class: "room-headline", dir: "auto" });
  const phase = h("span", { class: "room-phase" });
  const clock = createCountdown(ctx.link);
  const chart = createChart();
  const cards = h("ol", { class: "room-cards" });
  const empty = h("p", { class: "room-empty", dir: "auto" });
  const said = createSaid();
  const count = createCount(ctx);
  const join = createWayIn();
  const inner = h("div", { class: "room" },
    h("header", { class: "room-head" }, headline, h("div", { class: "room-now" }, phase, clock.el)),
    chart.el, cards, said.el, empty, count.el, join.el);
  const el = h("div", { class: "screen-room" }, inner);
  /** @type {string | null | undefined} */
  let shown;
  let timer = 0;

  const measure = new ResizeObserver(() => update(ctx.view()));
  measure.observe(el);

  function fit() {
    const { scale, width, height } = fitOf(innerWidth, innerHeight);
    inner.style.width = `${width}px`;
    inner.style.height = `${height}px`;
    inner.style.transform = scale === 1 ? "" : `scale(${scale})`;
  }

  /** @param {View} view */
  function update(view) {
    fit();
    clock.update();
    const { round } = view;
    const top = topOf(view);
    setText(headline, headlineOf(view));
    setText(phase, phaseWord(view));
    phase.hidden = !phase.textContent || round !== null;
    join.update(view);
    setClass(inner, "with-join", !join.el.hidden);
    setClass(inner, "in-round", round !== null);
    const words = inWords(view);
    said.update(view, words);
    chart.el.hidden = round !== null || words !== null || !view.order.length;
    cards.hidden = round !== null || words !== null || !top.length;
    setText(empty, view.order.length ? "" : "The journey begins here.");
    empty.hidden = round !== null || words !== null || !empty.textContent;
    count.el.hidden = round === null;
    count.update(view);
    drawCards(cards, view, top);
    if (!chart.el.hidden) chart.update(view);
    stageReveal(view);
  }

  /**
   * Band, curve, what needs work, headline: one after the other, once.
   * @param {View} view
   */
  function stageReveal(view) {
    const now = view.revealed?.round ?? null;
    const fresh = shown !== undefined && now !== null && now !== shown && !inWords(view);
    shown = now;
    if (!fresh || prefersStill()) return;
    setClass(inner, "staged", true);
    clearTimeout(timer);
    timer = window.setTimeout(() => setClass(inner, "staged", false), STAGED_FOR);
  }

  return {
    el, update,
    follow: update,
    stop() {
      clearTimeout(timer);
      clock.stop();
      measure.disconnect();
    },
  };
}

/**
 * What came out of a round of cards or of staff, as long as the room talks about it.
 * @param {View} view
 */
function inWords({ round, revealed, lead }) {
  return !round && revealed && !rates(revealed.form) && lead.phase === "talk" ? revealed : null;
}

function createSaid() {
  const cards = createCards();
  const spreads = createSpreads();
  const el = h("section", { class: "room-said" }, cards.el, spreads.el);

  /**
   * @param {View} view
   * @param {View["revealed"]} revealed
   */
  function update(view, revealed) {
    el.hidden = revealed === null;
    if (!revealed) return;
    cards.update(revealed.cards);
    spreads.update(view, revealed);
  }

  return { el, update };
}

/** @param {NonNullable<View["round"]>} round */
function asksOf({ form, persona, about }) {
  if (form === "cards") return `Who is ${persona ?? "she"}?`;
  return form === "staff" ? "Could we deliver it tomorrow? Do we want to?" : about?.name ?? "";
}

/** @param {View} view */
function headlineOf(view) {
  if (view.round) return asksOf(view.round);
  const { revealed } = view;
  const isOver = revealed !== null && !rates(revealed.form) && !inWords(view);
  return (!isOver && revealed?.headline) || view.computed.headline || view.journey?.name || view.room.name;
}

/**
 * @param {HTMLElement} list
 * @param {View} view
 * @param {string[]} ids
 */
function drawCards(list, view, ids) {
  keyed(list, ids, () => {
    const rank = h("span", { class: "room-rank" });
    const name = h("span", { class: "room-name", dir: "auto" });
    const pill = h("span", { class: "pill" });
    const hold = createHold();
    const words = h("div", { class: "room-card-words" }, name, h("div", { class: "room-card-marks" }, pill, hold.el));
    return { el: h("li", { class: "room-card" }, rank, words), rank, name, pill, hold };
  }, (card, id) => {
    const result = view.result(id);
    const now = standing(holdOf(view, id), result, firmness(view).state);
    card.hold.update(now);
    setText(card.rank, now.place);
    setText(card.name, view.touchpoint(id).name);
    setText(card.pill, result.direction_word);
    setAttr(card.pill, "data-direction", result.direction);
    card.pill.hidden = !result.direction_word;
  });
}

/** @param {Context} ctx */
function createCount(ctx) {
  const number = h("p", { class: "room-count", role: "status" });
  const fill = h("i", {});
  const clock = createCountdown(ctx.link);
  const el = h("section", { class: "room-round" }, number,
    h("div", { class: "round-bar", "aria-hidden": "true" }, fill), clock.el,
    h("p", { class: "room-private" }, "Only you can see what you say, until the reveal."));
  return {
    el,
    update(/** @type {View} */ { round }) {
      clock.update();
      if (!round) return;
      setText(number, `${round.done} of ${round.of} done`);
      fill.style.width = `${round.of ? (100 * round.done) / round.of : 0}%`;
    },
  };
}

/** How to come in, until all are in: the first reveal says that they are. */
function createWayIn() {
  const qr = createQr();
  const code = h("p", { class: "room-code" });
  const address = h("p", { class: "room-address" });
  const el = h("aside", { class: "room-join", "aria-label": "Join" }, h("p", { class: "room-join-word" }, "Join"), qr.el, code, address);
  return {
    el,
    update(/** @type {View} */ { links, revealed }) {
      el.hidden = !links?.qr || revealed !== null;
      qr.update(links?.qr);
      setText(code, links?.code);
      setText(address, links?.address?.replace(/^https?:\/\//, ""));
    },
  };
}
