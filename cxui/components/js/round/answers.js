/** The questions of a round that are answered with buttons. */

import { rate } from "../map/structure.js";
import { createScale } from "../parts/choices.js";
import { h, keyed, setAttr, setText } from "../parts/dom.js";
import { dotted, MOST_DOTS } from "./pages.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").View} View */
/** @typedef {import("./pages.js").Page} Page */

/** @type {Record<string, {word: string, from: number, to: number, ends: [string, string]}>} */
const SCALES = {
  importance: { word: "how much it matters", from: 1, to: 5, ends: ["hardly", "very much"] },
  expectation: { word: "what she expects", from: 0, to: 10, ends: ["nothing", "everything"] },
  performance: { word: "what she gets", from: 0, to: 10, ends: ["nothing", "everything"] },
  effort: { word: "how hard for her", from: 1, to: 7, ends: ["easy", "very hard"] },
};

/** @param {string} part */
export const hasScale = (part) => part in SCALES;

/**
 * One row of buttons a moment.
 * @param {Context} ctx
 * @param {Page} page
 */
export function createScales(ctx, page) {
  const { word, ...scale } = SCALES[page.part];
  const part = /** @type {import("../types").Part} */ (page.part);
  const el = h("div", { class: "scales" });

  /** @param {string} id */
  function make(id) {
    const row = createScale({ label: `${ctx.view().touchpoint(id).name}: ${word}`, ...scale },
      (value) => void ctx.run(rate(id, part, value)));
    const name = /** @type {HTMLElement} */ (row.el.querySelector(".scale-label"));
    setAttr(name, "dir", "auto");
    return { el: row.el, name, row };
  }

  /** @param {View} view */
  function update(view) {
    keyed(el, page.touchpoints, make, (each, id) => {
      setText(each.name, view.touchpoint(id).name);
      each.row.update(/** @type {number | null} */ (view.mine(id)[part]));
    });
  }

  return { el, update, stop() {} };
}

/**
 * The whole journey in one number.
 * @param {Context} ctx
 * @param {Page} page
 */
export function createOverall(ctx, page) {
  const row = createScale({ label: page.title, from: 0, to: 10, ends: ["could not be worse", "could not be better"] }, (value) => {
    const subject = ctx.view().journey?.id;
    if (subject) void ctx.run({ kind: "set_answer", subject_id: subject, part: "overall", value });
  });
  row.el.classList.add("overall");
  return { el: row.el, update: (/** @type {View} */ view) => row.update(view.roundMine.overall), stop() {} };
}

/**
 * Three dots over all moments; the fourth is refused with a sentence.
 * @param {Context} ctx
 * @param {Page} page
 */
export function createDots(ctx, page) {
  const said = h("p", { class: "dots-said", role: "status" });
  const groups = h("div", { class: "dot-groups" });
  const el = h("div", { class: "dots-page" }, said, groups);
  let full = false;

  /** @param {string} id */
  function toggle(id) {
    const view = ctx.view();
    const there = dotted(view, page);
    const on = !there.includes(id);
    full = on && there.length >= MOST_DOTS;
    if (full) return update(view);
    void ctx.run(rate(id, "dot", on ? true : null));
  }

  /** @param {string} id */
  function makeChip(id) {
    return { el: h("button", { type: "button", class: "choice", dir: "auto", "aria-pressed": "false", onclick: () => toggle(id) }) };
  }

  /** @param {string} stage */
  function makeGroup(stage) {
    const name = h("h3", { class: "dot-stage", dir: "auto" });
    const chips = h("div", { class: "choices", role: "group" });
    return { el: h("div", { "data-stage": stage }, name, chips), name, chips };
  }

  /** @param {View} view */
  function update(view) {
    const on = dotted(view, page);
    full &&= on.length >= MOST_DOTS;
    setText(said, full ? "Three are chosen. Take one back first." : `${on.length} of ${MOST_DOTS} chosen`);
    setAttr(said, "data-full", full);
    const rows = view.order.map((row) => ({ ...row, touchpoints: row.touchpoints.filter((id) => page.touchpoints.includes(id)) }))
      .filter((row) => row.touchpoints.length);
    keyed(groups, rows.map((row) => row.stage), makeGroup, (group, stage, i) => {
      setText(group.name, view.stage(stage).name);
      setAttr(group.chips, "aria-label", view.stage(stage).name);
      keyed(group.chips, rows[i].touchpoints, makeChip, (chip, id) => {
        setText(chip.el, view.touchpoint(id).name);
        setAttr(chip.el, "aria-pressed", String(on.includes(id)));
      });
    });
  }

  return { el, update, stop() {} };
}
