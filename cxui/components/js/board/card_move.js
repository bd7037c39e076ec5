/** Dragging a card to another place or stage, with a marker where it would go. */

import { setClass } from "../parts/dom.js";
import { dropPlace, mayShape, putTouchpoint } from "../map/structure.js";

/** @typedef {import("../types").Context} Context */

const FAR_ENOUGH = 6;

/**
 * With a finger the board scrolls instead; the menu moves cards there.
 * @param {Context} ctx
 * @param {{id: string, card: HTMLElement, list: HTMLElement, marker: HTMLElement, busy: () => boolean}} options
 */
export function makeMovable(ctx, { id, card, list, marker, busy }) {
  /** @type {{x: number, y: number} | null} */
  let start = null;
  let moving = false;
  /** @type {{stage: string, after: string} | null} */
  let place = null;

  /** @param {PointerEvent} event */
  function pressed(event) {
    const plain = event.button === 0 && event.pointerType !== "touch";
    if (!plain || busy() || !mayShape(ctx.view())) return;
    if (/** @type {Element} */ (event.target).closest("button, input, textarea, .pips")) return;
    start = { x: event.clientX, y: event.clientY };
    card.setPointerCapture(event.pointerId);
  }

  /** @param {PointerEvent} event */
  function moved(event) {
    if (!start) return;
    const far = Math.hypot(event.clientX - start.x, event.clientY - start.y);
    if (!moving && far < FAR_ENOUGH) return;
    if (!moving) begin();
    card.style.transform = `translate(${event.clientX - start.x}px, ${event.clientY - start.y}px) rotate(1.5deg)`;
    aim(event.clientX);
  }

  function begin() {
    moving = true;
    setClass(card, "flying", true);
    ctx.hand = { keys: new Map(), label: "card" };
  }

  /** @param {number} clientX */
  function aim(clientX) {
    const { columns } = ctx.view();
    const rect = list.getBoundingClientRect();
    const at = ((clientX - rect.left) / rect.width) * columns.length;
    const slot = Math.min(columns.length, Math.max(0, Math.round(at)));
    place = dropPlace(columns, slot, Math.floor(at), id);
    marker.hidden = false;
    marker.style.left = `${(slot / columns.length) * 100}%`;
  }

  /** @param {boolean} keep */
  function end(keep) {
    const target = place;
    const wasMoving = moving;
    start = null;
    moving = false;
    place = null;
    if (!wasMoving) return;
    ctx.hand = null;
    marker.hidden = true;
    card.style.transform = "";
    setClass(card, "flying", false);
    card.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => card.removeEventListener("click", swallow, { capture: true }), 0);
    if (keep && target) void ctx.run(putTouchpoint(id, target.stage, target.after));
  }

  /** @param {Event} event a drag is no click */
  function swallow(event) {
    event.stopImmediatePropagation();
    event.preventDefault();
  }

  card.addEventListener("pointerdown", pressed);
  card.addEventListener("pointermove", moved);
  card.addEventListener("pointerup", () => end(true));
  card.addEventListener("pointercancel", () => end(false));
  card.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && moving) end(false);
  });
}
