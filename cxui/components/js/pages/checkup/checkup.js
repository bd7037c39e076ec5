/** The page "Questions to ask ourselves": three now, what is certain at first, the rest folded. */

import { h, keyed, setText } from "../../parts/dom.js";
import { createPage, createSection } from "../page.js";
import { createFinding, createLine } from "./finding.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */

/** @param {Context} ctx */
export const createCheckup = (ctx) => createPage(ctx, {
  name: "checkup",
  title: "Questions to ask ourselves",
  intro: "The traps that teams fall into. Nothing here is an order: each finding is a question for the room.",
  parts: [
    createNow(ctx),
    createList(ctx, "before_next", "Before the next workshop", "Certain in a first workshop, and no reproach: do these before you meet again."),
    createList(ctx, "folded", "More questions", "", true),
    createList(ctx, "accepted", "Seen and accepted", "The team has seen these, and said why they may stay.", true),
    createList(ctx, "not_assessed", "Not assessed yet", "Nobody knows: what they would look at is not there yet. This is no pass.", true),
    createList(ctx, "passed", "Nothing found", "These were looked at, on what is there.", true),
  ],
});

/** @param {Context} ctx */
function createNow(ctx) {
  const list = h("div", { class: "trap-now" });
  const none = h("p", { class: "trap-none" }, "Nothing to ask right now. Rate the journey, and come back.");
  return createSection("Ask the room now", "", [{
    el: h("div", {}, none, list),
    update(/** @type {View} */ view) {
      const ids = idsOf(view, "now");
      none.hidden = ids.length > 0;
      keyed(list, ids, (id) => createFinding(ctx, id), (part) => part.update(view));
    },
  }], { look: "trap-first" });
}

/**
 * @param {Context} ctx
 * @param {string} which
 * @param {string} title
 * @param {string} hint
 * @param {boolean} [folded]
 */
function createList(ctx, which, title, hint, folded = false) {
  const list = h("div", { class: "trap-list" });
  const count = h("span", { class: "trap-count" });
  const section = createSection(title, hint, [{
    el: list,
    update: (/** @type {View} */ view) => keyed(list, idsOf(view, which), (id) => createLine(ctx, id), (part) => part.update(view)),
  }], { folded });
  section.el.querySelector("h2")?.append(count);
  return {
    el: section.el,
    update(/** @type {View} */ view) {
      const { length } = idsOf(view, which);
      section.el.hidden = length === 0;
      setText(count, String(length));
      section.update(view);
    },
  };
}

/**
 * @param {View} view
 * @param {string} which
 * @returns {string[]}
 */
const idsOf = (view, which) => view.computedFor("checkup")?.[which] ?? [];
