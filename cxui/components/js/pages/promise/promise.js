/** The page "Promise": what the team must be clear about before it mends anything. */

import { createForm } from "../../parts/form.js";
import { h, keyed, setText } from "../../parts/dom.js";
import { createPage, createSection } from "../page.js";
import { createElsewhere } from "./elsewhere.js";
import { createSignatures } from "./signatures.js";
import { createTight } from "./tight.js";
import { createValues } from "./values.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/** @typedef {import("../../parts/form.js").FieldSpec} FieldSpec */

/** @type {FieldSpec[]} */
const PROMISE = [{
  field: "promise", as: "note", label: "What do we promise?", empty: "We …",
  hint: "One sentence that a customer would understand, and could hold us to.",
}];

/** @type {FieldSpec[]} */
const CUSTOMERS = [
  { field: "expected", as: "note", label: "What do they expect of us, and how do we do against it?" },
  { field: "customers_value", as: "note", label: "What makes them come back?" },
  { field: "recommended_for", as: "note", label: "What makes them recommend us?" },
];

/** @type {FieldSpec[]} */
const FRAME = [
  { field: "segments", as: "note", label: "For whom is it?", hint: "Segments differ: name those you mean, and those you do not." },
  { field: "scope", as: "note", label: "Where does it begin and end?" },
  { field: "owner", as: "line", label: "Who answers for the whole journey?", empty: "nobody yet" },
  { field: "review_on", as: "day", label: "When do we look at it again?" },
];

/** @param {Context} ctx */
export const createPromise = (ctx) => createPage(ctx, {
  name: "promise",
  title: "Promise",
  intro: "What we stand for, and what everybody who delivers it is held to. Be tight on the result, loose on how.",
  journey: true,
  parts: [
    createSection("Our promise", "", [form(ctx, PROMISE, "promise-words"), createStepBack()], { look: "promise-first" }),
    createSection("What customers value", "", [form(ctx, CUSTOMERS, "pairs")]),
    createSection("What the brand stands for", "Three to five values. Each should help somebody decide on a busy day.", [createValues(ctx)]),
    createTight(ctx),
    createSignatures(ctx),
    createElsewhere(ctx),
    createSection("For whom, how far, until when", "", [form(ctx, FRAME, "pairs")]),
  ],
});

/**
 * @param {Context} ctx
 * @param {FieldSpec[]} specs
 * @param {string} look
 */
function form(ctx, specs, look) {
  return createForm(ctx, "brief", "brief", specs, look);
}

/** What speaks for doubting the offer itself, not only its moments. */
function createStepBack() {
  const el = h("div", { class: "step-back", role: "note", hidden: true });
  return {
    el,
    update(/** @type {View} */ view) {
      /** @type {string[]} */
      const sentences = view.computedFor("promise")?.step_back ?? [];
      el.hidden = sentences.length === 0;
      keyed(el, sentences.map((_, i) => String(i)),
        (i) => ({ el: h(i === "0" ? "strong" : "p", {}) }),
        (part, _, i) => setText(part.el, sentences[i]));
    },
  };
}
