/** Starting a private round, watching its count, and showing it. */

import { h, keyed, setAttr, setText } from "../parts/dom.js";
import { createSwitch } from "../parts/choices.js";
import { createAsking, perform } from "./act.js";
import { closePopups } from "../parts/popup.js";
import { rates } from "../live/round.js";
import { createAbout } from "./about.js";
import { costOf, FORMS, missing, nextForm, possible, revealQuestion, sizeOf } from "./form.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").View} View */

/** @param {Context} ctx */
export function createRounds(ctx) {
  const begin = createBegin(ctx);
  const running = createRunning(ctx);
  const elsewhere = h("div", { class: "round-begin" }, h("p", {}, "A private round is open in another journey."),
    h("button", { type: "button", class: "button wide", onclick: () => ctx.pick(ctx.view().lead.round_in ?? "") }, "Go there"));
  const el = h("section", { class: "lead-part", "aria-label": "Private round" }, h("h3", {}, "Private round"), begin.el, elsewhere, running.el);
  return {
    el,
    update(/** @type {View} */ view) {
      elsewhere.hidden = view.round !== null || !view.lead.round_in;
      begin.el.hidden = view.round !== null || !elsewhere.hidden;
      running.el.hidden = view.round === null;
      begin.update(view);
      running.update(view);
    },
  };
}

/** @param {Context} ctx */
function createBegin(ctx) {
  /** @type {string | null} */
  let chosen = null;
  let anonymous = false;
  const cost = h("p", { class: "quiet" });
  const start = h("button", { type: "button", class: "button strong wide", onclick: open });
  const forms = h("div", { class: "forms", role: "radiogroup", "aria-label": "Which round" });
  forms.addEventListener("keydown", walk);
  const never = h("p", { class: "quiet" }, "Anonymous stays anonymous: it can never be turned back.");
  const hidden = createSwitch("Nobody can ever be named", (on) => {
    anonymous = on;
    hidden.update(on);
  });
  const about = createAbout(ctx);
  const more = h("details", { class: "lead-more" }, h("summary", {}, "Another round, or an anonymous one"), forms, hidden.el, never);
  const el = h("div", { class: "round-begin" }, cost, about.el, start, more);

  function form() {
    const view = ctx.view();
    const wished = chosen ?? nextForm(view);
    return possible(view, wished) ? wished : "light";
  }

  async function open() {
    const now = form();
    start.disabled = true;
    const subject = now === "cards" ? { persona: await about.persona() } : { journey: ctx.view().journey?.id };
    const answer = Object.values(subject)[0]
      ? await perform(ctx, { do: "open_round", ...subject, form: now, anonymous: anonymous && rates(now) }, "The private round is open.") : null;
    start.disabled = false;
    if (answer?.ok) chosen = null;
    update(ctx.view());
  }

  /** @param {KeyboardEvent} event */
  function walk(event) {
    const way = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!way) return;
    event.preventDefault();
    const open = FORMS.filter((each) => possible(ctx.view(), each.code));
    const at = open.findIndex((each) => each.code === form());
    chosen = open[(at + way + open.length) % open.length].code;
    update(ctx.view());
    /** @type {HTMLElement | null} */ (forms.querySelector("[aria-checked=true]"))?.focus();
  }

  /** @param {View} view */
  function update(view) {
    const size = sizeOf(view);
    const now = FORMS.find((each) => each.code === form()) ?? FORMS[0];
    setText(cost, `${now.name}: ${costOf(now.code, size)}. ${missing(now.code, size)}`.trim());
    setText(start, now.code === "second_look" ? "Start a second look" : "Start a private round");
    setAttr(start, "disabled", !possible(view, now.code));
    about.el.hidden = now.code !== "cards";
    about.update(view);
    hidden.el.hidden = never.hidden = !rates(now.code);
    hidden.update(anonymous);
    keyed(forms, FORMS.map((each) => each.code), (code) => ({
      el: h("button", { type: "button", class: "form", role: "radio", onclick: () => { chosen = code; update(ctx.view()); } },
        h("strong", {}), h("span", { class: "quiet" })),
    }), (part, code, i) => {
      setText(part.el.children[0], FORMS[i].name);
      setText(part.el.children[1], costOf(code, size));
      setAttr(part.el, "aria-checked", String(code === now.code));
      setAttr(part.el, "tabindex", code === now.code ? "0" : "-1");
      setAttr(part.el, "disabled", !possible(view, code));
    });
  }

  return { el, update };
}

/** @param {Context} ctx */
function createRunning(ctx) {
  const what = h("p", { class: "quiet" });
  const count = h("p", { class: "round-count", "aria-live": "polite" });
  const fill = h("i", {});
  const bar = h("div", { class: "round-bar", "aria-hidden": "true" }, fill);
  const reveal = createAsking({
    label: "Reveal", class: "strong wide", yes: "Reveal", no: "Wait",
    ask: () => revealQuestion(ctx.view().round ?? { done: 0, of: 0 }),
    act: () => void perform(ctx, { do: "reveal" }, "Everyone can see it now.").then((answer) => {
      if (answer.ok) closePopups(); // what came out is behind the panel
    }),
  });
  const stop = createAsking({
    label: "Stop without showing", yes: "Stop and discard", no: "Go on",
    ask: () => "What was answered in this round is thrown away, and nobody ever sees it.",
    act: () => void perform(ctx, { do: "stop_round" }, "The round is stopped."),
  });
  const el = h("div", { class: "round-running" }, what, count, bar, reveal.el, stop.el);

  /** @param {View} view */
  function update(view) {
    const { round } = view;
    if (!round) return;
    const form = FORMS.find((each) => each.code === round.form);
    const of = round.form === "cards" && round.persona ? `: ${round.persona}` : "";
    setText(what, `${form?.name ?? "Private round"}${of}${round.anonymous ? ", anonymous" : ""} · only they can see what they say`);
    setText(count, `${round.done} of ${round.of} done`);
    fill.style.width = `${round.of ? (100 * round.done) / round.of : 0}%`;
    reveal.update();
  }

  return { el, update };
}
