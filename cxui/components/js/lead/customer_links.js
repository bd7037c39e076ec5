/** Links by which customers rate a journey themselves: made, handed out, withdrawn. */

import { h, keyed, setAttr, setClass, setText } from "../parts/dom.js";
import { cleanNote } from "../parts/text.js";
import { createAsking, perform } from "./act.js";
import { copyFrom } from "./join.js";
import { createQr } from "./qr.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").View} View */
/**
 * A customer link as the table of state has it.
 * @typedef {object} CustomerLink
 * @property {string} link
 * @property {string} journey
 * @property {string} scenario
 * @property {string} until its last day, as in 2026-11-30
 * @property {boolean} over
 * @property {number} answered
 * @property {number} waiting until the private round is over
 * @property {string | null} url null where it is not known any more
 * @property {{size: number, path: string} | null} qr
 */

const DAYS = 14;

/** @param {Context} ctx */
export function createCustomerLinks(ctx) {
  const title = h("summary", {});
  const list = h("ul", { class: "customer-links" });
  const form = createForm(ctx);
  const el = h("details", { class: "lead-part lead-more customers-part" }, title,
    h("p", { class: "quiet" }, "Customers say how it was for them: on their phone, without an account. It arrives as evidence and as the customers’ curve."),
    list, form.el);

  /** @param {View} view */
  function update(view) {
    const links = linksIn(view);
    setText(title, links.length ? `Ask customers (${links.length})` : "Ask customers");
    keyed(list, links.map(({ link }) => link), (id) => createLink(ctx, id), (part, _, i) => part.update(links[i], view));
    form.update(view);
  }

  return { el, update };
}

/**
 * @param {View} view
 * @returns {CustomerLink[]}
 */
const linksIn = (view) => view.computedFor("customer_links") ?? [];

/**
 * "5 have answered · 2 more after the private round"
 * @param {{answered: number, waiting: number}} counts
 */
export function answersText({ answered, waiting }) {
  const said = answered === 0 ? "Nobody has answered yet" : answered === 1 ? "1 has answered" : `${answered} have answered`;
  return waiting ? `${said} · ${waiting} more after the private round` : said;
}

/**
 * The last day in words, as people write it where they are.
 * @param {{until: string, over: boolean}} link
 */
export function untilText({ until, over }) {
  const day = new Date(`${until}T00:00`).toLocaleDateString([], { day: "numeric", month: "long", year: "numeric" });
  return over ? `ended on ${day}` : `until ${day}`;
}

/**
 * @param {Context} ctx
 * @param {string} link
 */
function createLink(ctx, link) {
  const name = h("strong", { dir: "auto" });
  const until = h("span", { class: "quiet" });
  const scenario = h("p", { class: "quiet", dir: "auto" });
  const answers = h("p", { class: "customer-answers", "aria-live": "polite" });
  const url = h("input", { class: "input link-url", type: "text", readonly: true, onfocus: () => url.select() });
  const copy = h("button", { type: "button", class: "button", onclick: () => void copyFrom(ctx, url) }, "Copy");
  const line = h("div", { class: "link-line" }, url, copy);
  const unknown = h("p", { class: "quiet" }, "Its address was shown before the server was started anew. It still works.");
  const qr = createQr();
  const drawing = h("details", { class: "lead-more" }, h("summary", {}, "QR code"), qr.el);
  const withdraw = createAsking({
    label: "Withdraw", yes: "Withdraw it", no: "Keep it",
    ask: () => "Nobody can answer by this link any more. What has arrived stays.",
    act: () => void perform(ctx, { do: "withdraw_customer_link", link }, "The link is withdrawn."),
  });
  const takeOut = createAsking({
    label: "Take its answers out", yes: "Take them out", no: "Keep them",
    ask: () => "The link is withdrawn, and all that came by it is taken out. Undo brings the answers back.",
    act: () => void perform(ctx, { do: "take_out_customers", link }, "The answers are taken out."),
  });
  const el = h("li", { class: "customer-link" }, h("p", {}, name, " ", until), scenario, answers, line, unknown, drawing,
    h("div", { class: "lead-row" }, withdraw.el, takeOut.el));
  setAttr(qr.el, "aria-label", "QR code for customers");

  /**
   * @param {CustomerLink} made
   * @param {View} view
   */
  function update(made, view) {
    const journey = view.journeys.find(({ id }) => id === made.journey)?.name ?? "A journey that is gone";
    setText(name, journey);
    setText(until, untilText(made));
    setText(scenario, made.scenario);
    setText(answers, answersText(made));
    setClass(answers, "some", made.answered + made.waiting);
    if (url.value !== (made.url ?? "")) url.value = made.url ?? "";
    setAttr(url, "aria-label", `Link for customers: ${journey}`);
    line.hidden = made.url === null;
    unknown.hidden = made.url !== null || made.over;
    drawing.hidden = made.qr === null;
    qr.update(made.qr);
    takeOut.el.hidden = made.answered + made.waiting === 0;
    withdraw.update();
    takeOut.update();
  }

  return { el, update };
}

/** @param {Context} ctx */
function createForm(ctx) {
  const journey = h("select", { class: "input" });
  const scenario = h("textarea", { class: "input", rows: 3, maxlength: 2000, dir: "auto", placeholder: "You fly for the first time, to your sister’s wedding." });
  const until = h("input", { class: "input", type: "date", required: true, min: dayIn(0), value: dayIn(DAYS) });
  const ours = h("p", { class: "quiet", dir: "auto" });
  const form = h("form", { class: "customer-form", onsubmit: (/** @type {Event} */ event) => void make(event) },
    h("label", {}, "Journey", journey),
    h("label", {}, "What customers read first: the situation you ask about", scenario), ours,
    h("label", {}, "Last day", until),
    h("div", { class: "lead-row" }, h("button", { type: "submit", class: "button strong" }, "Make the link")));
  const el = h("details", { class: "lead-more" }, h("summary", {}, "Make a link for customers"), form);
  for (const field of [journey, scenario, until]) field.addEventListener("keydown", (event) => event.stopPropagation());
  journey.addEventListener("change", () => update(ctx.view()));

  /** @param {Event} event */
  async function make(event) {
    event.preventDefault();
    const text = cleanNote(scenario.value).trim();
    if (!text) return scenario.focus();
    const act = { do: "make_customer_link", journey: journey.value, until: until.value, scenario: text };
    const answer = await perform(ctx, act, "The link for customers is made.");
    if (!answer.ok) return scenario.focus();
    scenario.value = "";
    el.open = false;
  }

  /** @param {View} view */
  function update(view) {
    const chosen = journey.value || view.journey?.id;
    keyed(journey, view.journeys.map(({ id }) => id), (id) => ({ el: h("option", { value: id }) }), (part, _, i) => setText(part.el, view.journeys[i].name));
    if (chosen && journey.value !== chosen) journey.value = chosen;
    const told = view.journey?.id === journey.value ? view.journey?.scenario : "";
    setText(ours, told ? `Your scenario: ${told}` : "");
    ours.hidden = !told;
    el.hidden = view.journeys.length === 0;
  }

  return { el, update };
}

/**
 * The day in so many days, as a date field has it.
 * @param {number} days
 */
function dayIn(days) {
  const day = new Date();
  day.setDate(day.getDate() + days);
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
