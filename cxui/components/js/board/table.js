/** The same as a table: every number of mine, reachable without dragging. */

import { focusIn, h, keyed, setAttr, setText } from "../parts/dom.js";
import { rate } from "../map/structure.js";
import { clamp, round1, signed } from "../parts/text.js";

/** @typedef {import("../types").Column} Column */
/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").Part} Part */
/** @typedef {import("../types").View} View */

/** @typedef {{part: Part, word: string, from: number, to: number, step: number}} Cell */
/** @type {Cell[]} */
const CELLS = [
  { part: "valence", word: "How it feels, −5 to 5", from: -5, to: 5, step: 0.1 },
  { part: "importance", word: "How much it matters, 1 to 5", from: 1, to: 5, step: 1 },
  { part: "expectation", word: "Expects, 0 to 10", from: 0, to: 10, step: 1 },
  { part: "performance", word: "Gets, 0 to 10", from: 0, to: 10, step: 1 },
  { part: "effort", word: "How hard, 1 to 7", from: 1, to: 7, step: 1 },
];

/** @param {Context} ctx */
export function createTable(ctx) {
  const body = h("tbody", {});
  const heads = ["Stage", "Moment", ...CELLS.map((cell) => cell.word), "All of us"];
  const table = h("table", {}, h("caption", {}, "My ratings, moment by moment. An empty cell is not rated."),
    h("thead", {}, h("tr", {}, ...heads.map((head) => h("th", { scope: "col" }, head)))), body);
  const el = h("details", { class: "twin", ontoggle: () => update(ctx.view()) },
    h("summary", {}, "The same as a table"), h("div", { class: "twin-scroll" }, table));

  /** @param {View} view */
  function update(view) {
    if (!el.open) return;
    const columns = view.columns.filter((column) => column.touchpoint);
    keyed(body, columns.map((column) => column.key), (id) => createRow(ctx, id),
      (row, _, i) => row.update(view, columns[i]));
  }

  return { el, update };
}

/**
 * @param {Context} ctx
 * @param {string} id
 */
function createRow(ctx, id) {
  const stage = h("td", { dir: "auto" });
  const name = h("th", { scope: "row", dir: "auto" });
  const all = h("td", { class: "number" });
  const inputs = CELLS.map((cell) => createInput(ctx, id, cell));
  const el = h("tr", {}, stage, name, ...inputs.map((input) => h("td", {}, input)), all);

  /**
   * @param {View} view
   * @param {Column} column
   */
  function update(view, column) {
    const mine = view.mine(id);
    const { name: called } = view.touchpoint(id);
    const { valence } = view.result(id);
    setText(stage, view.stage(column.stage).name);
    setText(name, called);
    setText(all, valence === null ? "–" : signed(round1(valence)));
    inputs.forEach((input, i) => {
      setAttr(input, "aria-label", `${called}: ${CELLS[i].word}`);
      setAttr(input, "disabled", !view.me.can_edit);
      const value = mine[CELLS[i].part];
      if (focusIn(input) !== input) input.value = value === null ? "" : String(value);
    });
  }

  return { el, update };
}

/**
 * @param {Context} ctx
 * @param {string} id
 * @param {Cell} cell
 */
function createInput(ctx, id, cell) {
  const input = h("input", { type: "number", min: cell.from, max: cell.to, step: cell.step, onchange: save });
  return input;

  function save() {
    const typed = input.valueAsNumber;
    if (Number.isNaN(typed) && input.validity.badInput) {
      input.value = String(ctx.view().mine(id)[cell.part] ?? "");
      return;
    }
    const value = Number.isNaN(typed) ? null : clamp(cell.step < 1 ? round1(typed) : Math.round(typed), cell.from, cell.to);
    input.value = value === null ? "" : String(value);
    if (value !== ctx.view().mine(id)[cell.part]) void ctx.run(rate(id, cell.part, value));
  }
}
