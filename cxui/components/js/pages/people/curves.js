/** Several personas' curves over one journey: one line and one shape for each. */

import { h, keyed, s, setAttr, setText } from "../../parts/dom.js";
import { chartOf, linePath, xOf } from "../../map/geometry.js";
import { round1, signed, valenceText } from "../../parts/text.js";
import { dotsOf, nextDot } from "./compared.js";
import { shortName } from "./said.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/** @typedef {import("./compared.js").Apart} Apart */
/** @typedef {import("./compared.js").Dot} Dot */

const CHART = chartOf({ top: 20, bottom: 220, strip: 220, height: 240 });
const GUIDES = [5, 2.5, 0, -2.5, -5];
/** Each persona stands a little beside the others, so that no point hides another. */
const BESIDE = 5;
const SHAPES = [
  "M-6 0A6 6 0 1 1 6 0A6 6 0 1 1 -6 0Z", "M-5.5 -5.5H5.5V5.5H-5.5Z", "M0 -7L7 5.5H-7Z",
  "M0 -7.5L7.5 0L0 7.5L-7.5 0Z", "M0 7L7 -5.5H-7Z", "M-2 -7H2V-2H7V2H2V7H-2V2H-7V-2H-2Z",
];

/**
 * @param {Context} ctx
 * @param {() => void} redraw
 */
export function createCurves(ctx, redraw) {
  const lines = s("g", {});
  const marks = s("g", {});
  const guides = s("g", { class: "guides" }, ...GUIDES.map((v) => s("line", {
    x1: 0, x2: "100%", y1: CHART.yOf(v), y2: CHART.yOf(v), class: v === 0 ? "guide zero" : "guide",
  })));
  const svg = s("svg", { class: "curves-svg", height: CHART.height, role: "group", "aria-label": "Their curves over the moments they share" }, guides, lines, marks);
  const axis = h("div", { class: "curves-axis", "aria-hidden": "true" },
    ...Object.entries({ great: 5, "so-so": 0, awful: -5 }).map(([word, v]) => h("span", { style: `top: ${CHART.yOf(v)}px` }, word)));
  const names = h("div", { class: "curves-names", "aria-hidden": "true" });
  const plot = h("div", { class: "curves-plot" }, svg, names);
  const said = h("p", { class: "curves-said", role: "status" });
  const legend = h("div", { class: "legend" });
  const el = h("figure", { class: "curves" }, legend, h("div", { class: "scroll" }, h("div", { class: "curves-room" }, axis, plot)), said);
  let width = 0;
  let at = 0;
  /** @type {Dot[]} */
  let dots = [];
  const measure = new ResizeObserver(() => {
    if (!plot.clientWidth || Math.abs(plot.clientWidth - width) < 0.5) return;
    width = plot.clientWidth;
    redraw();
  });
  measure.observe(plot);
  marks.addEventListener("keydown", (event) => {
    const next = nextDot(dots, at, event.key);
    if (next === at) return;
    event.preventDefault();
    at = next;
    redraw();
    /** @type {SVGElement} */ (marks.children[at]).focus();
  });

  /**
   * @param {View} view
   * @param {Apart} apart
   * @param {string[]} chosen
   */
  function update(view, apart, chosen) {
    if (!width) width = plot.clientWidth; // none while it is folded away or not on the page yet
    if (!width) return;
    const all = apart.moments.length;
    plot.style.setProperty("--moments", String(all));
    /** @param {string} persona */
    const place = (persona) => apart.personas.indexOf(persona);
    /** @param {string} persona @param {number} moment */
    const x = (persona, moment) => xOf(moment, all, width) + BESIDE * (chosen.indexOf(persona) - (chosen.length - 1) / 2);
    keyed(legend, chosen, () => createKey(), (part, id) => part.update(place(id), view.thing("persona", id).name));
    keyed(names, apart.moments.map(({ id }) => id), () => ({ el: h("span", { dir: "auto" }) }),
      (part, _, i) => setText(part.el, apart.moments[i].name));
    keyed(lines, chosen, () => ({ el: s("path", {}) }), (part, id) => {
      setAttr(part.el, "class", `curves-line curves-${place(id)}`);
      setAttr(part.el, "d", linePath((apart.curves[id] ?? []).map((v, i) => (v === null ? null : { x: x(id, i), y: CHART.yOf(v) }))));
    });
    dots = dotsOf(apart, chosen);
    at = Math.min(at, Math.max(0, dots.length - 1));
    keyed(marks, dots.map((dot) => `${dot.persona}/${apart.moments[dot.moment]?.id}`), () => createMark((text) => setText(said, text)), (part, _, i) => {
      const dot = dots[i];
      const text = `${shortName(view.thing("persona", dot.persona).name)}, ${apart.moments[dot.moment]?.name}: ${valenceText(round1(dot.valence), view.words.valence)}`;
      part.update(place(dot.persona), x(dot.persona, dot.moment), CHART.yOf(dot.valence), text, i === at, () => { at = i; });
    });
  }

  return { el, update, stop: () => measure.disconnect() };
}

