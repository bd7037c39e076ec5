/** The rows of the blueprint: what each is called, and what stands in its cells. */

import { h, icon, keyed, sameAsLast, setAttr, setClass, setText } from "../../parts/dom.js";
import { createField } from "../../parts/field.js";
import { menuButton } from "../../parts/menu.js";
import { addThing } from "../../parts/things.js";
import { mayShape, setValue } from "../../map/structure.js";
import { statusWord } from "./backing.js";
import { OWNERS } from "./owners.js";
import { KIND, NEW_NAME } from "./process.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").MenuItem} MenuItem */
/** @typedef {import("../../types").Thing} Thing */
/** @typedef {import("../../types").View} View */
/** @typedef {import("./backing.js").Backing} Backing */
/** @typedef {import("./backing.js").Lane} Lane */
/**
 * What cells are drawn from, besides the table of state.
 * @typedef {object} Drawn
 * @property {View} view
 * @property {Backing} backing
 * @property {(process: string, anchor: HTMLElement, fresh: boolean) => void} open
 * @property {{process: string, touchpoint: string} | null} fresh just added from a cell here
 */
/** @typedef {{el: HTMLElement, update(drawn: Drawn): void}} Cell */
/** @typedef {{kind: "text", field: string, title: string, hint: string, lane?: Lane, single?: boolean, empty?: string}} TextRow */
/** @typedef {{kind: "line", title: string}} LineRow the line between two rows */

/** @type {(TextRow | LineRow)[]} */
export const ROWS = [
  { kind: "text", field: "owner", title: "In charge", hint: "", single: true, empty: "nobody yet" },
  { kind: "text", field: "props", title: "What she can see or touch", hint: "" },
  { kind: "text", field: "action", title: "What she does", hint: "" },
  { kind: "line", title: "Line of interaction" },
  { kind: "text", field: "front_stage", title: "Front-stage", hint: "what she sees us do", lane: "front_stage" },
  { kind: "line", title: "Line of visibility" },
  { kind: "text", field: "back_stage", title: "Back-stage", hint: "what we do out of her sight", lane: "back_stage" },
  { kind: "line", title: "Line of internal interaction" },
  { kind: "text", field: "support", title: "Support", hint: "what others do so that it works", lane: "support" },
  { kind: "text", field: "systems", title: "Systems", hint: "what it runs on" },
];

/**
 * @param {Context} ctx
 * @param {TextRow} row
 * @param {string} id
 * @returns {Cell}
 */
export function createCell(ctx, row, id) {
  const field = createField(ctx, {
    of: "touchpoint", id, field: row.field, label: row.title, lines: !row.single, empty: row.empty ?? "…",
    suggest: row.single ? OWNERS : undefined, class: "behind-text",
  });
  const lane = row.lane ? createLane(ctx, row.lane, id) : null;
  const same = sameAsLast();
  return {
    el: cellOf(id, field.el, lane?.el),
    update(drawn) {
      const { me, lead } = drawn.view;
      const text = drawn.view.touchpoint(id)[row.field];
      if (!same(text, me, lead)) field.update(text);
      lane?.update(drawn);
    },
  };
}

/**
 * The name of a moment; the head of its column.
 * @param {Context} ctx
 * @param {string} id
 * @returns {Cell}
 */
export function createHead(ctx, id) {
  const name = createField(ctx, { of: "touchpoint", id, field: "name", label: "Moment", needed: true, class: "behind-name" });
  return {
    el: h("th", { class: "behind-cell", role: "columnheader", scope: "col", "data-touchpoint": id }, name.el),
    update: ({ view }) => name.update(view.touchpoint(id).name),
  };
}

/**
 * How a moment feels, in a word and a face, and whether it needs work first.
 * @param {Context} _
 * @param {string} id
 * @returns {Cell}
 */
export function createFeeling(_, id) {
  const face = h("span", { "aria-hidden": "true" });
  const word = h("span");
  const first = h("strong", { class: "behind-first" }, "needs work first");
  const el = cellOf(id, h("div", { class: "behind-feeling" }, face, word, first));
  return {
    el,
    update({ view }) {
      const { word: said, critical } = view.result(id);
      setText(face, view.words.valence.find((step) => step[1] === said)?.[2] ?? "");
      setText(word, said ?? "not rated");
      first.hidden = !critical;
    },
  };
}

/**
 * @param {string} id
 * @param {...(Node | null | undefined)} children
 */
const cellOf = (id, ...children) => h("td", { class: "behind-cell", role: "cell", "data-touchpoint": id }, ...children);

/**
 * The processes of one lane at one moment, and a way to add one.
 * @param {Context} ctx
 * @param {Lane} lane
 * @param {string} id
 */
function createLane(ctx, lane, id) {
  const chips = h("ul", { class: "behind-chips" });
  const gap = h("span", { class: "behind-gap" });
  /** @type {Drawn | null} */
  let last = null;
  const plus = menuButton(ctx, { class: "behind-plus", label: "Add a process" }, () => laneMenu(ctx, lane, id, last), icon("plus"));
  const same = sameAsLast();

  /** @param {Drawn} drawn */
  function update(drawn) {
    last = drawn;
    const { view, backing, fresh } = drawn;
    const here = backing.get(id)?.[lane] ?? [];
    const { name } = view.touchpoint(id);
    const lacks = lane === "back_stage" ? view.computedFor("unbacked")?.[id] ?? null : null;
    if (same(name, lacks, view.me, view.lead, ...here)) return;
    setText(gap, lacks);
    gap.hidden = !lacks;
    plus.hidden = !mayShape(view);
    setAttr(plus, "aria-label", `${name}: add a process`);
    keyed(chips, here.map((each) => each.id), (process) => createChip(process, () => last), (chip, process, i) => {
      chip.update(here[i]);
      if (fresh?.process === process && fresh.touchpoint === id) drawn.open(process, chip.button, true);
    });
  }

  return { el: h("div", { class: "behind-lane" }, chips, gap, plus), update };
}

/**
 * @param {string} process
 * @param {() => Drawn | null} drawn
 */
function createChip(process, drawn) {
  const name = h("span", { class: "behind-chip-name", dir: "auto" });
  const facts = h("span", { class: "behind-chip-facts", dir: "auto" });
  const button = h("button", { type: "button", class: "behind-chip", onclick: () => drawn()?.open(process, button, false) }, name, facts);
  return {
    el: h("li", {}, button),
    button,
    update(/** @type {Thing} */ thing) {
      setText(name, thing.name);
      setText(facts, [thing.owner || "nobody yet", statusWord(thing.status)].join(" · "));
      setClass(button, "is-missing", thing.status === "missing");
      setClass(button, "is-planned", thing.status === "planned");
      setClass(button, "is-working", thing.status === "works");
    },
  };
}

/**
 * @param {Context} ctx
 * @param {Lane} lane
 * @param {string} id
 * @param {Drawn | null} drawn
 * @returns {MenuItem[]}
 */
function laneMenu(ctx, lane, id, drawn) {
  const view = ctx.view();
  const others = view.list(KIND).map((each) => view.thing(KIND, each))
    .filter((each) => each.lane === lane && !each.touchpoint_ids.includes(id));
  return [
    { label: "A new process", act: () => {
      const process = addThing(ctx, KIND, { name: NEW_NAME, lane, touchpoint_ids: [id] });
      if (drawn) drawn.fresh = { process, touchpoint: id };
    } },
    ...others.map((each) => ({
      label: each.name, hint: "also here",
      act: () => void ctx.run(setValue(KIND, each.id, "touchpoint_ids", [...each.touchpoint_ids, id])),
    })),
  ];
}
