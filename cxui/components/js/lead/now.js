/** What everybody sees in the bar: phase, countdown, and who can see what now. */

import { rates } from "../live/round.js";
import { createCountdown } from "../parts/countdown.js";
import { h, setText } from "../parts/dom.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").View} View */

/** @param {View} view */
export function phaseWord(view) {
  return view.lead.phases.find(([code]) => code === view.lead.phase)?.[1] ?? "";
}

/**
 * @param {View} view
 * @returns {string} nothing where there was no round yet
 */
export function audience({ round, revealed }) {
  if (round) return `${rates(round.form) ? "Only you can see this" : "Private round"} · ${round.done} of ${round.of} done`;
  if (!revealed) return "";
  if (!rates(revealed.form)) return "Everyone can see";
  return revealed.second_look ? "Everyone can see · second look" : "Everyone can see · first round kept";
}

/** @param {Context} ctx */
export function createNow(ctx) {
  const phase = h("span", { class: "chip now-phase" });
  const who = h("span", { class: "chip now-audience" });
  const clock = createCountdown(ctx.link, ctx.announce);
  clock.el.classList.add("chip");
  const el = h("div", { class: "now" }, phase, who, clock.el);

  /** @param {View} view */
  function update(view) {
    const word = phaseWord(view);
    setText(phase, word && `Now: ${word}`);
    phase.hidden = !word || view.round !== null;
    setText(who, audience(view));
    who.hidden = !who.textContent;
    clock.update();
    el.hidden = phase.hidden && who.hidden && clock.el.hidden;
  }

  return { el, update, stop: clock.stop };
}
