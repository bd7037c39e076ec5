/** All walks through this journey, whoever went: what came of them at a glance. */

import { createWalkCurve } from "./curve.js";
import { entryAt, KINDS, momentsOf, walksOf } from "./entries.js";
import { dayText } from "../evidence/sorting.js";
import { h, keyed, setText } from "../../parts/dom.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */

/** @param {Context} ctx */
export function createWalks(ctx) {
  const none = h("p", { class: "hint" }, "Nobody has walked it yet. Whoever goes sees what no table shows.");
  const list = h("ul", { class: "walks" });
  const read = h("button", {
    type: "button", class: "evidence-way", onclick: () => ctx.link.go("evidence", { journey: ctx.view().journey?.id }),
  }, "Read them in What we know", h("span", { "aria-hidden": "true" }, " ›"));
  const el = h("div", { class: "walks-all" }, none, list, read);

  /** @param {View} view */
  function update(view) {
    const walks = walksOf(view);
    none.hidden = walks.length > 0;
    read.hidden = !walks.length;
    keyed(list, walks.map(({ key }) => key), createRow, (part, _, i) => part.update(view, walks[i]));
  }

  return { el, update };
}

function createRow() {
  const who = h("strong", { dir: "auto" });
  const what = h("span", { class: "hint" });
  const curve = createWalkCurve();
  return {
    el: h("li", { class: "sheet" }, h("p", { class: "walks-who" }, who, what), curve.el),
    update(/** @type {View} */ view, /** @type {import("./entries.js").Walk} */ walk) {
      const moments = momentsOf(view);
      const entries = moments.map((id) => entryAt(walk, id));
      const kind = KINDS.find(([type]) => type === walk.latest.evidence_type)?.[2];
      setText(who, walk.latest.source || "Somebody");
      setText(what, [kind, dayText(walk.latest.date), `${entries.filter(Boolean).length} of ${moments.length} moments`].filter(Boolean).join(" · "));
      curve.update(entries.map((each) => each?.feeling ?? null), view.words.valence);
    },
  };
}
