/** Whom the five cards are about: a persona who is there, or a new one. */

import { newId } from "../live/ids.js";
import { add } from "../map/structure.js";
import { h, keyed, setText } from "../parts/dom.js";
import { cleanLine, NAME_MAX } from "../parts/text.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").View} View */

const NEW = "";

/** @param {Context} ctx */
export function createAbout(ctx) {
  const select = h("select", { onchange: () => { chosen = select.value; update(ctx.view()); } });
  const pick = h("label", { class: "pick" }, h("span", {}, "About"), select);
  const input = h("input", {
    type: "text", class: "input", maxlength: NAME_MAX, dir: "auto", autocomplete: "off", placeholder: "Left open, the room proposes one",
  });
  const name = h("label", { class: "labelled" }, h("span", {}, "Her name, if she has one yet"), input);
  const el = h("div", { class: "about-whom" }, pick, name);
  /** @type {string | null} */
  let chosen = null;

  /** @param {View} view */
  function now({ personas, journey }) {
    if (chosen !== null && (chosen === NEW || personas.some(({ id }) => id === chosen))) return chosen;
    return (personas.find((each) => each.name === journey?.persona) ?? personas[0])?.id ?? NEW;
  }

  /** @param {View} view */
  function update(view) {
    const rows = [...view.personas, { id: NEW, name: "Somebody new" }];
    keyed(select, rows.map(({ id }) => id), (id) => ({ el: h("option", { value: id }) }), (option, _, i) => setText(option.el, rows[i].name));
    select.value = now(view);
    pick.hidden = rows.length === 1;
    name.hidden = select.value !== NEW;
  }

  /**
   * The persona to ask about; a new one is added first.
   * @returns {Promise<string | null>} null where she could not be added
   */
  async function persona() {
    const view = ctx.view();
    const there = now(view);
    if (there !== NEW) return there;
    const id = newId();
    const last = view.personas[view.personas.length - 1]?.id ?? "";
    const answer = await ctx.run(add("persona", { id, name: cleanLine(input.value) || view.words.new_persona }, last));
    if (!answer.ok) return null;
    input.value = "";
    chosen = id;
    return id;
  }

  return { el, update, persona };
}
