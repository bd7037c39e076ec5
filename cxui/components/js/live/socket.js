/**
 * The one WebSocket of this browser tab, shared by every component on the page, and
 * the table of state it keeps. See docs/live.md.
 */

import { newId } from "./ids.js";
import { createPending } from "./pending.js";
import { EMPTY, receive } from "./state.js";

/** @typedef {import("../types").Answer} Answer */
/** @typedef {import("../types").Command} Command */
/** @typedef {import("../types").Link} Link */
/** @typedef {import("../types").Message} Message */
/** @typedef {import("../types").Order} Order */

const FIRST_WAIT = 200;
const LONGEST_WAIT = 5_000;
const KEEP_OPEN = 3_000;
const FINAL = new Set(["gone", "not_allowed"]);
/** Refused for now only: kept, and sent again. */
const AGAIN = new Set(["NotSaved", "TooFast"]);
const AGAIN_AFTER = 1_500;
/** Orders that mean "now": sent once, over the line that stands, and never kept. */
const NOW_ONLY = new Set(["lead"]);
const NOT_SENT = "Not connected: nothing was done. Try again when the connection is back.";
const LINE_LOST = "The connection was lost. Look whether it was done before you try again.";
/** Orders under way at once, so that a long list of kept ones is no flood. */
const FLYING = 15;
/** Bytes that a message may have; see FRAME_BYTES of the server. */
const MOST_BYTES = 62_000;
const TOO_LONG = "This is too long to be sent at once. Your text is kept here: shorten it, or save it in two parts.";

/** Names this browser window to the server. */
const TAB = newId();

/** @type {Map<string, Link>} */
const links = new Map();

/**
 * @param {string} room
 * @param {string} base the path the app is served under
 * @returns {Link}
 */
export function linkTo(room, base) {
  const key = `${base}|${room}`;
  const link = links.get(key) ?? openLink(room, base, () => links.delete(key));
  links.set(key, link);
  return link;
}

/** @param {string} base */
function address(base) {
  const url = new URL(`${base}/live/room`, location.origin);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return url.href;
}

/**
 * @param {string} error
 * @param {string} text
 * @returns {Answer}
 */
const refusal = (error, text) => ({ ok: false, rev: 0, note: null, error, text, now: null });

/** @returns {Storage} */
function storage() {
  return sessionStorage;
}

/**
 * @param {string} room
 * @param {string} base
 * @param {() => void} forget
 * @returns {Link}
 */
