/** Lists of things on a page: adding, moving and removing them. */

import { h, icon, keyed, setText } from "./dom.js";
import { newId } from "../live/ids.js";
import { add, mayShape } from "../map/structure.js";
import { removeThing } from "./remove.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").MenuItem} MenuItem */
/** @typedef {import("../types").Values} Values */
/** @typedef {import("../types").View} View */
/** @typedef {{el: HTMLElement, update(view: View): void, first?(): void}} ThingPart `first` opens its first field */

/**
 * Add a thing behind all others of its kind; returns its id.
 * @param {Context} ctx
 * @param {string} kind
 * @param {Values} values
 */
export function addThing(ctx, kind, values) {
  const id = newId();
  const list = ctx.view().list(kind);
  void ctx.run(add(kind, { id, ...values }, list[list.length - 1] ?? ""));
  return id;
}

/**
 * @param {Context} ctx
 * @param {object} options
 * @param {string} options.kind
 * @param {(view: View) => string[]} options.ids which of them are shown
 * @param {(id: string) => ThingPart} options.make
 * @param {string} [options.add] what the button says; without it nothing can be added here
 * @param {() => Values} [options.begin] fields of a new one
 * @param {string} [options.empty] shown where there are none
 * @param {string} [options.look] class of the list
 */
export function createThings(ctx, { kind, ids, make, add: word, begin, empty, look = "" }) {
  /** @type {string | null} */
  let fresh = null;
  const list = h("div", { class: `things ${look}` });
  const none = h("p", { class: "hint" });
  const plus = h("button", { type: "button", class: "button", onclick: () => { fresh = addThing(ctx, kind, begin?.() ?? {}); ctx.render(); } },
    icon("plus"), word ?? "");
  const el = h("div", { class: "things-all" }, none, list, plus);

  /** @param {View} view */
  function update(view) {
    const shown = ids(view);
    setText(none, empty);
    none.hidden = shown.length > 0 || !empty;
    plus.hidden = !word || !mayShape(view);
    keyed(list, shown, make, (part, id) => {
      part.update(view);
      if (id !== fresh) return;
      fresh = null;
      part.first?.();
    });
  }

  return { el, update };
}

/**
 * What can be done with a thing in a list: earlier, later, away.
 * @param {Context} ctx
 * @param {string} kind
 * @param {string} id
 * @param {string} name
 * @param {string[]} siblings in their order
 * @returns {MenuItem[]}
 */
export function thingMenu(ctx, kind, id, name, siblings) {
  const at = siblings.indexOf(id);
  const parent = ctx.view().thing(kind, id).persona_id ?? null;
  /** @param {string} after */
  const put = (after) => void ctx.run({ kind: "place", of: kind, id, parent_id: parent, after });
  return [
    { label: "Move up", disabled: at < 1, act: () => put(siblings[at - 2] ?? "") },
    { label: "Move down", disabled: at < 0 || at === siblings.length - 1, act: () => put(siblings[at + 1]) },
    { label: "Remove", danger: true, act: () => removeThing(ctx, kind, id, name) },
  ];
}
