/** Menus, and the buttons that open them. */

import { h, icon } from "./dom.js";
import { closePopups, openPopup } from "./popup.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").MenuItem} MenuItem */

/**
 * @param {Context} ctx
 * @param {HTMLElement} anchor
 * @param {string} label
 * @param {MenuItem[]} items
 */
function openMenu(ctx, anchor, label, items) {
  const list = h("div", { class: "menu" });
  closePopups("menu");
  const popup = openPopup(ctx, anchor, list, {
    kind: "menu", role: "menu", label,
    onclose: () => anchor.setAttribute("aria-expanded", "false"),
  });
  anchor.setAttribute("aria-expanded", "true");
  fill(items, false);

  /**
   * @param {MenuItem[]} shown
   * @param {boolean} nested
   */
  function fill(shown, nested) {
    const rows = nested ? [{ label: "‹ Back", act: () => fill(items, false), stay: true }, ...shown] : shown;
    list.replaceChildren(...rows.map(row));
    popup.place();
    buttons()[0]?.focus({ preventScroll: true });
  }

  /** @param {MenuItem & {stay?: boolean}} item */
  function row(item) {
    return h("button", {
      type: "button", class: item.danger ? "menu-row danger" : "menu-row", tabindex: "-1",
      role: item.checked === undefined ? "menuitem" : "menuitemradio",
      "aria-checked": item.checked === undefined ? null : String(item.checked),
      disabled: item.disabled,
      onclick: () => choose(item),
    }, h("span", { class: "menu-label" }, item.label),
    item.hint ? h("span", { class: "menu-hint" }, item.hint) : null,
    item.items ? h("span", { class: "menu-hint" }, "›") : null);
  }

  /** @param {MenuItem & {stay?: boolean}} item */
  function choose(item) {
    if (item.items) return fill(item.items, true);
    if (!item.stay) popup.close();
    item.act?.();
  }

  /** @returns {HTMLButtonElement[]} */
  function buttons() {
    return Array.from(list.querySelectorAll("button:not(:disabled)"));
  }

  list.addEventListener("keydown", (event) => {
    const all = buttons();
    const now = all.indexOf(/** @type {HTMLButtonElement} */ (event.target));
    const to = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === "Tab") popup.close();
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    all[(to + all.length) % all.length]?.focus();
  });
}

/**
 * A button that opens a menu of what can be done now.
 * @param {Context} ctx
 * @param {{class: string, label: string}} look
 * @param {() => MenuItem[]} items
 * @param {...Node} face
 */
export function menuButton(ctx, look, items, ...face) {
  const button = h("button", {
    type: "button", class: look.class, "aria-haspopup": "menu", "aria-expanded": "false",
    "aria-label": look.label, title: look.label,
    onclick: (/** @type {Event} */ event) => {
      event.stopPropagation();
      if (button.getAttribute("aria-expanded") === "true") closePopups("menu");
      else openMenu(ctx, button, look.label, items());
    },
  }, ...(face.length ? face : [icon("more")]));
  return button;
}
