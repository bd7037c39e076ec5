/** What needs work first, and what to protect. */

import { goTo } from "./moment.js";
import { createRow, createStrength } from "./row.js";
import { h, keyed, setAttr, setText } from "../../parts/dom.js";
import { AGAIN, firmness } from "../../parts/ranked.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */

/** So many moments stand there at once, if as many hurt at all; the others are folded. */
const SHOWN = 7;

/** @param {View} view */
const shownFirst = (view) => view.computed.ranking.slice(0, SHOWN).filter((id) => (view.result(id).score ?? 0) > 0);

/** @param {Context} ctx */
export function createRanking(ctx) {
  const headline = h("p", { class: "matter-headline", dir: "auto" });
  const none = createNothing(ctx);
  const list = h("ol", { class: "ranking ranking-needs" });
  const all = h("button", { type: "button", class: "show-all", "aria-expanded": "false", onclick: unfold });
  const note = h("p", { class: "firm-note" });
  const again = h("p", { class: "firm-again" });
  const el = h("div", { class: "matter-ranking" }, headline, none.el, list, all, again, note);

  function unfold() {
    setAttr(all, "aria-expanded", String(all.getAttribute("aria-expanded") !== "true"));
    update(ctx.view());
  }

  /** @param {View} view */
  function update(view) {
    const { computed } = view;
    const { state, note: said } = firmness(view);
    const open = all.getAttribute("aria-expanded") === "true";
    const first = shownFirst(view);
    const shown = open ? computed.ranking : first;
    none.update(view);
    setText(headline, computed.rated ? computed.headline : "");
    headline.hidden = !computed.rated || !computed.headline;
    list.hidden = !shown.length;
    keyed(list, shown, (id) => createRow(ctx, id), (part) => part.update(view));
    all.hidden = computed.ranking.length <= first.length;
    setText(all, open ? "Show fewer" : `Show all ${computed.ranking.length}`);
    setText(again, state === "stale" ? `What holds is ${AGAIN}.` : "");
    setText(note, said);
    again.hidden = note.hidden = state === "none";
  }

  return { el, update };
}

/**
 * What to do where there is little to rank yet.
 * @param {Context} ctx
 */
function createNothing(ctx) {
  const text = h("p", {});
  const go = h("button", { type: "button", class: "button", onclick: () => goTo(ctx, "journey") });
  return {
    el: h("div", { class: "matter-none" }, text, go),
    update(/** @type {View} */ view) {
      const [said, button] = nothingYet(view);
      setText(text, said);
      text.hidden = !said;
      setText(go, button);
      go.hidden = !button;
    },
  };
}

/**
 * What to say, and where to go, while there is nothing, or little, to rank.
 * @param {Pick<View, "columns" | "computed" | "round">} view
 * @returns {[text: string, button: string]}
 */
export function nothingYet({ columns, computed, round }) {
  if (!columns.some((column) => column.touchpoint)) return ["There is no moment on the map yet: draw the journey first.", "Draw the journey"];
  if (round && !computed.rated) return [`${computed.headline}. What comes out stands here once it is shown.`, ""];
  if (!computed.rated) return ["Nothing is rated yet: say on the journey how each moment feels.", "Rate the journey"];
  if (computed.rated < computed.touchpoints / 2) return [`Rate the others too: ${computed.touchpoints - computed.rated} of ${computed.touchpoints} moments are missing here.`, "Rate the journey"];
  return ["", ""];
}

/** @param {Context} ctx */
export function createStrengths(ctx) {
  const list = h("ol", { class: "ranking ranking-protect" });
  const none = h("p", { class: "hint" }, "Nothing stands out as good and important yet.");
  return {
    el: h("div", {}, none, list),
    update(/** @type {View} */ view) {
      const { protect } = view.computed;
      none.hidden = protect.length > 0;
      list.hidden = !protect.length;
      keyed(list, protect, (id) => createStrength(ctx, id), (part, _, i) => part.update(view, i + 1));
    },
  };
}
