/** How each moment of one stage feels: a column a moment, my own dashed line through them. */

import { chartOf, linePath } from "../map/geometry.js";
import { rate } from "../map/structure.js";
import { h, keyed, partOf, s, setAttr, setText } from "../parts/dom.js";
import { clamp, valenceWord } from "../parts/text.js";
import { asked } from "./pages.js";
import { createPoint } from "./point.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").View} View */
/** @typedef {import("./pages.js").Page} Page */

const OVER = "The round was over before you let go: this last point is not counted.";
/** Pixels that the rest of a screen needs: question, names, buttons. */
const REST = 480;
const LOWEST = 240;
const HIGHEST = 360;

/** As high as the window allows, so that a stage needs no scrolling. */
function chartFor() {
  const height = clamp(innerHeight - REST, LOWEST, HIGHEST);
  return chartOf({ top: 22, bottom: height - 56, strip: height - 24, height });
}

/**
 * @param {Context} ctx
 * @param {Page} page
 */
export function createColumns(ctx, page) {
  const round = ctx.view().round?.id;
  const chart = chartFor();
  const mine = s("path", { class: "own-line" });
  const svg = s("svg", { class: "columns-svg", height: chart.height, "aria-hidden": "true" }, mine);
  const cells = h("div", { class: "columns-cells" });
  const grid = h("div", { class: "columns-grid" }, cells, svg);
  const scroll = h("div", { class: "columns-scroll" }, grid);
  const [top, middle, bottom] = [5, 0, -5].map((value) => face(chart.yOf(value)));
  const faces = h("div", { class: "faces-axis", "aria-hidden": "true" }, top, middle, bottom);
  const el = h("div", { class: "columns" }, faces, scroll);
  let width = 0;
  const measure = new ResizeObserver(() => {
    if (Math.abs(grid.clientWidth - width) < 0.5) return;
    width = grid.clientWidth;
    draw();
  });
  measure.observe(grid);

  /** @param {string} id */
  function make(id) {
    const point = createPoint(ctx, {
      key: id, chart,
      value: () => ctx.view().mine(id).valence ?? null,
      allowed: () => !ctx.view().room.read_only,
      done: (value) => say(id, value),
      moved: draw,
      untouched: nudge,
    });
    const name = h("strong", { class: "column-name", dir: "auto" });
    const word = h("span", { class: "column-word" });
    const cell = h("div", { class: "column" }, point.el, name, word);
    return { el: cell, point, name, word };
  }

  /**
   * @param {string} id
   * @param {number | null} value
   */
  function say(id, value) {
    const view = ctx.view();
    // What was meant for me alone must not become a rating that all can see.
    if (view.round?.id !== round) return ctx.toasts.say(OVER);
    if (value !== view.mine(id).valence) void ctx.run(rate(id, "valence", value));
  }

  /** Somebody pressed a point where it waits: show where it belongs. */
  function nudge() {
    cells.classList.remove("nudge");
    void cells.offsetWidth;
    cells.classList.add("nudge");
  }

  const draw = () => update(ctx.view());

  /** @param {View} view */
  function update(view) {
    const { valence: words } = view.words;
    grid.style.setProperty("--columns", String(page.touchpoints.length));
    keyed(cells, page.touchpoints, make, (column, id) => {
      const { name } = view.touchpoint(id);
      column.point.update(name, words);
      setText(column.name, name);
      const value = column.point.now();
      setText(column.word, value === null ? "not yet" : valenceWord(value, words));
    });
    if (words.length) {
      setText(top, words[words.length - 1][2]);
      setText(middle, words[Math.floor(words.length / 2)][2]);
      setText(bottom, words[0][2]);
    }
    drawLine(view);
  }

  /**
   * My line, coming in from the stage before and going on to the next one.
   * @param {View} view
   */
  function drawLine(view) {
    if (!width) return;
    const one = width / Math.max(1, page.touchpoints.length);
    const all = view.round ? asked(view.round, view.order) : page.touchpoints;
    const first = all.indexOf(page.touchpoints[0]);
    const last = all.indexOf(page.touchpoints[page.touchpoints.length - 1]);
    const ids = [all[first - 1], ...page.touchpoints, all[last + 1]];
    setAttr(mine, "d", linePath(ids.map((id, i) => {
      const value = valueOf(view, id);
      return value === null ? null : { x: (i - 0.5) * one, y: chart.yOf(value) };
    })));
  }

  /**
   * @param {View} view
   * @param {string | undefined} id
   */
  function valueOf(view, id) {
    if (!id) return null;
    const part = partOf(cells, id);
    return part ? part.point.now() : view.mine(id).valence ?? null;
  }

  return { el, update, stop: () => measure.disconnect() };
}

/** @param {number} y */
function face(y) {
  const el = h("span", {});
  el.style.top = `${y}px`;
  return el;
}
