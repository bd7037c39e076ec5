/** How a walk felt, moment after moment. */

import { chartOf, linePath, xOf } from "../../map/geometry.js";
import { keyed, s, setAttr } from "../../parts/dom.js";
import { valenceWord } from "../../parts/text.js";

/** @typedef {import("../../types").ValenceWord} ValenceWord */

const WIDTH = 342;
const CHART = chartOf({ top: 10, bottom: 90, strip: 98, height: 100 });

export function createWalkCurve() {
  const line = s("path", { class: "walk-curve-line" });
  const dots = s("g", { class: "walk-curve-dots" });
  const el = s("svg", { class: "walk-curve", viewBox: `0 0 ${WIDTH} ${CHART.height}`, role: "img" },
    s("line", { class: "walk-curve-zero", x1: 0, x2: WIDTH, y1: CHART.yOf(0), y2: CHART.yOf(0) }), line, dots);

  /**
   * @param {(number | null)[]} feelings of all moments, in the order of the map
   * @param {ValenceWord[]} words
   */
  function update(feelings, words) {
    const points = feelings.map((value, i) => (value === null ? null : { x: xOf(i, feelings.length, WIDTH), y: CHART.yOf(value) }));
    const there = points.filter((point) => point !== null);
    setAttr(line, "d", linePath(points));
    keyed(dots, there.map((_, i) => String(i)), () => ({ el: s("circle", { r: 4 }) }), (part, _, i) => {
      setAttr(part.el, "cx", there[i].x.toFixed(1));
      setAttr(part.el, "cy", there[i].y.toFixed(1));
    });
    setAttr(el, "aria-label", `How it felt: ${feelings.flatMap((value) => (value === null ? [] : [valenceWord(value, words)])).join(", ")}`);
    el.classList.toggle("walk-curve-empty", !there.length);
  }

  return { el, update };
}
