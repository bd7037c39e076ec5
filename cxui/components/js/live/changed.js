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
