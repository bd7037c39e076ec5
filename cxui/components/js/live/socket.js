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
  let wait = FIRST_WAIT;
  let timer = 0;
  let leaving = 0;
  /** @type {Set<string>} */
  const flying = new Set();
  let again = 0;

  /** @type {Link} */
  const link = {
    table: EMPTY,
    here: [],
    connected: false,
    ended: null,
    look(id) {
      if (id === journey) return;
      const first = journey === undefined;
      journey = id;
      link.table = { ...link.table, known: false };
      if (first) connect();
      else hello();
    },
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
    transmit({ kind: "hello", room, tab: TAB, since, view: { journey: journey ?? null } });
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
    if (new TextEncoder().encode(JSON.stringify(each)).length > MOST_BYTES) {
      return Promise.resolve({ ok: false, rev: 0, note: null, error: "TooLong", text: TOO_LONG, now: null });
    }
    pending.add(each);
    flush();
    tell({ kind: "waiting" });
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
    if (message.kind === "ok" || message.kind === "no") answer(message);
    if (message.kind === "bye") farewell(message);
    tell(message);
  }

  /** @param {Message} message */
  function answer(message) {
    const ok = message.kind === "ok";
    flying.delete(message.id);
    if (!ok && AGAIN.has(message.error)) return tryAgain();
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
