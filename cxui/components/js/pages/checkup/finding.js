/** One check: what was found, the question, where it is, the numbers, and who asks it. */

import { h, keyed, setAttr, setClass, setText } from "../../parts/dom.js";
import { createAccepting } from "./accepting.js";
import { createThresholds } from "./thresholds.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/**
 * @typedef {object} Check
 * @property {string} id
 * @property {string} name
 * @property {string} status
 * @property {string} severity in words
 * @property {string} weighs
 * @property {string} sentence
 * @property {string} question
 * @property {string[]} source titles of the essays it comes from
 * @property {[string, number][]} numbers
 * @property {string} reason why it was accepted
 * @property {string[]} subjects ids of what it was found at
 * @property {Place[]} where
 * @property {{name: string, value: number, usual: number}[]} thresholds
 */
/** @typedef {{id: string, name: string, page: string | null, journey: string | null, touchpoint: string | null}} Place */

/** What a check is before its first word has come. */
const NOTHING = /** @type {Check} */ (Object.freeze({
  id: "", name: "", status: "", severity: "", weighs: "", sentence: "", question: "", source: [],
  numbers: [], reason: "", subjects: [], where: [], thresholds: [],
}));

/**
 * @param {View} view
 * @param {string} id
 * @returns {Check}
 */
export const checkOf = (view, id) => view.computedFor(`check/${id}`) ?? NOTHING;

/**
 * A finding as a card: the question first, in large letters.
 * @param {Context} ctx
 * @param {string} id
 */
export function createFinding(ctx, id) {
  const question = h("h3", { class: "trap-question" });
  const sentence = h("p", { class: "trap-sentence", dir: "auto" });
  const places = createPlaces(ctx);
  const more = createMore(ctx, id);
  const el = h("article", { class: "sheet trap" }, question, sentence, places.el, more.el);
  return {
    el,
    update(/** @type {View} */ view) {
      const check = checkOf(view, id);
      setText(question, check.question);
      setText(sentence, check.sentence);
      setClass(el, "heavy", check.weighs === "high");
      places.update(check.where);
      more.update(check, view);
    },
  };
}

/**
 * A check as one line that opens.
 * @param {Context} ctx
 * @param {string} id
 */
export function createLine(ctx, id) {
  const name = h("span", { class: "trap-name" });
  const said = h("span", { class: "trap-said", dir: "auto" });
  const question = h("p", { class: "trap-question" });
  const places = createPlaces(ctx);
  const more = createMore(ctx, id);
  const el = h("details", { class: "trap-line" }, h("summary", {}, name, said), question, places.el, more.el);
  return {
    el,
    update(/** @type {View} */ view) {
      const check = checkOf(view, id);
      setText(name, check.name);
      setText(said, check.status === "accepted" ? `Accepted: ${check.reason}` : check.sentence);
      setText(question, check.question);
      places.update(check.where);
      more.update(check, view);
    },
  };
}

/**
 * Where it is: a tap goes there.
 * @param {Context} ctx
 */
function createPlaces(ctx) {
  const el = h("div", { class: "trap-places", role: "group", "aria-label": "Where" });
  return {
    el,
    /** @param {Place[]} where */
    update(where) {
      const named = where.filter((place) => place.name);
      el.hidden = named.length === 0;
      keyed(el, named.map((place) => place.id), () => createPlace(ctx), (part, _, i) => part.say(named[i]));
    },
  };
}

/** @param {Context} ctx */
function createPlace(ctx) {
  /** @type {Place | null} */
  let goes = null;
  const el = h("button", {
    type: "button", class: "trap-place", dir: "auto",
    onclick: () => { if (goes?.page) ctx.link.go(goes.page, { journey: goes.journey, touchpoint: goes.touchpoint }); },
  });
  return {
    el,
    say(/** @type {Place} */ place) {
      goes = place;
      setText(el, place.name);
      setAttr(el, "disabled", !place.page);
      setAttr(el, "aria-label", place.page ? `Go to ${place.name}` : place.name);
    },
  };
}

/**
 * What stands one tap deeper: numbers, source, thresholds, and accepting it.
 * @param {Context} ctx
 * @param {string} id
 */
function createMore(ctx, id) {
  const facts = h("p", { class: "trap-facts" });
  const source = h("p", { class: "trap-source" });
  const thresholds = createThresholds(ctx, id);
  const accepting = createAccepting(ctx, id);
  const deeper = h("details", { class: "trap-more" }, h("summary", {}, "How we know, and where it comes from"), facts, thresholds.el, source);
  const el = h("div", { class: "trap-foot" }, accepting.el, deeper);
  return {
    el,
    /**
     * @param {Check} check
     * @param {View} view
     */
    update(check, view) {
      setText(facts, [`${check.id} “${check.name}”`, check.severity, ...check.numbers.map(inWords)].join(" · "));
      setText(source, check.source.length ? `From the essay${check.source.length > 1 ? "s" : ""} ${check.source.map((title) => `“${title}”`).join(", ")}.` : "");
      thresholds.update(check, view);
      accepting.update(check, view);
    },
  };
}

/** @param {[string, number]} pair */
const inWords = ([name, value]) => `${name.replaceAll("_", " ")} ${Math.round(value * 100) / 100}`;
