/** The page "Behind the scenes". */

import { momentsOf } from "./backing.js";
import { createBlueprint } from "./blueprint.js";
import { createDepartments } from "./departments.js";
import { createHere } from "./here.js";
import { createOwners, createOwnersUsed } from "./owners.js";
import { createProcesses } from "./process.js";
import { h } from "../../parts/dom.js";
import { textButton } from "../../parts/topbar.js";
import { createPage, createSection } from "../page.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").Screen} Screen */
/** @typedef {import("../../types").View} View */
/** @typedef {import("../page.js").PagePart} PagePart */

const BLUEPRINT = "Every moment from what she sees down to what it runs on. Everything can be written where it stands; arrow keys go from cell to cell.";
const PROCESSES = "What has to be done again and again so that the moments work. That a process exists does not make it good.";
const DEPARTMENTS = "Each one knows its own moments. She lives all of them, one after the other.";

/**
 * @param {Context} ctx
 * @returns {Screen}
 */
export function createBehind(ctx) {
  const blueprint = createBlueprint(ctx);
  return createPage(ctx, {
    name: "behind",
    title: "Behind the scenes",
    intro: "What has to happen so that she gets it: who does it, who hands over to whom, and where that hurts.",
    journey: true,
    open: blueprint.show,
    parts: [
      createOwnersUsed(),
      createStart(ctx),
      createOwners(ctx),
      drawn(createSection("Blueprint", BLUEPRINT, [blueprint])),
      drawn(createSection("Processes", PROCESSES, [createProcesses(ctx)])),
      createHere(ctx),
      drawn(createSection("As each department sees it", DEPARTMENTS, [createDepartments(ctx)])),
    ],
  });
}

/**
 * A part that needs a moment to be about.
 * @param {PagePart} part
 * @returns {PagePart}
 */
function drawn(part) {
  return {
    ...part,
    update(view) {
      part.el.hidden = momentsOf(view).length === 0;
      if (!part.el.hidden) part.update(view);
    },
  };
}

/** @param {Context} ctx */
function createStart(ctx) {
  const el = h("section", { class: "start" }, h("h2", {}, "There is no moment to look behind yet"),
    h("p", { class: "hint" }, "Draw the journey first: its moments become the columns here."),
    h("div", { class: "start-actions" }, textButton("Go to the journey", () => ctx.link.go("journey"))));
  return { el, update: (/** @type {View} */ view) => { el.hidden = momentsOf(view).length > 0; } };
}
