/** What the bars above the board and above the pages are made of. */

import { askName } from "./ask.js";
import { h, icon, isTextField, keyed, setAttr, setClass, setText } from "./dom.js";
import { createField } from "./field.js";
import { menuButton } from "./menu.js";
import { initials } from "./text.js";
import { newId } from "../live/ids.js";
import { add, mayShape } from "../map/structure.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").MenuItem} MenuItem */
/** @typedef {import("../types").View} View */

const FACES = 3;

/**
 * Which journey is shown, and the way to another.
 * @param {Context} ctx
 */
export function journeyPill(ctx) {
  const pill = pillMenu(ctx, "Another journey", () => journeyMenu(ctx));
  return {
    el: pill.el,
    update(/** @type {View} */ view) {
      pill.say(view.journey?.kind_word || "journey");
      pill.el.hidden = !view.journey;
    },
  };
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
 * The name of the journey shown, to be edited where it stands.
 * @param {Context} ctx
 * @param {{place: string, field: string}} looks classes
 */
export function createJourneyName(ctx, looks) {
  const el = h("div", { class: looks.place });
  /** @type {Map<string, ReturnType<typeof createField>>} */
  const fields = new Map();
  return {
    el,
    update(/** @type {View} */ view) {
      keyed(el, view.journey ? [view.journey.id] : [], (id) => {
        const field = createField(ctx, { of: "journey", id, field: "name", label: "Journey", needed: true, class: looks.field });
        fields.set(id, field);
        return { el: field.el };
      }, (_, id) => fields.get(id)?.update(view.journey?.name));
    },
  };
}

/**
 * Two buttons: undo, and do again.
 * @param {Context} ctx
 */
export function createTakeBack(ctx) {
  const undo = roundButton("Undo (Ctrl+Z)", "undo", () => takeBack(ctx, "undo"));
  const redo = roundButton("Do again (Ctrl+Shift+Z)", "redo", () => takeBack(ctx, "redo"));
  return {
    nodes: [undo, redo],
    update(/** @type {View} */ view) {
      setAttr(undo, "disabled", !view.undo.undo || !ctx.link.connected);
      setAttr(redo, "disabled", !view.undo.redo || !ctx.link.connected);
    },
  };
}

/**
 * Ctrl+Z and its kin, wherever no text is being typed.
 * @param {Context} ctx
 * @param {() => boolean} shown
 * @returns {() => void} stops listening
 */
export function listenForTakeBack(ctx, shown) {
  /** @param {KeyboardEvent} event */
  function shortcut(event) {
    const target = event.composedPath()[0];
    const here = target === document.body || event.composedPath().includes(ctx.root);
    if (!shown() || !here || isTextField(target)) return;
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const kind = key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" ? "undo" : null;
    if (!kind) return;
    event.preventDefault();
    takeBack(ctx, kind);
  }
  document.addEventListener("keydown", shortcut);
  return () => document.removeEventListener("keydown", shortcut);
}

/**
 * @param {Context} ctx
 * @param {"undo" | "redo"} kind
 */
function takeBack(ctx, kind) {
  if (!ctx.view().undo[kind] || !ctx.link.connected) return;
  void ctx.link.order({ kind }).then((answer) => {
    const said = answer.ok ? answer.note : answer.text;
    if (said) ctx.toasts.say(said);
    ctx.announce(answer.ok ? (kind === "undo" ? "Undone." : "Done again.") : answer.text);
  });
}

/**
 * @param {Context} ctx
 * @param {string} label
 * @param {() => MenuItem[]} items
 */
export function pillMenu(ctx, label, items) {
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
export function textButton(label, act) {
  return h("button", { type: "button", class: "button", onclick: act }, label);
}

/** Who is here, as small round faces. */
export function createFaces() {
  const el = h("div", { class: "faces", role: "img" });
  return { el, update: (/** @type {View} */ view) => drawFaces(el, view) };
}

/**
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
