/** What to notice when a journey is opened, and the start of an empty one. */

import { addJourney } from "../parts/topbar.js";
import { h, icon, keyed, setAttr, setText } from "../parts/dom.js";
import { mayShape } from "../map/structure.js";
import { openPaste } from "./paste.js";
import { addStage } from "./stages.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").View} View */

/** @param {Context} ctx */
export function createNotice(ctx) {
  const text = h("span", { class: "notice-text", dir: "auto" });
  const pins = h("div", { class: "pins" });
  const said = h("p", { class: "pin-text", role: "status", dir: "auto" });
  const shut = h("button", {
    type: "button", class: "round", "aria-label": "Close", title: "Close", onclick: () => dismiss(),
  }, icon("close"));
  const el = h("section", { class: "notice", "aria-label": "What to notice" },
    h("div", { class: "notice-row" }, h("strong", {}, "What to notice"), text, pins, shut), said);
  /** @type {string | null} */
  let open = null;

  const key = () => `cx.noticed.${ctx.view().journey?.id ?? ""}`;

  function dismiss() {
    try {
      sessionStorage.setItem(key(), "yes");
    } catch {
      // without storage it comes back after a reload
    }
    el.hidden = true;
  }

  function dismissed() {
    try {
      return sessionStorage.getItem(key()) !== null;
    } catch {
      return false;
    }
  }

  /** @param {string} id */
  function press(id) {
    open = open === id ? null : id;
    update(ctx.view());
    const pin = ctx.view().pins.find((each) => each.id === open);
    if (pin?.touchpoint) ctx.show(pin.touchpoint);
  }

  /** @param {View} view */
  function update(view) {
    const notice = view.journey?.notice ?? "";
    el.hidden = (!notice && !view.pins.length) || dismissed();
    setText(text, notice);
    const pin = view.pins.find((each) => each.id === open);
    setText(said, pin ? `${pin.number}. ${pin.text}` : "");
    said.hidden = !pin;
    keyed(pins, view.pins.map((each) => each.id),
      (id) => ({ el: h("button", { type: "button", class: "pin", onclick: () => press(id) }) }),
      (part, id, i) => {
        setText(part.el, view.pins[i].number);
        setAttr(part.el, "aria-pressed", String(id === open));
        setAttr(part.el, "aria-label", `${view.pins[i].number}: ${view.pins[i].text}`);
      });
  }

  return { el, update };
}

/** @param {Context} ctx */
export function createStart(ctx) {
  const title = h("h2", {});
  const hint = h("p", { class: "hint" });
  const journey = h("button", { type: "button", class: "button strong", onclick: () => addJourney(ctx) }, "Add a journey");
  const list = h("button", { type: "button", class: "button strong", onclick: () => openPaste(ctx) },
    icon("list"), "Paste a list of stages and moments");
  const stage = h("button", { type: "button", class: "button", onclick: () => addStage(ctx, "") }, icon("plus"), "Add the first stage");
  const el = h("section", { class: "start" }, title, hint, h("div", { class: "start-actions" }, journey, list, stage));

  /** @param {View} view */
  function update(view) {
    const none = !view.journey;
    el.hidden = !none && view.order.length > 0;
    setText(title, none ? "There is no journey yet" : "Where does this journey begin?");
    setText(hint, none
      ? "A journey is one person’s way, from first need to last contact."
      : "Write the stages as she would name them, and the moments in each. Two minutes are enough to begin.");
    journey.hidden = !none || !mayShape(view);
    list.hidden = none || !mayShape(view);
    stage.hidden = none || !mayShape(view);
  }

  return { el, update };
}
