/** The curve of a round on a small screen: my line, the band, the mean, the ranks. */

import { bandPath, chartOf, linePath, xOf } from "../map/geometry.js";
import { h, keyed, s, setAttr, setText } from "../parts/dom.js";

/** @typedef {import("../types").View} View */

const WIDTH = 342;
const CHART = chartOf({ top: 16, bottom: 132, strip: 148, height: 148 });

export function createMini() {
  const half = s("path", { class: "half stage-band" });
  const group = s("path", { class: "line group stage-curve" });
  const mine = s("path", { class: "line mine stage-lines" });
  const dots = s("g", { class: "stage-dots" });
  const svg = s("svg", { viewBox: `0 0 ${WIDTH} ${CHART.height}`, "aria-hidden": "true" },
    s("line", { class: "guide zero", x1: 0, x2: WIDTH, y1: CHART.yOf(0), y2: CHART.yOf(0) }), half, mine, group, dots);
  const legend = h("p", { class: "mini-legend" },
    key("us", "all of us"), key("half", "half of us"), key("me", "mine"));
  const el = h("div", { class: "mini" }, svg, legend);

  /** @param {View} view */
  function update(view) {
    const ids = view.columns.map((column) => column.touchpoint);
    const x = ids.map((_, i) => xOf(i, ids.length, WIDTH));
    const results = ids.map((id) => (id ? view.result(id) : null));
    /** @param {(number | null | undefined)[]} values */
    const points = (values) => values.map((value, i) => (value === null || value === undefined ? null : { x: x[i], y: CHART.yOf(value) }));
    setAttr(half, "d", bandPath(results.map((each, i) => (each && each.low !== null && each.high !== null
      ? { x: x[i], high: CHART.yOf(each.high), low: CHART.yOf(each.low) } : null))));
    setAttr(group, "d", linePath(points(results.map((each) => each?.valence))));
    setAttr(mine, "d", linePath(points(ids.map((id) => (id ? view.mine(id).valence : null)))));
    const ranked = ids.map((id, i) => ({ id: id ?? "", i, result: results[i] }))
      .filter(({ result }) => result?.critical && result.valence !== null);
    keyed(dots, ranked.map(({ id }) => id), badge, (part, _, at) => {
      const { i, result } = ranked[at];
      setAttr(part.el, "transform", `translate(${x[i].toFixed(1)} ${CHART.yOf(result?.valence ?? 0).toFixed(1)})`);
      setText(part.text, result?.rank);
    });
  }

  return { el, update };
}

function badge() {
  const text = s("text", { "text-anchor": "middle", dy: "0.36em" });
  return { el: s("g", { class: "badge" }, s("circle", { r: 9 }), text), text };
}

/**
 * @param {string} name
 * @param {string} text
 */
const key = (name, text) => h("span", {}, h("i", { class: `key key-${name}` }), text);
