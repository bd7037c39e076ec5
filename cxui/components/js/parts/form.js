/**
 * The fields of one thing as a form that many people fill at once: shared text as our own
 * fields, everything else as choices. Nothing is saved by a button.
 */

import { createScale, createSelect, createSwitch } from "./choices.js";
import { h, setAttr, setText } from "./dom.js";
import { createField } from "./field.js";
import { createLinks } from "./links.js";
import { mayShape, setValue } from "../map/structure.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").Thing} Thing */
/** @typedef {import("../types").View} View */

/**
 * One field of a form.
 * @typedef {object} FieldSpec
 * @property {string} field its name in the model
 * @property {string} label what it is called on screen
 * @property {"line" | "note" | "choice" | "switch" | "day" | "count" | "scale" | "links"} as
 * @property {string} [hint] a short line under the label
 * @property {string} [empty] shown where there is no text
 * @property {boolean} [needed] text that is never blank
 * @property {string} [suggest] id of a datalist for a line
 * @property {[string, string][]} [options] of a choice: value and word
 * @property {boolean} [always] a choice that has no "not said"
 * @property {import("./choices.js").Scale} [scale] of a scale
 * @property {(view: View) => [string, string][]} [among] of links: id and name of all that can be linked
 */

/**
 * @param {Context} ctx
 * @param {string} of kind of thing
 * @param {string} id
 * @param {FieldSpec[]} specs
 * @param {string} [look] class of the form
 */
export function createForm(ctx, of, id, specs, look = "") {
  const rows = specs.map((spec) => ({ spec, row: createRow(ctx, of, id, spec) }));
  const el = h("div", { class: `fields ${look}` }, ...rows.map(({ row }) => row.el));
  return {
    el,
    /** @param {View} view */
    update(view) {
      const thing = of === "brief" ? view.computedFor("brief") ?? {} : view.thing(of, id);
      for (const { spec, row } of rows) row.update(thing[spec.field], view);
    },
  };
}

/**
 * @typedef {{el: HTMLElement, update(value: any, view: View): void}} Row
 * @typedef {(ctx: Context, of: string, id: string, spec: FieldSpec) => Row} MakeRow
 */

/** @type {MakeRow} */
const text = (ctx, of, id, spec) => {
  const field = createField(ctx, {
    of, id, field: spec.field, label: spec.label, lines: spec.as === "note", needed: spec.needed, suggest: spec.suggest,
    empty: spec.empty ?? "Add …", class: "boxed",
  });
  return { el: labelled(spec, field.el), update: (value) => field.update(value) };
};

/** @type {MakeRow} */
const choice = (ctx, of, id, spec) => {
  const made = createSelect(spec.label, spec.options ?? [], (value) => void ctx.run(setValue(of, id, spec.field, value)));
  if (spec.always) made.select.options[0].remove();
  withHint(made.el, spec.hint);
  return {
    el: made.el,
    update(value, view) {
      made.update(value);
      setAttr(made.select, "disabled", !mayShape(view));
    },
  };
};

/** @type {MakeRow} */
const toggle = (ctx, of, id, spec) => {
  const made = createSwitch(spec.label, (on) => void ctx.run(setValue(of, id, spec.field, on)));
  return {
    el: made.el,
    update(value, view) {
      made.update(value === true);
      setAttr(made.el, "disabled", !mayShape(view));
    },
  };
};

/** @type {MakeRow} */
const day = (ctx, of, id, spec) => typed(ctx, of, id, spec, { type: "date", max: "2999-12-31" }, (value) => value || null);

/** @type {MakeRow} */
const count = (ctx, of, id, spec) => typed(ctx, of, id, spec, { type: "number", min: "0", max: "1000000000", step: "1" },
  (value) => (value === "" ? null : Math.max(0, Math.round(Number(value)))));

/**
 * Days and numbers: what is typed counts once the field is left, or Enter is pressed.
 * @param {Context} ctx
 * @param {string} of
 * @param {string} id
 * @param {FieldSpec} spec
 * @param {Record<string, string>} attributes
 * @param {(value: string) => unknown} read
 * @returns {Row}
 */
function typed(ctx, of, id, spec, attributes, read) {
  let stands = "";
  const input = h("input", { class: "input", ...attributes });
  input.addEventListener("change", () => {
    if (input.validity.badInput || input.value === stands) return;
    void ctx.run(setValue(of, id, spec.field, read(input.value)));
  });
  const row = h("label", { class: "pick" }, h("span", {}, spec.label), input);
  withHint(row, spec.hint);
  return {
    el: row,
    update(value, view) {
      stands = value === null || value === undefined ? "" : String(value);
      const typing = /** @type {Document | ShadowRoot} */ (input.getRootNode()).activeElement === input;
      if (!typing && input.value !== stands) input.value = stands;
      setAttr(input, "disabled", !mayShape(view));
    },
  };
}

/** @type {MakeRow} */
const scale = (ctx, of, id, spec) => {
  const made = createScale(
    spec.scale ?? { label: spec.label, from: 1, to: 5, ends: ["no", "yes"] },
    (value) => void ctx.run(setValue(of, id, spec.field, value)),
  );
  return { el: made.el, update: (value) => made.update(value ?? null) };
};

/** @type {MakeRow} */
const links = (ctx, of, id, spec) => {
  const made = createLinks(ctx, {
    label: spec.label, among: spec.among ?? (() => []),
    choose: (ids) => void ctx.run(setValue(of, id, spec.field, ids)),
  });
  return { el: labelled(spec, made.el), update: made.update };
};

/** @type {Record<FieldSpec["as"], MakeRow>} */
const MAKERS = { line: text, note: text, choice, switch: toggle, day, count, scale, links };

/** @type {MakeRow} */
function createRow(ctx, of, id, spec) {
  return MAKERS[spec.as](ctx, of, id, spec);
}

/**
 * @param {FieldSpec} spec
 * @param {HTMLElement} control
 */
function labelled(spec, control) {
  const row = h("div", { class: "pick" }, h("span", {}, spec.label), control);
  withHint(row, spec.hint);
  return row;
}

/**
 * @param {HTMLElement} row
 * @param {string | undefined} hint
 */
function withHint(row, hint) {
  if (!hint) return;
  const el = h("small", { class: "pick-hint" });
  setText(el, hint);
  row.insertBefore(el, row.children[1] ?? null);
}
