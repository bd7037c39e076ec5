/** A small dialog in the middle of the window. */

import { h } from "./dom.js";
import { cleanLine, NAME_MAX } from "./text.js";

/** @typedef {import("../types").Context} Context */

/**
 * @param {Context} ctx
 * @param {string} title
 * @param {HTMLElement} body
 * @param {HTMLElement[]} actions
 */
export function openDialog(ctx, title, body, actions) {
  const cancel = h("button", { type: "button", class: "button", onclick: () => dialog.close() }, "Cancel");
  const dialog = h("dialog", { class: "dialog", "aria-label": title },
    h("h2", {}, title), body, h("div", { class: "dialog-actions" }, cancel, ...actions));
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  dialog.addEventListener("pointerdown", (event) => {
    if (event.target === dialog) dialog.close();
  });
  ctx.root.append(dialog);
  dialog.showModal();
  return dialog;
}

/**
 * @param {Context} ctx
 * @param {{title: string, label: string, hint: string, go: string}} words
 * @param {(name: string) => void} done
 */
export function askName(ctx, words, done) {
  const input = h("input", { type: "text", class: "input", maxlength: NAME_MAX, placeholder: words.hint, dir: "auto" });
  const go = h("button", { type: "button", class: "button strong", onclick: finish }, words.go);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault(); // else the button that gets the focus back is pressed
    finish();
  });
  const dialog = openDialog(ctx, words.title, h("label", { class: "pick" }, h("span", {}, words.label), input), [go]);
  input.focus();

  function finish() {
    const name = cleanLine(input.value);
    if (!name) return input.focus();
    dialog.close();
    done(name);
  }
}
