/** The journey as each department sees it, beside the journey as the customer lives it. */

import { curveOf } from "./curve.js";
import { momentsOf } from "./backing.js";
import { h, keyed, s, sameAsLast, setAttr, setText } from "../../parts/dom.js";
import { valenceWord } from "../../parts/text.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/** @typedef {{name: string, moments: string[], line: string, arrives: string | null, numbers: string | null}} Department */

/** Key of the row of moments that nobody answers for; names are never blank. */
const NOBODY = " ";

/** @param {Context} _ */
export function createDepartments(_) {
  const sentence = h("p", { class: "behind-green", role: "note" });
  const whole = createCurve();
  const list = h("ul", { class: "behind-departments" });
  const el = h("div", { class: "behind-seen" }, sentence,
    h("figure", { class: "sheet behind-whole" }, h("figcaption", {}, "The journey as she lives it"), whole.el), list);

  /** @param {View} view */
  function update(view) {
    /** @type {{sentence: string | null, rows: Department[]}} */
    const { sentence: said, rows } = view.computedFor("departments") ?? { sentence: null, rows: [] };
    setText(sentence, said);
    sentence.hidden = !said;
    whole.update(view, momentsOf(view));
    keyed(list, rows.map((row) => row.name || NOBODY), createDepartment, (part, __, i) => part.update(view, rows[i]));
  }

  return { el, update };
}

function createDepartment() {
  const name = h("h3", { dir: "auto" });
  const line = h("p");
  const curve = createCurve();
  const arrives = h("p", { class: "hint" });
  const numbers = h("p", { class: "hint" });
  const folded = h("details", {}, h("summary", {}, "In numbers"), numbers);
  return {
    el: h("li", { class: "sheet behind-department" }, h("div", {}, name, line), curve.el, arrives, folded),
    update(/** @type {View} */ view, /** @type {Department} */ row) {
      setText(name, row.name || "Nobody in charge");
      setText(line, row.line);
      setText(arrives, row.arrives);
      arrives.hidden = !row.arrives;
      setText(numbers, row.numbers);
      folded.hidden = !row.numbers;
      curve.update(view, row.moments);
    },
  };
}

/** The whole curve, small, with some of its moments lit; only what has moved is touched. */
function createCurve() {
  const zero = s("line", { class: "behind-zero", x1: 0 });
  const lines = s("g");
  const dots = s("g");
  const el = s("svg", { class: "behind-curve", role: "img", preserveAspectRatio: "xMinYMid meet" }, zero, lines, dots);
  const same = sameAsLast();
  return {
    el,
    /**
     * @param {View} view
     * @param {string[]} lit
     */
    update(view, lit) {
      const ids = momentsOf(view);
      const values = ids.map((id) => view.result(id).valence);
      const said = lit.map((id) => `${view.touchpoint(id).name}: ${valenceWord(view.result(id).valence, view.words.valence)}`);
      if (same(...ids, ...values, ...said)) return;
      const curve = curveOf(values, ids.map((id) => lit.includes(id)));
      setAttr(el, "viewBox", `0 0 ${curve.width} ${curve.height}`);
      setAttr(el, "aria-label", said.join(", "));
      setAttrs(zero, { x2: curve.width, y1: curve.zero, y2: curve.zero });
      keyed(lines, curve.lines.map((_, i) => String(i)), () => ({ el: s("polyline") }), (part, _, i) => setAttr(part.el, "points", curve.lines[i]));
      keyed(dots, ids, () => ({ el: s("circle") }), (part, _, i) => {
        const { x, y, r, look } = curve.dots[i];
        setAttrs(part.el, { class: look, cx: x, cy: y, r });
      });
    },
  };
}

/**
 * @param {Element} el
 * @param {Record<string, string | number>} values
 */
function setAttrs(el, values) {
  for (const [name, value] of Object.entries(values)) setAttr(el, name, value);
}
