/** How it felt, as one of seven faces with its word; a second press takes it back. */

import { walk } from "./choices.js";
import { h, keyed, s, setAttr } from "./dom.js";
import { MOST } from "../map/geometry.js";
import { valenceWord } from "./text.js";

/** @typedef {import("../types").ValenceWord} ValenceWord */
/** @typedef {{value: number, word: string}} Feeling */

/** The face of so-so among the seven. */
const MIDDLE = 3;

/**
 * The seven feelings with the value that each stands for: the middle of its range, by
 * halves towards so-so, as a sheet of paper is read.
 * @param {ValenceWord[]} words lowest first
 * @returns {Feeling[]}
 */
export function feelingsOf(words) {
  return words.map(([from, word], i) => {
    const middle = (from + (words[i + 1]?.[0] ?? MOST)) / 2;
    const halves = Math.floor(2 * Math.abs(middle) + 1e-6) / 2;
    return { value: middle < 0 ? 0 - halves : halves, word };
  });
}

/**
 * One of the seven faces, drawn as cxlive/web/faces.py draws them: not every phone has
 * them as letters.
 */
export function createFace() {
  const mouth = s("path", {});
  const el = s("svg", { class: "feelings-face", viewBox: "0 0 24 24", "aria-hidden": "true" },
    s("circle", { cx: 12, cy: 12, r: 10.5 }), mouth);
  return {
    el,
    /** @param {number} step 0 for the saddest, 6 for the happiest */
    update(step) {
      const glad = (step - MIDDLE) / MIDDLE;
      const ends = (15.5 - 1.5 * glad).toFixed(1);
      setAttr(mouth, "d", `M7 ${ends}Q12 ${(15.5 + 4.5 * glad).toFixed(1)} 17 ${ends}M8.5 9v.1M15.5 9v.1`);
    },
  };
}

/**
 * Which of the seven faces a feeling has, 0 for the saddest; -1 where it is not said.
 * @param {number | null | undefined} value
 * @param {ValenceWord[]} words lowest first
 */
export const stepOf = (value, words) => words.findIndex(([, word]) => word === valenceWord(value, words));

/**
 * @param {string} label
 * @param {(value: number | null) => void} choose
 */
export function createFeelings(label, choose) {
  /** @type {string | null} */
  let chosen = null;
  const el = h("div", { class: "feelings", role: "group", "aria-label": label });
  el.addEventListener("keydown", (event) => walk(event, /** @type {HTMLElement[]} */ ([...el.children])));

  /**
   * @param {number | null | undefined} value
   * @param {ValenceWord[]} words
   * @param {boolean} allowed
   */
  function update(value, words, allowed) {
    const all = feelingsOf(words);
    chosen = value === null || value === undefined ? null : valenceWord(value, words);
    keyed(el, all.map(({ word }) => word), (word) => {
      const face = createFace();
      const say = () => choose(chosen === word ? null : feelingsOf(words).find((each) => each.word === word)?.value ?? null);
      return { el: h("button", { type: "button", class: "feelings-one", onclick: say }, face.el, h("span", {}, word)), face };
    }, (part, word, i) => {
      part.face.update(i);
      setAttr(part.el, "aria-pressed", String(word === chosen));
      setAttr(part.el, "tabindex", word === (chosen ?? all[0].word) ? "0" : "-1");
      setAttr(part.el, "disabled", !allowed);
    });
  }

  return { el, update };
}
