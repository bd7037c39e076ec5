/** The curve's row: bands, guide lines, curves with gaps, handles, what we see differently. */

import { h, keyed, s, setAttr, setClass, setText } from "../parts/dom.js";
import { badgeY, bandPath, CHART, linePath, xOf, yOf } from "../map/geometry.js";
import { createGrip } from "./grip.js";
import { createCustomers } from "./customers.js";
import { createHandle, shown, standing } from "./handles.js";

/** @typedef {import("../types").Column} Column */
/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").View} View */

const GUIDES = [5, 2.5, 0, -2.5, -5];
/** Half the width of "we see this differently", so that it stays on the board. */
const SPLIT_HALF = 96;

/**
 * @param {Context} ctx
 * @param {SVGElement} marks of others at work, drawn over all
 * @param {ReturnType<typeof import("./ghosts.js").createGhosts>} ghosts
 */
export function createCurve(ctx, marks, ghosts) {
  const svg = s("svg", { class: "curve-svg", height: CHART.height, "aria-hidden": "true" });
  const bands = s("g", { class: "bands" });
  const guides = s("g", { class: "guides" }, ...GUIDES.map((v) => s("line", {
    x1: 0, x2: "100%", y1: yOf(v), y2: yOf(v), class: v === 0 ? "guide zero" : "guide",
  })));
  const half = s("path", { class: "half" });
  const toWanted = s("path", { class: "to-wanted" });
  const group = s("path", { class: "line group" });
  const wanted = s("path", { class: "line wanted" });
  const mine = s("path", { class: "line mine" });
  const dots = s("g", { class: "dots" });
  const badges = s("g", { class: "badges" });
  const wantedDots = s("g", { class: "diamonds" });
  const customers = createCustomers();
  svg.append(bands, guides, half, toWanted, customers.line, group, wanted, mine, wantedDots, customers.marks, dots, ghosts.line);
  const top = s("svg", { class: "curve-svg curve-top", height: CHART.height, "aria-hidden": "true" }, badges, marks);
  const handles = h("div", { class: "handles" });
  const grips = h("div", { class: "grips" });
  const splits = h("div", { class: "splits" });
  const strip = h("span", { class: "strip-word" });
  const axis = h("div", { class: "axis", "aria-hidden": "true" },
    word("great", yOf(5) + 11), word("so-so", yOf(0) - 8), word("awful", yOf(-5) - 8), strip);
  strip.style.top = `${CHART.strip}px`;
  const plot = h("div", { class: "plot" }, svg, grips, splits, handles, ghosts.el, top);
  const el = h("div", { class: "curve" }, plot, axis);
  let width = 0;

  const measure = new ResizeObserver(() => {
    // hidden, it has no width: it is drawn again when it is shown
    if (!plot.clientWidth || Math.abs(plot.clientWidth - width) < 0.5) return;
    width = plot.clientWidth;
    update(ctx.view());
  });
  measure.observe(plot);
  let frame = 0;

  function redraw() {
    cancelAnimationFrame(frame);
    frame = 0;
    update(ctx.view());
  }

  function soon() {
    if (!frame) frame = requestAnimationFrame(redraw);
  }

  /** @param {View} view */
  function update(view) {
    if (!width) width = plot.clientWidth;
    const x = view.columns.map((column) => xOf(column.index, view.columns.length, width));
    drawBands(view);
    drawCurves(view, x);
    drawDots(view, x);
    customers.update(view, x);
    keyed(splits, view.columns.filter((c) => splitOf(view, c)).map((c) => c.key),
      () => ({ el: h("span", { class: "split" }) }),
      (part, key) => placeSplit(part.el, view, key, x, width));
    keyed(handles, view.columns.map((column) => column.key), () => createHandle(ctx, redraw),
      (handle, _, i) => handle.update(view, view.columns[i], x[i]));
    keyed(grips, view.spans.filter((span) => view.order.some((row) => row.stage === span.stage && row.touchpoints.length))
      .map((span) => span.stage), (id) => createGrip(ctx, id, redraw),
    (grip, id) => grip.update(view, gripX(view, id)));
    ghosts.update(view, x, redraw);
    const waits = ctx.mode !== "what_if" && view.columns.some((column) => shown(ctx, view, column) === null);
    setText(strip, waits ? (ctx.mode === "wanted" ? "not set" : "not rated") : "");
    setClass(el, "mode-wanted", ctx.mode === "wanted");
  }

  /**
   * @param {View} view
   * @param {string} stage
   */
  function gripX(view, stage) {
    const span = view.spans.find((each) => each.stage === stage) ?? { from: 0, size: 1 };
    return ((span.from + span.size / 2) * width) / Math.max(1, view.columns.length);
  }

  /** @param {View} view */
  function drawBands(view) {
    const one = width / Math.max(1, view.columns.length);
    keyed(bands, view.spans.map((span) => span.stage), () => ({ el: s("rect", { y: 0, height: CHART.height }) }),
      (part, _, i) => {
        const span = view.spans[i];
        setAttr(part.el, "x", (span.from * one).toFixed(1));
        setAttr(part.el, "width", (span.size * one).toFixed(1));
        setClass(part.el, "odd", i % 2 === 0);
      });
  }

  /**
   * @param {View} view
   * @param {number[]} x
   */
  function drawCurves(view, x) {
    const results = view.columns.map((c) => (c.touchpoint ? view.result(c.touchpoint) : null));
    const wants = view.columns.map((c) => (ctx.mode === "wanted" ? shown(ctx, view, c) : standing(view, c, "wanted")));
    const mines = view.columns.map((c) => (ctx.mode === "today" ? shown(ctx, view, c) : standing(view, c, "today")));
    const means = results.map((r) => r?.valence ?? null);
    setAttr(half, "d", bandPath(results.map((r, i) => (r && r.low !== null && r.high !== null && r.low !== r.high
      ? { x: x[i], high: yOf(r.high), low: yOf(r.low) } : means[i] === null ? null : { x: x[i], high: yOf(means[i] ?? 0), low: yOf(means[i] ?? 0) }))));
    setAttr(toWanted, "d", bandPath(wants.map((w, i) => {
      const m = means[i];
      return w === null || m === null ? null : { x: x[i], high: yOf(Math.max(w, m)), low: yOf(Math.min(w, m)) };
    })));
    setAttr(group, "d", linePath(points(means, x)));
    setAttr(mine, "d", linePath(points(mines, x)));
    setAttr(wanted, "d", linePath(points(wants, x)));
  }

  /**
   * @param {View} view
   * @param {number[]} x
   */
  function drawDots(view, x) {
    const rated = view.columns.filter((c) => c.touchpoint && view.result(c.touchpoint).valence !== null);
    const keys = rated.map((c) => c.key);
    keyed(dots, keys, () => ({ el: s("circle", {}) }), (part, _, i) => {
      const result = view.result(rated[i].touchpoint ?? "");
      setAttr(part.el, "cx", x[rated[i].index].toFixed(1));
      setAttr(part.el, "cy", yOf(result.valence ?? 0).toFixed(1));
      setAttr(part.el, "r", 5.5);
      setAttr(part.el, "class", result.critical ? "dot critical" : "dot");
    });
    const critical = rated.filter((c) => view.result(c.touchpoint ?? "").critical);
    keyed(badges, critical.map((c) => c.key), createBadge, (badge, _, i) => {
      const column = critical[i];
      const result = view.result(column.touchpoint ?? "");
      const handle = shown(ctx, view, column);
      const y = badgeY(yOf(result.valence ?? 0), handle === null ? null : yOf(handle));
      badge.update(x[column.index], y, String(result.rank ?? ""));
    });
    const other = view.columns.filter((c) => c.touchpoint && ctx.mode !== "wanted" && standing(view, c, "wanted") !== null);
    keyed(wantedDots, other.map((c) => c.key), () => ({ el: s("path", { class: "diamond", d: "M0 -6L6 0L0 6L-6 0Z" }) }),
      (part, _, i) => setAttr(part.el, "transform",
        `translate(${x[other[i].index].toFixed(1)} ${yOf(standing(view, other[i], "wanted") ?? 0).toFixed(1)})`));
  }

  function stop() {
    cancelAnimationFrame(frame);
    measure.disconnect();
  }

  return { el, update, soon, stop, width: () => width };
}

