/** Between two people on one device: nothing of the first is shown, the second gives a name. */

import { h, setAttr, setText } from "../parts/dom.js";
import { cleanLine, NAME_MAX } from "../parts/text.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").View} View */

/** @param {Context} ctx */
export function createPassing(ctx) {
  const title = h("h1", { class: "ask", tabindex: "-1" }, "Who has this device now?");
  const said = h("p", { class: "ask-hint", role: "status" });
  const input = h("input", {
    type: "text", class: "input", maxlength: NAME_MAX, dir: "auto", autocomplete: "off",
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Enter" && !event.isComposing) start();
    },
    oninput: () => update(ctx.view()),
  });
  const go = h("button", { type: "button", class: "button strong wide", onclick: start }, "Start");
  const el = h("div", { class: "page" }, title, said,
    h("label", { class: "labelled" }, h("span", {}, "Your name"), input), go,
    h("p", { class: "small" }, "What the person before you has said is put away. Nobody sees yours before the reveal."));
  let asked = false;

  // What is still on its way would be taken for the next person's.
  const ready = () => ctx.link.connected && !ctx.link.waiting().length;

  function start() {
    const name = cleanLine(input.value);
    if (!name) return input.focus();
    if (!ready() || asked) return;
    asked = true;
    ctx.link.send({ kind: "sit", participant: null, name });
    update(ctx.view());
  }

  /** @param {View} _view */
  function update(_view) {
    if (!ctx.link.connected) asked = false;
    setText(said, asked ? "One moment …" : ready() ? "The last points are saved and put away." : "The last points are being saved …");
    setAttr(go, "disabled", asked || !ready() || !cleanLine(input.value));
  }

  return { el, title, update, stop() {} };
}
