/** What every page has around its parts: title, journey, who is here, undo, and leading. */

import { h, setText } from "../parts/dom.js";
import { createFaces, createJourneyName, createTakeBack, journeyPill, listenForTakeBack } from "../parts/topbar.js";
import { createNow } from "../lead/now.js";
import { createLead } from "../lead/panel.js";
import { LOCKED } from "../board/locked.js";
import { isLocked } from "../map/structure.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").Message} Message */
/** @typedef {import("../types").Screen} Screen */
/** @typedef {import("../types").View} View */
/** @typedef {{el: HTMLElement, update(view: View): void, stop?(): void}} PagePart */

/**
 * @param {Context} ctx
 * @param {object} options
 * @param {string} options.name of the page, as in docs/live.md
 * @param {string} options.title
 * @param {string} options.intro one or two sentences: what this is for, and what to do
 * @param {boolean} [options.journey] it is about one journey, which can be chosen here
 * @param {(touchpoint: string) => void} [options.open] shows a moment that somebody is led to
 * @param {PagePart[]} options.parts
 * @returns {Screen}
 */
export function createPage(ctx, { name, title, intro, journey = false, open, parts }) {
  const head = createHead(ctx, title, intro, journey);
  const el = h("div", { class: `live-page page-${name}` }, head.el, ...parts.map((part) => part.el));
  const deaf = listenForTakeBack(ctx, () => !el.hidden);

  /** @param {View} view */
  function update(view) {
    head.update(view);
    parts.forEach((part) => part.update(view));
    const { brought } = ctx.link;
    if (brought?.page !== name) return;
    ctx.link.brought = null; // first: whoever is shown a moment is drawn again
    heard(brought);
  }

  /** @param {Message} message */
  function heard(message) {
    if ((message.kind !== "bring" && message.kind !== "go") || message.page !== name) return;
    if (message.journey && message.journey !== ctx.view().journey?.id) ctx.pick(message.journey);
    if (message.touchpoint) open?.(message.touchpoint);
  }

  function stop() {
    deaf();
    head.stop();
    parts.forEach((part) => part.stop?.());
  }

  return { el, update, heard, stop };
}

/**
 * @param {Context} ctx
 * @param {string} title
 * @param {string} intro
 * @param {boolean} journey
 */
function createHead(ctx, title, intro, journey) {
  const pill = journeyPill(ctx);
  const which = createJourneyName(ctx, { place: "which", field: "which-name" });
  const faces = createFaces();
  const now = createNow(ctx);
  const back = createTakeBack(ctx);
  const lead = createLead(ctx);
  const locked = h("span", { class: "locked-hint" }, LOCKED);
  const tools = h("div", { class: "tools" }, locked, ...back.nodes, lead.el);
  const el = h("header", { class: "topbar page-head" },
    h("div", { class: "bar-title" }, h("h1", { class: "page-title" }, title), now.el, faces.el, tools),
    h("p", { class: "page-intro" }, intro),
    journey ? h("div", { class: "bar-title page-which" }, which.el, pill.el) : null);
  return {
    el,
    stop: now.stop,
    update(/** @type {View} */ view) {
      if (journey) {
        pill.update(view);
        which.update(view);
      }
      faces.update(view);
      now.update(view);
      back.update(view);
      lead.update(view);
      locked.hidden = !isLocked(view);
    },
  };
}

/**
 * A part of a page under a heading of its own.
 * @param {string} title
 * @param {string} hint
 * @param {PagePart[]} parts
 * @param {{folded?: boolean, look?: string}} [options] `folded`: it opens with a tap
 * @returns {PagePart}
 */
export function createSection(title, hint, parts, { folded = false, look = "" } = {}) {
  const line = h("p", { class: "hint" });
  setText(line, hint);
  line.hidden = !hint;
  const inner = [line, ...parts.map((part) => part.el)];
  const el = folded
    ? h("details", { class: `part ${look}` }, h("summary", {}, h("h2", {}, title)), ...inner)
    : h("section", { class: `part ${look}`, "aria-label": title }, h("h2", {}, title), ...inner);
  return {
    el,
    update: (view) => parts.forEach((part) => part.update(view)),
    stop: () => parts.forEach((part) => part.stop?.()),
  };
}
