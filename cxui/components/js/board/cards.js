/** The row of cards, one per touchpoint, in the same columns as the curve. */

import { createDot, createPips } from "../parts/choices.js";
import { makeMovable } from "./card_move.js";
import { h, icon, keyed, partOf, sameAsLast, setAttr, setClass, setText } from "../parts/dom.js";
import { createField } from "../parts/field.js";
import { menuButton } from "../parts/menu.js";
import { addTouchpoint } from "./stages.js";
import { removeThing } from "../parts/remove.js";
import { lastIn, mayShape, moveTouchpoint, putTouchpoint, rate, stageOf } from "../map/structure.js";

/** @typedef {import("../types").Column} Column */
/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").MenuItem} MenuItem */
/** @typedef {import("../types").View} View */

/** @param {Context} ctx */
export function createCards(ctx) {
  const marker = h("div", { class: "drop-marker", hidden: true });
  const list = h("div", { class: "row cards" });
  const el = h("div", { class: "cards-row" }, list, marker);

  /** @param {View} view */
  function update(view) {
    keyed(list, view.columns.map((column) => column.key),
      (key) => (key.startsWith("stage:") ? createBlank(ctx) : createCard(ctx, key, list, marker)),
      (card, _, i) => {
        card.el.style.gridColumn = String(view.columns[i].index + 1);
        card.update(view, view.columns[i]);
      });
    const wished = ctx.wish?.startsWith("touchpoint/") ? partOf(list, ctx.wish.slice(11)) : null;
    if (wished) {
      ctx.wish = null;
      wished.rename();
    }
  }

  return { el, list, update, card: (/** @type {string} */ id) => partOf(list, id)?.el ?? null };
}

/**
 * The column of a stage without touchpoints.
 * @param {Context} ctx
 */
function createBlank(ctx) {
  let stage = "";
  const button = h("button", {
    type: "button", class: "card blank-card",
    onclick: () => addTouchpoint(ctx, stage, ""),
  }, icon("plus"), h("span", {}, "Add a moment"));
  const el = h("div", { class: "card-cell" }, button);
  return {
    el,
    update(/** @type {View} */ view, /** @type {Column} */ column) {
      stage = column.stage;
      setAttr(button, "disabled", !mayShape(view));
      setAttr(button, "aria-label", `Add a moment to ${view.stage(stage).name}`);
    },
  };
}

/**
 * @param {Context} ctx
 * @param {string} id
 * @param {HTMLElement} list
 * @param {HTMLElement} marker
 */
