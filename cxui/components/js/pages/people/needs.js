/** What a persona needs: said by herself, or found by watching her. */

import { h } from "../../parts/dom.js";
import { createForm } from "../../parts/form.js";
import { menuButton } from "../../parts/menu.js";
import { createThings, thingMenu } from "../../parts/things.js";
import { newId } from "../../live/ids.js";
import { add, mayShape } from "../../map/structure.js";
import { createAdder } from "./adder.js";
import { needsOf } from "./said.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").Values} Values */
/** @typedef {import("../../types").View} View */
/** @typedef {import("../../parts/form.js").FieldSpec} FieldSpec */

/**
 * @param {string} persona
 * @returns {FieldSpec[]}
 */
const fields = (persona) => [
  { field: "text", as: "note", label: "What she needs", empty: "Write it down …" },
  { field: "latent", as: "switch", label: "She does not know of it herself" },
  { field: "touchpoint_ids", as: "links", label: "Where it shows", among: (view) => momentsOf(view, persona) },
  { field: "evidence_ids", as: "links", label: "What speaks for it", among: (view) => (
    view.list("evidence").map((id) => [id, view.thing("evidence", id).title])) },
];

/**
 * All moments of her journeys, as id and name.
 * @param {View} view
 * @param {string} persona
 * @returns {[string, string][]}
 */
function momentsOf(view, persona) {
  /** @type {string[]} */
  const ids = view.thing("lived", persona).moments ?? [];
  return ids.map((id) => [id, view.thing("moment", id).name ?? ""]);
}

/**
 * @param {Context} ctx
 * @param {string} persona
 */
export function createNeeds(ctx, persona) {
  const list = createThings(ctx, {
    kind: "need", ids: (view) => needsOf(view, persona), make: (id) => createNeed(ctx, persona, id), look: "cards",
  });
  const adder = createAdder(ctx, {
    key: `${persona}/need`, label: "A need: add", add: (text) => addNeed(ctx, { persona_id: persona, text }),
  });
  return {
    el: h("div", { class: "people-group" }, list.el, adder.el),
    update(/** @type {View} */ view) {
      list.update(view);
      adder.update(view, needsOf(view, persona).length ? "Add another need …" : "To know at every moment what comes next …");
    },
  };
}

/**
 * Add a need behind all others.
 * @param {Context} ctx
 * @param {Values} values
 */
export function addNeed(ctx, values) {
  const all = ctx.view().list("need");
  return ctx.run(add("need", { id: newId(), ...values }, all[all.length - 1] ?? ""));
}

/**
 * @param {Context} ctx
 * @param {string} persona
 * @param {string} id
 */
function createNeed(ctx, persona, id) {
  const form = createForm(ctx, "need", id, fields(persona));
  const menu = menuButton(ctx, { class: "round people-menu", label: "Move or remove" }, () => {
    const view = ctx.view();
    return thingMenu(ctx, "need", id, String(view.thing("need", id).text || "this need").slice(0, 60), needsOf(view, persona));
  });
  return {
    el: h("article", { class: "sheet" }, h("div", { class: "sheet-head" }, form.el, menu)),
    update(/** @type {View} */ view) {
      form.update(view);
      menu.hidden = !mayShape(view);
    },
  };
}
