/** The name of a moment as a way to it. */

import { h, setAttr, setText } from "../../parts/dom.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").PageName} PageName */
/** @typedef {import("../../types").View} View */

/**
 * @param {Context} ctx
 * @param {string} id
 */
export function createMoment(ctx, id) {
  const el = h("button", { type: "button", class: "item-name", dir: "auto", onclick: () => goTo(ctx, "journey", id) });
  return {
    el,
    update(/** @type {View} */ view) {
      const { name } = view.touchpoint(id);
      setText(el, name);
      setAttr(el, "title", `${name}: see it on the journey`);
    },
  };
}

/**
 * @param {Context} ctx
 * @param {PageName} page
 * @param {string | null} [touchpoint]
 */
export function goTo(ctx, page, touchpoint = null) {
  ctx.link.go(page, { journey: ctx.view().journey?.id ?? null, touchpoint });
}
