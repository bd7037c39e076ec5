/** Short messages at the foot of the window, and what screen readers are told. */

import { h, setText } from "./dom.js";

/** @typedef {import("../types").Toasts} Toasts */

const SHOWN_FOR = 7_000;
const MOST = 3;

/**
 * @param {HTMLElement} root
 * @returns {Toasts & {clear(): void}}
 */
export function createToasts(root) {
  const list = h("div", { class: "toasts", role: "status", "aria-live": "polite", popover: "manual" });
  root.append(list);

  /** @param {HTMLElement} toast */
  function drop(toast) {
    toast.remove();
    if (!list.children.length && list.matches(":popover-open")) list.hidePopover();
  }

  /**
   * @param {string} text
   * @param {{label: string, act: () => void}} [action]
   */
  function say(text, action) {
    const toast = h("div", { class: "toast" }, h("span", {}, text));
    let timer = window.setTimeout(() => drop(toast), SHOWN_FOR);
    if (action) {
      toast.append(h("button", {
        type: "button", class: "toast-act",
        onclick: () => { drop(toast); action.act(); },
      }, action.label));
    }
    toast.addEventListener("pointerenter", () => clearTimeout(timer));
    toast.addEventListener("pointerleave", () => { timer = window.setTimeout(() => drop(toast), SHOWN_FOR); });
    while (list.children.length >= MOST) list.firstElementChild?.remove();
    if (list.showPopover && !list.matches(":popover-open")) list.showPopover();
    list.append(toast);
  }

  return { say, clear: () => list.remove() };
}

/** @param {HTMLElement} root */
export function createAnnouncer(root) {
  const el = h("div", { class: "unseen", "aria-live": "polite" });
  root.append(el);
  return (/** @type {string} */ text) => setText(el, text);
}
