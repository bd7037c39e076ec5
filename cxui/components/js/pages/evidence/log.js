/** Everything that is written down: chosen by kind and by moment, folded until opened. */

import { createCard } from "./card.js";
import { pictureOf } from "./known.js";
import { chosenOf, counted, localDay } from "./sorting.js";
import { h, icon, keyed, partOf, setAttr, setText } from "../../parts/dom.js";
import { menuButton } from "../../parts/menu.js";
import { addThing } from "../../parts/things.js";
import { pillMenu } from "../../parts/topbar.js";
import { mayShape } from "../../map/structure.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").MenuItem} MenuItem */
/** @typedef {import("../../types").View} View */

const ALL = "";
const ANY_MOMENT = "All moments";
/** So many are drawn at first; a long log is drawn whole only when asked for. */
const AT_FIRST = 60;

/** @param {Context} ctx */
export function createLog(ctx) {
  /** @type {import("./sorting.js").Choice} */
  const choice = { kind: null, moment: null, order: "new" };
  /** @type {Set<string>} */
  const opened = new Set();
  let most = AT_FIRST;
  /** @type {string | null} opened for typing as soon as it is drawn */
  let fresh = null;
  const about = pillMenu(ctx, "About which moment", momentMenu);
  const order = pillMenu(ctx, "In which order", orderMenu);
  const chips = h("div", { class: "evidence-chips", role: "group", "aria-label": "Kinds of evidence" });
  const plus = menuButton(ctx, { class: "button strong", label: "Add evidence" },
    () => kinds(choice.moment), icon("plus"), h("span", {}, "Add evidence"));
  const none = h("p", { class: "hint" });
  const list = h("div", { class: "evidence-list" });
  const more = h("button", { type: "button", class: "button", onclick: () => { most = Infinity; ctx.render(); } });
  const el = h("div", { class: "evidence-log" },
    h("div", { class: "evidence-bar" }, plus, about.el, order.el), chips, none, list, more);

  /**
   * @param {string | null} moment
   * @param {() => void} [before]
   * @returns {MenuItem[]}
   */
  function kinds(moment, before) {
    const { kinds: all, levels } = pictureOf(ctx.view());
    return all.map(([type, word, level]) => ({
      label: word, hint: levels.find(([code]) => code === level)?.[2],
      act: () => {
        before?.();
        write(type, word, moment);
      },
    }));
  }

  /**
   * @param {string} type
   * @param {string} title
   * @param {string | null} moment
   */
  function write(type, title, moment) {
    fresh = addThing(ctx, "evidence", {
      evidence_type: type, title, date: localDay(new Date()), touchpoint_ids: moment ? [moment] : [],
    });
    opened.add(fresh);
    ctx.render();
  }

  /** @param {string} id */
  function open(id) {
    opened.add(id);
    update(ctx.view());
    partOf(list, id)?.show();
  }

  /** @returns {MenuItem[]} */
  function momentMenu() {
    const view = ctx.view();
    const rows = view.columns.flatMap(({ touchpoint }) => (touchpoint ? [touchpoint] : []));
    return [
      { label: ANY_MOMENT, checked: !choice.moment, act: () => choose({ moment: null }) },
      ...rows.map((id) => ({ label: view.touchpoint(id).name, checked: choice.moment === id, act: () => choose({ moment: id }) })),
    ];
  }

  /** @returns {MenuItem[]} */
  function orderMenu() {
    return [
      { label: "Newest first", checked: choice.order === "new", act: () => choose({ order: "new" }) },
      { label: "By kind", checked: choice.order === "kind", act: () => choose({ order: "kind" }) },
    ];
  }

  /** @param {Partial<typeof choice>} part */
  function choose(part) {
    Object.assign(choice, part);
    opened.clear();
    ctx.render();
  }

  /** @param {View} view */
  function update(view) {
    const all = view.list("evidence").map((id) => view.thing("evidence", id));
    const picture = pictureOf(view);
    if (choice.moment && !view.columns.some((column) => column.touchpoint === choice.moment)) choice.moment = null;
    const fitting = chosenOf(all, choice, picture.kinds);
    const inner = new Set(fitting.slice(0, most).map((item) => item.id));
    // What is open stays where it is seen, whatever somebody makes of it meanwhile.
    const shown = chosenOf(all, { ...choice, kind: null, moment: null }, picture.kinds)
      .filter(({ id }) => inner.has(id) || opened.has(id));
    drawBar(view, all, picture);
    setText(none, all.length ? "Nothing of this kind is written down yet."
      : "Nothing is written down yet: all of it is our guess. What has somebody seen, heard or counted?");
    none.hidden = shown.length > 0;
    keyed(list, shown.map(({ id }) => id), (id) => createCard(ctx, id, toggle), (part, id) => part.update(view, opened.has(id)));
    setText(more, `Show all ${fitting.length}`);
    more.hidden = fitting.length <= most;
    begin();
  }

  function begin() {
    if (!fresh) return;
    partOf(list, fresh)?.begin();
    fresh = null;
  }

  /** @param {string} id */
  function toggle(id) {
    if (!opened.delete(id)) opened.add(id);
    ctx.render();
  }

  /**
   * @param {View} view
   * @param {import("../../types").Thing[]} all
   * @param {import("./known.js").Picture} picture
   */
  function drawBar(view, all, { kinds: known, levels }) {
    plus.hidden = !mayShape(view);
    about.say(choice.moment ? view.touchpoint(choice.moment).name : ANY_MOMENT);
    order.say(choice.order === "new" ? "Newest first" : "By kind");
    about.el.hidden = order.el.hidden = chips.hidden = !all.length;
    const rows = counted(all, known);
    const symbols = new Map(levels.map(([code, symbol]) => [code, symbol]));
    keyed(chips, [ALL, ...rows.map(({ type }) => type)], (type) => ({
      el: h("button", { type: "button", class: "chip", onclick: () => choose({ kind: choice.kind === type ? null : type || null }) }),
    }), (part, type, i) => {
      const row = rows[i - 1];
      setText(part.el, row ? `${symbols.get(row.level)} ${row.word} ${row.count}` : `All ${all.length}`);
      setAttr(part.el, "aria-pressed", String((choice.kind ?? ALL) === type));
    });
  }

  return { el, update, open, kinds };
}
