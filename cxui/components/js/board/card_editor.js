/** The card editor: any value of a moment in two clicks. Light first, more below. */

import { cardMenu } from "./cards.js";
import { createDot, createScale, createSelect, createSwitch } from "../parts/choices.js";
import { h, icon, keyed, setAttr, setText } from "../parts/dom.js";
import { LOCKED } from "./locked.js";
import { createField } from "../parts/field.js";
import { menuButton } from "../parts/menu.js";
import { closePopups, openPopup } from "../parts/popup.js";
import { isLocked, mayShape, rate, setValue } from "../map/structure.js";
import { signed, valenceWord } from "../parts/text.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").Part} Part */
/** @typedef {import("../types").View} View */

/** @type {[string, string][]} */
const CHANNELS = [
  ["web", "Web"], ["app", "App"], ["mail", "Mail"], ["phone", "Phone"], ["chat", "Chat"],
  ["letter", "Letter"], ["store", "Store"], ["on_site", "On site"], ["at_home", "At home"],
  ["machine", "Machine"], ["social_media", "Social media"], ["word_of_mouth", "Word of mouth"], ["other", "Other"],
];
/** @type {[string, string][]} */
const OWNERSHIPS = [
  ["brand", "we do"], ["partner", "a partner does"], ["customer", "the customer does"], ["social", "others around her"],
];
/** @type {[string, string, boolean][]} field, label, several lines */
const MORE = [
  ["action", "What she does", true], ["thoughts", "What she thinks", true],
  ["pain_points", "What hurts or hinders her", true], ["gains", "What she hopes for", true],
  ["front_stage", "Front-stage", true], ["back_stage", "Back-stage", true], ["support", "Support", true],
  ["props", "What she can see or touch", true], ["others_present", "Who else is there", false],
];

/**
 * @param {Context} ctx
 * @param {string} id
 * @param {HTMLElement} anchor
 * @param {() => void} onclose
 */
export function openCardEditor(ctx, id, anchor, onclose) {
  closePopups();
  const parts = [createHead(ctx, id), createRatings(ctx, id), createFacts(ctx, id), createMore(ctx, id)];
  const body = h("div", { class: "editor", "data-touchpoint": id }, ...parts.map((part) => part.el));
  parts.forEach((part) => part.update(ctx.view()));
  const popup = openPopup(ctx, anchor, body, {
    kind: "editor", label: ctx.view().touchpoint(id).name, sheet: true, onclose,
  });
  body.querySelector(".editor-close")?.addEventListener("click", () => popup.close());
  popup.el.focus({ preventScroll: true });
  return {
    id,
    close: () => popup.close(false),
    update(/** @type {View} */ view) {
      if (!view.columns.some((column) => column.touchpoint === id)) popup.close(false);
      else parts.forEach((part) => part.update(view));
    },
  };
}

/**
 * @param {Context} ctx
 * @param {string} id
 */
function createHead(ctx, id) {
  const name = createField(ctx, { of: "touchpoint", id, field: "name", label: "Moment", needed: true, class: "editor-name" });
  const more = menuButton(ctx, { class: "round", label: "Move or remove" }, () => cardMenu(ctx, id, () => name.edit(true)));
  const shut = h("button", { type: "button", class: "round editor-close", "aria-label": "Close", title: "Close" }, icon("close"));
  const place = h("div", { class: "editor-place" });
  const badges = h("div", { class: "editor-badges" });
  return {
    el: h("header", { class: "editor-head" }, h("div", { class: "editor-title" }, name.el, place, badges), more, shut),
    update(/** @type {View} */ view) {
      const column = view.columns.find((each) => each.touchpoint === id);
      name.update(view.touchpoint(id).name);
      setText(place, column ? view.stage(column.stage).name : "");
      more.hidden = !mayShape(view);
      const words = view.badges(id).map(([, word]) => word);
      keyed(badges, words, (word) => ({ el: h("span", { class: "editor-badge" }, word) }), () => {});
    },
  };
}

/**
 * @param {Context} ctx
 * @param {string} id
 */
