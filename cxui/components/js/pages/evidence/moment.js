/** What one moment rests on, and how far that can be trusted; opened by a tap on it. */

import { pictureOf } from "./known.js";
import { dayText } from "./sorting.js";
import { h, icon, keyed, setText } from "../../parts/dom.js";
import { menuButton } from "../../parts/menu.js";
import { mayShape } from "../../map/structure.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").MenuItem} MenuItem */
/** @typedef {import("../../types").View} View */
/**
 * Where evidence is read and written.
 * @typedef {object} Log
 * @property {(id: string) => void} open
 * @property {(moment: string | null, before: () => void) => MenuItem[]} kinds a menu that adds one of a kind
 */

const WHOLE = 100;

/**
 * @param {Context} ctx
 * @param {string} id
 * @param {Log} log
 * @param {() => void} close
 */
export function createMoment(ctx, id, log, close) {
  const name = h("h3", { class: "moment-name", dir: "auto" });
  const how = h("p", { class: "moment-how" });
  const trust = h("p", {});
  const number = h("p", { class: "hint" });
  const list = h("ul", { class: "moment-evidence" });
  const none = h("p", { class: "hint" }, "Nothing is written down about it yet.");
  const plus = menuButton(ctx, { class: "button", label: "Add evidence about this moment" },
    () => log.kinds(id, close), icon("plus"), h("span", {}, "Add evidence"));
  const shut = h("button", { type: "button", class: "round", "aria-label": "Close", title: "Close", onclick: close }, icon("close"));
  const el = h("div", { class: "moment-known" },
    h("header", { class: "sheet-head" }, name, shut), how, trust,
    h("details", {}, h("summary", {}, "The number"), number), none, list, plus);

  /** @param {View} view */
  function update(view) {
    const { moments, levels, kinds } = pictureOf(view);
    const known = moments.find((each) => each.touchpoint === id);
    if (!known) return;
    const wordOf = (/** @type {string} */ code) => levels.find(([each]) => each === code)?.[2] ?? "";
    const [, symbol, word, hint] = levels.find(([each]) => each === known.level) ?? ["", "", "", ""];
    const also = known.also.map(wordOf).join(" and ");
    const old = known.level === "guess" ? `What there is (${also}) is too old to rely on.` : `Also: ${also}.`;
    setText(name, view.touchpoint(id).name);
    setText(how, `${symbol} ${word} (${hint}).${also ? ` ${old}` : ""}`);
    setText(trust, known.trust);
    setText(number, `How far it can be trusted: ${Math.round(WHOLE * known.confidence)} of ${WHOLE}. `
      + "The best source of each kind counts; kinds that agree add up; after a year a source is worth half.");
    none.hidden = known.evidence.length > 0;
    keyed(list, known.evidence, createRow, (part, each) => {
      const item = view.thing("evidence", each);
      const kind = kinds.find(([type]) => type === item.evidence_type)?.[1];
      setText(part.title, item.title);
      setText(part.what, [kind, dayText(item.date)].filter(Boolean).join(" · "));
    });
    plus.hidden = !mayShape(view);
  }

  /** @param {string} evidence */
  function createRow(evidence) {
    const title = h("span", { dir: "auto" });
    const what = h("span", { class: "menu-hint" });
    const go = () => {
      close();
      log.open(evidence);
    };
    return { el: h("li", {}, h("button", { type: "button", class: "menu-row", onclick: go }, title, what)), title, what };
  }

  return { el, update };
}
