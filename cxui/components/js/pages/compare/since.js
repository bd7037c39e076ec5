/** What became of the journey since a day that was kept. */

import { h, keyed, setText } from "../../parts/dom.js";
import { dayText } from "../evidence/sorting.js";
import { createChanges, TODAY } from "./changes.js";
import { createDays } from "./days.js";
import { createKeep } from "./keep.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/** @typedef {{id: string, on: string, note: string, next: string | null}} Review `next`: the review after it */

const NOTHING_KEPT = "Nothing is kept yet. Keep today, and the next time it stands beside how it feels then: what rose, what fell, and what you had expected.";

/** @param {Context} ctx */
export function createSince(ctx) {
  let chosen = "";
  let until = "";
  const none = h("p", { class: "hint" }, NOTHING_KEPT);
  const from = createPick("From", (value) => { chosen = value; until = ""; ctx.render(); });
  const to = createPick("To", (value) => { until = value; ctx.render(); });
  const pick = h("div", { class: "compare-when" }, from.el, to.el);
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
    const next = reviews.find(({ id }) => id === review?.next) ?? null;
    const end = next?.id === until ? next : null;
    none.hidden = reviews.length > 0;
    pick.hidden = changes.el.hidden = review === null;
    from.update(reviews.map((each) => [each.id, optionText(each)]), review?.id ?? "");
    to.update([["", TODAY], ...(next ? [[next.id, optionText(next)]] : [])], end?.id ?? "");
    setText(note, review?.note);
    note.hidden = !review?.note;
    if (review) {
      changes.update(view, dayText(review.on), end ? dayText(end.on) : TODAY,
        view.computedFor(end ? `since/${review.id}/${end.id}` : `since/${review.id}`));
    }
    days.update(view);
    keep.update(view);
  }

  return { el, update };
}

/**
 * @param {string} label
 * @param {(value: string) => void} choose
 */
function createPick(label, choose) {
  const select = h("select", { class: "input compare-pick", onchange: () => choose(select.value) });
  return {
    el: h("label", { class: "pick" }, h("span", {}, label), select),
    /**
     * @param {string[][]} options value and text
     * @param {string} value
     */
    update(options, value) {
      keyed(select, options.map(([id]) => id), (id) => ({ el: h("option", { value: id }) }), (part, _, i) => setText(part.el, options[i][1]));
      if (select.value !== value) select.value = value;
    },
  };
}

/** @param {Review} review */
function optionText({ on, note }) {
  const first = Array.from(note.trim().split("\n")[0]);
  const short = first.length > 40 ? `${first.slice(0, 40).join("")}…` : first.join("");
  return [dayText(on), short].filter(Boolean).join(" · ");
}
