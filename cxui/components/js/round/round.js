/** A private round as one person meets it: one question or one stage at a time. */

import { forget, recall, remember } from "../live/drafts.js";
import { createCountdown } from "../parts/countdown.js";
import { h, icon, keyed, prefersStill, setAttr, setClass, setText } from "../parts/dom.js";
import { leads } from "../screens.js";
import { sayingFor } from "../live/round.js";
import { createDots, createOverall, createScales, hasScale } from "./answers.js";
import { createCard } from "./card.js";
import { createColumns } from "./columns.js";
import { createDone } from "./done.js";
import { forgetSeat, pageKey, passingKey } from "./keys.js";
import { CARDS, doneText, nextWord, pagesOf, placeOf, placeText, tapsText } from "./pages.js";
import { createPassing } from "./pass.js";
import { createStaff } from "./staff.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").Round} Round */
/** @typedef {import("../types").Screen} Screen */
/** @typedef {import("../types").View} View */
/** @typedef {import("./pages.js").Page} Page */
/** @typedef {{el: HTMLElement, title: HTMLElement, update(view: View): void, stop(): void}} Shown */

/**
 * @param {Context} ctx
 * @returns {Screen}
 */
export function createRound(ctx) {
  const head = createHead(ctx);
  const body = h("div", { class: "phone-body" });
  const nav = createNav({ back: () => turn(-1), next: () => turn(1) });
  const el = h("section", { class: "phone private-round", "aria-label": "Private round" }, h("div", { class: "phone-page" }, head.el, body, nav.el));
  /** @type {Shown | null} */
  let shown = null;
  let key = "";
  let seat = "";
  /** The page of this seat in this round, also where nothing can be stored. @type {string | null} */
  let place = null;
  /** Whose device it was before it was passed on. @type {string | null} */
  let passing = null;

  /** @param {View} view */
  function update(view) {
    const { round } = view;
    if (!round) return;
    const now = `${view.me.participant}/${round.id}`;
    if (now !== seat) {
      seat = now;
      place = recall(pageKey(view));
      passing = recall(passingKey(view));
    }
    if (passing !== null && passing !== view.me.participant) stopPassing(view);
    const pages = pagesOf(round, view.order);
    const at = placeOf(pages, place);
    const name = passing !== null ? "passing" : view.roundMine.done || !pages.length ? "done" : pages[at].key;
    open(`${seat}/${name}`, () => make(name, pages[at]));
    head.update(view, name, at, pages);
    shown?.update(view);
    nav.update(view, round, name, pages, at);
  }

  /**
   * @param {string} wanted
   * @param {() => Shown} make
   */
  function open(wanted, make) {
    if (wanted === key) return;
    const first = key === "";
    key = wanted;
    shown?.stop();
    shown = make();
    body.replaceChildren(shown.el);
    if (first) return;
    ctx.root.scrollTop = 0;
    shown.title.focus({ preventScroll: true });
    if (!prefersStill()) body.animate([{ opacity: 0, transform: "translateX(10px)" }, { opacity: 1, transform: "none" }], 160);
  }

  /**
   * @param {string} name
   * @param {Page} page
   * @returns {Shown}
   */
  function make(name, page) {
    if (name === "passing") return createPassing(ctx);
    if (name === "done") return createDone(ctx, { change, pass });
    return createPage(ctx, page);
  }

  /** @param {number} way */
  function turn(way) {
    const view = ctx.view();
    if (!view.round) return;
    const pages = pagesOf(view.round, view.order);
    const to = placeOf(pages, place) + way;
    if (to >= pages.length) return done(true);
    goTo(view, pages[Math.max(0, to)]?.key ?? null);
  }

  /**
   * @param {View} view
   * @param {string | null} to
   */
  function goTo(view, to) {
    place = to;
    if (to) remember(pageKey(view), to);
    else forget(pageKey(view));
    update(ctx.view());
  }

  /** @param {boolean} value */
  function done(value) {
    void ctx.order(sayingFor(ctx.view(), "done", { value }));
    update(ctx.view());
  }

  function change() {
    goTo(ctx.view(), null);
    done(false);
  }

  function pass() {
    const view = ctx.view();
    forgetSeat(view);
    passing = view.me.participant ?? "";
    remember(passingKey(view), passing);
    update(view);
  }

  /** @param {View} view */
  function stopPassing(view) {
    passing = null;
    forget(passingKey(view));
  }

  return {
    el, update,
    shown: () => shown?.title.focus({ preventScroll: true }),
    stop() {
      head.stop();
      shown?.stop();
    },
  };
}

