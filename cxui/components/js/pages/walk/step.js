/** One moment of my walk: how it felt, one line, and when. */

import { localTime } from "./entries.js";
import { keepDraft, readDraft } from "../../live/drafts.js";
import { mayShape } from "../../map/structure.js";
import { h, setAttr, setText } from "../../parts/dom.js";
import { createFeelings } from "../../parts/feelings.js";
import { createField } from "../../parts/field.js";
import { cleanNote, NOTE_MAX } from "../../parts/text.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */

const ASK = "What happened? One line is enough";

/**
 * @param {Context} ctx
 * @param {import("./diary.js").Diary} diary
 * @param {string} touchpoint
 */
export function createStep(ctx, diary, touchpoint) {
  const stage = h("p", { class: "walk-stage", dir: "auto" });
  const name = h("h2", { class: "walk-name", tabindex: "-1", dir: "auto" });
  const feelings = createFeelings("How did it feel?", (value) => diary.feel(touchpoint, value, line.waiting()));
  const line = createLine(ctx, diary, touchpoint);
  const when = createWhen((typed) => diary.date(touchpoint, typed));
  const el = h("section", { class: "walk-step" }, stage, name, feelings.el, line.el, when.el);

  /** @param {View} view */
  function update(view) {
    const column = view.columns.find((each) => each.touchpoint === touchpoint);
    const entry = diary.entry(touchpoint);
    setText(stage, column ? view.stage(column.stage).name : "");
    setText(name, view.touchpoint(touchpoint).name);
    feelings.update(entry?.feeling, view.words.valence, mayShape(view));
    line.update(view, entry);
    when.update(entry?.at, mayShape(view));
    when.el.hidden = !entry;
  }

  return { el, update, commit: line.commit, begin: () => name.focus() };
}

/**
 * The line: kept as a draft until there is an entry, then a field of that entry.
 * @param {Context} ctx
 * @param {import("./diary.js").Diary} diary
 * @param {string} touchpoint
 */
function createLine(ctx, diary, touchpoint) {
  const key = diary.draftKey(touchpoint);
  /** @type {{id: string, field: ReturnType<typeof createField>} | null} */
  let bound = null;
  /** The draft became an entry that the server has not confirmed: it is still needed. */
  let unsettled = false;
  const text = h("textarea", {
    class: "input walk-text", rows: "2", maxlength: NOTE_MAX, placeholder: `${ASK} …`, "aria-label": ASK, dir: "auto",
    oninput: () => keepDraft(key, text.value ? { text: text.value, seen: "" } : null), onblur: commit,
  });
  const el = h("div", { class: "walk-line" }, text);
  text.value = readDraft(key)?.text ?? "";

  function commit() {
    if (!bound && text.value.trim() && !diary.entry(touchpoint)) diary.write(touchpoint, { text: text.value });
  }

  /**
   * What was typed since the entry was begun goes on as a draft of its text.
   * @param {string} id
   * @param {string} stands
   */
  function bind(id, stands) {
    const draft = readDraft(key)?.text ?? "";
    unsettled = cleanNote(draft) === stands;
    if (draft && !unsettled) {
      keepDraft(`cx.draft.${ctx.view().room.id}/evidence/${id}/text`, { text: draft, seen: stands });
      keepDraft(key, null);
    }
    const field = createField(ctx, { of: "evidence", id, field: "text", label: ASK, lines: true, empty: `${ASK} …`, class: "boxed" });
    bound = { id, field };
    el.replaceChildren(field.el);
  }

  function unbind() {
    bound = null;
    text.value = readDraft(key)?.text ?? "";
    el.replaceChildren(text);
  }

  /**
   * @param {View} view
   * @param {import("../../types").Thing | null} entry
   */
  function update(view, entry) {
    if (!entry && bound) unbind();
    if (entry && bound?.id !== entry.id) bind(entry.id, entry.text ?? "");
    bound?.field.update(entry?.text);
    if (unsettled && bound && !isOnItsWay(ctx, bound.id)) {
      unsettled = false;
      keepDraft(key, null);
    }
    setAttr(text, "disabled", !mayShape(view));
  }

  return { el, update, commit, waiting: () => (bound ? "" : text.value) };
}

/**
 * @param {Context} ctx
 * @param {string} id of an entry
 */
const isOnItsWay = (ctx, id) => ctx.link.waiting().some(({ command }) => command !== undefined && "thing" in command && command.thing?.id === id);

/** @param {(typed: string) => void} choose */
function createWhen(choose) {
  let stands = "";
  const input = h("input", { class: "input", type: "datetime-local", max: "2999-12-31T23:59" });
  input.addEventListener("change", () => {
    if (input.value && input.value !== stands && !input.validity.rangeOverflow) choose(input.value);
  });
  return {
    el: h("label", { class: "pick walk-when" }, h("span", {}, "When it was"), input),
    update(/** @type {string | undefined} */ at, /** @type {boolean} */ allowed) {
      stands = localTime(at);
      const typing = /** @type {Document | ShadowRoot} */ (input.getRootNode()).activeElement === input;
      if (!typing && input.value !== stands) input.value = stands;
      setAttr(input, "disabled", !allowed);
    },
  };
}
