/** The journey as the room sees it: stages, curve, band, and the moments that need work. */

import { pointOf } from "../board/customers.js";
import { bandPath, chartOf, linePath } from "../map/geometry.js";
import { h, keyed, s, setAttr, setClass, setText } from "../parts/dom.js";
import { momentXs, placeWords, stagePlaces } from "./fit.js";

/** @typedef {import("../types").Column} Column */
/** @typedef {import("../types").View} View */

const LINE = 34;
const STAGE_LEAST = 124;
const FEW = 9;
const TOP = 3;
/** Half the side of a square, of a dot, of a rank, and half the width of a digit of it. */
const HALF = 7;
const DOT = 8;
const RANK = 18;
const DIGIT = 9.5;
/** Points put between two neighbours, so that no word hides the curve. */
const STEPS = 4;
/** A rank that a word covers cannot be read any more. */
const HEAVY = 10;

export function createChart() {
  const stages = h("div", { class: "room-stages" });
  const bands = s("g", { class: "room-bands" });
  const guides = s("g", {});
  const half = s("path", { class: "half" });
  const group = s("path", { class: "line group", pathLength: 1 });
  const customers = s("path", { class: "line customers" });
  const squares = s("g", { class: "customer-marks" });
  const dots = s("g", { class: "dots" });
  const svg = s("svg", { class: "room-svg", "aria-hidden": "true" }, bands, guides, half, customers, group, squares, dots);
  const words = h("div", { class: "room-words" });
  const plot = h("div", { class: "room-plot" }, svg, words);
  const axis = h("div", { class: "room-axis", "aria-hidden": "true" }, h("span", {}, "great"), h("span", {}, "so-so"), h("span", {}, "awful"));
  const keyCustomers = h("span", {});
  const legend = h("div", { class: "room-legend" },
    h("span", {}, h("i", { class: "key key-us" }), "all of us"), h("span", {}, h("i", { class: "key key-half" }), "half of us are in here"),
    h("span", { class: "legend-customers" }, h("i", { class: "key key-customers" }), keyCustomers));
  const el = h("div", { class: "room-chart" }, stages, axis, plot, legend);

  /** @param {View} view */
  function update(view) {
    setText(keyCustomers, view.customers?.label);
    legend.children[2].toggleAttribute("hidden", !view.customers || !Object.keys(view.customers.points).length);
    const places = stagePlaces(view.spans.map((span) => span.size), plot.clientWidth, STAGE_LEAST);
    drawStages(view, places);
    const area = { width: plot.clientWidth, height: plot.clientHeight };
    if (!area.width || !area.height) return;
    const chart = chartOf({ top: 22, bottom: area.height - 58, strip: area.height, height: area.height });
    const x = momentXs(view.spans, places);
    drawGuides(chart);
    drawCurve(view, chart, x);
    drawDots(view, chart, x);
    drawWords(view, chart, x, area);
    [5, 0, -5].forEach((valence, i) => { /** @type {HTMLElement} */ (axis.children[i]).style.top = `${chart.yOf(valence)}px`; });
  }

  /**
   * @param {View} view
   * @param {import("./fit.js").Place[]} places
   */
  function drawStages(view, places) {
    const ids = view.spans.map((span) => span.stage);
    keyed(stages, ids, () => ({ el: h("div", { class: "room-stage" }, h("span", { dir: "auto" })) }), (part, id, i) => {
      setText(/** @type {Element} */ (part.el.firstElementChild), view.stage(id).name);
      part.el.style.left = `${places[i].left}px`;
      part.el.style.width = `${places[i].width}px`;
    });
    keyed(bands, ids, () => ({ el: s("rect", { y: 0, height: "100%" }) }), (part, _, i) => {
      setAttr(part.el, "x", places[i].left.toFixed(1));
      setAttr(part.el, "width", places[i].width.toFixed(1));
      setClass(part.el, "odd", i % 2 === 0);
    });
    const names = /** @type {HTMLElement[]} */ (Array.from(stages.querySelectorAll("span")));
    stages.style.height = `${Math.max(0, ...names.map((name) => name.offsetHeight)) + 6}px`;
  }

  /** @param {import("../map/geometry.js").Chart} chart */
  function drawGuides(chart) {
    keyed(guides, ["5", "2.5", "0", "-2.5", "-5"], () => ({ el: s("line", { x1: 0, x2: "100%" }) }), (part, valence) => {
      setAttr(part.el, "y1", chart.yOf(Number(valence)).toFixed(1));
      setAttr(part.el, "y2", chart.yOf(Number(valence)).toFixed(1));
      setAttr(part.el, "class", valence === "0" ? "guide zero" : "guide");
    });
  }

  /**
   * @param {View} view
   * @param {import("../map/geometry.js").Chart} chart
   * @param {number[]} x
   */
  function drawCurve(view, chart, x) {
    const results = view.columns.map((column) => (column.touchpoint ? view.result(column.touchpoint) : null));
    setAttr(half, "d", bandPath(results.map((result, i) => (result && result.valence !== null
      ? { x: x[i], high: chart.yOf(result.high ?? result.valence), low: chart.yOf(result.low ?? result.valence) } : null)), DOT));
    setAttr(group, "d", linePath(results.map((result, i) => (result && result.valence !== null ? { x: x[i], y: chart.yOf(result.valence) } : null))));
    setAttr(customers, "d", linePath(view.columns.map((column, i) => {
      const valence = pointOf(view, column.touchpoint);
      return valence === null ? null : { x: x[i], y: chart.yOf(valence) };
    })));
    const shown = customersAt(view, chart, x);
    keyed(squares, shown.map((point) => String(point.x)), () => ({ el: s("rect", { width: 2 * HALF, height: 2 * HALF, x: -HALF, y: -HALF }) }),
      (part, _, i) => setAttr(part.el, "transform", `translate(${shown[i].x.toFixed(1)} ${shown[i].y.toFixed(1)})`));
  }

  /**
   * @param {View} view
   * @param {import("../map/geometry.js").Chart} chart
   * @param {number[]} x
   */
  function drawDots(view, chart, x) {
    const rated = view.columns.filter((column) => column.touchpoint && view.result(column.touchpoint).valence !== null);
    keyed(dots, rated.map((column) => column.key), () => {
      const plate = s("rect", {});
      const text = s("text", { "text-anchor": "middle", dy: "0.36em" });
      return { el: s("g", {}, plate, text), plate, text };
    }, (part, key, i) => {
      const result = view.result(key);
      const ranked = result.critical && result.rank !== null;
      setAttr(part.el, "transform", `translate(${x[rated[i].index].toFixed(1)} ${chart.yOf(result.valence ?? 0).toFixed(1)})`);
      setAttr(part.el, "class", ranked ? "dot critical ranked" : "dot");
      const rank = ranked ? String(result.rank) : "";
      const high = ranked ? RANK : DOT;
      const wide = Math.max(high, rank.length * DIGIT);
      Object.entries({ x: -wide, y: -high, width: 2 * wide, height: 2 * high, rx: high })
        .forEach(([name, value]) => setAttr(part.plate, name, value));
      setText(part.text, rank);
    });
  }

  /**
   * @param {View} view
   * @param {import("../map/geometry.js").Chart} chart
   * @param {number[]} x
   * @param {{width: number, height: number}} area
   */
  function drawWords(view, chart, x, area) {
    const shown = wordsOf(view);
    keyed(words, shown.map(({ key }) => key), () => ({ el: h("span", { dir: "auto" }) }), (part, _, i) => {
      setText(part.el, shown[i].text);
      setAttr(part.el, "class", shown[i].class);
    });
    const spans = /** @type {HTMLElement[]} */ (Array.from(words.children));
    const heights = view.columns.map((column, i) => ({ x: x[i], y: chart.yOf((column.touchpoint ? view.result(column.touchpoint).valence : null) ?? 0), weight: column.touchpoint && view.result(column.touchpoint).critical ? HEAVY : 1 }));
    const at = shown.map((word, i) => ({ ...heights[word.column.index], width: spans[i].offsetWidth, must: /critical|split/.test(word.class) }));
    placeWords(at, area, LINE, [...alongLine(heights), ...customersAt(view, chart, x)]).forEach((place, i) => {
      spans[i].style.visibility = place ? "" : "hidden";
      if (place) spans[i].style.transform = `translate(${place.left.toFixed(1)}px, ${place.top.toFixed(1)}px)`;
    });
  }

  return { el, update };
}

