/**
 * Tight and loose side by side: what is insisted on, and what people may decide
 * themselves. Stage by stage; of the moments those where she meets people come first.
 */

import { createForm } from "../../parts/form.js";
import { createField } from "../../parts/field.js";
import { h, keyed, setClass, setText } from "../../parts/dom.js";
import { createSection } from "../page.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/** @typedef {import("../../parts/form.js").FieldSpec} FieldSpec */

/** @type {[string, string][]} */
const SCRIPTED = [["yes", "every word is laid down"], ["no", "they find their own words"], ["unknown", "nobody knows"]];

/** @param {Context} ctx */
export function createTight(ctx) {
  const list = h("div", { class: "tight-stages" });
  const none = h("p", { class: "hint" }, "There are no stages yet. Draw them on the journey, and come back.");
  return createSection(
    "Tight and loose",
    "Tight: how it must feel, and the result we insist on. Loose: what the people who deliver it may decide themselves.",
    [{
      el: h("div", { class: "tight" }, heads(), none, list),
      update(/** @type {View} */ view) {
        none.hidden = view.order.length > 0;
        keyed(list, view.order.map((row) => row.stage), (id) => createStage(ctx, id), (part) => part.update(view));
      },
    }],
    { folded: true },
  );
}

function heads() {
  return h("div", { class: "tight-heads", "aria-hidden": "true" }, h("span", {}, "Tight"), h("span", {}, "Loose"));
}

/**
 * @param {Context} ctx
 * @param {string} id
 */
function createStage(ctx, id) {
  const name = h("h3", { class: "tight-stage-name", dir: "auto" });
  const feeling = createField(ctx, {
    of: "stage", id, field: "intended_feeling", label: "How she is meant to feel here", lines: true, empty: "Add …", class: "boxed",
  });
  const meant = h("div", { class: "pick" }, h("span", {}, "How she is meant to feel here"), feeling.el);
  const moments = h("div", { class: "tight-moments" });
  const more = h("div", { class: "tight-moments" });
  const rest = h("details", { class: "tight-rest" }, h("summary", {}, "Moments without people of ours"), more);
  const el = h("section", { class: "sheet tight-stage" }, h("div", { class: "tight-stage-head" }, name, meant), moments, rest);

  /** @param {View} view */
  function update(view) {
    const stage = view.stage(id);
    /** @type {string[]} */
    const human = view.computedFor("promise")?.human ?? [];
    const all = view.order.find((row) => row.stage === id)?.touchpoints ?? [];
    const others = all.filter((each) => !human.includes(each));
    setText(name, stage.name);
    feeling.update(stage.intended_feeling);
    draw(moments, all.filter((each) => human.includes(each)), view);
    draw(more, others, view);
    rest.hidden = others.length === 0;
  }

  /**
   * @param {HTMLElement} list
   * @param {string[]} ids
   * @param {View} view
   */
  function draw(list, ids, view) {
    keyed(list, ids, (each) => createMoment(ctx, each), (part) => part.update(view));
  }

  return { el, update };
}

/** @type {FieldSpec[]} */
const TIGHT = [{ field: "insist_on", as: "note", label: "The result we insist on", empty: "e.g. nobody waits longer than …" }];
/** @type {FieldSpec[]} */
const LOOSE = [
  { field: "freedom", as: "note", label: "What they may decide themselves", empty: "e.g. how to greet, what to give away …" },
  { field: "scripted", as: "choice", label: "Their words", options: SCRIPTED, always: true },
];

/**
 * @param {Context} ctx
 * @param {string} id
 */
function createMoment(ctx, id) {
  const name = h("h4", { class: "tight-name", dir: "auto" });
  const tight = createForm(ctx, "touchpoint", id, [...TIGHT, {
    field: "brand_value_ids", as: "links", label: "The value it has to show",
    among: (view) => view.list("brand_value").map((each) => [each, view.thing("brand_value", each).name]),
  }]);
  const loose = createForm(ctx, "touchpoint", id, LOOSE);
  const el = h("div", { class: "tight-moment", "data-touchpoint": id }, name, tight.el, loose.el);
  return {
    el,
    update(/** @type {View} */ view) {
      const touchpoint = view.touchpoint(id);
      setText(name, touchpoint.name);
      setClass(name, "critical", view.result(id).critical);
      tight.update(view);
      loose.update(view);
    },
  };
}
