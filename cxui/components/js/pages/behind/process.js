/** One process: what it is, who does it, how far it is, and who could do it tomorrow. */

import { LANES, momentsOf, STATUSES } from "./backing.js";
import { OWNERS } from "./owners.js";
import { createReadiness } from "./readiness.js";
import { createForm } from "../../parts/form.js";
import { h, icon } from "../../parts/dom.js";
import { createField } from "../../parts/field.js";
import { menuButton } from "../../parts/menu.js";
import { openPopup } from "../../parts/popup.js";
import { createThings, thingMenu } from "../../parts/things.js";
import { mayShape } from "../../map/structure.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/** @typedef {import("../../parts/form.js").FieldSpec} FieldSpec */

export const KIND = "process";
export const NEW_NAME = "New process";

/** @type {FieldSpec[]} */
const FACTS = [
  { field: "owner", label: "Who does it", as: "line", empty: "nobody yet", suggest: OWNERS },
  { field: "status", label: "How far it is", as: "choice", options: STATUSES, always: true },
  { field: "lane", label: "Where it runs", as: "choice", options: LANES, always: true },
];
/** @type {FieldSpec[]} */
const MOMENTS = [{
  field: "touchpoint_ids", label: "Moments that need it", as: "links",
  among: (view) => momentsOf(view).map((id) => [id, view.touchpoint(id).name]),
}];
/** @type {FieldSpec[]} */
const MORE = [
  { field: "note", label: "Note", as: "note", empty: "What works, what does not …" },
  { field: "training", label: "What its people are trained in", as: "note", empty: "Add …" },
  { field: "trained_on", label: "Trained on", as: "day" },
];

/**
 * All of them, as cards.
 * @param {Context} ctx
 */
export const createProcesses = (ctx) => createThings(ctx, {
  kind: KIND,
  ids: (view) => view.list(KIND),
  make: (id) => createProcess(ctx, id),
  add: "Add a process",
  begin: () => ({ name: NEW_NAME }),
  empty: "Nothing yet. What has to be done, out of her sight, so that she gets it?",
  look: "cards",
});

/**
 * @param {Context} ctx
 * @param {string} id
 */
function createProcess(ctx, id) {
  const parts = createParts(ctx, id);
  return {
    el: h("article", { class: "sheet", "data-process": id }, h("div", { class: "sheet-head" }, parts.name.el, parts.menu), ...parts.nodes),
    first: () => parts.name.edit(true),
    update: parts.update,
  };
}

/**
 * The same beside the place where it is shown.
 * @param {Context} ctx
 * @param {string} id
 * @param {HTMLElement} anchor
 * @param {{fresh: boolean, onclose: () => void}} how `fresh`: its name is asked first
 */
export function openProcess(ctx, id, anchor, { fresh, onclose }) {
  const parts = createParts(ctx, id);
  const shut = h("button", { type: "button", class: "round editor-close", "aria-label": "Close", title: "Close", onclick: () => popup.close() }, icon("close"));
  const body = h("div", { class: "editor behind-editor" },
    h("header", { class: "editor-head" }, h("div", { class: "editor-title" }, parts.name.el), parts.menu, shut), ...parts.nodes);
  parts.update(ctx.view());
  const popup = openPopup(ctx, anchor, body, { kind: "editor", label: ctx.view().thing(KIND, id).name, sheet: true, onclose });
  if (fresh) parts.name.edit(true);
  else popup.el.focus({ preventScroll: true });
  return {
    id,
    close: () => popup.close(false),
    update(/** @type {View} */ view) {
      if (view.list(KIND).includes(id)) parts.update(view);
      else popup.close(false);
    },
  };
}

/**
 * @param {Context} ctx
 * @param {string} id
 */
function createParts(ctx, id) {
  const name = createField(ctx, { of: KIND, id, field: "name", label: "Process", needed: true, class: "sheet-title" });
  const facts = createForm(ctx, KIND, id, FACTS, "behind-facts");
  const moments = createForm(ctx, KIND, id, MOMENTS);
  const more = createForm(ctx, KIND, id, MORE);
  const ready = createReadiness(id);
  const folded = h("details", { class: "behind-more" }, h("summary", {}, "Note and training"), more.el);
  const menu = menuButton(ctx, { class: "round", label: "Move or remove" }, () => {
    const view = ctx.view();
    return thingMenu(ctx, KIND, id, view.thing(KIND, id).name, view.list(KIND));
  });
  return {
    name,
    menu,
    nodes: [facts.el, moments.el, ready.el, folded],
    update(/** @type {View} */ view) {
      name.update(view.thing(KIND, id).name);
      menu.hidden = !mayShape(view);
      [facts, moments, more, ready].forEach((part) => part.update(view));
    },
  };
}
