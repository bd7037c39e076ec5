/**
 * On every page: goes where the facilitator brings everyone, where a link of this page
 * leads, and to the round that is open; shows the place that the script has led to; and
 * says where this tab is. It draws nothing.
 */

import { linkTo } from "../live/socket.js";
import { reader, viewOf } from "../live/state.js";
import { isTextField } from "../parts/dom.js";
import { roundPage } from "../screens.js";

/** @typedef {import("../types").Message} Message */
/** @typedef {import("../types").PageName} PageName */
/** @typedef {{id: string, page: string, journey: string, touchpoint: string}} Place */
/**
 * @typedef {object} FollowArgs
 * @property {{room: string, base: string, page: string, place: Place | null}} data
 * @property {HTMLElement | ShadowRoot} parentElement
 * @property {(name: string, value: unknown) => void} setTriggerValue
 */

/** @type {Set<string>} */
const LIVE = new Set(["journey", "promise", "people", "matters", "evidence", "behind", "checkup", "walk", "compare"]);

const TRIES = 4;
const AGAIN_AFTER = 2_500;

/** @type {WeakMap<HTMLElement | ShadowRoot, ReturnType<typeof mount>>} */
const followers = new WeakMap();
/** @type {string | null} the place shown last: the script passes it again at every run */
let arrived = null;

/** @param {FollowArgs} args */
export default function follow(args) {
  const { parentElement } = args;
  const there = followers.get(parentElement) ?? mount(args);
  followers.set(parentElement, there);
  there.update(args);
  return () => {
    followers.delete(parentElement);
    there.stop();
  };
}

/** @param {FollowArgs} first */
function mount(first) {
  let args = first;
  /** @type {Message | null} where to go once nothing is being typed here */
  let due = null;
  let asking = 0;
  const link = linkTo(first.data.room, first.data.base);
  const leave = link.subscribe(heard);
  link.attend(pageOf(first.data.page));
  document.addEventListener("focusout", later);

  /** @param {Message} message */
  function heard(message) {
    if (message.kind === "go") go(message);
    if (message.kind === "bring") lead(message);
    if (message.kind === "view" || message.kind === "change") toRound();
    if (message.kind === "view") sayWhere();
  }

  /** @param {Message} message */
  function go(message) {
    due = null;
    if (message.page === args.data.page) return;
    link.brought = message; // for the page, once it is there
    ask(message.page, TRIES);
  }

  /**
   * A busy server may pass over a trigger: it is asked again until the page has come.
   * @param {string} page
   * @param {number} left how often
   */
  function ask(page, left) {
    clearTimeout(asking);
    if (!left || page === args.data.page) return;
    args.setTriggerValue("bring", page);
    asking = window.setTimeout(ask, AGAIN_AFTER, page, left - 1);
  }

  /**
   * Nobody is taken away from what they type: it waits until they are done.
   * @param {Message} message
   */
  function lead(message) {
    if (message.page === args.data.page) return;
    due = message;
    if (!isTyping()) go(message);
  }

  function later() {
    setTimeout(() => { if (due && !isTyping()) go(due); });
  }

  /** Whoever takes part answers an open round, wherever they are. */
  function toRound() {
    if (args.data.page === "journey") return;
    const page = roundPage(viewOf(reader(link.table), link.here));
    if (page) lead({ kind: "bring", page, journey: null, touchpoint: null });
  }

  /** @param {Place | null} place where the script has led this tab, on its own page */
  function arrive(place) {
    if (!place || place.id === arrived || place.page !== args.data.page) return;
    arrived = place.id;
    const { page, journey, touchpoint } = place;
    link.brought = { kind: "go", page, journey, touchpoint };
    link.go(page, { journey, touchpoint }); // a page that is there already looks at once
  }

  // The board says this by itself, and more exactly.
  function sayWhere() {
    if (args.data.page !== "journey") link.send({ kind: "at", page: args.data.page, focus: "", busy: "" });
  }

  return {
    update(/** @type {FollowArgs} */ next) {
      const moved = next.data.page !== args.data.page;
      args = next;
      if (moved) clearTimeout(asking);
      if (moved) sayWhere();
      arrive(next.data.place);
    },
    stop() {
      document.removeEventListener("focusout", later);
      clearTimeout(asking);
      leave();
    },
  };
}

/**
 * @param {string} name of a page
 * @returns {PageName} the page whose state it shows; that of the journey where it shows none
 */
function pageOf(name) {
  return LIVE.has(name) ? /** @type {PageName} */ (name) : "journey";
}

/** Also inside the shadow roots of components. */
function isTyping() {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return isTextField(active);
}
