/** The stages above the board: name, what she wants there, and what can be done. */

import { removeThing } from "../parts/remove.js";
import { h, keyed, partOf, sameAsLast, setText } from "../parts/dom.js";
import { createField } from "../parts/field.js";
import { menuButton } from "../parts/menu.js";
import { newId } from "../live/ids.js";
import { add, lastIn, mayShape, moveStage } from "../map/structure.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").MenuItem} MenuItem */
/** @typedef {import("../types").View} View */

/** @param {Context} ctx */
export function createStages(ctx) {
  const el = h("div", { class: "row stages" });

  const same = sameAsLast();

  /** @param {View} view */
  function update(view) {
    const unchanged = same(view.order, view.me, view.lead, ...view.order.map((row) => view.stage(row.stage)));
    if (unchanged && !ctx.wish) return;
    keyed(el, view.spans.map((span) => span.stage), (id) => createStage(ctx, id), (stage, id, i) => {
      stage.el.style.gridColumn = `${view.spans[i].from + 1} / span ${view.spans[i].size}`;
      stage.update(view);
    });
    const wished = ctx.wish?.startsWith("stage/") ? partOf(el, ctx.wish.slice(6)) : null;
    if (wished) {
      ctx.wish = null;
      wished.rename();
    }
  }

  return { el, update };
}

/**
 * @param {Context} ctx
 * @param {string} id
 */
function createStage(ctx, id) {
  const name = createField(ctx, { of: "stage", id, field: "name", label: "Stage", needed: true, class: "stage-name" });
  const wants = createField(ctx, {
    of: "stage", id, field: "wants", label: "What she wants here", lines: true,
    class: "stage-wants", empty: "wants to …", dress: (text) => `wants to ${text}`,
  });
  const more = menuButton(ctx, { class: "more", label: "Stage menu" }, () => items());
  const el = h("section", { class: "stage", "data-stage": id }, name.el, wants.el, more);

  /** @returns {MenuItem[]} */
  function items() {
    const view = ctx.view();
    const journey = view.journey?.id ?? "";
    /** @type {(way: -1 | 1) => MenuItem} */
    const go = (way) => {
      const command = moveStage(view.order, journey, id, way);
      return {
        label: way < 0 ? "Move left" : "Move right", disabled: !command,
        act: () => { if (command) void ctx.run(command); },
      };
    };
    return [
      { label: "Rename", act: () => name.edit(true) },
      { label: "Add a moment", act: () => addTouchpoint(ctx, id, lastIn(view.order, id)) },
      { label: "Add a stage after this", act: () => addStage(ctx, id) },
      go(-1), go(1),
      { label: "Remove stage", danger: true, act: () => removeThing(ctx, "stage", id, view.stage(id).name) },
    ];
  }

  /** @param {View} view */
  function update(view) {
    const stage = view.stage(id);
    name.update(stage.name);
    wants.update(stage.wants);
    more.hidden = !mayShape(view);
    more.setAttribute("aria-label", `${stage.name}: what can be done`);
  }

  return { el, update, rename: () => name.edit(true) };
}

/**
 * @param {Context} ctx
 * @param {string} stage
 * @param {string} after
 */
export function addTouchpoint(ctx, stage, after) {
  const id = newId();
  ctx.wish = `touchpoint/${id}`;
  void ctx.run(add("touchpoint", { id, stage_id: stage, name: "New moment" }, after));
}

/**
 * @param {Context} ctx
 * @param {string} after
 */
export function addStage(ctx, after) {
  const id = newId();
  ctx.wish = `stage/${id}`;
  void ctx.run(add("stage", { id, journey_id: ctx.view().journey?.id ?? "", name: "New stage" }, after));
}

/**
 * Rows of text below the cards: one field per touchpoint, in the same columns.
 * @param {Context} ctx
 */
export function createLanes(ctx) {
  const rows = LANES.map((lane) => createLane(ctx, lane));
  const more = h("button", {
    type: "button", class: "lanes-more", "aria-expanded": "false",
    onclick: () => {
      const open = el.classList.toggle("all");
      more.setAttribute("aria-expanded", String(open));
      setText(more, open ? "Fewer lanes" : "More lanes");
    },
  }, "More lanes");
  const el = h("div", { class: "lanes" }, rows[0].el, more, ...rows.slice(1).map((row) => row.el));
  return { el, update: (/** @type {View} */ view) => rows.forEach((row) => row.update(view)) };
}

/** @typedef {{field: string, title: string, lines: boolean, empty: string, dress?: (text: string) => string}} Lane */
/** @type {Lane[]} */
const LANES = [
  { field: "action", title: "Does", lines: true, empty: "" },
  { field: "thoughts", title: "Thinks", lines: true, empty: "", dress: quoted },
  { field: "front_stage", title: "Front-stage", lines: true, empty: "" },
  { field: "back_stage", title: "Back-stage", lines: true, empty: "" },
  { field: "owner", title: "Owner", lines: false, empty: "nobody" },
];

/** @param {string} text */
function quoted(text) {
  return /^["“«„]/.test(text) ? text : `“${text}”`;
}

/**
 * @param {Context} ctx
 * @param {Lane} lane
 */
function createLane(ctx, lane) {
  const cells = h("div", { class: "row lane-cells" });
  const el = h("section", { class: `lane lane-${lane.field}`, "aria-label": lane.title },
    h("div", { class: "lane-title" }, lane.title), cells);
  /** @type {Map<string, ReturnType<typeof createField>>} */
  const fields = new Map();

  /** @param {string} id */
  function make(id) {
    const field = createField(ctx, {
      of: "touchpoint", id, field: lane.field, label: lane.title, lines: lane.lines,
      empty: lane.empty, dress: lane.dress, class: "lane-field",
    });
    fields.set(id, field);
    return { el: h("div", { class: "lane-cell", "data-touchpoint": id }, field.el) };
  }

  const same = sameAsLast();

  /** @param {View} view */
  function update(view) {
    if (same(view.order, view.me, view.lead, ...view.columns.map((c) => c.touchpoint && view.touchpoint(c.touchpoint)))) return;
    const columns = view.columns.filter((column) => column.touchpoint);
    keyed(cells, columns.map((column) => column.key), make, (cell, id, i) => {
      cell.el.style.gridColumn = String(columns[i].index + 1);
      fields.get(id)?.update(view.touchpoint(id)[lane.field]);
    });
  }

  return { el, update };
}
