/** The line above a screen: what waits for my hands, and the way to a round or out of it. */

import { focusIn, h, setAttr, setText } from "../parts/dom.js";
import { isAsked, leads, takesPart } from "../screens.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").ScreenName} ScreenName */
/** @typedef {import("../types").View} View */

/** @typedef {{text: string, label: string, act: () => void} | null} Line */

const DELIVERED = "The people who deliver it are answering. You will all see together what comes out.";

/** @param {Context} ctx */
export function createStrip(ctx) {
  const text = h("span", { class: "strip-text" });
  const button = h("button", { type: "button", class: "button", onclick: () => line?.act() });
  const el = h("div", { class: "room-strip", role: "status", hidden: true }, text, button);
  /** @type {Line} */
  let line = null;

  /**
   * @param {View} view
   * @param {ScreenName} now
   * @param {ScreenName} wanted waits until my hands are free
   */
  function update(view, now, wanted) {
    const waiting = now !== wanted;
    line = waiting ? waits(ctx, wanted) : standing(ctx, view, now);
    el.hidden = !line;
    float(waiting);
    setText(text, line?.text);
    setText(button, line?.label);
    button.hidden = !line?.label;
  }

  /**
   * What waits lies above the page: nothing may move under somebody's hand.
   * @param {boolean} on
   */
  function float(on) {
    if (on === el.hasAttribute("popover")) return;
    setAttr(el, "popover", on && "manual");
    if (on) el.showPopover?.();
  }

  return { el, update };
}

/**
 * @param {Context} ctx
 * @param {View} view
 * @param {ScreenName} now
 * @returns {Line}
 */
function standing(ctx, view, now) {
  if (now !== "board") return null;
  if (view.round) {
    if (!isAsked(view)) return takesPart(view) ? { text: DELIVERED, label: "", act: () => {} } : null;
    return leads(view) ? { text: tooText(view.round.form), label: "Answer too", act: () => ctx.rateToo(true) } : null;
  }
  return view.revealed && { text: "Everyone can see what came out of the round.", label: "Show it", act: () => ctx.showRevealed(true) };
}

/** @param {string} form */
function tooText(form) {
  if (form === "cards") return "You can fill in the cards too. Only you see your own.";
  return form === "staff" ? "You can answer too. Nobody is ever named." : "You can rate in this round too. Only you see your own points.";
}

/**
 * @param {Context} ctx
 * @param {ScreenName} wanted
 * @returns {Line}
 */
function waits(ctx, wanted) {
  const text = wanted === "round" ? "A private round has begun: it waits until you have finished here."
    : wanted === "reveal" ? "The round is over, everyone can see. It waits until you have finished here."
      : "The room has moved on. It waits until you have finished here.";
  return { text, label: "Go on", act: () => focusIn(ctx.root)?.blur() };
}
