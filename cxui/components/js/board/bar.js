/** The bar above the board: which journey, who I am, undo, add, what I drag. */

import { createField } from "../parts/field.js";
import { h, icon, keyed, sameAsLast, setAttr, setClass, setText } from "../parts/dom.js";
import { menuButton } from "../parts/menu.js";
import { askName } from "../parts/ask.js";
import { createNow } from "../lead/now.js";
import { createLead } from "../lead/panel.js";
import { newId } from "../live/ids.js";
import { LOCKED } from "./locked.js";
import { openPaste } from "./paste.js";
import { addStage, addTouchpoint } from "./stages.js";
import { add, isLocked, lastIn, lastStage, mayShape, stageOf } from "../map/structure.js";
import { initials } from "../parts/text.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").MenuItem} MenuItem */
/** @typedef {import("../types").View} View */

const FACES = 3;

/** @param {Context} ctx */
export function createBar(ctx) {
  const title = createTitle(ctx);
  const kind = pillMenu(ctx, "Another journey", () => journeyMenu(ctx));
  const persona = h("span", { class: "chip", dir: "auto" });
  const who = pillMenu(ctx, "Rate as somebody else", () => peopleMenu(ctx));
  const faces = h("div", { class: "faces", role: "img" });
  const undo = roundButton("Undo (Ctrl+Z)", "undo", () => takeBack(ctx, "undo"));
  const redo = roundButton("Do again (Ctrl+Shift+Z)", "redo", () => takeBack(ctx, "redo"));
  const moment = textButton("+ Moment", () => addMoment(ctx));
  const stage = textButton("+ Stage", () => addStage(ctx, lastStage(ctx.view().order)));
  const paste = textButton("Paste a list", () => openPaste(ctx));
  const locked = h("span", { class: "locked-hint" }, LOCKED);
  const lead = createLead(ctx);
  const now = createNow(ctx);
  const tools = h("div", { class: "tools" }, locked, undo, redo, moment, stage, paste, lead.el);
  const modes = createModes(ctx);
  const el = h("header", { class: "topbar" },
    h("div", { class: "bar-title" }, title.el, kind.el, persona, who.el, now.el, faces),
    h("div", { class: "bar-tools" }, modes.el, tools));

  const same = sameAsLast();

  /** @param {View} view */
  function update(view) {
    const { journey, me } = view;
    const { connected } = ctx.link;
    now.update(view);
    lead.update(view);
    if (same(journey, me, view.lead, view.people, view.order, view.undo, view.here, connected, ctx.mode)) return;
    title.update(view);
    kind.say(journey?.kind_word || "journey");
    kind.el.hidden = !journey;
    setText(persona, journey?.persona);
    persona.hidden = !journey?.persona;
    who.say(me.name ? `Rating as: ${me.name}` : "Rating as …");
    who.el.hidden = me.right === "observer" || (!me.name && !view.people.length);
    setAttr(undo, "disabled", !view.undo.undo || !connected);
    setAttr(redo, "disabled", !view.undo.redo || !connected);
    for (const button of [moment, stage, paste]) button.hidden = !journey || !mayShape(view);
    locked.hidden = !journey || !isLocked(view);
    moment.hidden ||= !view.order.length;
    modes.el.hidden = !view.order.length;
    modes.update(view);
    drawFaces(faces, view);
  }

  return { el, update, stop: now.stop };
}

/** @param {Context} ctx */
function createTitle(ctx) {
  const el = h("div", { class: "title" });
  /** @type {Map<string, ReturnType<typeof createField>>} */
  const fields = new Map();
  return {
    el,
    update(/** @type {View} */ view) {
      keyed(el, view.journey ? [view.journey.id] : [], (id) => {
        const field = createField(ctx, { of: "journey", id, field: "name", label: "Journey", needed: true, class: "journey-name" });
        fields.set(id, field);
        return { el: field.el };
      }, (_, id) => fields.get(id)?.update(view.journey?.name));
    },
  };
}

