/** One card about a persona: a line in one's own words; the first asks for a name too. */

import { keepDraft, readDraft } from "../live/drafts.js";
import { sayingFor } from "../live/round.js";
import { h, setText } from "../parts/dom.js";
import { cleanLine, cleanNote, NAME_MAX } from "../parts/text.js";
import { cardKey } from "./keys.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").View} View */
/** @typedef {import("./pages.js").Page} Page */

const CARD_MAX = 500;
/** So few characters are left when the room left is said. */
const SOON_FULL = 80;

/** @type {Record<string, string>} */
const EXAMPLES = {
  sentence: "I cannot do without it on Monday.",
  wants: "That it works again before the weekend …",
  fears: "That nobody tells her what it will cost …",
  smiles: "Somebody who remembers her name …",
  others: "Her sister, the neighbour, a review …",
};

/**
 * @param {Context} ctx
 * @param {Page} page
 */
export function createCard(ctx, page) {
  const name = page.part === "sentence" ? createText(ctx, "name", "Her name, if you have one", "Marta") : null;
  const text = createText(ctx, page.part, page.title, EXAMPLES[page.part] ?? "");
  const el = h("div", { class: "card-page" }, name?.el, text.el);

  /** @param {View} view */
  function update(view) {
    if (name) name.el.hidden = !view.round?.parts.includes("name");
    name?.update(view);
    text.update(view);
  }

  return { el, update, stop() {} };
}

/**
 * A text that is kept as it is typed, and said when its author leaves it.
 * @param {Context} ctx
 * @param {string} part
 * @param {string} label
 * @param {string} example
 */
function createText(ctx, part, label, example) {
  const round = ctx.view().round?.id ?? "";
  const key = cardKey(ctx.view(), round, part);
  const isName = part === "name";
  const common = { class: "input card-text", dir: "auto", placeholder: example, oninput: typed, onblur: say, onkeydown: pressed };
  const input = isName
    ? h("input", { type: "text", maxlength: NAME_MAX, autocomplete: "off", ...common })
    : h("textarea", { rows: "4", maxlength: CARD_MAX, "aria-label": label, ...common });
  const left = h("p", { class: "small card-left", role: "status" });
  const el = isName
    ? h("label", { class: "labelled" }, h("span", {}, label), input, left)
    : h("div", { class: "labelled" }, input, left);
  let begun = false;

  const text = () => (isName ? cleanLine(input.value) : cleanNote(input.value).trim());
  const stands = () => ctx.view().roundMine.cards[part] ?? "";

  function typed() {
    keepDraft(key, { text: input.value, seen: "" });
    showLeft();
  }

  function showLeft() {
    const most = isName ? NAME_MAX : CARD_MAX;
    const rest = most - input.value.length;
    setText(left, rest < SOON_FULL ? `${rest} characters left` : "");
  }

  function say() {
    const said = text();
    if (said === stands()) return keepDraft(key, null);
    // Said for the round it was written in: that may be over by now.
    const wish = { ...sayingFor(ctx.view(), part, { value: said }), round };
    void ctx.order(wish).then((answer) => {
      if (answer.ok && (readDraft(key)?.text.trim() ?? "") === said) keepDraft(key, null);
    });
  }

  /** @param {Event} event */
  function pressed(event) {
    event.stopPropagation();
    const { key: pressedKey, isComposing } = /** @type {KeyboardEvent} */ (event);
    if (isName && pressedKey === "Enter" && !isComposing) input.blur();
  }

  /** @param {View} view */
  function update(view) {
    if (begun || !view.round) return;
    begun = true;
    input.value = readDraft(key)?.text ?? stands();
    showLeft();
    if (text() !== stands()) say(); // typed before a reload
  }

  return { el, update };
}
