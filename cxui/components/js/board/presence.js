/** Who drags or types where: small initials beside it, drawn apart from what they mark. */

import { h, keyed, s, setAttr, setClass, setText } from "../parts/dom.js";
import { CHART, xOf, yOf } from "../map/geometry.js";
import { initials } from "../parts/text.js";

/** @typedef {import("../types").Id} Id */
/** @typedef {import("../types").Presence} Presence */
/** @typedef {import("../types").View} View */
/** @typedef {{at: Id, text: string, busy: string, title: string}} Mark */

const NAMED = 2;
/** Clear of the point, its rank and my handle. */
const ABOVE = 38;
const DOING = { drag: "drags", type: "types" };

/**
 * One mark for each place where others are at work. Just looking leaves none.
 * @param {Presence[]} here
 * @param {Id | null} me
 * @returns {Mark[]}
 */
export function marksOf(here, me) {
  /** @type {Map<Id, Presence[]>} */
  const places = new Map();
  for (const each of here) {
    if (!each.focus || !each.busy || !each.name || (each.participant && each.participant === me)) continue;
    const there = places.get(each.focus) ?? [];
    // the same person in two windows is still one
    if (!there.some((other) => other.name === each.name && other.participant === each.participant)) places.set(each.focus, [...there, each]);
  }
  return [...places].map(([at, all]) => ({ at, text: shortly(all), busy: all[0].busy ?? "", title: inWords(all) }));
}

/** @param {Presence[]} all */
function shortly(all) {
  const more = all.length - NAMED;
  const shown = all.slice(0, more > 0 ? NAMED - 1 : NAMED).map((each) => initials(each.name));
  return more > 0 ? `${shown.join(" ")} +${all.length - shown.length}` : shown.join(" ");
}

/** @param {Presence[]} all */
const inWords = (all) => all
  .map(({ name, busy }) => `${name} ${DOING[/** @type {keyof typeof DOING} */ (busy)] ?? "is"} here`).join(", ");

/** Rows without height above stages and cards, and marks on the curve. */
export function createPresence() {
  const stages = h("div", { class: "row marks marks-stages" });
  const cards = h("div", { class: "row marks" });
  const curve = s("g", { class: "curve-marks" });

  /**
   * @param {View} view
   * @param {number} width of the plot
   */
  function update(view, width) {
    // While a round is private, so is who rates what.
    const marks = view.round ? [] : marksOf(view.here, view.me.participant);
    const onCurve = marks.filter((mark) => mark.busy === "drag" && columnOf(view, mark));
    drawRow(stages, marks.filter((mark) => spanOf(view, mark)), (el, mark) => {
      const span = spanOf(view, mark);
      el.style.gridColumn = `${(span?.from ?? 0) + 1} / span ${span?.size ?? 1}`;
    });
    drawRow(cards, marks.filter((mark) => mark.busy !== "drag" && columnOf(view, mark)), (el, mark) => {
      el.style.gridColumn = String((columnOf(view, mark)?.index ?? 0) + 1);
    });
    keyed(curve, onCurve.map((mark) => mark.at), createCurveMark, (part, _, i) => {
      const column = columnOf(view, onCurve[i]);
      const valence = view.result(onCurve[i].at).valence;
      part.update(onCurve[i], xOf(column?.index ?? 0, view.columns.length, width), valence === null ? CHART.strip : yOf(valence));
    });
  }

  return { stages, cards, curve, update };
}

/**
 * @param {View} view
 * @param {Mark} mark
 */
const columnOf = (view, mark) => view.columns.find((column) => column.touchpoint === mark.at) ?? null;

/**
 * @param {View} view
 * @param {Mark} mark
 */
const spanOf = (view, mark) => view.spans.find((span) => span.stage === mark.at) ?? null;

/**
 * @param {HTMLElement} row
 * @param {Mark[]} marks
 * @param {(el: HTMLElement, mark: Mark) => void} place
 */
function drawRow(row, marks, place) {
  keyed(row, marks.map((mark) => mark.at), () => {
    const text = h("span", {});
    const sign = h("span", { "aria-hidden": "true" });
    return { el: h("span", { class: "mark" }, h("span", { class: "mark-face" }, text, sign)), text, sign };
  }, (part, _, i) => {
    setText(part.text, marks[i].text);
    setText(part.sign, marks[i].busy === "type" ? "✎" : "↕");
    setAttr(part.el, "title", marks[i].title);
    setClass(part.el, "types", marks[i].busy === "type");
    place(part.el, marks[i]);
  });
}

function createCurveMark() {
  const text = s("text", { "text-anchor": "middle", dy: "0.36em" });
  const plate = s("rect", { height: 18, y: -9, rx: 9 });
  const el = s("g", { class: "curve-mark" }, plate, text);
  /**
   * @param {Mark} mark
   * @param {number} x
   * @param {number} y
   */
  function update(mark, x, y) {
    const wide = Math.max(24, 12 + mark.text.length * 7);
    const above = y - ABOVE < CHART.top - 10 ? y + ABOVE : y - ABOVE;
    setAttr(el, "transform", `translate(${x.toFixed(1)} ${above.toFixed(1)})`);
    setAttr(plate, "width", wide);
    setAttr(plate, "x", -wide / 2);
    setText(text, mark.text);
  }
  return { el, update };
}
