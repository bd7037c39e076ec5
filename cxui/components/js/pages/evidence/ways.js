/** How more can be known: by a file, by going there, by asking customers. */

import { h } from "../../parts/dom.js";
import { leads } from "../../screens.js";

/** @typedef {import("../../types").Context} Context */

/** @param {Context} ctx */
export function createWays(ctx) {
  const bring = way("Bring in a survey or complaints (CSV, Excel)", () => ctx.link.go("bring_in"));
  const walk = way("Walk it yourself", () => ctx.link.go("walk", { journey: ctx.view().journey?.id }));
  const ask = h("p", { class: "hint" }, "Customers can answer on their own phones: open “Lead”, and make a customer link.");
  return {
    el: h("div", { class: "evidence-ways" }, bring, walk, ask),
    update(/** @type {import("../../types").View} */ view) {
      bring.hidden = !(leads(view) && view.me.can_edit);
      walk.hidden = !view.order.length;
      ask.hidden = !leads(view);
    },
  };
}

/**
 * @param {string} text
 * @param {() => void} act
 */
const way = (text, act) => h("button", { type: "button", class: "evidence-way", onclick: act }, text, h("span", { "aria-hidden": "true" }, " ›"));
