/**
 * Shared text that is edited where it stands. What its author saw is taken when they
 * begin; when somebody else was faster, both texts are shown and neither is lost.
 */

import { openClash } from "./clash.js";
import { h, isMoving, setAttr, setClass, setText } from "./dom.js";
import { keepDraft, readDraft } from "../live/drafts.js";
import { mayShape } from "../map/structure.js";
import { cleanLine, cleanNote, NAME_MAX, NOTE_MAX } from "./text.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").Answer} Answer */

/**
 * @typedef {object} FieldOptions
 * @property {string} of kind of thing
 * @property {string} id
 * @property {string} field
 * @property {string} label what a screen reader calls it
 * @property {boolean} [lines] several lines
 * @property {boolean} [needed] never blank
 * @property {string} [empty] shown where there is no text
 * @property {string} [class]
 * @property {(text: string) => string} [dress] how the text is shown at rest
 * @property {boolean} [quiet] opens only when told to, not on a click
 * @property {string} [suggest] id of a datalist with what others have said here
 */

/**
 * @param {Context} ctx
 * @param {FieldOptions} options
 */
export function createField(ctx, options) {
  const key = `cx.draft.${ctx.view().room.id}/${options.of}/${options.id}/${options.field}`;
  const clean = options.lines ? cleanNote : cleanLine;
  let stands = "";
  let seen = "";
  let sending = false;
  /** @type {HTMLInputElement | HTMLTextAreaElement | null} */
  let input = null;

  const face = options.quiet
    ? h("span", { class: "field-face", dir: "auto" })
    : h("button", { type: "button", class: "field-face", dir: "auto", onclick: () => edit() });
  const el = h("div", { class: `field ${options.class ?? ""}` }, face);

  /** @param {boolean} [select] */
  function edit(select = false) {
    if (input || sending || !mayShape(ctx.view())) return;
    seen = stands;
    const opened = open(stands);
    opened.focus({ preventScroll: true });
    if (select) opened.select();
    else opened.setSelectionRange(opened.value.length, opened.value.length);
  }

  /** @param {string} text */
  function open(text) {
    const made = options.lines
      ? h("textarea", { class: "field-input", rows: "1", maxlength: NOTE_MAX })
      : h("input", { class: "field-input", type: "text", maxlength: NAME_MAX });
    made.value = text;
    setAttr(made, "aria-label", options.label);
    setAttr(made, "dir", "auto");
    setAttr(made, "list", options.suggest);
    made.addEventListener("blur", left);
    made.addEventListener("input", typed);
    made.addEventListener("click", (event) => event.stopPropagation());
    made.addEventListener("keydown", (event) => pressed(/** @type {KeyboardEvent} */ (event)));
    input = made;
    setClass(el, "editing", true);
    el.append(made);
    const edge = ctx.root.getBoundingClientRect().right;
    setClass(el, "to-left", made.getBoundingClientRect().right > edge);
    grow();
    return made;
  }

  function left() {
    if (!isMoving()) commit();
  }

  function typed() {
    keepDraft(key, { text: input?.value ?? "", seen });
    grow();
  }

  function grow() {
    if (!(input instanceof HTMLTextAreaElement)) return;
    input.style.height = "0";
    input.style.height = `${input.scrollHeight + 2}px`;
  }

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      close(true);
    } else if (event.key === "Enter" && (!options.lines || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      commit();
      face.focus({ preventScroll: true });
    }
  }

  /** @param {boolean} [refocus] */
  function close(refocus = false) {
    keepDraft(key, null);
    shut();
    if (refocus) face.focus({ preventScroll: true });
  }

  function shut() {
    const old = input;
    input = null;
    old?.remove();
    setClass(el, "editing", false);
    show();
  }

  function commit() {
    if (!input || sending) return;
    const text = clean(input.value);
    if (text === seen || (options.needed && !text.trim())) close();
    else void send(text);
  }

  /** @param {string} text */
  async function send(text) {
    sending = true;
    keepDraft(key, { text, seen });
    const saved = ctx.link.order({
      kind: "do", command: { kind: "write_text", of: options.of, id: options.id, field: options.field, text, seen },
    });
    shut();
    const answer = await saved;
    if (answer.ok) {
      sending = false;
      keepDraft(key, null);
    } else {
      refused(text, answer);
    }
  }

  /**
   * @param {string} text
   * @param {Answer} answer
   */
  function refused(text, answer) {
    const { now } = answer;
    if (now === null) {
      sending = false;
      ctx.toasts.say(answer.text);
      if (!input) open(text);
      return;
    }
    openClash(ctx, face, { label: options.label, theirs: now, yours: text }, (mine) => {
      sending = false;
      if (mine === null) return restore();
      if (!mine) return close();
      seen = now;
      void send(text);
    });
  }

  /** What was typed before a reload comes back, unless it is on its way or there. */
  function restore() {
    const draft = readDraft(key);
    if (!draft || onItsWay()) return;
    if (draft.text === stands) return keepDraft(key, null);
    seen = draft.seen;
    open(draft.text);
  }

  function onItsWay() {
    return ctx.link.waiting().some(({ command }) => command !== undefined && "of" in command
      && command.kind === "write_text" && command.of === options.of
      && command.id === options.id && command.field === options.field);
  }

  function show() {
    const text = (options.dress && stands ? options.dress(stands) : stands) || (options.empty ?? "");
    setText(face, text);
    setClass(el, "blank", !stands);
    if (!options.quiet) setAttr(face, "aria-label", `${options.label}: ${text || "empty"}. Edit`);
  }

  /** @param {unknown} text */
  function update(text) {
    const now = typeof text === "string" ? text : "";
    if (now !== stands || !face.hasChildNodes()) {
      stands = now;
      if (!input) show();
      if (!input && !sending) restore();
    }
    if (!options.quiet) setAttr(face, "disabled", !mayShape(ctx.view()));
  }

  return { el, update, edit, editing: () => input !== null };
}
