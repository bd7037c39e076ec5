/** Personas side by side: what sets them apart, their curves, their cards in columns. */

import { h, keyed, setAttr, setText } from "../../parts/dom.js";
import { chosenOf, sentences } from "./compared.js";
import { createCurves, createCurveTable } from "./curves.js";
import { CARDS, isHeard, statementsOn } from "./said.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/** @typedef {import("./compared.js").Apart} Apart */

const FEWEST = 2;
/** Sentences that are shown at once. */
const SHOWN = 5;

/** @param {Context} ctx */
export function createSide(ctx) {
  /** @type {string[] | null} */
  let chosen = null;
  const who = h("div", { class: "people-chips", role: "group", "aria-label": "Whom to compare" });
  const apartHint = h("p", { class: "hint" }, "Nothing that we know sets them apart yet. Rate the same moments for both, and fill in their cards.");
  const said = createSentences();
  const curves = createCurves(ctx, () => update(ctx.view()));
  const curveHint = h("p", { class: "hint" }, "They have no rated moment in common yet. “Draw it for …” on a journey above gives both the same moments.");
  const twin = createCurveTable();
  const cards = createColumns();
  const first = h("p", { class: "hint" });
  const el = h("section", { class: "part people-side", "aria-label": "Side by side" }, h("h2", {}, "Side by side"),
    who, first, h("h3", { class: "sheet-title" }, "What sets them apart"), apartHint, said.el,
    h("h3", { class: "sheet-title" }, "One journey, seen by each"), curveHint, curves.el, twin.el,
    h("h3", { class: "sheet-title" }, "Their cards"), cards.el);

  /**
   * @param {string} id
   * @param {string[]} now
   */
  function toggle(id, now) {
    const next = now.includes(id) ? now.filter((each) => each !== id) : [...now, id];
    if (next.length >= FEWEST) chosen = next;
    ctx.render();
  }

  /** @param {View} view */
  function update(view) {
    /** @type {Apart | null} */
    const apart = view.computedFor("apart");
    el.hidden = !apart;
    if (!apart) return;
    const now = chosenOf(apart, chosen);
    who.hidden = apart.personas.length <= FEWEST;
    keyed(who, apart.personas, (id) => ({ el: h("button", { type: "button", class: "chip", dir: "auto", onclick: () => toggle(id, chosenOf(ctx.view().computedFor("apart"), chosen)) }) }),
      (part, id) => {
        setText(part.el, view.thing("persona", id).name);
        setAttr(part.el, "aria-pressed", String(now.includes(id)));
      });
    const left = view.list("persona").length - apart.personas.length;
    first.hidden = left <= 0;
    setText(first, `The first ${apart.personas.length} personas can be compared; move one up to compare her.`);
    const apartBy = sentences(apart, now);
    apartHint.hidden = apartBy.length > 0;
    said.update(apartBy);
    const drawn = now.some((id) => (apart.curves[id] ?? []).some((value) => value !== null));
    curveHint.hidden = drawn;
    curves.el.hidden = !drawn;
    twin.el.hidden = !drawn;
    if (drawn) {
      curves.update(view, apart, now);
      twin.update(view, apart, now);
    }
    cards.update(view, now);
  }

  return { el, update, stop: curves.stop };
}

/** The sentences that say most, and the others one tap away. */
function createSentences() {
  const first = h("ul", { class: "people-apart" });
  const rest = h("ul", { class: "people-apart" });
  const more = h("summary", {});
  const folded = h("details", { class: "twin" }, more, rest);
  /**
   * @param {HTMLElement} list
   * @param {string[]} said
   */
  const fill = (list, said) => keyed(list, said.map((_, i) => String(i)), () => ({ el: h("li", { dir: "auto" }) }),
    (part, _, i) => setText(part.el, said[i]));
  return {
    el: h("div", { class: "people-group" }, first, folded),
    /** @param {string[]} said */
    update(said) {
      fill(first, said.slice(0, SHOWN));
      fill(rest, said.slice(SHOWN));
      first.hidden = said.length === 0;
      folded.hidden = said.length <= SHOWN;
      setText(more, `${said.length - SHOWN} more`);
    },
  };
}

/** The five cards, a column for each persona; to be read, not to be edited. */
function createColumns() {
  const head = h("tr", {});
  const body = h("tbody", {});
  const el = h("div", { class: "twin-scroll" }, h("table", { class: "people-columns" }, h("thead", {}, head), body));
  return {
    el,
    /**
     * @param {View} view
     * @param {string[]} chosen
     */
    update(view, chosen) {
      keyed(head, ["", ...chosen], (id) => ({ el: h(id ? "th" : "td", { scope: id ? "col" : null, dir: "auto" }) }),
        (part, id) => setText(part.el, id ? view.thing("persona", id).name : ""));
      keyed(body, CARDS, () => ({ el: h("tr", {}) }), (row, topic) => {
        keyed(row.el, ["", ...chosen], (id) => (id ? createCell() : createRowHead()), (cell, id) => cell.update(view, id, topic));
      });
    },
  };
}

/** @typedef {(view: View, persona: string, topic: string) => void} UpdateCell */

/** @returns {{el: HTMLElement, update: UpdateCell}} */
function createRowHead() {
  const el = h("th", { scope: "row" });
  return { el, update: (view, _, topic) => setText(el, view.computedFor("topics")?.[topic]?.title) };
}

/** @returns {{el: HTMLElement, update: UpdateCell}} */
function createCell() {
  const list = h("ul", { class: "people-list" });
  return {
    el: h("td", {}, list),
    update(view, persona, topic) {
      const ids = statementsOn(view, persona, [topic]).filter((id) => view.thing("statement", id).text);
      keyed(list, ids, () => ({ el: h("li", { dir: "auto" }) }), (part, id) => {
        const statement = view.thing("statement", id);
        setText(part.el, statement.text);
        setAttr(part.el, "class", isHeard(statement) ? "heard" : "guess");
      });
    },
  };
}
