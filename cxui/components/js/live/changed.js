/**
 * Telling Streamlit that something changed: at once the first time, then at most twice
 * a second, and never under somebody's hand. Its triggers are pings, not messages.
 */

const PAUSE = 500;

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
