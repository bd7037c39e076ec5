/** The values of the brand: a few short cards. */

import { createField } from "../../parts/field.js";
import { h, setText } from "../../parts/dom.js";
import { menuButton } from "../../parts/menu.js";
import { createThings, thingMenu } from "../../parts/things.js";
import { mayShape } from "../../map/structure.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */

const KIND = "brand_value";

/** @param {Context} ctx */
export function createValues(ctx) {
  return createThings(ctx, {
    kind: KIND,
    ids: (view) => view.list(KIND),
    make: (id) => createValue(ctx, id),
    add: "Add a value",
    begin: () => ({ name: "New value" }),
    empty: "Nothing yet. What should nobody here ever do to a customer?",
    look: "cards",
  });
}

/**
 * @param {Context} ctx
 * @param {string} id
 */
function createValue(ctx, id) {
  const name = createField(ctx, { of: KIND, id, field: "name", label: "Value", needed: true, class: "sheet-title" });
  const meaning = createField(ctx, {
    of: KIND, id, field: "meaning", label: "What it means on a busy day", lines: true, empty: "What it means on a busy day …", class: "boxed",
  });
  const menu = menuButton(ctx, { class: "round", label: "Move or remove" }, () => {
    const view = ctx.view();
    return thingMenu(ctx, KIND, id, view.thing(KIND, id).name, view.list(KIND));
  });
  const shown = h("p", { class: "hint value-shown" });
  const el = h("article", { class: "sheet" }, h("div", { class: "sheet-head" }, name.el, menu), meaning.el, shown);
  return {
    el,
    first: () => name.edit(true),
    update(/** @type {View} */ view) {
      const value = view.thing(KIND, id);
      name.update(value.name);
      meaning.update(value.meaning);
      menu.hidden = !mayShape(view);
      const at = shownAt(view, id);
      setText(shown, at.length ? `Shown at: ${at.join(", ")}` : "Not shown at any moment yet.");
    },
  };
}

/**
 * Names of the moments that are to show a value.
 * @param {View} view
 * @param {string} id
 * @returns {string[]}
 */
export function shownAt(view, id) {
  return view.columns.flatMap(({ touchpoint }) => {
    if (!touchpoint) return [];
    const { name, brand_value_ids: ids } = view.touchpoint(touchpoint);
    return Array.isArray(ids) && ids.includes(id) ? [name] : [];
  });
}
