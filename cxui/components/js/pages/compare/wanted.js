/** Moment by moment: as wanted, as it is, and as it is without us. */

import { h, keyed, setAttr, setText } from "../../parts/dom.js";
import { signed } from "../../parts/text.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/**
 * @typedef {object} Moment
 * @property {string} id
 * @property {string} journey in which it stands: that of today, or the planned one
 * @property {string} name
 * @property {string} state
 * @property {string} symbol
 * @property {string} word
 * @property {string} text
 * @property {number | null} wanted
 * @property {number | null} today
 * @property {number | null} elsewhere
 * @property {string | null} beside
 * @property {string | null} beside_text
 */
/** @typedef {{id: string, name: string, moments: Moment[]}} Stage */
/** @typedef {{is_wanted: boolean, line: string, stages: Stage[], only_elsewhere: string[], planned: {name: string} | null, elsewhere: {name: string} | null}} Wanted */

const NO_JOURNEY = "There is no journey as it is today to compare with. Choose one above, or draw it first.";
const NOT_WANTED = "Nobody has said how it should feel. Draw the wanted curve on the journey, then it stands beside today here.";

/** @param {Context} ctx */
export function createWanted(ctx) {
  const line = h("p", { class: "compare-line" });
  const none = h("p", { class: "hint" });
  const draw = h("button", { type: "button", class: "button", onclick: () => ctx.link.go("journey", { journey: ctx.view().journey?.id }) }, "Go to the journey");
  const list = h("div", { class: "compare-stages" });
  const only = h("p", { class: "hint", dir: "auto" });
  const numbers = createNumbers();
  const el = h("div", { class: "compare-part" }, none, draw, line, list, only, numbers.el);

  /** @param {View} view */
  function update(view) {
    /** @type {Wanted | null} */
    const wanted = view.computedFor("compare")?.wanted ?? null;
    const shown = wanted?.is_wanted ? wanted : null;
    none.hidden = shown !== null;
    draw.hidden = wanted === null || shown !== null;
    setText(none, wanted === null ? NO_JOURNEY : NOT_WANTED);
    line.hidden = list.hidden = numbers.el.hidden = shown === null;
    setText(line, shown?.line);
    const stages = (shown?.stages ?? []);
    keyed(list, stages.map(({ id }) => id), () => createStage(ctx), (part, _, i) => part.update(stages[i]));
    const missing = shown?.only_elsewhere ?? [];
    only.hidden = missing.length === 0;
    setText(only, `Without us she also passes: ${missing.join(", ")}.`);
    numbers.update(stages.flatMap(({ moments }) => moments));
  }

  return { el, update };
}

/** @param {Context} ctx */
function createStage(ctx) {
  const name = h("h3", { class: "compare-stage", dir: "auto" });
  const list = h("ul", { class: "compare-rows" });
  return {
    el: h("section", {}, name, list),
    update(/** @type {Stage} */ stage) {
      setText(name, stage.name);
      setAttr(list, "aria-label", stage.name);
      keyed(list, stage.moments.map(({ id }) => id), () => createRow(ctx), (part, _, i) => part.update(stage.moments[i]));
    },
  };
}

/** @param {Context} ctx */
function createRow(ctx) {
  /** @type {Moment | null} */
  let now = null;
  const state = createMark();
  const name = h("button", { type: "button", class: "compare-name", dir: "auto", onclick: () => {
    if (now) ctx.link.go("journey", { journey: now.journey, touchpoint: now.id });
  } });
  const text = h("span", { class: "compare-text" });
  const beside = h("span", { class: "compare-beside" });
  return {
    el: h("li", { class: "compare-row" }, state.el, name, h("span", { class: "compare-said" }, text, beside)),
    update(/** @type {Moment} */ moment) {
      now = moment;
      state.update(moment.state, moment.symbol, moment.word);
      setText(name, moment.name);
      setText(text, moment.text);
      setText(beside, moment.beside_text);
      setAttr(beside, "data-beside", moment.beside);
      beside.hidden = !moment.beside_text;
    },
  };
}

/** What became of a moment, as a symbol and a word: never by colour alone. */
export function createMark() {
  const symbol = h("span", { class: "compare-symbol", "aria-hidden": "true" });
  const word = h("span", {});
  const el = h("span", { class: "compare-mark" }, symbol, word);
  return {
    el,
    /**
     * @param {string} code
     * @param {string} sign
     * @param {string} said
     */
    update(code, sign, said) {
      setAttr(el, "data-code", code);
      setText(symbol, sign);
      setText(word, said);
    },
  };
}

function createNumbers() {
  const cells = h("tbody", {});
  const head = ["Moment", "Wanted", "Today", "Without us"].map((text) => h("th", { scope: "col" }, text));
  const el = h("details", { class: "twin" }, h("summary", {}, "The numbers"),
    h("div", { class: "twin-scroll", role: "region", tabindex: "0", "aria-label": "The numbers" }, h("table", {},
      h("caption", {}, "How each moment is wanted and how it feels, −5 to 5. An empty cell: nobody said."), h("thead", {}, h("tr", {}, ...head)), cells)));
  return {
    el,
    update(/** @type {Moment[]} */ moments) {
      keyed(cells, moments.map(({ id }) => id), () => createNumberRow(3), (part, _, i) => {
        const { name, wanted, today, elsewhere } = moments[i];
        part.update(name, [wanted, today, elsewhere].map(numberText));
      });
    },
  };
}

/** @param {number | null} value */
export const numberText = (value) => (value === null ? "" : signed(value));

/** @param {number} columns besides the name */
export function createNumberRow(columns) {
  const name = h("th", { scope: "row", dir: "auto" });
  const cells = Array.from({ length: columns }, () => h("td", { class: "number" }));
  return {
    el: h("tr", {}, name, ...cells),
    /**
     * @param {string} title
     * @param {string[]} texts
     */
    update(title, texts) {
      setText(name, title);
      cells.forEach((cell, i) => setText(cell, texts[i]));
    },
  };
}
