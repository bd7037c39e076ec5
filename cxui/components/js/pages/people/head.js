/** Who she is: symbol, name, segment, her journeys, and what can be done with her. */

import { createField } from "../../parts/field.js";
import { h, icon, keyed, setAttr, setText } from "../../parts/dom.js";
import { menuButton } from "../../parts/menu.js";
import { thingMenu } from "../../parts/things.js";
import { newId } from "../../live/ids.js";
import { add, mayShape, setValue } from "../../map/structure.js";
import { cleanLine } from "../../parts/text.js";
import { createPortrait } from "./portrait.js";
import { shortName } from "./said.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").MenuItem} MenuItem */
/** @typedef {import("../../types").View} View */
/** @typedef {{id: string, name: string, kind_word: string}} Lived */

/**
 * @param {Context} ctx
 * @param {string} id
 */
export function createHead(ctx, id) {
  const portrait = createPortrait(ctx, id);
  const name = createField(ctx, { of: "persona", id, field: "name", label: "Her name", needed: true, class: "people-name" });
  const segment = createField(ctx, { of: "persona", id, field: "segment", label: "Which of our customers she stands for", empty: "Which of our customers does she stand for?", class: "people-segment" });
  const print = h("button", { type: "button", class: "button", onclick: () => printCards(ctx, id) }, "Print");
  const menu = menuButton(ctx, { class: "round people-menu", label: "Move or remove her" }, () => {
    const view = ctx.view();
    return thingMenu(ctx, "persona", id, view.thing("persona", id).name, view.list("persona"));
  });
  const journeys = createJourneys(ctx, id);
  const el = h("div", { class: "people-head" }, portrait.el,
    h("div", { class: "people-who" }, name.el, segment.el, journeys.el), h("div", { class: "people-tools" }, print, menu));
  return {
    el,
    update(/** @type {View} */ view) {
      const persona = view.thing("persona", id);
      portrait.update(view);
      name.update(persona.name);
      segment.update(persona.segment);
      menu.hidden = !mayShape(view);
      journeys.update(view);
    },
  };
}

/**
 * The sheet opens beside this page, and prints itself.
 * @param {Context} ctx
 * @param {string} id
 */
function printCards(ctx, id) {
  const query = new URLSearchParams({ room: ctx.view().room.id, persona: id });
  const sheet = open(`${ctx.base}/live/persona?${query}`, "_blank");
  if (sheet) sheet.addEventListener("load", () => sheet.print());
  else ctx.toasts.say("Your browser did not open the sheet. Allow this page to open a window, and try again.");
}

/**
 * @param {Context} ctx
 * @param {string} persona
 */
function createJourneys(ctx, persona) {
  const chips = h("div", { class: "links-chips" });
  const face = h("span", {});
  const more = menuButton(ctx, { class: "chip people-draw", label: "Draw a journey for her" }, () => drawings(ctx, persona), icon("plus"), face);
  more.removeAttribute("aria-label"); // its name is what it shows
  return {
    el: h("div", { class: "links people-journeys", role: "group", "aria-label": "Her journeys" }, chips, more),
    update(/** @type {View} */ view) {
      /** @type {Lived[]} */
      const lived = view.thing("lived", persona).journeys ?? [];
      keyed(chips, lived.map(({ id }) => id), (id) => createChip(ctx, persona, id), (part, _, i) => part.update(lived[i]));
      setText(face, lived.length ? "Another journey" : "Draw her journey");
      more.hidden = !mayShape(view);
    },
  };
}

/**
 * @param {Context} ctx
 * @param {string} persona
 * @param {string} id of the journey
 */
function createChip(ctx, persona, id) {
  const name = h("span", { class: "chip-text", dir: "auto" });
  const kind = h("span", { class: "menu-hint" });
  const el = menuButton(ctx, { class: "chip", label: "Her journey" }, () => [
    { label: "Open it", act: () => ctx.link.go("journey", { journey: id }) },
    ...forOthers(ctx, persona, id),
  ], name, kind);
  el.removeAttribute("aria-label"); // its name is what it shows
  return {
    el,
    /** @param {Lived} journey */
    update(journey) {
      setText(name, journey.name);
      setText(kind, journey.kind_word);
      setAttr(el, "title", "Open it, or draw it for somebody else");
    },
  };
}

/**
 * @param {Context} ctx
 * @param {string} persona
 * @param {string} journey
 * @returns {MenuItem[]}
 */
function forOthers(ctx, persona, journey) {
  const view = ctx.view();
  if (!mayShape(view)) return [];
  return view.list("persona").filter((id) => id !== persona).map((id) => ({
    label: `Draw it for ${shortName(view.thing("persona", id).name)}`, act: () => draw(ctx, journey, id),
  }));
}

/**
 * Ways to a journey of hers: like another's, one that is nobody's yet, or an empty one.
 * @param {Context} ctx
 * @param {string} persona
 * @returns {MenuItem[]}
 */
function drawings(ctx, persona) {
  const view = ctx.view();
  /** @type {Lived[]} */
  const own = view.thing("lived", persona).journeys ?? [];
  const others = view.journeys.filter(({ id }) => !own.some((each) => each.id === id));
  /** @type {MenuItem[]} */
  const drawn = others.flatMap(({ id, name, persona: whose, kind_word: kind }) => [
    ...(whose === null ? [{ label: `“${name}” is hers`, act: () => void ctx.run(setValue("journey", id, "persona_id", persona)) }] : []),
    { label: `Like “${name}”`, hint: [kind, shortName(whose ?? "")].filter(Boolean).join(" · "), act: () => draw(ctx, id, persona) },
  ]);
  return [...drawn, { label: "A new, empty one", act: () => begin(ctx, persona) }];
}

/**
 * The same stages and moments once more, for somebody else, and without ratings.
 * @param {Context} ctx
 * @param {string} journey
 * @param {string} persona
 */
function draw(ctx, journey, persona) {
  const id = newId();
  void ctx.order({ kind: "draw", journey, persona, new: id }).then((answer) => {
    if (answer.ok) opened(ctx, id, persona);
  });
}

/**
 * @param {Context} ctx
 * @param {string} persona
 */
function begin(ctx, persona) {
  const id = newId();
  const view = ctx.view();
  const name = cleanLine(`${shortName(view.thing("persona", persona).name)}: a journey`);
  const after = view.journeys[view.journeys.length - 1]?.id ?? "";
  void ctx.run(add("journey", { id, name, persona_id: persona }, after)).then((answer) => {
    if (answer.ok) opened(ctx, id, persona);
  });
}

/**
 * @param {Context} ctx
 * @param {string} journey
 * @param {string} persona
 */
function opened(ctx, journey, persona) {
  const who = shortName(ctx.view().thing("persona", persona).name);
  ctx.toasts.say(`${who} has a journey now; nothing in it is rated.`, { label: "Open it", act: () => ctx.link.go("journey", { journey }) });
}
