/** How others come in: code, QR code, address, and one link for each role. */

import { h, setAttr, setClass, setText } from "../parts/dom.js";
import { createAsking, perform } from "./act.js";
import { createQr } from "./qr.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").Links} Links */
/** @typedef {import("../types").View} View */
/** @typedef {keyof Links["urls"]} Role */

/** @type {[Role, string, string][]} */
const ROLES = [
  ["participant", "Participants", "rate and build"],
  ["observer", "Observers", "look on"],
  ["facilitator", "Facilitators", "lead, as you do"],
];

/** @param {Context} ctx */
export function createJoin(ctx) {
  const qr = createQr();
  const code = h("p", { class: "join-code" });
  const address = h("p", { class: "join-address" });
  const help = h("p", { class: "join-help" });
  const arrived = h("p", { class: "join-arrived", "aria-live": "polite" });
  const make = h("button", { type: "button", class: "button", onclick: () => void perform(ctx, { do: "make_link", right: "code" }, "A new code.") });
  const withdraw = createAsking({
    label: "Withdraw", yes: "Withdraw it", no: "Keep it",
    ask: () => "Nobody can join with this code any more. Who is in stays in.",
    act: () => void perform(ctx, { do: "withdraw", right: "code" }, "The code is withdrawn."),
  });
  const links = ROLES.map((role) => createLink(ctx, role));
  const el = h("section", { class: "lead-part", "aria-label": "Join" },
    h("div", { class: "join-top" }, qr.el, h("div", { class: "join-words" }, code, address, arrived)), help,
    h("div", { class: "lead-row" }, make, withdraw.el),
    h("details", { class: "lead-more" }, h("summary", {}, "A link for each role"), ...links.map((link) => link.el)));

  /** @param {View} view */
  function update(view) {
    const known = view.links;
    qr.update(known?.qr);
    setText(code, known?.code ?? "No code");
    setText(address, known?.code ? known.address : "Nobody can join by code now.");
    setText(help, known?.help);
    help.hidden = !known?.help || known.arrived > 0;
    setText(arrived, known ? arrivals(known.arrived) : "");
    setClass(arrived, "some", known?.arrived);
    setText(make, known?.code ? "Make a new code" : "Make a code");
    withdraw.el.hidden = !known?.code;
    links.forEach((link) => link.update(known));
  }

  return { el, update };
}

/** @param {number} count */
export function arrivals(count) {
  return count === 0 ? "Nobody has arrived yet" : count === 1 ? "1 has arrived" : `${count} have arrived`;
}

/**
 * @param {Context} ctx
 * @param {[Role, string, string]} role
 */
function createLink(ctx, [right, name, may]) {
  const url = h("input", {
    class: "input link-url", type: "text", readonly: true, "aria-label": `Link for ${name.toLowerCase()}`,
    onfocus: () => url.select(),
  });
  const copy = h("button", { type: "button", class: "button", onclick: () => void copyFrom(ctx, url) }, "Copy");
  const make = h("button", { type: "button", class: "button", onclick: () => void perform(ctx, { do: "make_link", right }, `A new link for ${name.toLowerCase()}.`) });
  const withdraw = createAsking({
    label: "Withdraw", yes: "Withdraw it", no: "Keep it",
    ask: () => "Nobody can come in by this link any more. Who is in stays in.",
    act: () => void perform(ctx, { do: "withdraw", right }, "The link is withdrawn."),
  });
  const line = h("div", { class: "link-line" }, url, copy);
  const el = h("div", { class: "link-role", role: "group", "aria-label": name },
    h("p", {}, h("strong", {}, name), h("span", { class: "quiet" }, ` ${may}`)), line,
    h("div", { class: "lead-row" }, make, withdraw.el));
  return {
    el,
    update(/** @type {Links | null} */ links) {
      const now = links?.urls[right] ?? null;
      if (url.value !== (now ?? "")) url.value = now ?? "";
      line.hidden = !now;
      withdraw.el.hidden = !now;
      setText(make, now ? "Make a new link" : "Make a link");
      setAttr(make, "aria-label", `${now ? "Make a new link" : "Make a link"} for ${name.toLowerCase()}`);
    },
  };
}

/**
 * Plain http has no clipboard: there the text is marked, to be copied by hand.
 * @param {Context} ctx
 * @param {HTMLInputElement} field
 */
export async function copyFrom(ctx, field) {
  try {
    await navigator.clipboard.writeText(field.value);
    ctx.toasts.say("Copied.");
  } catch {
    field.focus();
    field.select();
    ctx.toasts.say("The link is marked: copy it with Ctrl+C, or hold it with a finger.");
  }
}
