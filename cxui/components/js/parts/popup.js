/**
 * Something small that opens beside a button: a menu, the card editor. It lies in the
 * browser's top layer, closes with Escape or a press elsewhere, and gives focus back.
 */

import { focusIn, h } from "./dom.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").Popup} Popup */

const EDGE = 8;
const SHEET_BELOW = 560;

/** @type {Popup[]} open ones, the topmost last */
const stack = [];

/**
 * @param {Context} ctx
 * @param {HTMLElement} anchor
 * @param {HTMLElement} content
 * @param {{role?: string, label: string, kind: string, sheet?: boolean, onclose?: () => void}} options
 * @returns {Popup}
 */
export function openPopup(ctx, anchor, content, options) {
  const el = h("div", {
    class: `popup popup-${options.kind}`, popover: "manual", role: options.role ?? "dialog",
    "aria-label": options.label, tabindex: "-1",
  }, content);
  const before = focusIn(ctx.root) ?? anchor;
  ctx.root.append(el);
  el.showPopover?.();

  /** @type {Popup} */
  const popup = { el, place, close };
  stack.push(popup);

  function place() {
    const sheet = Boolean(options.sheet) && innerWidth < SHEET_BELOW;
    el.classList.toggle("popup-sheet", sheet);
    if (sheet) {
      el.style.left = "";
      el.style.top = "";
      return;
    }
    const spot = beside(anchor.getBoundingClientRect(), el.offsetWidth, el.offsetHeight);
    el.style.left = `${spot.left}px`;
    el.style.top = `${spot.top}px`;
  }

  /** @param {boolean} [refocus] */
  function close(refocus = true) {
    const at = stack.indexOf(popup);
    if (at < 0) return;
    for (const above of stack.slice(at + 1)) above.close(false);
    stack.splice(stack.indexOf(popup), 1);
    document.removeEventListener("pointerdown", pressed, true);
    removeEventListener("resize", place);
    const held = refocus || focusIn(el) !== null;
    options.onclose?.();
    el.remove();
    if (held) (before.isConnected ? before : anchor).focus({ preventScroll: true });
  }

  /** @param {PointerEvent} event */
  function pressed(event) {
    const path = event.composedPath();
    // toasts and questions lie above everything: to answer them is to go on here
    const above = path.some((each) => each instanceof Element && each.matches(".toasts, .claims"));
    const inside = above || stack.slice(stack.indexOf(popup)).some((each) => path.includes(each.el));
    if (!inside && !path.includes(anchor)) close(false);
  }

  el.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  document.addEventListener("pointerdown", pressed, true);
  addEventListener("resize", place);
  place();
  return popup;
}

/** @param {string} [kind] */
export function closePopups(kind) {
  for (const popup of [...stack].reverse()) {
    if (!kind || popup.el.classList.contains(`popup-${kind}`)) popup.close(false);
  }
}

/**
 * Below the anchor where there is room, else above it, always within the window.
 * @param {DOMRect} rect
 * @param {number} width
 * @param {number} height
 */
function beside(rect, width, height) {
  const left = Math.max(EDGE, Math.min(rect.left, innerWidth - width - EDGE));
  const below = rect.bottom + 4;
  const above = rect.top - 4 - height;
  const fits = below + height <= innerHeight - EDGE;
  const top = fits ? below : above >= EDGE ? above : innerHeight - height - EDGE;
  return { left, top: Math.max(EDGE, top) };
}