function openLink(room, base, forget) {
  const pending = createPending(storage(), `cx.pending.${room}`);
  /** @type {Set<(message: Message) => void>} */
  const listeners = new Set();
  /** @type {Map<string, (answer: Answer) => void>} */
  const asked = new Map();
  /** @type {WebSocket | null} */
  let socket = null;
  /** @type {string | null | undefined} */
  let journey;
  /** @type {import("../types").PageName} */
  let page = "journey";
  let screen = false;
  let wait = FIRST_WAIT;
  let timer = 0;
  let leaving = 0;
  /** @type {Set<string>} */
  const flying = new Set();
  /** @type {Set<string>} orders of the moment that have no answer yet */
  const moments = new Set();
  let again = 0;

  /** @type {Link} */
  const link = {
    table: EMPTY,
    here: [],
    brought: null,
    connected: false,
    ended: null,
    ends: null,
    look(id, of = "journey", projector = false) {
      if (id === journey && of === page && projector === screen) return;
      const first = journey === undefined;
      journey = id;
      page = of;
      screen = projector;
      link.table = { ...link.table, known: false };
      if (first) connect();
      else hello();
    },
    attend(of) {
      if (journey === undefined) link.look(null, of);
    },
    go: (to, place = {}) => tell({ kind: "go", page: to, journey: null, touchpoint: null, ...place }),
    subscribe(listener) {
      clearTimeout(leaving);
      listeners.add(listener);
      if (journey !== undefined) connect();
      return () => {
        listeners.delete(listener);
        if (!listeners.size) leaving = window.setTimeout(leave, KEEP_OPEN);
      };
    },
    send: (message) => transmit(message),
    order: (wish) => order({ ...wish, id: newId() }),
    waiting: () => pending.shown(),
  };

  function connect() {
    clearTimeout(timer);
    if (link.ended || (socket && socket.readyState <= WebSocket.OPEN)) return;
    const mine = new WebSocket(address(base));
    socket = mine;
    mine.addEventListener("open", () => {
      hello();
      flush();
    });
    mine.addEventListener("message", (event) => take(JSON.parse(event.data)));
    mine.addEventListener("close", () => {
      if (socket === mine) lost();
    });
  }

  function hello() {
    const since = link.table.known ? link.table.rev : null;
    transmit({ kind: "hello", room, tab: TAB, since, view: { journey: journey ?? null, page, ...(screen && { screen }) } });
  }

  /** @param {Message | Order} message */
  function transmit(message) {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  }

  /**
   * @param {Order} each
   * @returns {Promise<Answer>}
   */
  function order(each) {
    if (new TextEncoder().encode(JSON.stringify(each)).length > MOST_BYTES) return Promise.resolve(refusal("TooLong", TOO_LONG));
    if (NOW_ONLY.has(each.kind)) return orderNow(each);
    pending.add(each);
    flush();
    tell({ kind: "waiting" });
    return new Promise((resolve) => asked.set(each.id, resolve));
  }

  /**
   * Nobody wants a reveal of an hour ago: what cannot be done now is given up.
   * @param {Order} each
   * @returns {Promise<Answer>}
   */
  function orderNow(each) {
    if (socket?.readyState !== WebSocket.OPEN) return Promise.resolve(refusal("NotConnected", NOT_SENT));
    moments.add(each.id);
    transmit(each);
    return new Promise((resolve) => asked.set(each.id, resolve));
  }

  /** Send what waits, in order, a few at a time. */
  function flush() {
    if (again || socket?.readyState !== WebSocket.OPEN) return;
    for (const { rev, ...each } of pending.open()) {
      if (flying.size >= FLYING) return;
      if (flying.has(each.id)) continue;
      flying.add(each.id);
      transmit(each);
    }
  }

  function tryAgain() {
    again ||= window.setTimeout(() => {
      again = 0;
      flush();
    }, AGAIN_AFTER);
  }

  function lost() {
    link.connected = false;
    flying.clear();
    for (const id of moments) answer({ kind: "no", id, error: "NotConnected", text: LINE_LOST });
    tell({ kind: "status" });
    if (link.ended || !listeners.size) return;
    timer = window.setTimeout(connect, wait * (0.75 + Math.random() / 2));
    wait = Math.min(LONGEST_WAIT, wait * 2);
  }

  /** @param {Message} message */
  function take(message) {
    if (!link.connected) {
      link.connected = true;
      wait = FIRST_WAIT;
      tell({ kind: "status" });
    }
    link.table = receive(link.table, message);
    if (message.kind === "view" || message.kind === "change") pending.reached(message.rev);
    if (message.kind === "who") link.here = message.here ?? [];
    if (message.kind === "timer") link.ends = message.ms_left === null ? null : performance.now() + message.ms_left;
    if (message.kind === "ok" || message.kind === "no") answer(message);
    if (message.kind === "bye") farewell(message);
    tell(message);
  }

  /** @param {Message} message */
  function answer(message) {
    const ok = message.kind === "ok";
    flying.delete(message.id);
    if (!moments.delete(message.id) && !ok && AGAIN.has(message.error)) return tryAgain();
    if (ok) pending.accept(message.id, message.rev, link.table.rev);
    else pending.refuse(message.id);
    asked.get(message.id)?.({
      ok, rev: message.rev ?? 0, note: message.note ?? null, error: message.error ?? "",
      text: message.text ?? "", now: message.now ?? null,
    });
    message.mine = asked.delete(message.id);
    message.final = true;
    flush();
  }

  /** @param {Message} message */
  function farewell(message) {
    if (FINAL.has(message.reason)) link.ended = message.text || "This workshop is closed.";
    if (message.reason === "flood" || message.reason === "too_many") wait = LONGEST_WAIT;
    socket?.close();
  }

  function leave() {
    link.ended = "left";
    socket?.close();
    clearTimeout(timer);
    window.removeEventListener("online", hurry);
    document.removeEventListener("visibilitychange", hurry);
    forget();
  }

  function hurry() {
    if (document.visibilityState === "visible" && journey !== undefined && listeners.size) connect();
  }

  /** @param {Message} message */
  function tell(message) {
    listeners.forEach((listener) => listener(message));
  }

  window.addEventListener("online", hurry);
  document.addEventListener("visibilitychange", hurry);
  return link;
}
