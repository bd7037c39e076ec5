/** The service blueprint: one column a moment, three lines, and every text in its place. */

import { backingOf, momentsOf, processesOf } from "./backing.js";
import { createPicker } from "./picker.js";
import { openProcess } from "./process.js";
import { createCell, createFeeling, createHead, ROWS } from "./rows.js";
import { focusIn, h, isTextField, keyed, sameAsLast, setAttr, setClass, setText } from "../../parts/dom.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/** @typedef {import("./rows.js").Cell} Cell */
/** @typedef {import("./rows.js").Drawn} Drawn */

/** Stands for the title of a row, before the ids of its cells. */
const TITLE = "";

/** @param {Context} ctx */
export function createBlueprint(ctx) {
  /** @type {string | null} the one moment that a narrow screen shows */
  let now = null;
  /** @type {string | null} to be brought into sight as soon as it is there */
  let wanted = null;
  /** @type {ReturnType<typeof openProcess> | null} */
  let editor = null;
  /** @type {Drawn} */
  const drawn = { view: ctx.view(), backing: new Map(), open, fresh: null };

  const picker = createPicker(show);
  const stages = createStages();
  const heads = createRow(rowTitle("Moment", ""), (id) => createHead(ctx, id), "behind-heads");
  const feelings = createRow(rowTitle("How it feels", ""), (id) => createFeeling(ctx, id));
  const rows = ROWS.map((row) => (row.kind === "line" ? createLine(row.title)
    : createRow(rowTitle(row.title, row.hint), (id) => createCell(ctx, row, id))));
  const table = h("table", { class: "behind-table", role: "table", "aria-label": "Blueprint" },
    h("thead", { role: "rowgroup" }, stages.el, heads.el),
    h("tbody", { role: "rowgroup" }, feelings.el, ...rows.map((row) => row.el)));
  const scroll = h("div", { class: "behind-scroll", role: "region", tabindex: "0", "aria-label": "Blueprint, to be scrolled" }, table);
  table.addEventListener("keydown", walkCells);
  const el = h("div", { class: "behind-blueprint" }, picker.el, scroll);
  const sameTexts = sameAsLast();
  const sameFeelings = sameAsLast();

  /** @type {Drawn["open"]} */
  function open(process, anchor, fresh) {
    drawn.fresh = null;
    editor = openProcess(ctx, process, anchor, { fresh, onclose: () => { editor = null; } });
  }

  /** @param {View} view */
  function update(view) {
    editor?.update(view);
    const ids = momentsOf(view);
    const processes = processesOf(view);
    if (wanted && ids.includes(wanted)) now = wanted;
    if (now === null || !ids.includes(now)) now = ids[0] ?? null;
    Object.assign(drawn, { view, backing: backingOf(processes) });
    const columns = [now, view.order, ...ids];
    if (!sameFeelings(...columns, ...ids.map((id) => view.result(id)))) feelings.update(drawn, ids, now);
    const texts = ids.map((id) => view.touchpoint(id));
    const stageNames = view.order.map((row) => view.stage(row.stage));
    if (!sameTexts(...columns, view.me, view.lead, view.computedFor("unbacked"), ...processes, ...stageNames, ...texts)) draw(view, ids);
    if (wanted === now) bringIntoSight();
  }

  /**
   * @param {View} view
   * @param {string[]} ids
   */
  function draw(view, ids) {
    table.style.setProperty("--moments", String(ids.length));
    picker.update(view, now);
    stages.update(view);
    [heads, ...rows].forEach((row) => row.update(drawn, ids, now));
  }

  function bringIntoSight() {
    wanted = null;
    const head = now ? heads.cell(now) : null;
    head?.scrollIntoView({ inline: "center", block: "nearest" });
    // Seen by its focus ring; nobody is taken away from what they type.
    if (!focusIn(ctx.root)) head?.querySelector("button")?.focus({ preventScroll: true });
  }

  /** @param {string} touchpoint */
  function show(touchpoint) {
    wanted = touchpoint;
    ctx.render();
  }

  return { el, update, show, stop: () => editor?.close() };
}

