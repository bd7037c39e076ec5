/** Signature moments: where we must be different, and how, in one line each. */

import { createForm } from "../../parts/form.js";
import { h, icon, keyed, setText } from "../../parts/dom.js";
import { menuButton } from "../../parts/menu.js";
import { mayShape, setValue } from "../../map/structure.js";
import { createSection } from "../page.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/** @typedef {import("../../parts/form.js").FieldSpec} FieldSpec */

/** @type {FieldSpec[]} */
const LINES = [
  { field: "signature_product", as: "line", label: "What is different about what she gets" },
  { field: "signature_process", as: "line", label: "What is different about how it goes" },
  { field: "signature_behaviour", as: "line", label: "What is different about how we behave" },
];

/** @param {Context} ctx */
export function createSignatures(ctx) {
  const list = h("div", { class: "things cards" });
  const none = h("p", { class: "hint" }, "None yet. One or two are enough: where would she notice that it is us?");
  const more = menuButton(ctx, { class: "button", label: "Choose a moment" }, () => choices(ctx), icon("plus"), document.createTextNode("Choose a moment"));
  const part = {
    el: h("div", { class: "things-all" }, none, list, more),
    update(/** @type {View} */ view) {
      const ids = signatures(view);
      none.hidden = ids.length > 0;
      more.hidden = !mayShape(view) || !view.columns.some((column) => column.touchpoint);
      keyed(list, ids, (id) => createSignature(ctx, id), (each) => each.update(view));
    },
  };
  return createSection("Signature moments", "Moments that must set us apart. Everywhere else, good is good enough.", [part]);
}

/**
 * Ids of the moments that must set us apart, in map order.
 * @param {View} view
 * @returns {string[]}
 */
export function signatures(view) {
  return moments(view).filter((id) => view.touchpoint(id).signature === true);
}

/**
 * @param {View} view
 * @returns {string[]}
 */
const moments = (view) => view.columns.flatMap(({ touchpoint }) => (touchpoint ? [touchpoint] : []));

/** @param {Context} ctx */
function choices(ctx) {
  const view = ctx.view();
  return moments(view).filter((id) => view.touchpoint(id).signature !== true).map((id) => ({
    label: view.touchpoint(id).name, hint: view.touchpoint(id).moment_of_truth ? "make-or-break" : "",
    act: () => void ctx.run(setValue("touchpoint", id, "signature", true)),
  }));
}

/**
 * @param {Context} ctx
 * @param {string} id
 */
function createSignature(ctx, id) {
  const name = h("h3", { class: "sheet-title", dir: "auto" });
  const form = createForm(ctx, "touchpoint", id, LINES);
  const away = h("button", {
    type: "button", class: "round", "aria-label": "Not a signature moment", title: "Not a signature moment",
    onclick: () => void ctx.run(setValue("touchpoint", id, "signature", false)),
  }, icon("close"));
  return {
    el: h("article", { class: "sheet", "data-touchpoint": id }, h("div", { class: "sheet-head" }, name, away), form.el),
    update(/** @type {View} */ view) {
      setText(name, view.touchpoint(id).name);
      away.hidden = !mayShape(view);
      form.update(view);
    },
  };
}
