/** What a facilitator tells the room to do. */

import { h, setAttr } from "../parts/dom.js";

/** @typedef {import("../types").Answer} Answer */
/** @typedef {import("../types").Context} Context */
/** @typedef {{do: string, [field: string]: unknown}} Act */

/**
 * @param {Context} ctx
 * @param {Act} act
 * @param {string} [said] read out once it is done
 * @returns {Promise<Answer>}
 */
export const perform = (ctx, act, said) => ctx.order({ kind: "lead", act }, said);

/**
 * A button that asks once more, with a sentence, in its own place.
 * @param {{label: string, class?: string, yes: string, no?: string, ask: () => string | null, act: () => void}} options `ask` returns null where there is nothing to ask
 */
export function createAsking(options) {
  const first = h("button", { type: "button", class: `button ${options.class ?? ""}`, onclick: begin }, options.label);
  const question = h("p", { class: "asking-question" });
  const yes = h("button", { type: "button", class: "button strong", onclick: () => end(true) }, options.yes);
  const no = h("button", { type: "button", class: "button", onclick: () => end(false) }, options.no ?? "Not yet");
  const asked = h("div", { class: "asking", role: "group", hidden: true }, question, h("div", { class: "asking-answers" }, yes, no));
  const el = h("div", { class: "asking-place" }, first, asked);
  asked.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    end(false);
  });

  function begin() {
    const sentence = options.ask();
    if (sentence === null) return options.act();
    question.textContent = sentence;
    setAttr(asked, "aria-label", sentence);
    first.hidden = true;
    asked.hidden = false;
    yes.focus({ preventScroll: true });
    asked.scrollIntoView({ block: "nearest" });
  }

  /** @param {boolean} sure */
  function end(sure) {
    asked.hidden = true;
    first.hidden = false;
    first.focus({ preventScroll: true });
    if (sure) options.act();
  }

  return {
    el, button: first,
    /** Keep the question true while others go on. */
    update() {
      if (asked.hidden) return;
      const sentence = options.ask();
      if (sentence !== null && question.textContent !== sentence) question.textContent = sentence;
    },
  };
}
