/** A persona's face: a symbol, or a link that nobody follows without a tap. */

import { createField } from "../../parts/field.js";
import { h, setAttr, setText } from "../../parts/dom.js";
import { openPopup } from "../../parts/popup.js";
import { initials } from "../../parts/text.js";
import { mayShape } from "../../map/structure.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */

const SYMBOLS = ["👩", "👨", "🧑", "👵", "👴", "👩‍💼", "👷", "🧒", "👨‍👩‍👧", "🧳", "🛒", "🏡"];
/** Signs of the longest symbol: one face may be made of several. */
const LONGEST = 8;

/**
 * What a portrait is shown as: a symbol, or the address of a picture.
 * @param {string | undefined} portrait
 * @param {string | undefined} name
 * @returns {{face: string, link: string | null}}
 */
export function portraitOf(portrait, name) {
  const said = (portrait ?? "").trim();
  if (said && Array.from(said).length <= LONGEST && !isAddress(said)) return { face: said, link: null };
  return { face: initials(name || "?"), link: isAddress(said) ? said : null };
}

/** @param {string} text */
const isAddress = (text) => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);

/**
 * @param {Context} ctx
 * @param {string} id
 */
export function createPortrait(ctx, id) {
  const face = h("button", {
    type: "button", class: "people-face", "aria-haspopup": "dialog", onclick: () => openPicker(ctx, id, face),
  });
  const link = h("a", { class: "people-picture", target: "_blank", rel: "noopener noreferrer" }, "Open her picture");
  return {
    el: h("div", { class: "people-portrait" }, face, link),
    update(/** @type {View} */ view) {
      const { portrait, name } = view.thing("persona", id);
      const shown = portraitOf(portrait, name);
      setText(face, shown.face);
      setAttr(face, "aria-label", "Choose a symbol for her");
      setAttr(face, "title", mayShape(view) ? "Choose a symbol" : null);
      setAttr(face, "disabled", !mayShape(view));
      link.hidden = !shown.link;
      setAttr(link, "href", shown.link);
    },
  };
}

/**
 * @param {Context} ctx
 * @param {string} id
 * @param {HTMLElement} anchor
 */
function openPicker(ctx, id, anchor) {
  const field = createField(ctx, { of: "persona", id, field: "portrait", label: "A symbol, or a link to a picture", empty: "https://…", class: "boxed" });
  field.update(ctx.view().thing("persona", id).portrait);
  const symbols = SYMBOLS.map((symbol) => h("button", {
    type: "button", class: "people-symbol", "aria-label": `Symbol ${symbol}`, onclick: () => choose(symbol),
  }, symbol));
  const content = h("div", { class: "people-picker" },
    h("div", { class: "people-symbols" }, ...symbols),
    h("div", { class: "pick" }, h("span", {}, "Or a symbol of your own, or a link to a picture"), field.el));
  const popup = openPopup(ctx, anchor, content, { kind: "portrait", label: "Her symbol" });
  symbols[0].focus({ preventScroll: true });

  /** @param {string} text */
  function choose(text) {
    const seen = ctx.view().thing("persona", id).portrait ?? "";
    popup.close();
    if (seen !== text) void ctx.run({ kind: "write_text", of: "persona", id, field: "portrait", text, seen });
  }
}