function createBadge() {
  const text = s("text", { "text-anchor": "middle", dy: "0.36em" });
  const plate = s("rect", { height: 16, y: -8, rx: 8 });
  const el = s("g", { class: "badge" }, plate, text);
  /**
   * @param {number} x
   * @param {number} y
   * @param {string} rank
   */
  function update(x, y, rank) {
    const wide = Math.max(16, 9 + rank.length * 6.2);
    setAttr(el, "transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
    setAttr(plate, "width", wide);
    setAttr(plate, "x", -wide / 2);
    setText(text, rank);
  }
  return { el, update };
}

/**
 * @param {(number | null)[]} values
 * @param {number[]} x
 */
const points = (values, x) => values.map((v, i) => (v === null ? null : { x: x[i], y: yOf(v) }));

/**
 * @param {View} view
 * @param {Column} column
 */
const splitOf = (view, column) => (column.touchpoint ? view.result(column.touchpoint).split : null);

/**
 * @param {HTMLElement} el
 * @param {View} view
 * @param {string} key
 * @param {number[]} x
 * @param {number} width
 */
function placeSplit(el, view, key, x, width) {
  const index = view.columns.findIndex((column) => column.key === key);
  const result = view.result(key);
  const counts = result.bad !== null && result.good !== null ? `: ${result.bad} / ${result.good}` : "";
  setText(el, `we see this differently${counts}`);
  setAttr(el, "title", result.split);
  const high = yOf(Math.max(result.high ?? 0, result.valence ?? 0)) - 22;
  const top = high < CHART.top + 10 ? yOf(Math.min(result.low ?? 0, result.valence ?? 0)) + 26 : high;
  const left = Math.min(width - SPLIT_HALF, Math.max(SPLIT_HALF, x[index]));
  el.style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px) translate(-50%, -50%)`;
}

/**
 * @param {string} text
 * @param {number} y
 */
function word(text, y) {
  const el = h("span", {}, text);
  el.style.top = `${y}px`;
  return el;
}
