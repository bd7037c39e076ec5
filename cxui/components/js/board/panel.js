/** What is computed: the headline, what needs work first, what to protect, notes. */

import { h, keyed, prefersStill, sameAsLast, setAttr, setClass, setText } from "../parts/dom.js";
import { createHold, drawParts, firmness, holdOf, standing } from "../parts/ranked.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").View} View */

/** @param {Context} ctx */
export function createPanel(ctx) {
  const headline = h("h2", { class: "headline", dir: "auto" });
  const subline = h("p", { class: "subline" });
  const first = createList(ctx, "needs");
  const others = createList(ctx, "others");
  const protect = createList(ctx, "protect");
  const empty = h("p", { class: "panel-empty" });
  const all = h("button", {
    type: "button", class: "show-all", "aria-expanded": "false",
    onclick: () => {
      const open = all.getAttribute("aria-expanded") !== "true";
      setAttr(all, "aria-expanded", String(open));
      update(ctx.view());
    },
  });
  const notes = h("ul", { class: "notes" });
  const firm = h("p", { class: "firm-note" });
  const headCard = h("section", { class: "card-box head" }, headline, subline);
  const needsCard = h("section", { class: "card-box" },
    h("h3", {}, "What needs work first ", h("small", {}, "critical touchpoints")), empty, first.el, others.el, all);
  const protectCard = h("section", { class: "card-box" }, h("h3", {}, "What to protect"), protect.el);
  const notesCard = h("section", { class: "card-box quiet" }, notes);
  const el = h("aside", { class: "panel", "aria-label": "What needs work first" },
    headCard, needsCard, protectCard, notesCard, firm);

  /** @param {View} view */
  function update(view) {
    const { computed } = view;
    setText(headline, computed.headline);
    setText(subline, computed.subline);
    const known = computed.ranking.filter((id) => view.columns.some((column) => column.touchpoint === id));
    const critical = known.filter((id) => view.result(id).critical);
    const rest = known.filter((id) => !view.result(id).critical);
    const open = all.getAttribute("aria-expanded") === "true";
    setText(empty, emptyText(computed));
    empty.hidden = !computed.empty;
    first.update(view, critical);
    others.update(view, open ? rest : []);
    all.hidden = !rest.length;
    setText(all, open ? "Show only what needs work" : `Show all ${known.length}`);
    protect.update(view, computed.protect);
    protectCard.hidden = !computed.protect.length;
    headCard.hidden = !computed.headline;
    notesCard.hidden = !computed.notes.length;
    setText(firm, firmness(view).note);
    firm.hidden = firmness(view).state === "none";
    keyed(notes, computed.notes.map((_, i) => String(i)), () => ({ el: h("li", { dir: "auto" }) }),
      (part, _, i) => setText(part.el, computed.notes[i]));
  }

  return { el, update };
}

/** @param {View["computed"]} computed */
function emptyText(computed) {
  if (!computed.rated) return "Drag a circle up onto the scale: how does that moment feel?";
  return computed.empty === computed.headline ? "Nothing, so far." : computed.empty;
}

/**
 * @param {Context} ctx
 * @param {"needs" | "others" | "protect"} kind
 */
function createList(ctx, kind) {
  const el = h("ol", { class: `ranking ranking-${kind}` });
  let last = "";

  /**
   * @param {View} view
   * @param {string[]} ids
   */
  function update(view, ids) {
    el.hidden = !ids.length;
    const order = ids.join(" ");
    const slide = order !== last && last !== "" && !prefersStill() ? tops(el) : null;
    last = order;
    keyed(el, ids, (id) => createItem(ctx, id, kind), (item, id, i) => item.update(view, i + 1));
    if (slide) settle(el, slide);
  }

  return { el, update };
}

/** @param {HTMLElement} list */
function tops(list) {
  return new Map(Array.from(list.children, (child) => [child, child.getBoundingClientRect().top]));
}

/**
 * Let what changed places glide there.
 * @param {HTMLElement} list
 * @param {Map<Element, number>} before
 */
function settle(list, before) {
  for (const [child, top] of tops(list)) {
    const from = (before.get(child) ?? top) - top;
    if (from) child.animate([{ transform: `translateY(${from}px)` }, { transform: "none" }], { duration: 180, easing: "ease-out" });
  }
}

/**
 * @param {Context} ctx
 * @param {string} id
 * @param {"needs" | "others" | "protect"} kind
 */
function createItem(ctx, id, kind) {
  const rank = h("span", { class: "rank" });
  const name = h("button", { type: "button", class: "item-name", dir: "auto", onclick: () => ctx.show(id) });
  const pill = h("span", { class: "pill" });
  const score = h("span", { class: "score" });
  const bar = h("span", { class: "bar", "aria-hidden": "true" });
  const sum = h("p", { class: "sum" });
  const hold = createHold();
  const el = h("li", { class: "item" }, rank,
    h("div", { class: "item-body" },
      h("div", { class: "item-head" }, name, pill, score), bar, h("div", { class: "item-foot" }, sum, " ", hold.el)));
  const protecting = kind === "protect";

  const same = sameAsLast();

  /**
   * @param {View} view
   * @param {number} place
   */
  function update(view, place) {
    const result = view.result(id);
    const held = holdOf(view, id);
    const { state } = firmness(view);
    if (same(result, view.touchpoint(id), place, held, state)) return;
    const value = protecting ? result.protect : result.score;
    const now = standing(held, result, state);
    setText(rank, protecting ? place : now.place);
    setText(name, view.touchpoint(id).name);
    setText(pill, result.direction_word);
    setAttr(pill, "data-direction", result.direction);
    pill.hidden = !result.direction_word;
    setText(score, value === null ? "" : Math.round(value));
    drawParts(bar, protecting ? [["protect", value ?? 0, ""]] : result.parts ?? []);
    setText(sum, protecting ? "" : result.sum);
    setAttr(sum, "title", result.because);
    sum.hidden = protecting || !result.sum;
    hold.update(protecting ? { ...now, verdict: null } : now);
    setClass(el, "critical", result.critical);
  }

  return { el, update };
}

/**
 * What a screen reader is told once a gesture has ended.
 * @param {View} view
 */
export function rankingInWords(view) {
  const { computed } = view;
  const lines = computed.ranking.filter((id) => view.result(id).critical).map((id) => {
    const { rank, score } = view.result(id);
    return `${rank}: ${view.touchpoint(id).name}, ${Math.round(score ?? 0)}`;
  });
  return lines.length ? `What needs work first: ${lines.join(". ")}.` : computed.empty ?? computed.headline;
}
