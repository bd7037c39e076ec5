/** "Our guess" becomes "heard from …": by one tap, and back again. */

import { openDialog } from "../../parts/ask.js";
import { h, setAttr, setClass, setText } from "../../parts/dom.js";
import { cleanLine, NAME_MAX } from "../../parts/text.js";
import { mayShape } from "../../map/structure.js";
import { isHeard, knownFrom } from "./said.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */

/**
 * @param {Context} ctx
 * @param {string} id of the statement
 */
export function createHeard(ctx, id) {
  const words = h("span", { dir: "auto" });
  const el = h("button", { type: "button", class: "people-known", onclick: () => ask(ctx, id) }, words);
  return {
    el,
    /** @param {View} view */
    update(view) {
      const statement = view.thing("statement", id);
      setText(words, knownFrom(statement));
      setClass(el, "heard", isHeard(statement));
      setAttr(el, "disabled", !mayShape(view));
      setAttr(el, "title", isHeard(statement) ? "Change from whom, or take it back" : "Somebody told us? Say who");
    },
  };
}

/**
 * Ask from whom. Where somebody else has said it meanwhile, both are shown.
 * @param {Context} ctx
 * @param {string} id
 * @param {string} [typed] what was to be written when somebody else was faster
 */
function ask(ctx, id, typed) {
  const seen = ctx.view().thing("statement", id).heard_from ?? "";
  const input = h("input", { type: "text", class: "input", maxlength: NAME_MAX, placeholder: "three patients, at home", dir: "auto" });
  input.value = typed ?? seen;
  const others = h("p", { class: "hint", dir: "auto" });
  setText(others, `Somebody else has just written: ${seen || "our guess"}`);
  others.hidden = typed === undefined;
  const keep = h("button", { type: "button", class: "button strong", onclick: () => finish(cleanLine(input.value)) }, "Keep");
  const back = h("button", { type: "button", class: "button", onclick: () => finish("") }, "It is our guess after all");
  back.hidden = !seen;
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault(); // else the button that gets the focus back is pressed
    finish(cleanLine(input.value));
  });
  const body = h("div", { class: "fields" }, others, h("label", { class: "pick" }, h("span", {}, "Who said so, or what shows it?"), input));
  const dialog = openDialog(ctx, "From whom have we heard it?", body, [back, keep]);
  input.focus();

  /** @param {string} text */
  function finish(text) {
    dialog.close();
    if (text === seen) return;
    void ctx.run({ kind: "write_text", of: "statement", id, field: "heard_from", text, seen }).then((answer) => {
      if (!answer.ok && answer.now !== null) ask(ctx, id, text);
    });
  }
}
