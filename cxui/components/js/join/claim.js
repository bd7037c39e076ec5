/** "I am already here": back to one's own seat, once somebody has said yes. */

import { forget, recall, remember } from "../live/drafts.js";
import { h, keyed, setAttr, setText } from "../parts/dom.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").View} View */

/**
 * @param {Context} ctx
 * @param {() => void} back
 */
export function createClaim(ctx, back) {
  const title = h("h1", { class: "ask", tabindex: "-1" });
  const hint = h("p", { class: "ask-hint", role: "status" });
  const list = h("div", { class: "claim-people" });
  const again = h("button", {
    type: "button", class: "button wide", onclick: () => { if (asked) void claim(asked); },
  }, "Ask again");
  const leave = h("button", { type: "button", class: "button wide", onclick: giveUp }, "I am new here");
  const el = h("div", { class: "page" }, title, hint, list, again, leave);
  const key = `cx.claim.${ctx.view().room.id}`;
  /** The participant that somebody has to confirm; also after a reload. @type {string | null} */
  let asked = recall(key);

  function giveUp() {
    keep(null);
    back();
  }

  /** @param {string | null} participant */
  function keep(participant) {
    asked = participant;
    if (participant) remember(key, participant);
    else forget(key);
  }

  /** @param {string} participant */
  async function claim(participant) {
    keep(participant);
    update(ctx.view());
    title.focus({ preventScroll: true });
    const answer = await ctx.order({ kind: "claim", participant });
    if (!answer.ok && asked === participant) keep(null);
    update(ctx.view());
  }

  /** @param {View} view */
  function update(view) {
    const person = view.people.find((each) => each.id === asked);
    const name = person?.name ?? "";
    const id = person ? asked : null;
    say(title, id ? ["You are ", h("bdi", {}, name), "?"] : ["Which of these are you?"]);
    say(hint, id ? [h("bdi", {}, name), "’s device or the facilitator has to say yes. Waiting …"] : ["Your points and notes are waiting for you."]);
    list.hidden = id !== null;
    again.hidden = id === null;
    setAttr(again, "disabled", !ctx.link.connected);
    keyed(list, view.people.map((person) => person.id),
      (person) => ({ el: h("button", { type: "button", class: "choice", dir: "auto", onclick: () => void claim(person) }) }),
      (part, _, i) => {
        setText(part.el, view.people[i].name);
        setAttr(part.el, "disabled", !ctx.link.connected);
      });
  }

  return { el, title, update, waits: () => asked !== null, stop: () => forget(key) };
}

/**
 * A sentence with a name in it, said again only when it is another one.
 * @param {HTMLElement} el
 * @param {(string | HTMLElement)[]} parts
 */
function say(el, parts) {
  const text = parts.map((part) => (typeof part === "string" ? part : part.textContent)).join("");
  if (el.textContent !== text) el.replaceChildren(...parts);
}