/**
 * What customers said, as points.
 * @param {View} view
 * @param {import("../map/geometry.js").Chart} chart
 * @param {number[]} x
 */
function customersAt(view, chart, x) {
  return view.columns.flatMap((column, i) => {
    const valence = pointOf(view, column.touchpoint);
    return valence === null ? [] : [{ x: x[i], y: chart.yOf(valence), weight: 1 }];
  });
}

/**
 * The points themselves, and lighter ones between them.
 * @param {import("./fit.js").Point[]} points
 */
function alongLine(points) {
  return points.flatMap((from, i) => {
    const to = points[i + 1] ?? from;
    return Array.from({ length: STEPS }, (_, n) => ({
      x: from.x + (n * (to.x - from.x)) / STEPS, y: from.y + (n * (to.y - from.y)) / STEPS, weight: n ? 0.3 : from.weight,
    }));
  });
}

/**
 * What is written beside the curve, the most important first: what needs work, where we
 * are split, and where there is room the rest.
 * @param {View} view
 * @returns {{key: string, column: Column, text: string, class: string}[]}
 */
export function wordsOf(view) {
  const rated = view.columns.filter((column) => column.touchpoint && view.result(column.touchpoint).valence !== null);
  const first = topOf(view);
  /** @type {(column: Column, kind: string) => {key: string, column: Column, text: string, class: string}} */
  const named = (column, kind) => ({ key: column.key, column, text: view.touchpoint(column.key).name, class: `room-word ${kind}` });
  const top = first.flatMap((id) => rated.filter((column) => column.key === id)).map((column) => named(column, "critical"));
  const split = rated.filter((column) => view.result(column.key).split).map((column) => {
    const { bad, good } = view.result(column.key);
    return { key: `split:${column.key}`, column, text: `${bad} bad, ${good} good`, class: "room-word room-split" };
  });
  const rest = rated.length > FEW ? [] : rated.filter((column) => !first.includes(column.key)).map((column) => named(column, ""));
  return [...top, ...split, ...rest];
}

/**
 * The three that need work first.
 * @param {View} view
 */
export function topOf(view) {
  return view.computed.ranking
    .filter((id) => view.result(id).critical && view.columns.some((column) => column.touchpoint === id)).slice(0, TOP);
}