/**
 * @param {string} title
 * @param {string} hint
 */
function rowTitle(title, hint) {
  return h("th", { class: "behind-title", role: "rowheader", scope: "row" }, title, hint ? " " : null, hint ? h("small", {}, hint) : null);
}

/**
 * @param {HTMLElement} title
 * @param {(id: string) => Cell} make
 * @param {string} [look]
 */
function createRow(title, make, look = "") {
  const el = h("tr", { class: look, role: "row" });
  return {
    el,
    cell: (/** @type {string} */ id) => el.querySelector(`[data-touchpoint="${CSS.escape(id)}"]`),
    /**
     * @param {Drawn} drawn
     * @param {string[]} ids
     * @param {string | null} now
     */
    update(drawn, ids, now) {
      keyed(el, [TITLE, ...ids], (id) => (id === TITLE ? { el: title, update: () => {} } : make(id)), (cell, id) => {
        cell.update(drawn);
        setClass(cell.el, "behind-now", id === now);
      });
    },
  };
}

/**
 * One of the three lines, with its name.
 * @param {string} title
 */
function createLine(title) {
  const cell = h("th", { role: "rowheader", scope: "row" }, h("span", {}, title));
  return {
    el: h("tr", { class: "behind-line", role: "row" }, cell),
    update: (/** @type {Drawn} */ _, /** @type {string[]} */ ids) => setAttr(cell, "colspan", ids.length + 1),
  };
}

/** The stages, each above its moments. */
function createStages() {
  const corner = h("th", { class: "behind-title", role: "columnheader", scope: "col" }, "Stage");
  const el = h("tr", { class: "behind-stages", role: "row" });
  return {
    el,
    update(/** @type {View} */ view) {
      const shown = view.order.filter((row) => row.touchpoints.length);
      keyed(el, [TITLE, ...shown.map((row) => row.stage)], (id) => (id === TITLE ? { el: corner, name: corner } : createStage()), (part, id, i) => {
        if (id === TITLE) return;
        setAttr(part.el, "colspan", shown[i - 1].touchpoints.length);
        setText(part.name, view.stage(id).name);
      });
    },
  };
}

function createStage() {
  const name = h("span", { dir: "auto" });
  return { el: h("th", { class: "behind-stage", role: "columnheader", scope: "colgroup" }, name), name };
}

/**
 * Arrow keys go from cell to cell, as long as no text is open.
 * @param {KeyboardEvent} event
 */
function walkCells(event) {
  const from = /** @type {Element | null} */ (event.target);
  const cell = from?.closest("[data-touchpoint]");
  if (!cell || isTextField(from) || event.altKey || event.ctrlKey || event.metaKey) return;
  const to = neighbour(/** @type {HTMLElement} */ (cell), event.key);
  const button = to?.querySelector("button:not(:disabled)");
  if (!to) return;
  event.preventDefault();
  if (button instanceof HTMLElement) button.focus();
}

/**
 * @param {HTMLElement} cell
 * @param {string} key
 * @returns {Element | null}
 */
function neighbour(cell, key) {
  if (key === "ArrowRight") return cell.nextElementSibling;
  if (key === "ArrowLeft") return cell.previousElementSibling?.matches("[data-touchpoint]") ? cell.previousElementSibling : null;
  if (key !== "ArrowUp" && key !== "ArrowDown") return null;
  const column = Array.from(cell.closest("table")?.querySelectorAll(`[data-touchpoint="${CSS.escape(cell.dataset.touchpoint ?? "")}"]`) ?? []);
  const able = column.filter((each) => each.querySelector("button:not(:disabled)"));
  return able[able.indexOf(cell) + (key === "ArrowDown" ? 1 : -1)] ?? null;
}
