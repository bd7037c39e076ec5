/** What customers themselves said: a thin line beside ours, with squares. */

import { h, keyed, s, setAttr, setText } from "../parts/dom.js";
import { linePath, yOf } from "../map/geometry.js";

/** @typedef {import("../types").View} View */

/** Half the side of a square. */
const HALF = 4.5;

export function createCustomers() {
  const line = s("path", { class: "line customers" });
  const marks = s("g", { class: "customer-marks" });

  /**
   * @param {View} view
   * @param {number[]} x of each column
   */
  function update(view, x) {
    const points = view.columns.map((column, i) => {
      const valence = pointOf(view, column.touchpoint);
      return valence === null ? null : { x: x[i], y: yOf(valence), key: column.key };
    });
    setAttr(line, "d", linePath(points));
    const shown = points.filter((point) => point !== null);
    keyed(marks, shown.map((point) => point.key), () => ({
      el: s("rect", { width: 2 * HALF, height: 2 * HALF, x: -HALF, y: -HALF }),
    }), (part, _, i) => setAttr(part.el, "transform", `translate(${shown[i].x.toFixed(1)} ${shown[i].y.toFixed(1)})`));
  }

  return { line, marks, update };
}

/**
 * @param {View} view
 * @param {string | null} touchpoint
 */
export const pointOf = (view, touchpoint) => (touchpoint ? view.customers?.points[touchpoint] ?? null : null);

/**
 * Its line in the legend, and why it may be missing: a lone customer is asked first.
 * @param {import("../types").Context} ctx
 */
export function createCustomersKey(ctx) {
  const label = h("span", {});
  const el = h("span", { class: "legend-customers" }, h("i", { class: "key key-customers" }), label);
  const text = h("span", {});
  const agree = h("button", {
    type: "button", class: "text-button",
    onclick: () => {
      const me = ctx.view().me.participant;
      if (me) void ctx.run({ kind: "set_value", of: "participant", id: me, field: "shown_alone", value: true }, "Your curve is shown as the customers' curve.");
    },
  }, "That is me: show my curve");
  const note = h("p", { class: "customers-note" }, text, " ", agree);

  /** @param {View} view */
  function update({ customers, me }) {
    el.hidden = !customers || !Object.keys(customers.points).length;
    setText(label, customers?.label);
    note.hidden = !customers?.note;
    setText(text, customers?.note);
    agree.hidden = !me.to_ask || !me.can_edit;
  }

  return { el, note, update };
}
