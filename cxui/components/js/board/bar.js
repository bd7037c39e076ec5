/** The bar above the board: which journey, who I am, undo, add, what I drag. */

import { h, keyed, sameAsLast, setAttr, setText } from "../parts/dom.js";
import { askName } from "../parts/ask.js";
import { createFaces, createJourneyName, createTakeBack, journeyPill, pillMenu, textButton } from "../parts/topbar.js";
import { createNow } from "../lead/now.js";
import { createLead } from "../lead/panel.js";
import { LOCKED } from "./locked.js";
import { openPaste } from "./paste.js";
import { addStage, addTouchpoint } from "./stages.js";
import { canSuppose } from "./supposed.js";
import { isLocked, lastIn, lastStage, mayShape, stageOf } from "../map/structure.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").MenuItem} MenuItem */
/** @typedef {import("../types").View} View */

/** @param {Context} ctx */
export function createBar(ctx) {
  const title = createJourneyName(ctx, { place: "title", field: "journey-name" });
  const kind = journeyPill(ctx);
  const persona = h("span", { class: "chip", dir: "auto" });
  const who = pillMenu(ctx, "Rate as somebody else", () => peopleMenu(ctx));
  const faces = createFaces();
  const back = createTakeBack(ctx);
  const moment = textButton("+ Moment", () => addMoment(ctx));
  const stage = textButton("+ Stage", () => addStage(ctx, lastStage(ctx.view().order)));
  const paste = textButton("Paste a list", () => openPaste(ctx));
  const locked = h("span", { class: "locked-hint" }, LOCKED);
  const lead = createLead(ctx);
  const now = createNow(ctx);
  const tools = h("div", { class: "tools" }, locked, ...back.nodes, moment, stage, paste, lead.el);
  const modes = createModes(ctx);
  const el = h("header", { class: "topbar" },
    h("div", { class: "bar-title" }, title.el, kind.el, persona, who.el, now.el, faces.el),
    h("div", { class: "bar-tools" }, modes.el, tools));

  const same = sameAsLast();

  /** @param {View} view */
  function update(view) {
    const { journey, me } = view;
    const { connected } = ctx.link;
    now.update(view);
    lead.update(view);
    if (same(journey, me, view.lead, view.people, view.order, view.undo, view.here, connected, ctx.mode, canSuppose(view))) return;
    title.update(view);
    kind.update(view);
    setText(persona, journey?.persona);
    persona.hidden = !journey?.persona;
    who.say(me.name ? `Rating as: ${me.name}` : "Rating as …");
    who.el.hidden = me.right === "observer" || (!me.name && !view.people.length);
    back.update(view);
    for (const button of [moment, stage, paste]) button.hidden = !journey || !mayShape(view);
    locked.hidden = !journey || !isLocked(view);
    moment.hidden ||= !view.order.length;
    modes.el.hidden = !view.order.length;
    modes.update(view);
    faces.update(view);
  }

  return { el, update, stop: now.stop };
}

/** @param {Context} ctx */
function addMoment(ctx) {
  const { order } = ctx.view();
  const after = ctx.last && stageOf(order, ctx.last) ? ctx.last : "";
  const stage = after ? stageOf(order, after) : lastStage(order);
  addTouchpoint(ctx, stage, after || lastIn(order, stage));
}

/**
 * @param {Context} ctx
 * @returns {MenuItem[]}
 */
function peopleMenu(ctx) {
  const view = ctx.view();
  return [
    ...view.people.map((person) => ({
      label: person.name, checked: person.id === view.me.participant,
      act: () => ctx.link.send({ kind: "sit", participant: person.id, name: person.name }),
    })),
    {
      label: "Somebody new …",
      act: () => askName(ctx, { title: "Somebody new", label: "Name", hint: "Ana", go: "Rate as this person" },
        (name) => ctx.link.send({ kind: "sit", participant: null, name })),
    },
  ];
}

/** @param {Context} ctx */
function createModes(ctx) {
  /** @type {[Context["mode"], string][]} */
  const modes = [["today", "How it feels today"], ["wanted", "How we want it"], ["what_if", "What if?"]];
  const buttons = modes.map(([mode, word]) => h("button", {
    type: "button", class: `mode mode-${mode}`, onclick: () => ctx.setMode(mode),
  }, h("span", { class: "mode-mark", "aria-hidden": "true" }), word));
  const el = h("div", { class: "modes", role: "group", "aria-label": "I drag" }, h("span", { class: "modes-label" }, "I drag:"),
    h("div", { class: "segments" }, ...buttons));
  return {
    el,
    update: (/** @type {View} */ view) => buttons.forEach((button, i) => {
      setAttr(button, "aria-pressed", String(modes[i][0] === ctx.mode));
      setAttr(button, "disabled", (modes[i][0] === "wanted" && isLocked(view)) || (modes[i][0] === "what_if" && !canSuppose(view)));
    }),
  };
}
