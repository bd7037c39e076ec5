/** The end of my walk: its curve, and what to do next. */

import { createWalkCurve } from "./curve.js";
import { momentsOf } from "./entries.js";
import { h, setText } from "../../parts/dom.js";

/** @typedef {import("../../types").Context} Context */

/**
 * @param {Context} ctx
 * @param {import("./diary.js").Diary} diary
 */
export function createDone(ctx, diary) {
  const title = h("h2", { class: "walk-name", tabindex: "-1" }, "This was your walk");
  const line = h("p", {});
  const curve = createWalkCurve();
  const el = h("section", { class: "walk-step" }, title, line, curve.el,
    h("div", { class: "walk-way" },
      h("button", { type: "button", class: "button strong", onclick: () => ctx.link.go("evidence", { journey: ctx.view().journey?.id }) }, "See it in What we know"),
      h("button", { type: "button", class: "button", onclick: diary.again }, "Walk it again")));
  return {
    el,
    begin: () => title.focus(),
    update(/** @type {import("../../types").View} */ view) {
      const moments = momentsOf(view);
      const entries = moments.map((id) => diary.entry(id));
      const said = entries.filter(Boolean).length;
      setText(line, said ? `You have noted ${said} of ${moments.length} moments. Each stands in What we know, as evidence of its moment.`
        : "You have noted nothing yet. Go back, or choose a moment from the list.");
      curve.update(entries.map((each) => each?.feeling ?? null), view.words.valence);
    },
  };
}
