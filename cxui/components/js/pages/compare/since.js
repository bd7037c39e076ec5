/** What became of the journey since a day that was kept. */

import { h, keyed, setAttr, setText } from "../../parts/dom.js";
import { dayText } from "../evidence/sorting.js";
import { createChanges } from "./changes.js";
import { createDays } from "./days.js";
import { createKeep } from "./keep.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/** @typedef {{id: string, on: string, note: string}} Review */

const NOTHING_KEPT = "Nothing is kept yet. Keep today, and the next time it stands beside how it feels then: what rose, what fell, and what you had expected.";

/** @param {Context} ctx */
export function createSince(ctx) {
  let chosen = "";
  const none = h("p", { class: "hint" }, NOTHING_KEPT);
  const select = h("select", { class: "input compare-pick", onchange: () => { chosen = select.value; ctx.render(); } });
  const pick = h("label", { class: "pick compare-when" }, h("span", {}, "Compare today with"), select);
  const note = h("p", { class: "compare-note", dir: "auto" });
  const changes = createChanges(ctx);
  const days = createDays();
  const keep = createKeep(ctx);
  const el = h("div", { class: "compare-part" }, none, pick, note, changes.el, days.el, keep.el);

  /** @param {View} view */
  function update(view) {
    /** @type {Review[]} */
    const reviews = view.computedFor("reviews") ?? [];
    const review = reviews.find(({ id }) => id === chosen) ?? reviews[0] ?? null;
    none.hidden = reviews.length > 0;
    pick.hidden = changes.el.hidden = review === null;
    keyed(select, reviews.map(({ id }) => id), (id) => ({ el: h("option", { value: id }) }), (part, _, i) => {
      setText(part.el, optionText(reviews[i]));
    });
    if (review && select.value !== review.id) select.value = review.id;
    setText(note, review?.note);
    note.hidden = !review?.note;
    if (review) changes.update(view, review.on, view.computedFor(`since/${review.id}`));
    days.update(view);
    keep.update(view);
    setAttr(el, "data-review", review?.id ?? null);
  }

  return { el, update };
}

/** @param {Review} review */
function optionText({ on, note }) {
  const first = Array.from(note.trim().split("\n")[0]);
  const short = first.length > 40 ? `${first.slice(0, 40).join("")}…` : first.join("");
  return [dayText(on), short].filter(Boolean).join(" · ");
}