function createKey() {
  const line = s("path", { d: "M0 8H34" });
  const mark = s("path", { transform: "translate(17 8)" });
  const name = h("span", { dir: "auto" });
  const el = h("span", {}, s("svg", { width: 34, height: 16, "aria-hidden": "true" }, line, mark), name);
  return {
    el,
    /**
     * @param {number} place
     * @param {string} called
     */
    update(place, called) {
      setAttr(line, "class", `curves-line curves-${place}`);
      setAttr(mark, "class", `curves-mark curves-${place}`);
      setAttr(mark, "d", SHAPES[place % SHAPES.length]);
      setText(name, called);
    },
  };
}

/** @param {(text: string) => void} say */
function createMark(say) {
  const shape = s("path", {});
  const title = s("title", {});
  const el = s("g", { role: "img" }, title, s("circle", { r: 13, class: "curves-hit" }), shape);
  let words = "";
  let focused = () => {};
  el.addEventListener("focus", () => {
    focused();
    say(words);
  });
  el.addEventListener("pointerenter", () => say(words));
  el.addEventListener("pointerdown", () => say(words));
  return {
    el,
    /**
     * @param {number} place of the persona
     * @param {number} x
     * @param {number} y
     * @param {string} text
     * @param {boolean} isFirst the one that Tab comes to
     * @param {() => void} onfocus
     */
    update(place, x, y, text, isFirst, onfocus) {
      words = text;
      focused = onfocus;
      setAttr(el, "class", `curves-mark curves-${place}`);
      setAttr(el, "transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
      setAttr(el, "tabindex", isFirst ? "0" : "-1");
      setAttr(el, "aria-label", text);
      setAttr(shape, "d", SHAPES[place % SHAPES.length]);
      setText(title, text);
    },
  };
}

/** The same numbers as a table. */
export function createCurveTable() {
  const head = h("tr", {});
  const body = h("tbody", {});
  const el = h("details", { class: "twin" }, h("summary", {}, "The same as a table"),
    h("div", { class: "twin-scroll" }, h("table", {}, h("caption", {}, "How each moment feels, −5 to 5. An empty cell is not rated."), h("thead", {}, head), body)));
  return {
    el,
    /**
     * @param {View} view
     * @param {Apart} apart
     * @param {string[]} chosen
     */
    update(view, apart, chosen) {
      keyed(head, ["", ...chosen], () => ({ el: h("th", { scope: "col", dir: "auto" }) }),
        (part, id) => setText(part.el, id ? view.thing("persona", id).name : "Moment"));
      keyed(body, apart.moments.map(({ id }) => id), () => ({ el: h("tr", {}) }), (part, _, i) => {
        keyed(part.el, ["", ...chosen], (id) => ({ el: id ? h("td", { class: "number" }) : h("th", { scope: "row", dir: "auto" }) }), (cell, id) => {
          const value = apart.curves[id]?.[i] ?? null;
          setText(cell.el, id ? (value === null ? "" : signed(round1(value))) : apart.moments[i].name);
        });
      });
    },
  };
}
