/** What to ask next: the moment of which knowing more could change most. */

import { goTo } from "./moment.js";
import { createFacts } from "./numbers.js";
import { h, setClass, setText } from "../../parts/dom.js";
import { firmness } from "../../parts/ranked.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/**
 * @typedef {object} Ask
 * @property {string | null} touchpoint null: nothing could change what comes first
 * @property {string} sentence
 * @property {string | null} simple what the rule of thumb names, where it is another
 * @property {import("./numbers.js").Fact[]} numbers
 */

const LATER = "Once moments are rated it says here which one to ask about first.";

/** @param {Context} ctx */
export function createAsk(ctx) {
  /** @type {string | null} */
  let about = null;
  const sentence = h("p", { class: "ask-sentence", dir: "auto" });
  const simple = h("p", { class: "hint", dir: "auto" });
  const facts = createFacts();
  const deeper = h("details", { class: "matter-more" }, h("summary", {}, "The numbers"), facts.el);
  const go = h("button", { type: "button", class: "button", onclick: () => goTo(ctx, "evidence", about) }, "See what we know of it");
  const el = h("div", { class: "ask-next" }, sentence, simple, deeper, go);

  /** @param {View} view */
  function update(view) {
    /** @type {Ask | null} */
    const ask = view.computedFor("ask");
    const { state } = firmness(view);
    setClass(el, "stale", state === "stale");
    if (!ask && state === "stale") return; // it stays as it was until it is worked out
    about = ask?.touchpoint ?? null;
    setText(sentence, ask?.sentence ?? LATER);
    setText(simple, ask?.simple);
    simple.hidden = !ask?.simple;
    facts.update(ask?.numbers ?? []);
    deeper.hidden = !ask?.numbers.length;
    go.hidden = !about;
  }

  return { el, update };
}
