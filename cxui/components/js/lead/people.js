/** Who is in this workshop, and who waits to be let back into their seat. */

import { h, keyed, setAttr, setClass, setText } from "../parts/dom.js";
import { initials } from "../parts/text.js";
import { createAsking, perform } from "./act.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").View} View */

/** @type {Record<string, string>} */
const ROLE_WORDS = { facilitator: "leads", participant: "participant", observer: "looks on" };

/** @param {Context} ctx */
export function createPeople(ctx) {
  const title = h("summary", {});
  const list = h("ul", { class: "people" });
  const el = h("details", { class: "lead-part lead-more people-part" }, title, list);

  /** @param {View} view */
  function update(view) {
    setText(title, `People (${view.people.length})`);
    keyed(list, view.people.map((person) => person.id), (id) => createPerson(ctx, id), (person) => person.update(view));
  }

  return { el, update };
}

/**
 * @param {Context} ctx
 * @param {string} id
 */
function createPerson(ctx, id) {
  const face = h("span", { class: "face", "aria-hidden": "true" });
  const name = h("span", { class: "person-name", dir: "auto" });
  const role = h("span", { class: "quiet" });
  const called = () => ctx.view().people.find((each) => each.id === id)?.name ?? "";
  const remove = createAsking({
    label: "Remove", yes: "Remove", no: "Cancel",
    ask: () => `Take ${called()} out? What they rated does not count any more.`,
    act: () => void perform(ctx, { do: "remove_person", participant: id }, `${called()} is removed.`),
  });
  const hand = createAsking({
    label: "Hand over", yes: "Hand over", no: "Cancel",
    ask: () => `${called()} leads from then on, in your place.`,
    act: () => void perform(ctx, { do: "hand_over", participant: id }, `${called()} leads now.`),
  });
  const acts = h("div", { class: "lead-row person-acts" }, hand.el, remove.el);
  const el = h("li", { class: "person" }, face, h("span", { class: "person-words" }, name, role), acts);

  /** @param {View} view */
  function update(view) {
    const person = view.people.find((each) => each.id === id);
    const here = view.here.some((each) => each.participant === id);
    const me = view.me.participant === id;
    setText(face, initials(person?.name ?? ""));
    setClass(face, "away", !here);
    setText(name, person?.name);
    const words = [me ? "you" : ROLE_WORDS[person?.right ?? ""] ?? "", here ? "here" : "not here"];
    setText(role, words.filter(Boolean).join(" · "));
    acts.hidden = me;
    hand.el.hidden = !here || person?.right === "facilitator";
    setAttr(remove.button, "aria-label", `Remove ${person?.name}`);
    setAttr(hand.button, "aria-label", `Hand over to ${person?.name}`);
  }

  return { el, update };
}

/**
 * "Somebody says they are Ana": asked of the facilitator and of Ana's own devices, on
 * every screen, until somebody has answered.
 * @param {Context} ctx
 */
export function createClaims(ctx) {
  const list = h("div", { class: "claims", role: "status", popover: "manual" });

  /** @param {View} view */
  function update(view) {
    keyed(list, view.claims.map((each) => each.claim), (claim) => createClaim(ctx, claim), (part, _, i) => part.update(view.claims[i].name));
    if (!list.isConnected || !list.showPopover) return;
    const open = list.matches(":popover-open");
    if (view.claims.length && !open) list.showPopover();
    if (!view.claims.length && open) list.hidePopover();
  }

  return { el: list, update };
}

/**
 * @param {Context} ctx
 * @param {string} claim
 */
function createClaim(ctx, claim) {
  const text = h("p", { dir: "auto" });
  /** @param {boolean} yes */
  const answer = (yes) => void perform(ctx, { do: "answer_claim", claim, yes });
  const el = h("div", { class: "claim", role: "group" }, text,
    h("div", { class: "lead-row" },
      h("button", { type: "button", class: "button strong", onclick: () => answer(true) }, "Yes, let them in"),
      h("button", { type: "button", class: "button", onclick: () => answer(false) }, "No")));
  return {
    el,
    update(/** @type {string} */ name) {
      setText(text, `Somebody at another device says they are “${name}”. Is that so?`);
      setAttr(el, "aria-label", text.textContent);
    },
  };
}
