/**
 * On pages other than the journey: goes where the facilitator brings everyone, and
 * says where this tab is. It draws nothing.
 */

import { linkTo } from "../live/socket.js";

/** @typedef {import("../types").Message} Message */
/**
 * @typedef {object} FollowArgs
 * @property {{room: string, base: string, page: string}} data
 * @property {HTMLElement | ShadowRoot} parentElement
 * @property {(name: string, value: unknown) => void} setTriggerValue
 */

/** @type {WeakMap<HTMLElement | ShadowRoot, ReturnType<typeof mount>>} */
const followers = new WeakMap();

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
  const link = linkTo(first.data.room, first.data.base);
  const leave = link.subscribe(heard);
  link.attend();

  /** @param {Message} message */
  function heard(message) {
    if (message.kind === "bring" && message.page !== args.data.page) {
      link.brought = message; // for the board, once it is there
      args.setTriggerValue("bring", message.page);
    }
    if (message.kind === "view") sayWhere();
  }

  // The board says this by itself, and more exactly.
  function sayWhere() {
    if (args.data.page !== "journey") link.send({ kind: "at", page: args.data.page, focus: "", busy: "" });
  }

  return {
    update(/** @type {FollowArgs} */ next) {
      const moved = next.data.page !== args.data.page;
      args = next;
      if (moved) sayWhere();
    },
    stop: leave,
  };
}
