/** On a narrow screen: which one moment is shown, and the way to the next. */

import { momentsOf } from "./backing.js";
import { h, keyed, setAttr, setText } from "../../parts/dom.js";

/** @typedef {import("../../types").View} View */

/** @param {(id: string) => void} choose */
export function createPicker(choose) {
  /** @type {string[]} */
  let ids = [];
  const select = h("select", { "aria-label": "Moment shown", onchange: () => choose(select.value) });
  const back = stepper("Moment before", "‹", -1);
  const on = stepper("Next moment", "›", 1);
  const el = h("div", { class: "behind-picker", role: "group", "aria-label": "One moment at a time" }, back, select, on);

  /**
   * @param {string} label
   * @param {string} face
   * @param {1 | -1} way
   */
  function stepper(label, face, way) {
    return h("button", {
      type: "button", class: "button square", "aria-label": label, title: label,
      onclick: () => choose(ids[ids.indexOf(select.value) + way]),
    }, face);
  }

  /**
   * @param {View} view
   * @param {string | null} now
   */
  function update(view, now) {
    ids = momentsOf(view);
    const stages = view.order.filter((row) => row.touchpoints.length);
    keyed(select, stages.map((row) => row.stage), () => ({ el: h("optgroup") }), (group, stage, i) => {
      setAttr(group.el, "label", view.stage(stage).name);
      keyed(group.el, stages[i].touchpoints, (value) => ({ el: h("option", { value }) }), (option, id) => setText(option.el, view.touchpoint(id).name));
    });
    if (now && select.value !== now) select.value = now;
    setAttr(back, "disabled", now === ids[0]);
    setAttr(on, "disabled", now === ids[ids.length - 1]);
  }

  return { el, update };
}
