/** What a line of a ranking shows on every page: its place, how firmly it holds, its parts. */

import { h, keyed, setAttr, setClass, setText } from "./dom.js";

/** @typedef {import("../types").Result} Result */
/** @typedef {import("../types").View} View */
/**
 * How firmly a moment stands where it stood when it was last worked out.
 * @typedef {object} Hold
 * @property {string} code `holds`, `could_change` or `not_in_front`
 * @property {string} verdict the same in words; empty where it does not come first
 * @property {[number, number]} bracket first and last of the places whose order is not safe
 * @property {string} place the same in words
 * @property {string} sentence
 * @property {number} rank where it stood
 * @property {number} score what it scored
 */
/**
 * What a line says of that now.
 * @typedef {object} Standing
 * @property {string} place
 * @property {string} code empty where there is no verdict
 * @property {string | null} verdict empty until it is known; null where none is given
 * @property {string} sentence
 * @property {boolean} isStale
 */
/** @typedef {"fresh" | "stale" | "none"} HoldState */

export const AGAIN = "being worked out again";
/** Stands where a verdict was that need not be true any more. */
const UNSURE = "…";

/**
 * How firmly a moment stands, as far as that is known. What has moved since it was worked
 * out has no verdict until it is worked out again: a wrong one is never shown.
 * @param {Hold | null} hold
 * @param {Pick<Result, "rank" | "score">} result
 * @param {HoldState} state
 * @returns {Standing}
 */
export function standing(hold, { rank, score }, state) {
  const place = rank === null ? "–" : String(rank);
  if (!hold || rank === null || state === "none") {
    return { place, code: "", verdict: rank === null || state === "none" ? null : "", sentence: "", isStale: false };
  }
  const hasMoved = hold.rank !== rank || hold.score !== score;
  const [first, last] = hold.bracket;
  return {
    place: Number(rank) >= first && Number(rank) <= last ? hold.place : place,
    code: hasMoved ? "" : hold.code,
    verdict: hasMoved && hold.verdict ? UNSURE : hold.verdict || null,
    sentence: hasMoved ? "" : hold.sentence,
    isStale: hasMoved || state !== "fresh",
  };
}

/**
 * @param {View} view
 * @param {string} id
 * @returns {Hold | null}
 */
export const holdOf = (view, id) => view.computedFor(`holds/${id}`);

/**
 * @param {View} view
 * @returns {{state: HoldState, note: string}}
 */
export const firmness = (view) => view.computedFor("holds") ?? NOT_WORKED_OUT;

const NOT_WORKED_OUT = Object.freeze({ state: "none", note: "" });

/** "holds" or "could change", in a place that is kept for it whichever it says. */
export function createHold() {
  const chip = h("span", { class: "hold-chip" });
  const el = h("span", { class: "hold" }, chip);
  return {
    el,
    /** @param {Standing} now */
    update({ code, verdict, sentence, isStale }) {
      el.hidden = verdict === null;
      setText(chip, verdict);
      setAttr(chip, "data-verdict", code);
      setAttr(chip, "title", isStale ? AGAIN : sentence);
      setClass(chip, "stale", isStale);
    },
  };
}

/**
 * A bar of the parts that a score is the sum of.
 * @param {HTMLElement} bar
 * @param {Result["parts"] & {}} parts
 */
export function drawParts(bar, parts) {
  keyed(bar, parts.map(([code]) => code), (code) => ({ el: h("i", { "data-part": code }) }), (part, _, i) => {
    part.el.style.width = `${Math.max(0, Math.min(100, parts[i][1])).toFixed(1)}%`;
    setAttr(part.el, "title", parts[i][2]);
  });
}
