/** The facilitator's panel: one button in the bar, a few sections behind it. */

import { h, icon, setAttr } from "../parts/dom.js";
import { openPopup } from "../parts/popup.js";
import { leads } from "../screens.js";
import { createCustomerLinks } from "./customer_links.js";
import { createJoin } from "./join.js";
import { createPeople } from "./people.js";
import { createPhases, createRules, createTime } from "./room.js";
import { createRounds } from "./round.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").Popup} Popup */
/** @typedef {import("../types").View} View */

const EDGE = 8;
const LEAST = 420;

/** @param {Context} ctx */
export function createLead(ctx) {
  /** @type {Popup | null} */
  let popup = null;
  /** @type {ReturnType<typeof createSections> | null} */
  let sections = null;
  /** @type {string | null} */
  let round = null;
  const el = h("button", {
    type: "button", class: "button strong lead-button", "aria-haspopup": "dialog", "aria-expanded": "false",
    onclick: () => (popup ? popup.close() : open()),
  }, "Lead");

  function open() {
    const made = createSections(ctx, () => popup?.close());
    made.update(ctx.view());
    sections = made;
    popup = openPopup(ctx, el, made.el, { kind: "lead", label: "Lead the workshop", sheet: true, onclose: shut });
    setAttr(el, "aria-expanded", "true");
    place();
    popup.el.focus({ preventScroll: true });
    made.el.addEventListener("toggle", place, true);
  }

  /** Below its button where there is room, so that the bar can still be seen. */
  function place() {
    if (!popup) return;
    const below = innerHeight - el.getBoundingClientRect().bottom - 2 * EDGE;
    popup.el.style.maxHeight = below > LEAST ? `${below}px` : "";
    popup.place();
  }

  function shut() {
    sections?.stop();
    sections = null;
    popup = null;
    setAttr(el, "aria-expanded", "false");
  }

  /** @param {View} view */
  function update(view) {
    el.hidden = !leads(view);
    if (el.hidden) popup?.close(false);
    sections?.update(view);
    if (round !== (view.round?.id ?? null) && popup) {
      popup.el.scrollTop = 0; // what can be done now stands first
      requestAnimationFrame(place);
    }
    round = view.round?.id ?? null;
  }

  return { el, update };
}

/**
 * @param {Context} ctx
 * @param {() => void} close
 */
function createSections(ctx, close) {
  const rounds = createRounds(ctx);
  const join = createJoin(ctx);
  const time = createTime(ctx);
  const parts = [join, rounds, time, createPhases(ctx), createRules(ctx), createPeople(ctx), createCustomerLinks(ctx)];
  const shut = h("button", { type: "button", class: "round", "aria-label": "Close", title: "Close", onclick: close }, icon("close"));
  const head = h("header", { class: "lead-title" }, h("h2", {}, "Lead the workshop"), shut);
  const el = h("div", { class: "lead" }, head, ...parts.map((part) => part.el));
  return {
    el,
    update: (/** @type {View} */ view) => {
      el.classList.toggle("in-round", view.round !== null);
      parts.forEach((part) => part.update(view));
    },
    stop: time.stop,
  };
}
