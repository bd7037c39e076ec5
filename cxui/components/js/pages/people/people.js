/** The page "People": who they are, how we know, and what sets them apart. */

import { askName } from "../../parts/ask.js";
import { h, icon, keyed, setAttr, setText } from "../../parts/dom.js";
import { addThing, createThings } from "../../parts/things.js";
import { recall, remember } from "../../live/drafts.js";
import { mayShape } from "../../map/structure.js";
import { createPage, createSection } from "../page.js";
import { createCard } from "./card.js";
import { createHead } from "./head.js";
import { createNeeds } from "./needs.js";
import { CARDS, FREE, MORE, needsOf, shortName, statementsOn, WORLD } from "./said.js";
import { createSide } from "./side.js";
import { createStatement } from "./statement.js";
import { createTurns } from "./turns.js";
import { portraitOf } from "./portrait.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/** @typedef {import("../page.js").PagePart} PagePart */

/** @param {Context} ctx */
export function createPeople(ctx) {
  return createPage(ctx, {
    name: "people",
    title: "People",
    intro: "Whose journey it is. Begin with five short cards; everything on them is our guess until somebody said so.",
    parts: [createPersonas(ctx), createSide(ctx)],
  });
}

/**
 * Chips on top, and the one who is chosen below them.
 * @param {Context} ctx
 * @returns {PagePart}
 */
function createPersonas(ctx) {
  const key = `cx.persona.${ctx.view().room.id}`;
  let chosen = recall(key);
  const chips = h("div", { class: "links-chips" });
  const more = h("button", { type: "button", class: "chip people-draw", onclick: begin }, icon("plus"), "Add a persona");
  const bar = h("nav", { class: "people-chips", "aria-label": "Personas" }, chips, more);
  const panel = h("div", { class: "people-panel" });
  const start = h("button", { type: "button", class: "button strong", onclick: begin }, icon("plus"), "Add a persona");
  const empty = h("div", { class: "start" }, h("h2", {}, "Nobody is here yet"),
    h("p", { class: "hint" }, "Whose journey is it? Give her a name; five short cards follow."), start);

  function begin() {
    askName(ctx, { title: "A new persona", label: "What do you call her?", hint: "Edith, seventy-eight, alone", go: "Add her" },
      (name) => choose(addThing(ctx, "persona", { name })));
  }

  /** @param {string} id */
  function choose(id) {
    chosen = id;
    remember(key, id);
    ctx.render();
  }

  /** @param {View} view */
  function update(view) {
    const all = view.list("persona");
    const now = [chosen, view.journey?.persona_id, all[0]].find((id) => id && all.includes(id));
    bar.hidden = all.length === 0;
    empty.hidden = all.length > 0;
    start.hidden = !mayShape(view);
    more.hidden = !mayShape(view);
    keyed(chips, all, (id) => createChip(() => choose(id)), (chip, id) => chip.update(view, id, id === now));
    keyed(panel, now ? [now] : [], (id) => createPanel(ctx, id), (part) => part.update(view));
  }

  return { el: h("div", { class: "part" }, bar, empty, panel), update };
}

/** @param {() => void} choose */
function createChip(choose) {
  const face = h("span", { "aria-hidden": "true" });
  const name = h("span", { class: "chip-text", dir: "auto" });
  const el = h("button", { type: "button", class: "chip", onclick: choose }, face, name);
  return {
    el,
    /**
     * @param {View} view
     * @param {string} id
     * @param {boolean} isChosen
     */
    update(view, id, isChosen) {
      const persona = view.thing("persona", id);
      setText(face, portraitOf(persona.portrait, persona.name).face);
      setText(name, shortName(persona.name));
      setAttr(el, "title", persona.name);
      setAttr(el, "aria-label", persona.name);
      setAttr(el, "aria-current", isChosen ? "true" : null);
    },
  };
}

/**
 * @param {Context} ctx
 * @param {string} id
 */
function createPanel(ctx, id) {
  const head = createHead(ctx, id);
  const cards = createGrid(CARDS.map((topic) => createCard(ctx, id, topic)), "people-five");
  const byPhone = h("p", { class: "hint" }, "Let everybody fill them in by phone, each alone: Lead, then the round “Who is she?”.");
  const rest = [cards, createMore(ctx, id), createLatent(ctx, id)];
  const el = h("div", { class: "part" }, head.el, byPhone, ...rest.map((part) => part.el));
  return {
    el,
    update(/** @type {View} */ view) {
      head.update(view);
      byPhone.hidden = view.me.right !== "facilitator" || view.round !== null || statementsOn(view, id, CARDS).length >= CARDS.length;
      rest.forEach((part) => part.update(view));
    },
  };
}

/**
 * @param {PagePart[]} parts
 * @param {string} look
 * @returns {PagePart}
 */
function createGrid(parts, look) {
  const el = h("div", { class: `people-grid ${look}` }, ...parts.map((part) => part.el));
  return { el, update: (view) => parts.forEach((part) => part.update(view)) };
}

/**
 * @param {Context} ctx
 * @param {string} id
 */
function createMore(ctx, id) {
  /** @param {string[]} topics @param {string} look */
  const grid = (topics, look) => createGrid(topics.map((topic) => createCard(ctx, id, topic)), look);
  /** @param {string} title @param {string} hint @param {PagePart} part */
  const group = (title, hint, part) => ({
    el: h("div", { class: "people-group" }, h("h3", { class: "sheet-title" }, title), h("p", { class: "hint" }, hint), part.el),
    update: part.update,
  });
  const free = createThings(ctx, {
    kind: "statement", ids: (view) => statementsOn(view, id, [FREE]),
    make: (each) => createFree(ctx, id, each),
    add: "Add a section", begin: () => ({ persona_id: id, topic: FREE, title: "", text: "" }), look: "cards",
  });
  const more = createSection("Add more", "", [
    group("What she is after", "", grid(MORE, "people-more")),
    group("The world around her", "", grid(WORLD, "people-world")),
    group("What she needs", "What she says herself, and what we see that she would not say.", createNeeds(ctx, id)),
    group("Anything else", "", free),
  ], { folded: true });
  return counted(more, "Add more", (view) => statementsOn(view, id, [...MORE, ...WORLD, FREE]).length + needsOf(view, id).length);
}

/**
 * A section with a heading of its own: text, and who said so.
 * @param {Context} ctx
 * @param {string} persona
 * @param {string} id
 */
function createFree(ctx, persona, id) {
  const statement = createStatement(ctx, id, { siblings: () => statementsOn(ctx.view(), persona, [FREE]), titled: true });
  return { el: h("ul", { class: "sheet people-list" }, statement.el), first: statement.first, update: (/** @type {View} */ view) => statement.update(view) };
}

/**
 * @param {Context} ctx
 * @param {string} id
 */
function createLatent(ctx, id) {
  const title = "What does she need that she does not know of?";
  const hint = "People remember the low and high points. Ask three questions at each: the answer is a need that nobody has told us.";
  const section = createSection(title, hint, [createTurns(ctx, id)], { folded: true });
  return counted(section, title, (view) => needsOf(view, id).filter((need) => view.thing("need", need).latent).length);
}

/**
 * Say behind the heading of a folded section how much is in it.
 * @param {PagePart} section
 * @param {string} title
 * @param {(view: View) => number} count
 * @returns {PagePart}
 */
function counted(section, title, count) {
  const heading = section.el.querySelector("h2");
  return {
    ...section,
    update(view) {
      section.update(view);
      const many = count(view);
      if (heading) setText(heading, many ? `${title} · ${many}` : title);
    },
  };
}
