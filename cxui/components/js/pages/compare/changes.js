/** Two states of a journey: what rose, fell, came and went, and what was forecast. */

import { h, keyed, setAttr, setText } from "../../parts/dom.js";
import { signed } from "../../parts/text.js";
import { createPicture } from "./picture.js";
import { createMark, createNumberRow, numberText } from "./wanted.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/**
 * @typedef {object} Change
 * @property {string} id
 * @property {string} code
 * @property {string} symbol
 * @property {string} word
 * @property {string} text
 * @property {string | null} sure
 * @property {number | null} then
 * @property {number | null} now
 * @property {[number, number]} voices
 * @property {[number, number, number] | null} interval
 * @property {number | null} expected
 * @property {string | null} forecast
 * @property {string | null} outcome
 */
/**
 * @typedef {object} Since
 * @property {string} line
 * @property {string} whole
 * @property {number | null} then
 * @property {number | null} now
 * @property {number} both
 * @property {[number, number, number] | null} interval
 * @property {string[]} front
 * @property {string | null} forecast
 * @property {string[]} came_in critical now, and not then
 * @property {Change[]} moments
 */

/** What the later of two days is called while it is this one: how firmly a moment stands is known of it alone. */
export const TODAY = "today";

/** Rows of these stand in front; the others are folded away. */
const MOVED = ["rose", "fell", "came", "went"];

/** @param {Context} ctx */
export function createChanges(ctx) {
  const line = h("p", { class: "compare-line" });
  const whole = h("p", {});
  const needs = h("div", { class: "compare-front" });
  const forecast = h("p", { class: "compare-forecasts" });
  const picture = createPicture();
  const list = h("ul", { class: "compare-rows", "aria-label": "What changed" });
  const others = h("ul", { class: "compare-rows", "aria-label": "What stayed, and what cannot be told" });
  const rest = h("details", { class: "compare-rest" }, h("summary", {}), others);
  const numbers = createNumbers();
  return {
    el: h("div", { class: "compare-part" }, line, whole, needs, forecast, picture.el, list, rest, numbers.el),
    /**
     * @param {View} view
     * @param {string} then the earlier day, as it is called
     * @param {string} now the later one
     * @param {Since} since
     */
    update(view, then, now, since) {
      /** @type {Record<string, string>} */
      const names = view.computedFor("names") ?? {};
      setText(line, since.line);
      setText(whole, since.whole);
      keyed(needs, since.front, () => ({ el: h("p", { dir: "auto" }) }), (part, text) => setText(part.el, text));
      setText(forecast, since.forecast);
      forecast.hidden = !since.forecast;
      const titles = since.moments.map(({ id, text }) => `${names[id] ?? ""}: ${text}`);
      const lines = [
        { key: "then", values: since.moments.map((each) => each.then), titles },
        { key: "now", values: since.moments.map((each) => each.now), titles },
      ];
      picture.update(`How each moment felt: ${then} and ${now}. ${since.line} ${since.whole}`, lines, [then, now]);
      const firm = (/** @type {string} */ id) => (now === TODAY ? view.computedFor(`holds/${id}`)?.verdict : undefined);
      const front = new Map(since.came_in.map((id) => [id, frontText(firm(id))]));
      const isShown = (/** @type {Change} */ { id, code, forecast: said }) => MOVED.includes(code) || said !== null || front.has(id);
      const still = since.moments.filter((each) => !isShown(each));
      draw(list, ordered(since.moments.filter(isShown)), names, front);
      draw(others, still, names, front);
      rest.hidden = still.length === 0;
      setText(rest.children[0], still.length === 1 ? "One more that did not move, or cannot be told" : `${still.length} more that did not move, or cannot be told`);
      numbers.update(since, names);
    },
  };

  /**
   * @param {HTMLElement} into
   * @param {Change[]} moments
   * @param {Record<string, string>} names
   * @param {Map<string, string>} front
   */
  function draw(into, moments, names, front) {
    keyed(into, moments.map(({ id }) => id), (id) => createChange(ctx, id),
      (part, id, i) => part.update(moments[i], names[id] ?? "", front.get(id) ?? ""));
  }
}

/**
 * @param {string | undefined} verdict how firmly it stands there; none while that is worked out
 */
const frontText = (verdict) => ["new in what needs work first", verdict].filter(Boolean).join(": ");

/**
 * What moved most in front, then what came and went, in map order.
 * @param {Change[]} changes
 */
export function ordered(changes) {
  const size = (/** @type {Change} */ { then, now }) => (then === null || now === null ? -1 : Math.abs(now - then));
  return [...changes].sort((one, other) => size(other) - size(one));
}

/**
 * @param {Context} ctx
 * @param {string} id
 */
function createChange(ctx, id) {
  const mark = createMark();
  const name = h("button", { type: "button", class: "compare-name", dir: "auto", onclick: () => ctx.link.go("journey", { touchpoint: id }) });
  const text = h("span", { class: "compare-text" });
  const sure = h("span", { class: "compare-sure" });
  const forecast = h("span", { class: "compare-beside" });
  const first = h("span", { class: "compare-beside" });
  return {
    el: h("li", { class: "compare-row" }, mark.el, name, h("span", { class: "compare-said" }, text, sure, forecast, first)),
    /**
     * @param {Change} change
     * @param {string} called
     * @param {string} front
     */
    update(change, called, front) {
      mark.update(change.code, change.symbol, change.word);
      setText(name, called);
      setAttr(name, "disabled", change.code === "went");
      setText(text, change.text);
      setText(sure, change.sure);
      sure.hidden = change.sure === null;
      setText(forecast, change.forecast);
      setAttr(forecast, "data-outcome", change.outcome);
      forecast.hidden = change.forecast === null;
      setText(first, front);
      first.hidden = !front;
    },
  };
}

function createNumbers() {
  const head = ["Moment", "Then", "Now", "Change", "Nine in ten re-runs", "Voices", "Expected"];
  const cells = h("tbody", {});
  const whole = createNumberRow(6);
  const el = h("details", { class: "twin" }, h("summary", {}, "The numbers"),
    h("div", { class: "twin-scroll", role: "region", tabindex: "0", "aria-label": "The numbers" }, h("table", {},
      h("caption", {}, "Means from −5 to 5. In every re-run other people like these speak, the same ones both times; the whole is over the moments rated both times, weighted by what matters now."),
      h("thead", {}, h("tr", {}, ...head.map((text) => h("th", { scope: "col" }, text)))), cells, h("tfoot", {}, whole.el))));
  return {
    el,
    /**
     * @param {Since} since
     * @param {Record<string, string>} names
     */
    update(since, names) {
      const { moments } = since;
      keyed(cells, moments.map(({ id }) => id), () => createNumberRow(6), (part, id, i) => {
        const { then, now, interval, voices, expected } = moments[i];
        part.update(names[id] ?? "", [numberText(then), numberText(now), changeText(then, now), intervalText(interval), voices.join(" → "), numberText(expected)]);
      });
      whole.update("All in all", [numberText(since.then), numberText(since.now), changeText(since.then, since.now), intervalText(since.interval), "", ""]);
    },
  };
}

/**
 * @param {number | null} then
 * @param {number | null} now
 */
const changeText = (then, now) => (then === null || now === null ? "" : signed(now - then));

/** @param {[number, number, number] | null} interval */
const intervalText = (interval) => (interval === null ? "" : `${signed(interval[0])} to ${signed(interval[2])}`);
