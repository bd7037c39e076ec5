/** The page "Compare": wanted and today, two looks, what became since, people side by side. */

import { h, setText } from "../../parts/dom.js";
import { createPage, createSection } from "../page.js";
import { createLooks } from "./looks.js";
import { createSince } from "./since.js";
import { createWanted } from "./wanted.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/** @typedef {import("../page.js").PagePart} PagePart */

/** @param {Context} ctx */
export const createCompare = (ctx) => createPage(ctx, {
  name: "compare",
  title: "Compare",
  intro: "Two states of the journey side by side: wanted and today, first and second look, then and now.",
  journey: true,
  parts: [
    createHeld(),
    createPossible("Wanted and today", createWanted(ctx), isCompared),
    createPossible("First and second look", createLooks(ctx), (view) => view.computedFor("compare")?.looks),
    createPossible("Since last time", createSince(ctx), isCompared),
    createPossible("People side by side", createApart(ctx), (view) => view.computedFor("compare")?.apart),
  ],
});

/** @param {View} view */
const isCompared = (view) => !view.computedFor("compare")?.round;

/** Why nothing is compared while a private round is open. */
function createHeld() {
  const el = h("p", { class: "compare-held", role: "status" });
  return {
    el,
    update(/** @type {View} */ view) {
      const why = view.computedFor("compare")?.round;
      setText(el, why);
      el.hidden = !why;
    },
  };
}

/**
 * A section that is there only while there is something to compare.
 * @param {string} title
 * @param {PagePart} part
 * @param {(view: View) => unknown} what
 * @returns {PagePart}
 */
function createPossible(title, part, what) {
  const section = createSection(title, "", [part]);
  return {
    ...section,
    update(view) {
      section.el.hidden = !what(view);
      if (!section.el.hidden) section.update(view);
    },
  };
}

/** @param {Context} ctx */
function createApart(ctx) {
  const text = h("p", { dir: "auto" });
  const go = h("button", { type: "button", class: "button", onclick: () => ctx.link.go("people", {}) }, "Compare them on People");
  return {
    el: h("div", { class: "compare-apart" }, text, go),
    update(/** @type {View} */ view) {
      const apart = view.computedFor("compare").apart;
      setText(text, apart.text ?? "Nothing sets them apart yet: rate the moments they share.");
    },
  };
}
