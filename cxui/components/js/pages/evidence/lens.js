/** Each moment as customers find it and as we do: a line between two marks. */

import { h, keyed, s, setAttr, setText } from "../../parts/dom.js";
import { MOST } from "../../map/geometry.js";
import { signed, valenceWord } from "../../parts/text.js";

/** @typedef {import("../../types").View} View */
/** @typedef {{touchpoint: string, customers: number, insiders: number, text: string}} Row */

/** So many are shown before more are asked for. */
const FIRST = 5;
const WIDTH = 240;
const HEIGHT = 22;
const EDGE = 10;
const NOBODY = "No moment is rated both by customers and by us yet. A customer link, a survey, or a customer in the room shows what we cannot see.";

export function createLens() {
  let all = false;
  const note = h("p", { class: "customers-note" });
  const none = h("p", { class: "hint" }, NOBODY);
  const legend = h("p", { class: "lens-legend" },
    h("span", {}, h("i", { class: "key key-customers" }), "customers"), h("span", {}, h("i", { class: "key lens-us" }), "we"));
  const list = h("ol", { class: "lens-rows" });
  const more = h("button", { type: "button", class: "text-button", onclick: () => { all = true; drawMore(); } });
  const cells = h("tbody", {});
  const table = h("details", { class: "lens-numbers" }, h("summary", {}, "The numbers"),
    h("table", {}, h("thead", {}, h("tr", {}, ...["Moment", "Customers", "We", "Apart"].map((text) => h("th", { scope: "col" }, text)))), cells));
  const el = h("div", { class: "lens" }, none, legend, list, more, note, table);

  function drawMore() {
    [...list.children].forEach((row, i) => { /** @type {HTMLElement} */ (row).hidden = !all && i >= FIRST; });
    more.hidden = all || list.children.length <= FIRST;
    setText(more, `Show all ${list.children.length}`);
  }

  /** @param {View} view */
  function update(view) {
    /** @type {Row[]} */
    const rows = view.computedFor("lens") ?? [];
    const ids = rows.map(({ touchpoint }) => touchpoint);
    none.hidden = rows.length > 0;
    legend.hidden = table.hidden = !rows.length;
    keyed(list, ids, createRow, (part, _, i) => part.update(rows[i]));
    keyed(cells, ids, createCells, (part, id, i) => part.update(view.touchpoint(id).name, rows[i], view));
    setText(note, view.customers?.note);
    note.hidden = !view.customers?.note;
    drawMore();
  }

  return { el, update };
}

/** @param {number} valence */
const xOf = (valence) => EDGE + ((valence + MOST) / (2 * MOST)) * (WIDTH - 2 * EDGE);

function createRow() {
  const middle = HEIGHT / 2;
  const bar = s("line", { class: "lens-bar", y1: middle, y2: middle });
  const theirs = s("rect", { class: "lens-theirs", width: 11, height: 11, y: middle - 5.5 });
  const ours = s("circle", { class: "lens-ours", r: 6, cy: middle });
  const svg = s("svg", { class: "lens-picture", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" },
    s("line", { class: "lens-axis", x1: EDGE, x2: WIDTH - EDGE, y1: middle, y2: middle }),
    s("line", { class: "lens-axis", x1: WIDTH / 2, x2: WIDTH / 2, y1: 3, y2: HEIGHT - 3 }), bar, ours, theirs);
  const text = h("p", { dir: "auto" });
  return {
    el: h("li", { class: "lens-row" }, svg, text),
    update(/** @type {Row} */ row) {
      const [one, other] = [xOf(row.customers), xOf(row.insiders)];
      setAttr(bar, "x1", one.toFixed(1));
      setAttr(bar, "x2", other.toFixed(1));
      setAttr(theirs, "x", (one - 5.5).toFixed(1));
      setAttr(ours, "cx", other.toFixed(1));
      setText(text, row.text);
    },
  };
}

function createCells() {
  const name = h("th", { scope: "row", dir: "auto" });
  const cells = [h("td", {}), h("td", {}), h("td", {})];
  return {
    el: h("tr", {}, name, ...cells),
    update(/** @type {string} */ title, /** @type {Row} */ row, /** @type {View} */ { words }) {
      setText(name, title);
      const said = (/** @type {number} */ value) => `${valenceWord(value, words.valence)} ${signed(value)}`;
      setText(cells[0], said(row.customers));
      setText(cells[1], said(row.insiders));
      setText(cells[2], Math.abs(row.insiders - row.customers).toFixed(1));
    },
  };
}
