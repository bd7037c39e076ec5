/** What she does without us, beside what she does with us. */

import { h, keyed, setText } from "../../parts/dom.js";
import { newId } from "../../live/ids.js";
import { add, mayShape } from "../../map/structure.js";
import { createSection } from "../page.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/** @typedef {{name: string, word: string | null}} Moment */

/** @param {Context} ctx */
export function createElsewhere(ctx) {
  const ours = createColumn("With us");
  const theirs = createColumn("Without us");
  const draw = h("button", { type: "button", class: "button", onclick: () => begin(ctx) }, "Draw what she does without us");
  const open = h("button", { type: "button", class: "button", onclick: () => ctx.link.go("journey", { journey: ctx.view().computedFor("elsewhere")?.id }) }, "Open it");
  const none = h("p", { class: "hint" }, "Not drawn yet. Asking a friend, a spreadsheet, or putting up with it: that is what we compete with.");
  const both = h("div", { class: "elsewhere" }, ours.el, theirs.el);
  const part = {
    el: h("div", { class: "things-all" }, none, both, draw, open),
    update(/** @type {View} */ view) {
      const there = view.computedFor("elsewhere");
      const isOne = view.journey?.kind === "elsewhere";
      none.hidden = Boolean(there);
      draw.hidden = Boolean(there) || !view.journey || !mayShape(view);
      both.hidden = !there || isOne;
      open.hidden = !there || isOne;
      ours.update(ourMoments(view));
      theirs.update(there?.moments ?? []);
    },
  };
  return createSection("What she does without us", "", [part], { folded: true });
}

/**
 * @param {View} view
 * @returns {Moment[]}
 */
function ourMoments(view) {
  return view.columns.flatMap(({ touchpoint }) => (touchpoint
    ? [{ name: view.touchpoint(touchpoint).name, word: view.result(touchpoint).word }] : []));
}

/** @param {Context} ctx */
function begin(ctx) {
  const view = ctx.view();
  const id = newId();
  const persona = view.journey?.persona_id ?? null;
  const name = view.journey?.persona ? `${view.journey.persona} without us` : "Without us";
  const after = view.journeys[view.journeys.length - 1]?.id ?? "";
  const thing = { id, name: Array.from(name).slice(0, 200).join(""), persona_id: persona, journey_kind: "elsewhere" };
  void ctx.run(add("journey", thing, after)).then((answer) => {
    if (answer.ok) ctx.link.go("journey", { journey: id });
  });
}

/** @param {string} title */
function createColumn(title) {
  const list = h("ol", { class: "elsewhere-list" });
  const el = h("div", { class: "sheet" }, h("h3", { class: "sheet-title" }, title), list);
  return {
    el,
    /** @param {Moment[]} moments */
    update(moments) {
      keyed(list, moments.map((_, i) => String(i)), () => {
        const name = h("span", { class: "elsewhere-name", dir: "auto" });
        const word = h("span", { class: "elsewhere-word" });
        return { el: h("li", {}, name, word), name, word };
      }, (part, _, i) => {
        setText(part.name, moments[i].name);
        setText(part.word, moments[i].word ?? "not rated");
      });
    },
  };
}
