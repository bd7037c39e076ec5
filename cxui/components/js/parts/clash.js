/** Two texts for one field: both are shown, and somebody chooses. */

import { h } from "./dom.js";
import { openPopup } from "./popup.js";

/** @typedef {import("../types").Context} Context */

/**
 * @param {Context} ctx
 * @param {HTMLElement} anchor
 * @param {{label: string, theirs: string, yours: string}} texts
 * @param {(mine: boolean | null) => void} choose called once; true keeps mine, null is "later"
 */
export function openClash(ctx, anchor, texts, choose) {
  let chosen = false;
  /** @param {boolean} mine */
  const take = (mine) => {
    chosen = true;
    popup.close();
    choose(mine);
  };
  const keepTheirs = h("button", { type: "button", class: "button", onclick: () => take(false) }, "Keep theirs");
  const useMine = h("button", { type: "button", class: "button strong", onclick: () => take(true) }, "Use mine");
  const content = h("div", { class: "clash" },
    h("p", { class: "clash-title" }, "Somebody has changed this meanwhile."),
    h("div", { class: "clash-sides" },
      side("Theirs", texts.theirs, keepTheirs),
      side("Yours", texts.yours, useMine)));
  const popup = openPopup(ctx, anchor, content, {
    kind: "clash", label: `Two texts for ${texts.label}`,
    onclose: () => { if (!chosen) choose(null); },
  });
  keepTheirs.focus({ preventScroll: true });
}

/**
 * @param {string} title
 * @param {string} text
 * @param {HTMLElement} button
 */
function side(title, text, button) {
  return h("div", { class: "clash-side" },
    h("strong", {}, title), h("p", { class: "clash-text", dir: "auto" }, text || "(empty)"), button);
}
