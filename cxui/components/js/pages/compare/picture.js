/** A small picture of curves over the same places, as numbers and as nodes. */

import { h, keyed, s, setAttr, setText } from "../../parts/dom.js";

/** @typedef {{key: string, values: (number | null)[], titles: string[]}} Line */

const STEP = 34;
/** Where the first place is: the words of the scale stand before it. */
const LEFT = 58;
const EDGE = 14;
const HEIGHT = 132;
const MOST = 5;

/**
 * Where a line lies; what is not rated leaves a gap, never a zero.
 * @param {(number | null)[]} values valences, −5 to 5
 */
export function lineOf(values) {
  const dots = values.flatMap((value, i) => (value === null ? [] : [{ x: LEFT + i * STEP, y: heightOf(value), place: i }]));
  let path = "";
  values.forEach((value, i) => {
    if (value === null) return;
    const before = i > 0 ? values[i - 1] ?? null : null;
    path += `${before === null ? "M" : "L"}${LEFT + i * STEP} ${heightOf(value)}`;
  });
  return { path, dots };
}

/** @param {number} value */
const heightOf = (value) => Math.round((HEIGHT / 2 - (value / MOST) * (HEIGHT / 2 - EDGE)) * 10) / 10;

export function createPicture() {
  const lines = s("g", {});
  const words = Object.entries({ great: MOST, "so-so": 0, awful: -MOST })
    .map(([word, value]) => s("text", { class: "compare-scale", x: 0, y: heightOf(value) + 4 }, word));
  const zero = s("line", { class: "compare-zero", x1: LEFT - EDGE, y1: heightOf(0), y2: heightOf(0) });
  const svg = s("svg", { class: "compare-picture", role: "img" }, ...words, zero, lines);
  const legend = h("p", { class: "legend", "aria-hidden": "true" });
  return {
    el: h("figure", { class: "compare-figure" }, h("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": "Picture" }, svg), legend),
    /**
     * @param {string} label what the picture shows, in words
     * @param {Line[]} all
     * @param {string[]} called what each line is called below it; none for no legend
     */
    update(label, all, called) {
      const width = LEFT + EDGE + Math.max(0, (all[0]?.values.length ?? 0) - 1) * STEP;
      setAttr(svg, "viewBox", `0 0 ${width} ${HEIGHT}`);
      setAttr(svg, "width", width);
      setAttr(svg, "height", HEIGHT);
      setAttr(svg, "aria-label", label);
      setAttr(zero, "x2", width);
      keyed(lines, all.map(({ key }) => key), createLine, (part, _, i) => part.update(all[i]));
      keyed(legend, called, createKey, (part, text) => setText(part.text, text));
      [...legend.children].forEach((key, i) => setAttr(key.querySelector("path") ?? key, "class", `compare-curve compare-${all[i]?.key}`));
      legend.hidden = called.length === 0;
    },
  };
}

/** @param {string} key */
function createLine(key) {
  const path = s("path", { class: `compare-curve compare-${key}` });
  const dots = s("g", {});
  return {
    el: s("g", {}, path, dots),
    update(/** @type {Line} */ { values, titles }) {
      const line = lineOf(values);
      setAttr(path, "d", line.path);
      keyed(dots, line.dots.map(({ place }) => String(place)), () => createDot(key), (part, _, i) => {
        const { x, y, place } = line.dots[i];
        part.update(x, y, titles[place]);
      });
    },
  };
}

/** @param {string} key */
function createDot(key) {
  const title = s("title", {});
  const el = s("circle", { r: 4, class: `compare-dot compare-${key}` }, title);
  return {
    el,
    /**
     * @param {number} x
     * @param {number} y
     * @param {string} text
     */
    update(x, y, text) {
      setAttr(el, "cx", x);
      setAttr(el, "cy", y);
      setText(title, text);
    },
  };
}

function createKey() {
  const text = h("span", {});
  return { el: h("span", {}, s("svg", { width: 30, height: 10 }, s("path", { d: "M0 5H30" })), text), text };
}
