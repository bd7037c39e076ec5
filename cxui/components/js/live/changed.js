/**
 * Telling Streamlit that something changed: at once the first time, then at most twice
 * a second, and never under somebody's hand. Its triggers are pings, not messages.
 */

const PAUSE = 500;
/** What is worked out beside, a moment after the change that it is about. */
const BESIDE = /^(holds|firm|ask)(\/|$)/;

/** @typedef {import("../types").Message} Message */

/**
 * Whether what the script draws can be old after a message. How firmly a ranking holds is
 * drawn by the browser alone: a rerun for it would only come between people and their page.
 * @param {Message} message
 */
export function concernsScript(message) {
  if (message.kind === "bye") return true;
  return message.kind === "change" && !Object.keys(message.set).every((key) => BESIDE.test(key));
}

/**
 * @param {() => void} ping
 * @param {() => boolean} busy somebody drags or types here
 * @param {{now(): number, later(act: () => void, ms: number): unknown}} clock
 */
export function createNotifier(ping, busy, clock) {
  let last = -Infinity;
  let waiting = false;
  let stopped = false;

  function attempt() {
    waiting = false;
    if (stopped) return;
    if (busy()) return wait(PAUSE);
    last = clock.now();
    ping();
  }

  /** @param {number} ms */
  function wait(ms) {
    if (waiting) return;
    waiting = true;
    clock.later(attempt, ms);
  }

  return {
    changed: () => wait(Math.max(0, last + PAUSE - clock.now())),
    stop: () => { stopped = true; },
  };
}

/** So long a page change that was asked for may take to be known to the browser. */
const GOING = 3_000;

/**
 * Knows that somebody may be going to another page: they clicked beside our own part, went
 * back, or are led. A rerun that is asked for just then still names the page that they come
 * from, and Streamlit would run it last and leave the new page empty.
 * @param {EventTarget} root
 * @param {() => number} now
 * @param {EventTarget} [win]
 */
export function createGoing(root, now, win = window) {
  let since = -Infinity;
  const note = () => { since = now(); };
  /** @param {Event} event */
  const clicked = (event) => { if (!event.composedPath().includes(root)) note(); };
  win.addEventListener("click", clicked, { capture: true });
  win.addEventListener("popstate", note);
  return {
    note,
    on: () => now() - since < GOING,
    stop() {
      win.removeEventListener("click", clicked, { capture: true });
      win.removeEventListener("popstate", note);
    },
  };
}
