/** What somebody had begun to write and that came too late for the round: it is not lost. */

import { keepDraft, readDraft } from "../live/drafts.js";
import { h, keyed, setText } from "../parts/dom.js";
import { cardKey, noteKey } from "./keys.js";
import { CARDS } from "./pages.js";

/** @typedef {import("../types").Revealed} Revealed */
/** @typedef {import("../types").View} View */

export function createUnsent() {
  const title = h("h2", { class: "split-name" });
  const texts = h("div", {});
  const away = h("button", { type: "button", class: "text-button", onclick: () => {
    keys.forEach((key) => keepDraft(key, null));
    el.hidden = true;
  } }, "Put it away");
  const el = h("article", { class: "split-card" }, title, texts, away);
  /** @type {string[]} */
  let keys = [];

  /**
   * @param {View} view
   * @param {Revealed} revealed
   */
  function update(view, { round, form }) {
    const possible = form === "cards" ? ["name", ...CARDS].map((card) => cardKey(view, round, card)) : [noteKey(view, round)];
    keys = possible.filter((key) => draftOf(key));
    setText(title, form === "cards" ? "This came too late for the round" : "Your note came too late for the round");
    keyed(texts, keys, () => ({ el: h("p", { class: "unsent-text", dir: "auto" }) }), (part, key) => setText(part.el, draftOf(key)));
    el.hidden = !keys.length;
  }

  return { el, update };
}

/** @param {string} key */
const draftOf = (key) => readDraft(key)?.text.trim() ?? "";