/**
 * @param {Context} ctx
 * @param {"undo" | "redo"} kind
 */
export function takeBack(ctx, kind) {
  if (!ctx.view().undo[kind] || !ctx.link.connected) return;
  void ctx.link.order({ kind }).then((answer) => {
    const said = answer.ok ? answer.note : answer.text;
    if (said) ctx.toasts.say(said);
    ctx.announce(answer.ok ? (kind === "undo" ? "Undone." : "Done again.") : answer.text);
  });
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
function journeyMenu(ctx) {
  const view = ctx.view();
  const rows = view.journeys.map((journey) => ({
    label: journey.name, hint: [journey.kind_word, journey.persona].filter(Boolean).join(" · "),
    checked: journey.id === view.journey?.id, act: () => ctx.pick(journey.id),
  }));
  return mayShape(view) ? [...rows, { label: "Add a journey …", act: () => addJourney(ctx) }] : rows;
}

/** @param {Context} ctx */
export function addJourney(ctx) {
  askName(ctx, { title: "A new journey", label: "What is it called?", hint: "Flying for the first time", go: "Add journey" }, (name) => {
    const id = newId();
    const { journeys } = ctx.view();
    void ctx.run(add("journey", { id, name }, journeys[journeys.length - 1]?.id ?? ""))
      .then((answer) => { if (answer.ok) ctx.pick(id); });
  });
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

/**
 * @param {Context} ctx
 * @param {string} label
 * @param {() => MenuItem[]} items
 */
function pillMenu(ctx, label, items) {
  const text = h("span", { class: "chip-text", dir: "auto" });
  const el = menuButton(ctx, { class: "chip", label }, items, text, icon("down"));
  el.removeAttribute("aria-label");
  return { el, say: (/** @type {string} */ word) => setText(text, word) };
}

/**
 * @param {string} label
 * @param {string} name
 * @param {() => void} act
 */
function roundButton(label, name, act) {
  return h("button", { type: "button", class: "button square", "aria-label": label, title: label, onclick: act }, icon(name));
}

/**
 * @param {string} label
 * @param {() => void} act
 */
function textButton(label, act) {
  return h("button", { type: "button", class: "button", onclick: act }, label);
}

/** @param {Context} ctx */
function createModes(ctx) {
  /** @type {[Context["mode"], string][]} */
  const modes = [["today", "How it feels today"], ["wanted", "How we want it"]];
  const buttons = modes.map(([mode, word]) => h("button", {
    type: "button", class: `mode mode-${mode}`, onclick: () => ctx.setMode(mode),
  }, h("span", { class: "mode-mark", "aria-hidden": "true" }), word));
  const el = h("div", { class: "modes", role: "group", "aria-label": "I drag" }, h("span", { class: "modes-label" }, "I drag:"),
    h("div", { class: "segments" }, ...buttons));
  return {
    el,
    update: (/** @type {View} */ view) => buttons.forEach((button, i) => {
      setAttr(button, "aria-pressed", String(modes[i][0] === ctx.mode));
      setAttr(button, "disabled", modes[i][0] === "wanted" && isLocked(view));
    }),
  };
}

/**
 * Who is here, as small round faces.
 * @param {HTMLElement} faces
 * @param {View} view
 */
function drawFaces(faces, view) {
  const names = [...new Set(view.here.map((each) => each.name).filter(Boolean))];
  const more = names.length > FACES + 1 ? names.length - FACES : 0;
  const shown = names.slice(0, more ? FACES : FACES + 1).map(initials);
  const texts = more ? [...shown, `+${more}`] : shown;
  faces.hidden = names.length < 2;
  setAttr(faces, "aria-label", `Here now: ${names.join(", ")}`);
  setAttr(faces, "title", names.join(", "));
  keyed(faces, texts.map((_, i) => String(i)), () => ({ el: h("span", { class: "face" }) }), (part, _, i) => {
    setText(part.el, texts[i]);
    setClass(part.el, "rest", more > 0 && i === FACES);
  });
}