/** @param {Context} ctx */
function createHead(ctx) {
  const title = h("strong", {});
  const clock = createCountdown(ctx.link, ctx.announce);
  const board = h("button", { type: "button", class: "text-button", onclick: () => ctx.rateToo(false) }, "See the board");
  const steps = h("div", { class: "round-steps", role: "img" });
  const el = h("header", {}, h("div", { class: "private-banner" }, icon("lock"), title, board, clock.el), steps);

  /**
   * @param {View} view
   * @param {string} name of what is shown
   * @param {number} at
   * @param {Page[]} pages
   */
  function update(view, name, at, pages) {
    const asking = name !== "done" && name !== "passing";
    setText(title, name === "done" ? "Done" : "Only you can see this");
    clock.update();
    board.hidden = !leads(view) || name === "passing";
    steps.hidden = !asking || pages.length < 2;
    setAttr(steps, "aria-label", `Screen ${at + 1} of ${pages.length}`);
    keyed(steps, pages.map((page) => page.key), () => ({ el: h("i", {}) }), (part, _, i) => setClass(part.el, "on", i <= at));
  }

  return { el, update, stop: clock.stop };
}

/** @param {{back: () => void, next: () => void}} acts */
function createNav(acts) {
  const back = h("button", { type: "button", class: "button", onclick: acts.back }, "‹ Back");
  const next = h("button", { type: "button", class: "button strong", onclick: acts.next });
  const pair = h("div", { class: "pair" }, back, next);
  const taps = h("span", {});
  const done = h("span", { "aria-live": "polite" });
  const bar = h("i", {});
  const el = h("footer", { class: "round-nav" }, pair, h("p", { class: "round-progress" }, taps, done),
    h("div", { class: "done-bar", "aria-hidden": "true" }, bar));

  /**
   * @param {View} view
   * @param {Round} round
   * @param {string} name
   * @param {Page[]} pages
   * @param {number} at
   */
  function update(view, round, name, pages, at) {
    const asking = name !== "done" && name !== "passing";
    pair.hidden = !asking;
    setClass(el, "is-asking", asking);
    back.hidden = at === 0;
    if (asking) setText(next, nextWord(pages, at));
    setText(taps, asking ? `${tapsText(round)} · ` : "");
    setText(done, doneText(round));
    bar.style.width = `${round.of ? (100 * round.done) / round.of : 0}%`;
  }

  return { el, update };
}

/**
 * @param {Context} ctx
 * @param {Page} page
 * @returns {Shown}
 */
function createPage(ctx, page) {
  const title = h("h1", { class: "ask", tabindex: "-1", dir: "auto" });
  const hint = h("p", { class: "ask-hint" });
  const answer = createAnswer(ctx, page);
  const el = h("div", { class: `page page-${page.part}` }, title, hint, answer.el);

  /** @param {View} view */
  function update(view) {
    setText(title, page.title);
    setText(hint, placeText(page, page.stage ? view.stage(page.stage).name : ""));
    answer.update(view);
  }

  return { el, title, update, stop: answer.stop };
}

/**
 * @param {Context} ctx
 * @param {Page} page
 */
function createAnswer(ctx, page) {
  if (page.part === "overall") return createOverall(ctx, page);
  if (page.part === "dot") return createDots(ctx, page);
  if (page.part === "staff") return createStaff(ctx, page);
  if (CARDS.includes(page.part)) return createCard(ctx, page);
  return hasScale(page.part) ? createScales(ctx, page) : createColumns(ctx, page);
}
