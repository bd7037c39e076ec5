/** What a second look has moved, and where people came closer together. */

import { h, keyed, setAttr, setText } from "../../parts/dom.js";
import { createMark, createNumberRow, numberText } from "./wanted.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/**
 * @typedef {object} Move
 * @property {string} id
 * @property {string} name
 * @property {string} text
 * @property {"up" | "down" | "same"} moved
 * @property {"closer" | "further" | "same"} closeness
 * @property {number} before
 * @property {number} after
 * @property {[number, number]} voices
 * @property {[number, number]} spread
 */

const MOVED = { up: ["↑", "up"], down: ["↓", "down"], same: ["=", "as before"] };
const CLOSER = { closer: "closer together", further: "further apart", same: "" };

/** @param {Context} ctx */
export function createLooks(ctx) {
  const line = h("p", { class: "compare-line" });
  const list = h("ul", { class: "compare-rows" });
  const cells = h("tbody", {});
  const head = ["Moment", "First", "Second", "Voices", "How far apart"].map((text) => h("th", { scope: "col" }, text));
  const numbers = h("details", { class: "twin" }, h("summary", {}, "The numbers"),
    h("div", { class: "twin-scroll", role: "region", tabindex: "0", "aria-label": "The numbers" }, h("table", {},
      h("caption", {}, "Both rounds: mean from −5 to 5, how many spoke, and how far apart they were (standard deviation)."),
      h("thead", {}, h("tr", {}, ...head)), cells)));
  return {
    el: h("div", { class: "compare-part" }, line, list, numbers),
    update(/** @type {View} */ view) {
      const looks = view.computedFor("compare").looks;
      /** @type {Move[]} */
      const moves = looks.moments;
      const ids = moves.map(({ id }) => id);
      setText(line, looks.line ?? "Nobody rated the same moment in both rounds.");
      numbers.hidden = !moves.length;
      keyed(list, ids, (id) => createMove(ctx, id), (part, _, i) => part.update(moves[i]));
      keyed(cells, ids, () => createNumberRow(4), (part, _, i) => {
        const { name, before, after, voices, spread } = moves[i];
        part.update(name, [numberText(before), numberText(after), voices.join(" → "), spread.map((each) => each.toFixed(1)).join(" → ")]);
      });
    },
  };
}

/**
 * @param {Context} ctx
 * @param {string} id
 */
function createMove(ctx, id) {
  const mark = createMark();
  const name = h("button", { type: "button", class: "compare-name", dir: "auto", onclick: () => ctx.link.go("journey", { touchpoint: id }) });
  const text = h("span", { class: "compare-text", dir: "auto" });
  const closer = h("span", { class: "compare-beside" });
  return {
    el: h("li", { class: "compare-row" }, mark.el, name, h("span", { class: "compare-said" }, text, closer)),
    update(/** @type {Move} */ move) {
      mark.update(move.moved, MOVED[move.moved][0], MOVED[move.moved][1]);
      setText(name, move.name);
      setText(text, move.text);
      setText(closer, CLOSER[move.closeness]);
      setAttr(closer, "data-closer", move.closeness);
      closer.hidden = move.closeness === "same";
    },
  };
}
