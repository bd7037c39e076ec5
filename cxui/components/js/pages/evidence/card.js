/** One piece of evidence: folded to what it says, opened to be written. */

import { createMore } from "./more.js";
import { pictureOf } from "./known.js";
import { gist, metaOf } from "./sorting.js";
import { h, setAttr, setText } from "../../parts/dom.js";
import { createField } from "../../parts/field.js";
import { createForm } from "../../parts/form.js";
import { menuButton } from "../../parts/menu.js";
import { removeThing } from "../../parts/remove.js";
import { mayShape } from "../../map/structure.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */

const COUNTS_NOWHERE = "It is about no moment yet, so it counts nowhere.";

/**
 * @param {Context} ctx
 * @param {string} id
 * @param {(id: string) => void} toggle
 */
export function createCard(ctx, id, toggle) {
  /** @type {ReturnType<typeof createBody> | null} drawn once it is opened */
  let body = null;
  const title = h("button", { type: "button", class: "evidence-title", dir: "auto", onclick: () => toggle(id) });
  const kind = h("span", { class: "evidence-kind" });
  const meta = h("span", { class: "evidence-meta", dir: "auto" });
  const said = h("blockquote", { class: "evidence-gist", dir: "auto" });
  const about = h("p", { class: "evidence-about", dir: "auto" });
  const more = menuButton(ctx, { class: "round", label: "Remove …" }, () => [
    { label: "Remove", danger: true, act: () => removeThing(ctx, "evidence", id, ctx.view().thing("evidence", id).title) },
  ]);
  const el = h("article", { class: "sheet evidence-card" },
    h("header", { class: "sheet-head" },
      h("div", { class: "evidence-head" }, h("p", { class: "evidence-line" }, kind, meta), h("h3", {}, title)), more),
    said, about);

  /**
   * @param {View} view
   * @param {boolean} open
   */
  function update(view, open) {
    const item = view.thing("evidence", id);
    const { kinds, levels } = pictureOf(view);
    const [, word, level] = kinds.find(([type]) => type === item.evidence_type) ?? ["", "", ""];
    const { quote, text } = gist(item);
    setText(title, item.title);
    setAttr(title, "aria-expanded", String(open));
    setText(kind, `${levels.find(([code]) => code === level)?.[1] ?? ""} ${word}`);
    setText(meta, metaOf(item, view.words.valence));
    setText(said, text);
    setAttr(said, "class", quote ? "evidence-gist quoted" : "evidence-gist");
    said.hidden = open || !text;
    setText(about, aboutOf(view, item));
    about.hidden = open;
    more.hidden = !mayShape(view);
    if (open && !body) el.append((body = createBody(ctx, id)).el);
    if (!body) return;
    body.el.hidden = !open;
    if (open) body.update(view);
  }

  return {
    el, update,
    begin() {
      body?.begin();
      el.scrollIntoView({ block: "center" });
    },
    show() {
      title.focus({ preventScroll: true });
      el.scrollIntoView({ block: "nearest" });
    },
  };
}

/**
 * What an item is about, in names; what lies in other journeys is only counted.
 * @param {View} view
 * @param {import("../../types").Thing} item
 */
function aboutOf(view, item) {
  const here = new Set(view.columns.map((column) => column.touchpoint));
  /** @type {string[]} */
  const ids = item.touchpoint_ids ?? [];
  const names = ids.filter((each) => here.has(each)).map((each) => view.touchpoint(each).name);
  const elsewhere = ids.length - names.length;
  const wholes = ids.length ? [] : view.journeys.filter(({ id }) => item.journey_ids?.includes(id)).map(({ name }) => `all of “${name}”`);
  const others = elsewhere ? [`${elsewhere} ${elsewhere === 1 ? "moment" : "moments"} of other journeys`] : [];
  return [...names, ...wholes, ...others].join(" · ");
}

/**
 * @param {Context} ctx
 * @param {string} id
 */
function createBody(ctx, id) {
  const title = createField(ctx, { of: "evidence", id, field: "title", label: "Title", needed: true, class: "boxed" });
  const light = createForm(ctx, "evidence", id, [
    { field: "evidence_type", label: "Kind", as: "choice", always: true, options: pictureOf(ctx.view()).kinds.map(([type, word]) => [type, word]) },
    { field: "touchpoint_ids", label: "About these moments", as: "links", among: momentsOf },
  ], "pairs");
  const nowhere = h("p", { class: "hint" }, COUNTS_NOWHERE);
  const found = createForm(ctx, "evidence", id, [
    { field: "text", label: "What was found", as: "note", empty: "In one or two sentences …" },
  ]);
  const quotes = createForm(ctx, "evidence", id, [
    { field: "quotes", label: "In their own words", as: "note", empty: "“…”" },
  ], "evidence-quotes");
  const more = createMore(ctx, id);
  const parts = [light, found, quotes, more];
  const el = h("div", { class: "evidence-body" },
    h("div", { class: "pick" }, h("span", {}, "Title"), title.el), light.el, nowhere, found.el, quotes.el,
    h("details", { class: "editor-more" }, h("summary", {}, "Where it comes from, and what else it is about"), more.el));
  return {
    el,
    begin: () => title.edit(true),
    update(/** @type {View} */ view) {
      const item = view.thing("evidence", id);
      title.update(item.title);
      nowhere.hidden = Boolean(item.touchpoint_ids?.length || item.journey_ids?.length || item.process_ids?.length);
      parts.forEach((part) => part.update(view));
    },
  };
}

/**
 * @param {View} view
 * @returns {[string, string][]}
 */
const momentsOf = (view) => view.columns.flatMap(({ touchpoint }) => (touchpoint ? [[touchpoint, view.touchpoint(touchpoint).name]] : []));
