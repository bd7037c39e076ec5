/**
 * Tells the others where I drag or type: at most four times a second, and the end of it
 * always. It only watches the board; no gesture knows of it.
 */

import { isTextField } from "../parts/dom.js";
import { isGestureKey, KEYS_END_AFTER } from "../parts/gesture.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {{focus: string, busy: "" | "drag" | "type"}} Where */

const PAUSE = 250;
/** So long after the last key somebody does not type any more. */
const TYPED_UNTIL = 4_000;

/** @type {Where} */
const NOWHERE = { focus: "", busy: "" };

/**
 * Sends the newest of what it is told, never the same twice.
 * @param {(where: Where) => void} send
 * @param {{now(): number, later(act: () => void, ms: number): unknown}} clock
 */
export function createTeller(send, clock) {
  let told = NOWHERE;
  let newest = NOWHERE;
  let last = -Infinity;
  let waiting = false;

  function attempt() {
    waiting = false;
    if (same(newest, told)) return;
    told = newest;
    last = clock.now();
    send(told);
  }

  return {
    /** @param {Where} where */
    tell(where) {
      newest = where;
      if (waiting || same(newest, told)) return;
      const rest = last + PAUSE - clock.now();
      if (rest <= 0) return attempt();
      waiting = true;
      clock.later(attempt, rest);
    },
    /** The other end knows nothing: after a new connection. */
    again() {
      told = newest;
      last = clock.now();
      send(told);
    },
  };
}

/**
 * @param {Where} a
 * @param {Where} b
 */
const same = (a, b) => a.focus === b.focus && a.busy === b.busy;

/**
 * @param {Context} ctx
 * @param {() => boolean} shown what is done on other screens is nobody else's business
 */
export function createWhereabouts(ctx, shown) {
  const teller = createTeller(
    (where) => ctx.link.send({ kind: "at", page: "journey", ...where }),
    { now: () => performance.now(), later: (act, ms) => setTimeout(act, ms) },
  );
  let held = false;
  let timer = 0;

  /** @param {EventTarget | undefined} target */
  function placeOf(target) {
    const at = target instanceof Element ? target.closest("[data-touchpoint], [data-stage]") : null;
    return at?.getAttribute("data-touchpoint") ?? at?.getAttribute("data-stage") ?? "";
  }

  /**
   * @param {Event} event
   * @param {Where["busy"]} busy
   * @returns {() => void} says that it is over
   */
  function say(event, busy) {
    clearTimeout(timer);
    const focus = placeOf(event.composedPath()[0]);
    teller.tell(shown() ? { focus, busy } : NOWHERE);
    return () => teller.tell(shown() ? { focus, busy: "" } : NOWHERE);
  }

  /** @param {Event} event */
  const isGrip = (event) => event.composedPath().some((each) => each instanceof Element && each.matches?.(".handle, .grip"));

  /** @type {Record<string, (event: any) => void>} */
  const listeners = {
    focusin: (event) => { if (!held) say(event, ""); },
    focusout(event) {
      if (!held && isTextField(event.composedPath()[0])) say(event, "");
    },
    input(event) {
      if (!isTextField(event.composedPath()[0])) return;
      timer = window.setTimeout(say(event, "type"), TYPED_UNTIL);
    },
    pointermove(event) {
      if (held || !event.buttons || ctx.hand === null) return;
      held = true;
      say(event, "drag");
    },
    pointerup: letGo,
    pointercancel: letGo,
    lostpointercapture: letGo,
    keydown(event) {
      if (!isGrip(event) || !isGestureKey(event.key)) return;
      timer = window.setTimeout(say(event, "drag"), KEYS_END_AFTER);
    },
  };

  /** @param {Event} event */
  function letGo(event) {
    if (held) say(event, "");
    held = false;
  }

  Object.entries(listeners).forEach(([name, listener]) => ctx.root.addEventListener(name, listener));
  teller.again();
  return {
    again: teller.again.bind(teller),
    stop() {
      clearTimeout(timer);
      Object.entries(listeners).forEach(([name, listener]) => ctx.root.removeEventListener(name, listener));
      ctx.link.send({ kind: "at", page: "journey", ...NOWHERE });
    },
  };
}
