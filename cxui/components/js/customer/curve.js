/** The curve that grows while a customer answers, and how far they are. */

import { linePath, xOf } from "../map/geometry.js";
import { h, s, setAttr, setText } from "../parts/dom.js";

const HEIGHT = 60;
const EDGE = 8;
const MOST = 6;
const LARGE = 5;
const SMALL = 3;

/** @param {number} count moments that are asked about */
export function createCurve(count) {
  const path = s("path", { class: "path" });
  const points = Array.from({ length: count }, () => s("circle"));
  const middle = yOf(MOST / 2);
  const zero = s("line", { class: "zero", x1: 0, y1: middle, y2: middle });
  const svg = s("svg", { "aria-hidden": "true" }, zero, path, ...points);
  const far = h("p", { role: "status" });
  const el = h("div", { class: "grown" }, svg, far);
  /** @type {(number | null)[]} */
  let steps = [];
  new ResizeObserver(draw).observe(svg);

  function draw() {
    const width = svg.clientWidth;
    setAttr(zero, "x2", width);
    setAttr(path, "d", linePath(steps.map((step, i) => (step === null ? null : { x: xOf(i, count, width), y: yOf(step) }))));
    points.forEach((point, i) => {
      const step = steps[i] ?? null;
      setAttr(point, "class", step === null ? "open" : "point");
      setAttr(point, "cx", xOf(i, count, width));
      setAttr(point, "cy", step === null ? middle : yOf(step));
      setAttr(point, "r", step === null ? SMALL : LARGE);
    });
  }

  /** @param {(number | null)[]} now 0 for the saddest face, null where nothing is said */
  function update(now) {
    steps = now;
    const said = now.filter((step) => step !== null).length;
    setText(far, said ? `Your curve: ${said} of ${count}` : `Your curve grows here. 0 of ${count}`);
    draw();
  }

  return { el, update };
}

/** @param {number} step */
const yOf = (step) => EDGE + ((MOST - step) * (HEIGHT - 2 * EDGE)) / MOST;
