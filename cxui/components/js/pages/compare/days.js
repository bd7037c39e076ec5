/** How the journey felt on every day that was kept, and today. */

import { h, keyed, setText } from "../../parts/dom.js";
import { dayText } from "../evidence/sorting.js";
import { createPicture } from "./picture.js";
import { numberText } from "./wanted.js";

/** @typedef {import("../../types").View} View */
/** @typedef {{id: string | null, on: string, valence: number | null, word: string | null, moments: Record<string, number>}} Day */

/** One day and today are two states; a series begins with three. */
const SERIES_FROM = 3;
const TODAY = "today";

export function createDays() {
  const picture = createPicture();
  const list = h("ol", { class: "compare-days" });
  const head = h("tr", {});
  const cells = h("tbody", {});
  const table = h("details", { class: "twin" }, h("summary", {}, "Moment by moment, day by day"),
    h("div", { class: "twin-scroll", role: "region", tabindex: "0", "aria-label": "Moment by moment" }, h("table", {},
      h("caption", {}, "Mean of every day, −5 to 5. An empty cell: not rated, or not there."), h("thead", {}, head), cells)));
  const el = h("section", { class: "compare-part", "aria-label": "Day by day" }, h("h3", { class: "compare-stage" }, "Day by day"), picture.el, list, table);
  return {
    el,
    update(/** @type {View} */ view) {
      /** @type {Day[]} */
      const days = view.computedFor("days") ?? [];
      /** @type {Record<string, string>} */
      const names = view.computedFor("names") ?? {};
      el.hidden = days.length < SERIES_FROM;
      if (el.hidden) return;
      const said = days.map((day) => `${whenOf(day)}: ${day.word ?? "not rated"}`);
      picture.update(`How the journey felt day by day. ${said.join("; ")}.`, [{ key: "now", values: days.map(({ valence }) => valence), titles: said }], []);
      keyed(list, days.map(keyOf), () => ({ el: h("li", {}) }), (part, _, i) => setText(part.el, said[i]));
      drawTable(head, cells, days, names);
    },
  };
}

/** @param {Day} day */
const whenOf = ({ id, on }) => (id === null ? "today" : dayText(on));
/** @param {Day} day */
const keyOf = ({ id }) => id ?? TODAY;

/**
 * @param {HTMLElement} head
 * @param {HTMLElement} cells
 * @param {Day[]} days
 * @param {Record<string, string>} names
 */
function drawTable(head, cells, days, names) {
  const columns = ["", ...days.map(keyOf)];
  keyed(head, columns, () => ({ el: h("th", { scope: "col" }) }), (part, _, i) => setText(part.el, i === 0 ? "Moment" : whenOf(days[i - 1])));
  keyed(cells, Object.keys(names), () => ({ el: h("tr", {}) }), (row, id) => {
    keyed(row.el, columns, (key) => ({ el: h(key === "" ? "th" : "td", key === "" ? { scope: "row", dir: "auto" } : { class: "number" }) }),
      (cell, _, i) => setText(cell.el, i === 0 ? names[id] : numberText(days[i - 1].moments[id] ?? null)));
  });
}
