/** The countdown that everybody sees, and what is said aloud of it. */

import { h, icon, setAttr, setClass, setText } from "./dom.js";

/** @typedef {import("../types").Link} Link */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** How long "time is up" stands before it goes by itself. */
const OVER_FOR = 10 * MINUTE;

/**
 * Rounded up: it says 0:00 only when nothing is left.
 * @param {number} ms
 * @returns {string} such as 3:42
 */
export function clockText(ms) {
  const seconds = Math.max(0, Math.ceil(ms / SECOND));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/**
 * What is said aloud when a countdown goes from one moment to a later one.
 * @param {number} before
 * @param {number} now
 * @returns {string | null}
 */
export function spoken(before, now) {
  if (before > 0 && now <= 0) return "Time is up.";
  if (before > MINUTE && now <= MINUTE && now > 0) return "One minute left.";
  return null;
}

/**
 * Ticks by itself while there is a countdown.
 * @param {Link} link
 * @param {(text: string) => void} [announce] only one of them on a page says it aloud
 * @returns {{el: HTMLElement, update(): void, stop(): void}}
 */
export function createCountdown(link, announce) {
  const running = icon("clock");
  const ending = icon("glass");
  const text = h("span", {});
  const el = h("span", { class: "countdown", role: "timer", hidden: true }, running, ending, text);
  let timer = 0;
  /** @type {number | null} */
  let last = null;

  function update() {
    clearTimeout(timer);
    const left = link.ends === null ? null : link.ends - performance.now();
    el.hidden = left === null || left < -OVER_FOR;
    if (left === null) {
      last = null;
      return;
    }
    draw(left);
    const said = last === null ? null : spoken(last, left);
    last = left;
    if (said) announce?.(said);
    if (left > 0) timer = window.setTimeout(update, (left % SECOND) + 20);
    else if (!el.hidden) timer = window.setTimeout(update, left + OVER_FOR + SECOND);
  }

  /** @param {number} left */
  function draw(left) {
    const over = left <= 0;
    const soon = !over && left <= MINUTE;
    setAttr(running, "hidden", soon || over);
    setAttr(ending, "hidden", !soon && !over);
    setText(text, over ? "time is up" : clockText(left));
    setAttr(el, "aria-label", over ? null : `${clockText(left)} left`);
    setClass(el, "soon", soon);
    setClass(el, "over", over);
  }

  return { el, update, stop: () => clearTimeout(timer) };
}
