/** Could I deliver this tomorrow, do I want to: two rows of buttons a moment. */

import { createScale } from "../parts/choices.js";
import { h, keyed, setText } from "../parts/dom.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").View} View */
/** @typedef {import("./pages.js").Page} Page */

/** @type {{part: "able" | "willing", label: string, ends: [string, string]}[]} */
const ASKS = [
  { part: "able", label: "I could deliver this tomorrow", ends: ["no", "yes, easily"] },
  { part: "willing", label: "I want to", ends: ["no", "yes, gladly"] },
];

/**
 * @param {Context} ctx
 * @param {Page} page
 */
export function createStaff(ctx, page) {
  const el = h("div", { class: "staff-page" });

  /** @param {string} id */
  function make(id) {
    const name = h("h2", { class: "part-title", dir: "auto" });
    const called = ctx.view().touchpoint(id).name;
    const rows = ASKS.map(({ part, label, ends }) => ({
      part,
      ...createScale({ label, from: 1, to: 5, ends, name: (value) => `${value} of 5, ${called}` },
        (value) => void ctx.run({ kind: "set_answer", subject_id: id, part, value })),
    }));
    return { el: h("section", { class: "staff-moment" }, name, ...rows.map((row) => row.el)), name, rows };
  }

  /** @param {View} view */
  function update(view) {
    keyed(el, page.touchpoints, make, (moment, id) => {
      setText(moment.name, view.touchpoint(id).name);
      moment.rows.forEach((row) => row.update(view.roundMine.staff[id]?.[row.part] ?? null));
    });
  }

  return { el, update, stop() {} };
}
