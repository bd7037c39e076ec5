/** Coming in: one point to get to know the tool, then a name; all else can wait. */

import { forget, recall, remember } from "../live/drafts.js";
import { chartOf } from "../map/geometry.js";
import { h, setAttr, setText } from "../parts/dom.js";
import { cleanLine, NAME_MAX, valenceWord } from "../parts/text.js";
import { createPoint } from "../round/point.js";
import { createClaim } from "./claim.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").Message} Message */
/** @typedef {import("../types").Screen} Screen */
/** @typedef {import("../types").View} View */

const CHART = chartOf({ top: 16, bottom: 136, strip: 166, height: 190 });

/** @type {[code: string, word: string][]} */
export const VIEWPOINTS = [
  ["customer", "I am a customer"], ["front_line", "I serve customers"],
  ["back_stage", "I work behind the scenes"], ["management", "I lead"], ["partner", "I come from a partner"],
];

/**
 * @param {Context} ctx
 * @returns {Screen}
 */
export function createJoin(ctx) {
  const room = h("p", { class: "join-room", dir: "auto" });
  const warmUp = createWarmUp(ctx);
  const form = createForm(ctx);
  const already = h("button", { type: "button", class: "text-button", onclick: () => { claiming = true; turned(); } }, "I am already here");
  const come = h("div", { class: "page" }, warmUp.el, form.el, already);
  const claim = createClaim(ctx, () => { claiming = false; turned(); });
  const el = h("section", { class: "phone join", "aria-label": "Join" }, h("div", { class: "phone-page" }, room, come, claim.el));
  let claiming = false;

  /** @param {View} view */
  function update(view) {
    setText(room, view.room.name);
    room.hidden = !view.room.name;
    already.hidden = !view.people.length;
    come.hidden = claiming || claim.waits();
    claim.el.hidden = !come.hidden;
    warmUp.update(view);
    form.update(view);
    claim.update(view);
  }

  function turned() {
    update(ctx.view());
    ctx.root.scrollTop = 0;
    if (claiming) claim.title.focus({ preventScroll: true });
    else already.focus({ preventScroll: true });
  }

  return {
    el, update,
    heard(/** @type {Message} */ message) {
      if (message.kind === "no" || message.kind === "status") form.again();
    },
    shown: () => warmUp.title.focus({ preventScroll: true }),
    stop: claim.stop,
  };
}

/**
 * The same point and the same hands as in a round; nothing of it is sent or kept.
 * @param {Context} ctx
 */
function createWarmUp(ctx) {
  /** @type {number | null} */
  let value = null;
  const title = h("h1", { class: "ask", tabindex: "-1" }, "How was getting here today?");
  const word = h("span", { class: "warm-word", "aria-hidden": "true" });
  const point = createPoint(ctx, {
    key: "warm-up", chart: CHART,
    value: () => value,
    allowed: () => true,
    done(to) {
      value = to;
      draw();
    },
    moved: () => draw(),
    untouched: draw,
  });
  const el = h("section", {}, title, h("p", { class: "ask-hint" }, "One tap, so that you know the tool."),
    h("div", { class: "warm-up" }, point.el, word));

  function draw() {
    update(ctx.view());
  }

  /** @param {View} view */
  function update(view) {
    const { valence: words } = view.words;
    const now = point.now();
    point.update("Getting here today", words);
    setText(word, now === null ? "tap the line" : valenceWord(now, words));
    word.style.top = `${now === null ? CHART.yOf(0) : CHART.yOf(now)}px`;
    setAttr(word, "data-open", now === null);
  }

  return { el, title, update };
}

/** @param {Context} ctx */
function createForm(ctx) {
  const key = `cx.join.${ctx.view().room.id}`;
  /** @type {string | null} */
  let viewpoint = null;
  let sent = false;
  const said = h("p", { class: "field-said", role: "alert", hidden: true }, "A name, so that the others know who is here. Any name will do.");
  const input = h("input", {
    type: "text", class: "input", maxlength: NAME_MAX, dir: "auto", autocomplete: "nickname",
    oninput: () => { remember(key, input.value); said.hidden = true; },
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Enter" && !event.isComposing) join();
    },
  });
  input.value = recall(key) ?? "";
  const chips = VIEWPOINTS.map(([code, text]) => h("button", {
    type: "button", class: "choice", "aria-pressed": "false", onclick: () => {
      viewpoint = viewpoint === code ? null : code;
      update();
    },
  }, text));
  const go = h("button", { type: "button", class: "button strong wide", onclick: join }, "Join");
  const el = h("section", { class: "join-form" },
    h("label", { class: "labelled" }, h("span", {}, "Your name"), input), said,
    h("div", { class: "labelled" }, h("span", { "aria-hidden": "true" }, "Today ", h("small", {}, "can wait")),
      h("div", { class: "choices", role: "group", "aria-label": "Today, can wait" }, ...chips)),
    go,
    h("p", { class: "small" }, "No account. Nobody, the facilitator included, sees your points before the reveal. Names stay off unless the room decides otherwise."));

  function join() {
    const name = cleanLine(input.value);
    said.hidden = Boolean(name);
    if (!name) return input.focus();
    if (sent || !ctx.link.connected) return;
    sent = true;
    ctx.link.send({ kind: "sit", participant: null, name, ...(viewpoint && { viewpoint }) });
    forget(key);
    input.blur(); // who still types is not taken to another screen
    update();
  }

  function update() {
    chips.forEach((chip, i) => setAttr(chip, "aria-pressed", String(VIEWPOINTS[i][0] === viewpoint)));
    setText(go, sent ? "Joining …" : "Join");
    setAttr(go, "disabled", sent || !ctx.link.connected);
  }

  function again() {
    sent = false;
    update();
  }

  return { el, update: (/** @type {View} */ _view) => update(), again };
}