function createCard(ctx, id, list, marker) {
  const name = createField(ctx, {
    of: "touchpoint", id, field: "name", label: "Moment", needed: true, quiet: true, class: "card-name",
  });
  const pips = createPips((value) => void ctx.run(rate(id, "importance", value)));
  const dot = createDot((value) => void ctx.run(rate(id, "dot", value)));
  const flag = h("span", { class: "card-flag", title: "make-or-break moment" }, icon("flag"));
  const symbol = h("span", { "aria-hidden": "true", class: "sure-symbol" });
  const sure = h("span", {});
  const confidence = h("div", { class: "card-sure" }, symbol, sure);
  const badges = h("div", { class: "card-badges", "aria-hidden": "true" });
  const more = menuButton(ctx, { class: "more", label: "Moment menu" }, () => cardMenu(ctx, id, () => name.edit(true)));
  const insert = h("button", {
    type: "button", class: "card-insert", title: "Add a moment here", "aria-label": "Add a moment after this",
    onclick: (/** @type {Event} */ event) => {
      event.stopPropagation();
      addTouchpoint(ctx, stageOf(ctx.view().order, id), id);
    },
  }, icon("plus"));
  // The button lies over the card: what can be used inside of it stands beside it.
  const open = h("div", {
    class: "card-open", role: "button", tabindex: "0", "aria-haspopup": "dialog",
    onkeydown: (/** @type {KeyboardEvent} */ event) => pressed(event),
    onfocus: () => { ctx.last = id; },
  });
  const card = h("div", {
    class: "card", "data-touchpoint": id,
    onclick: () => { if (!name.editing()) ctx.openCard(id, open); },
  }, open, name.el, pips.el, dot.el, confidence, badges, flag);
  const el = h("div", { class: "card-cell" }, card, more, insert);
  makeMovable(ctx, { id, card, list, marker, busy: name.editing });

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    if (event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      event.preventDefault();
      const command = moveTouchpoint(ctx.view().order, id, event.key === "ArrowLeft" ? -1 : 1);
      if (command && mayShape(ctx.view())) void ctx.run(command, "Moved.");
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      ctx.openCard(id, open);
    } else if (event.key === "F2") {
      event.preventDefault();
      name.edit(true);
    }
  }

  const same = sameAsLast();

  /** @param {View} view */
  function update(view) {
    const touchpoint = view.touchpoint(id);
    const result = view.result(id);
    const mine = view.mine(id);
    const worn = view.badges(id);
    if (same(touchpoint, result, mine, worn, view.me, view.lead, view.journey)) return;
    const dots = view.journey?.importance_mode === "dots";
    name.update(touchpoint.name);
    setAttr(card, "title", touchpoint.name.length > 30 ? touchpoint.name : null);
    pips.el.hidden = dots;
    dot.el.hidden = !dots;
    if (dots) dot.update(mine.dot === true, touchpoint.name);
    else pips.update(mine.importance, result.importance, touchpoint.name, view.journey?.importance_mode === "survey");
    setText(symbol, result.confidence?.symbol ?? "");
    setText(sure, result.confidence?.word ?? "");
    flag.hidden = !touchpoint.moment_of_truth;
    drawBadges(badges, worn);
    setAttr(open, "aria-label", `${[touchpoint.name, result.confidence?.word, ...told(worn)].filter(Boolean).join(", ")}. Open`);
    setAttr(more, "aria-label", `${touchpoint.name}: what can be done`);
    more.hidden = !mayShape(view);
    insert.hidden = !mayShape(view);
    setClass(card, "critical", result.critical);
    setClass(card, "flagged", touchpoint.moment_of_truth);
  }

  return { el, update, rename: () => name.edit(true) };
}

/** Said elsewhere on the card already: how well a moment is known. */
const SAID = "assumption";
/** @type {Record<string, string>} */
const BADGE_SIGNS = { disputed: "≠", no_process: "⚙", nobody_owns: "?" };

/**
 * The words of the badges that stand on a card.
 * @param {[string, string][]} worn
 */
export const told = (worn) => worn.filter(([code]) => code !== SAID).map(([, word]) => word);

/**
 * @param {HTMLElement} row
 * @param {[string, string][]} worn
 */
function drawBadges(row, worn) {
  const shown = worn.filter(([code]) => code !== SAID);
  row.hidden = shown.length === 0;
  keyed(row, shown.map(([code]) => code), (code) => ({ el: h("span", { class: `card-badge badge-${code}` }, BADGE_SIGNS[code] ?? "!") }),
    (part, _, i) => setAttr(part.el, "title", shown[i][1]));
}

/**
 * @param {Context} ctx
 * @param {string} id
 * @param {() => void} rename
 * @returns {MenuItem[]}
 */
export function cardMenu(ctx, id, rename) {
  const view = ctx.view();
  const home = stageOf(view.order, id);
  /** @type {(label: string, way: -1 | 1) => MenuItem} */
  const go = (label, way) => {
    const command = moveTouchpoint(view.order, id, way);
    return { label, disabled: !command, hint: way < 0 ? "Alt ←" : "Alt →", act: () => { if (command) void ctx.run(command); } };
  };
  return [
    { label: "Rename", hint: "F2", act: rename },
    { label: "Add a moment after this", act: () => addTouchpoint(ctx, home, id) },
    go("Move left", -1), go("Move right", 1),
    {
      label: "Move to stage …", disabled: view.order.length < 2,
      items: view.order.filter((row) => row.stage !== home).map((row) => ({
        label: view.stage(row.stage).name,
        act: () => void ctx.run(putTouchpoint(id, row.stage, lastIn(view.order, row.stage))),
      })),
    },
    { label: "Remove moment", danger: true, act: () => removeThing(ctx, "touchpoint", id, view.touchpoint(id).name) },
  ];
}
