/** The page "What matters": what comes first, how firmly, what to ask, where we differ. */

import { createAsk } from "./asking.js";
import { createDifferently } from "./differently.js";
import { createRanking, createStrengths } from "./ranking.js";
import { createWeighed, createWeights } from "./weights.js";
import { h } from "../../parts/dom.js";
import { createPage, createSection } from "../page.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/** @typedef {import("../page.js").PagePart} PagePart */

/** @param {Context} ctx */
export const createMatters = (ctx) => createPage(ctx, {
  name: "matters",
  title: "What matters",
  intro: "What needs work first, what to protect, and how sure we are of it.",
  journey: true,
  parts: [
    beside(
      [createSection("What needs work first", "Critical touchpoints", [createRanking(ctx)], { look: "sheet matter-first" })],
      [
        createSection("What to ask next", "", [createAsk(ctx)], { look: "sheet" }),
        createSection("What to protect", "", [createStrengths(ctx)], { look: "sheet" }),
        createSection("Where we see it differently", "", [createDifferently(ctx)], { look: "sheet" }),
      ],
    ),
    createWeighing(ctx),
  ],
});

/**
 * @param {Context} ctx
 * @returns {PagePart}
 */
function createWeighing(ctx) {
  const changed = createWeighed();
  const section = createSection("How we weigh it", "What counts for how much. Changes count for everybody, at once.",
    [createWeights(ctx), changed], { folded: true });
  section.el.querySelector("h2")?.append(changed.el);
  return section;
}

/**
 * Two columns, one below the other where there is no room.
 * @param {...PagePart[]} columns
 * @returns {PagePart}
 */
function beside(...columns) {
  const parts = columns.flat();
  return {
    el: h("div", { class: "matter-columns" }, ...columns.map((column) => h("div", { class: "matter-column" }, ...column.map((part) => part.el)))),
    update: (/** @type {View} */ view) => parts.forEach((part) => part.update(view)),
  };
}