function createRatings(ctx, id) {
  /** @type {(part: Part) => (value: number | null) => void} */
  const say = (part) => (value) => void ctx.run(rate(id, part, value));
  const words = ctx.view().words.valence;
  /** @type {[Part, ReturnType<typeof createScale>][]} */
  const scales = [
    ["valence", createScale({
      label: "How it feels", from: -5, to: 5, ends: ["awful", "great"],
      name: (v) => `${valenceWord(v, words)}, ${signed(v)}`, face: signed,
    }, say("valence"))],
    ["importance", createScale({ label: "How much it matters", from: 1, to: 5, ends: ["hardly", "most of all"] }, say("importance"))],
    ["expectation", createScale({ label: "What she expects", from: 0, to: 10, ends: ["nothing", "everything"] }, say("expectation"))],
    ["performance", createScale({ label: "What she gets", from: 0, to: 10, ends: ["nothing", "everything"] }, say("performance"))],
    ["effort", createScale({ label: "How hard for her", from: 1, to: 7, ends: ["easy", "very hard"] }, say("effort"))],
  ];
  const dot = createDot((value) => void ctx.run(rate(id, "dot", value)));
  const surveyed = h("p", {}, "How much it matters is taken from a survey here.");
  const rows = scales.map(([, scale]) => scale.el);
  return {
    el: h("div", { class: "editor-ratings" }, rows[0], rows[1], dot.el, surveyed, ...rows.slice(2)),
    update(/** @type {View} */ view) {
      const mine = view.mine(id);
      const mode = view.journey?.importance_mode;
      scales.forEach(([part, scale]) => scale.update(/** @type {number | null} */ (mine[part])));
      scales[1][1].el.hidden = mode === "dots" || mode === "survey";
      dot.el.hidden = mode !== "dots";
      surveyed.hidden = mode !== "survey";
      dot.update(mine.dot === true, view.touchpoint(id).name);
    },
  };
}

/**
 * @param {Context} ctx
 * @param {string} id
 */
function createFacts(ctx, id) {
  /** @type {(field: string) => (value: unknown) => void} */
  const set = (field) => (value) => void ctx.run(setValue("touchpoint", id, field, value));
  const truth = createSwitch("Make-or-break moment", set("moment_of_truth"));
  const signature = createSwitch("Must set us apart", set("signature"));
  const channel = createSelect("Where it happens", CHANNELS, set("channel"));
  const ownership = createSelect("Who holds it in hand", OWNERSHIPS, set("ownership"));
  const owner = createField(ctx, {
    of: "touchpoint", id, field: "owner", label: "Who is in charge", empty: "nobody yet", class: "boxed",
  });
  const locked = h("p", { class: "locked-hint" }, LOCKED);
  return {
    el: h("div", { class: "editor-facts" }, locked,
      h("div", { class: "editor-switches" }, truth.el, signature.el),
      h("div", { class: "editor-pair" },
        h("div", { class: "pick" }, h("span", {}, "Who is in charge"), owner.el), channel.el, ownership.el)),
    update(/** @type {View} */ view) {
      const touchpoint = view.touchpoint(id);
      locked.hidden = !isLocked(view);
      for (const each of [truth.el, signature.el, channel.select, ownership.select]) setAttr(each, "disabled", !mayShape(view));
      truth.update(touchpoint.moment_of_truth === true);
      signature.update(touchpoint.signature === true);
      channel.update(touchpoint.channel);
      ownership.update(touchpoint.ownership);
      owner.update(touchpoint.owner);
    },
  };
}

/**
 * @param {Context} ctx
 * @param {string} id
 */
function createMore(ctx, id) {
  const fields = MORE.map(([field, label, lines]) => {
    const made = createField(ctx, { of: "touchpoint", id, field, label, lines, empty: "Add …", class: "boxed" });
    return { field, made, el: h("div", { class: "pick" }, h("span", {}, label), made.el) };
  });
  return {
    el: h("details", { class: "editor-more" }, h("summary", {}, "More about this moment"),
      h("div", { class: "editor-texts" }, ...fields.map((each) => each.el))),
    update(/** @type {View} */ view) {
      const touchpoint = view.touchpoint(id);
      fields.forEach(({ field, made }) => made.update(touchpoint[field]));
    },
  };
}
