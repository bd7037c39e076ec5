/** How the room weighs what it has said, and how sure it is of that: for all, by who leads. */

import { createSlider } from "./slider.js";
import { isUsual, nearest, withAtMost, withShare } from "./weighing.js";
import { h, keyed } from "../../parts/dom.js";
import { batch, setValue } from "../../map/structure.js";
import { leads } from "../../screens.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").Single} Single */
/** @typedef {import("../../types").View} View */
/** @typedef {import("./weighing.js").Weights} Weights */
/** @typedef {"severity" | "exposure"} Group */
/** @typedef {{severity: Weights, exposure: Weights, robustness: {sureness: number}}} Weighed */
/**
 * Fixed texts and usual values, as docs/live.md describes them.
 * @typedef {object} Fixed
 * @property {[number, string][]} sureness
 * @property {[string, string][]} severity
 * @property {[string, string][]} exposure
 * @property {Weighed} usual
 */

const WHOLE = 100;
const SETTINGS = "settings";
/** @type {Fixed} */
const NOTHING = { sureness: [], severity: [], exposure: [], usual: { severity: {}, exposure: {}, robustness: { sureness: 0 } } };

/** @param {View} view */
const fixedOf = (view) => /** @type {Fixed} */ (view.computedFor("weights") ?? NOTHING);

/**
 * @param {View} view
 * @returns {Weighed}
 */
const settingsOf = (view) => /** @type {any} */ ({ ...fixedOf(view).usual, ...view.thing(SETTINGS, SETTINGS) });

/** @param {View} view */
const mayWeigh = (view) => leads(view) && view.me.can_edit;

/**
 * @param {keyof Weighed} field
 * @param {unknown} value
 */
const weigh = (field, value) => setValue(SETTINGS, SETTINGS, field, value);

/** @param {Context} ctx */
export function createWeights(ctx) {
  const sureness = createSureness(ctx);
  const severity = createGroup(ctx, "severity", "What makes a moment bad", withShare);
  const exposure = createGroup(ctx, "exposure", "What makes it weigh more", withAtMost);
  const reset = h("button", { type: "button", class: "button", onclick: () => asUsual(ctx) }, "Weigh as usual");
  const who = h("p", { class: "hint" }, "Who leads can change this, for everybody.");
  const parts = [sureness, severity, exposure];
  return {
    el: h("div", { class: "weights" }, who, ...parts.map((part) => part.el), reset),
    update(/** @type {View} */ view) {
      who.hidden = mayWeigh(view);
      parts.forEach((part) => part.update(view));
      reset.hidden = !mayWeigh(view) || !changes(view).length;
    },
  };
}

/**
 * Said where it cannot be overlooked while the weights themselves are folded.
 * @returns {import("../../types").PartOf}
 */
export function createWeighed() {
  const el = h("span", { class: "weights-changed" }, "not as usual");
  return { el, update: (view) => { el.hidden = !changes(view).length; } };
}

/** @param {Context} ctx */
function createSureness(ctx) {
  const box = h("div", { class: "weights-sure" });
  const el = group("How sure we are of how we weigh", "The less sure, the more is tried out to see what holds.", box);

  /** @param {View} view */
  function update(view) {
    const { sureness: steps } = fixedOf(view);
    keyed(box, steps.length ? ["slider"] : [], () => make(steps), (part) => {
      part.update(nearest(steps, settingsOf(view).robustness.sureness), mayWeigh(view));
    });
  }

  /** @param {Fixed["sureness"]} steps */
  function make(steps) {
    return createSlider("How sure we are", steps.length - 1, (at) => steps[at][1], (at) => {
      const { robustness } = settingsOf(ctx.view());
      void ctx.run(weigh("robustness", { ...robustness, sureness: steps[at][0] }));
    });
  }

  return { el, update };
}

/**
 * @param {Context} ctx
 * @param {Group} of
 * @param {string} title
 * @param {(weights: Weights, field: string, share: number) => Weights} change
 */
function createGroup(ctx, of, title, change) {
  const list = h("div", { class: "weights-list" });

  /** @param {View} view */
  function update(view) {
    const words = fixedOf(view)[of];
    keyed(list, words.map(([field]) => field), (field) => make(field, words), (part, field) => {
      part.update(Math.round(WHOLE * settingsOf(view)[of][field]), mayWeigh(view));
    });
  }

  /**
   * @param {string} field
   * @param {[string, string][]} words
   */
  function make(field, words) {
    const word = words.find(([each]) => each === field)?.[1] ?? field;
    return createSlider(word, WHOLE, (at) => `${at} %`, (at) => {
      void ctx.run(weigh(of, change(settingsOf(ctx.view())[of], field, at / WHOLE)));
    });
  }

  return { el: group(title, "", list), update };
}

/**
 * @param {string} title
 * @param {string} hint
 * @param {HTMLElement} inner
 */
function group(title, hint, inner) {
  return h("div", { class: "weights-group", role: "group", "aria-label": title }, h("h3", {}, title),
    hint ? h("p", { class: "hint" }, hint) : null, inner);
}

/** @param {Context} ctx */
function asUsual(ctx) {
  void ctx.run(batch("Weigh as usual", changes(ctx.view())), "Weighed as usual again.");
}

/**
 * What turns every weight back to what is usual.
 * @param {View} view
 * @returns {Single[]}
 */
function changes(view) {
  const now = settingsOf(view);
  const { usual } = fixedOf(view);
  /** @type {Single[]} */
  const found = [];
  for (const of of /** @type {Group[]} */ (["severity", "exposure"])) {
    if (!isUsual(now[of], usual[of])) found.push(weigh(of, usual[of]));
  }
  const { sureness } = usual.robustness;
  if (now.robustness.sureness !== sureness) found.push(weigh("robustness", { ...now.robustness, sureness }));
  return found;
}
