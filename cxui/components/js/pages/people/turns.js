/** At each low and high point of her journey: three questions that find what she needs. */

import { createField } from "../../parts/field.js";
import { h, keyed, setText } from "../../parts/dom.js";
import { createAdder } from "./adder.js";
import { addNeed } from "./needs.js";
import { needsOf } from "./said.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/** @typedef {{touchpoint: string, code: string, text: string}} Turn */

const QUESTIONS = [
  ["before", "What did she do just before?"],
  ["workaround", "What workaround did she invent?"],
  ["tonight", "What would she tell a friend tonight?"],
];

/**
 * @param {Context} ctx
 * @param {string} persona
 */
export function createTurns(ctx, persona) {
  const list = h("div", { class: "things cards" });
  const none = h("p", { class: "hint" }, "Rate one of her journeys first: its low and high points then stand here.");
  const go = h("button", { type: "button", class: "button", onclick: () => ctx.link.go("journey", { journey: journeyOf(ctx.view(), persona) }) }, "Go to the journey");
  return {
    el: h("div", { class: "people-group" }, none, go, list),
    update(/** @type {View} */ view) {
      /** @type {Turn[]} */
      const turns = view.thing("lived", persona).turns ?? [];
      none.hidden = turns.length > 0;
      go.hidden = turns.length > 0;
      keyed(list, turns.map((turn) => turn.touchpoint), (id) => createTurn(ctx, persona, id),
        (part, _, i) => part.update(view, turns[i]));
    },
  };
}

/**
 * @param {View} view
 * @param {string} persona
 */
const journeyOf = (view, persona) => view.thing("lived", persona).journeys?.[0]?.id ?? null;

/**
 * @param {Context} ctx
 * @param {string} persona
 * @param {string} touchpoint
 */
function createTurn(ctx, persona, touchpoint) {
  const name = h("strong", { dir: "auto" });
  const what = h("span", { class: "people-turn" });
  const found = h("ul", { class: "people-list" });
  const asked = QUESTIONS.map(([key, question]) => ({
    question,
    adder: createAdder(ctx, {
      key: `${persona}/${touchpoint}/${key}`, label: question,
      add: (text) => addNeed(ctx, { persona_id: persona, text, latent: true, touchpoint_ids: [touchpoint] }),
    }),
  }));
  const el = h("article", { class: "sheet people-turning" }, h("h3", { class: "sheet-title" }, name, " ", what),
    ...asked.map(({ question, adder }) => h("div", { class: "pick" }, h("span", {}, question), adder.el)), found);
  return {
    el,
    /**
     * @param {View} view
     * @param {Turn} turn
     */
    update(view, turn) {
      setText(name, view.thing("moment", touchpoint).name);
      setText(what, turn.text);
      asked.forEach(({ adder }) => adder.update(view, "…"));
      const needs = needsOf(view, persona).filter((id) => {
        const { latent, touchpoint_ids: where = [] } = view.thing("need", id);
        return latent && where.includes(touchpoint);
      });
      found.hidden = needs.length === 0;
      keyed(found, needs, (id) => createFound(ctx, id), (part, id) => part.update(view.thing("need", id).text));
    },
  };
}

/**
 * @param {Context} ctx
 * @param {string} id
 */
function createFound(ctx, id) {
  const field = createField(ctx, { of: "need", id, field: "text", label: "What she needs and does not know of", lines: true, empty: "Write it down …", class: "people-text" });
  return { el: h("li", { class: "people-said" }, h("div", { class: "people-words" }, field.el)), update: field.update };
}
