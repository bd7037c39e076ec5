/** Time, phase, and what holds for the whole room. */

import { h, keyed, setAttr, setText } from "../parts/dom.js";
import { createSwitch } from "../parts/choices.js";
import { createCountdown } from "../parts/countdown.js";
import { perform } from "./act.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").View} View */

const MINUTES = [2, 5, 10];

/** @param {Context} ctx */
export function createTime(ctx) {
  const clock = createCountdown(ctx.link);
  const buttons = MINUTES.map((minutes) => h("button", {
    type: "button", class: "button", "aria-label": `${minutes} min countdown`,
    onclick: () => void perform(ctx, { do: "timer", seconds: minutes * 60 }, `${minutes} minutes.`),
  }, `${minutes} min`));
  const stop = h("button", {
    type: "button", class: "button", onclick: () => void perform(ctx, { do: "timer", seconds: 0 }, "The countdown is stopped."),
  }, "Stop");
  const el = h("section", { class: "lead-part", "aria-label": "Countdown" },
    h("div", { class: "lead-head" }, h("h3", {}, "Countdown"), clock.el),
    h("div", { class: "lead-row even" }, ...buttons, stop));
  return {
    el,
    stop: clock.stop,
    update() {
      clock.update();
      setAttr(stop, "disabled", ctx.link.ends === null);
    },
  };
}

/** @param {Context} ctx */
export function createPhases(ctx) {
  const list = h("div", { class: "phases", role: "group", "aria-label": "Phase" });
  const bring = h("button", {
    type: "button", class: "button wide",
    onclick: () => void perform(ctx, {
      do: "bring", page: ctx.view().page, journey: ctx.view().journey?.id ?? null, touchpoint: ctx.last,
    }, "Everyone is brought here."),
  }, "Bring everyone here");
  const screen = h("a", { class: "button wide", target: "_blank", rel: "noopener" }, "Open the screen for the room");
  const el = h("section", { class: "lead-part", "aria-label": "Phase" }, h("h3", {}, "What we do now"), list, bring, screen);

  /** @param {View} view */
  function update(view) {
    const { phase, phases } = view.lead;
    keyed(list, phases.map(([code]) => code), (code) => ({
      el: h("button", { type: "button", class: "phase-choice", onclick: () => void perform(ctx, { do: "phase", phase: code }) }),
    }), (part, code, i) => {
      setText(part.el, phases[i][1]);
      setAttr(part.el, "aria-pressed", String(code === phase));
    });
    setAttr(screen, "href", screenAddress(location.href));
  }

  return { el, update };
}

/**
 * The same address, as the screen for the room.
 * @param {string} here
 */
export function screenAddress(here) {
  const url = new URL(here);
  url.searchParams.set("view", "screen");
  url.hash = "";
  return url.href;
}

/** @param {Context} ctx */
export function createRules(ctx) {
  const lock = createSwitch("Lock the structure", (on) => void perform(ctx, { do: "lock", on }));
  const names = createSwitch("Show names at the reveal", (on) => void perform(ctx, { do: "names", on }));
  const el = h("section", { class: "lead-part", "aria-label": "Rules" }, lock.el,
    h("p", { class: "quiet under-switch" }, "People can rate and add notes, but not move or delete."), names.el,
    h("p", { class: "quiet under-switch" }, "Never for an anonymous round."));
  return {
    el,
    update(/** @type {View} */ view) {
      lock.update(view.lead.locked);
      names.update(view.lead.names);
    },
  };
}
