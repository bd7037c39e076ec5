/** Who walks, and whether it counts as my own rating too. */

import { KINDS } from "./entries.js";
import { createSelect, createSwitch } from "../../parts/choices.js";
import { h, setAttr, setText } from "../../parts/dom.js";
import { mayShape } from "../../map/structure.js";

/** @typedef {import("../../types").View} View */

const OWN = "Counts as what I have lived through myself, wherever I have not rated as the persona.";
const ROUND = "Not while a private round asks how it feels.";

/** @param {import("./diary.js").Diary} diary */
export function createHow(diary) {
  const kind = createSelect("Who walks", KINDS.map(([type, word]) => [type, word]), (type) => { if (type) diary.choose(type); });
  kind.select.options[0].remove();
  const rate = createSwitch("Also as my own rating", diary.rateToo);
  const hint = h("p", { class: "hint" });
  return {
    el: h("div", { class: "walk-how" }, kind.el, rate.el, hint),
    update(/** @type {View} */ view) {
      kind.update(diary.kind());
      setAttr(kind.select, "disabled", !mayShape(view));
      rate.update(diary.ratesToo());
      setAttr(rate.el, "disabled", !diary.mayRate());
      setText(hint, diary.mayRate() || !mayShape(view) ? OWN : ROUND);
    },
  };
}
