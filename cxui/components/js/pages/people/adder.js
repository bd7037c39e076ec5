/** One line that becomes something new when it is finished: Enter, or leaving it. */

import { h, isMoving, setAttr } from "../../parts/dom.js";
import { keepDraft, readDraft } from "../../live/drafts.js";
import { mayShape } from "../../map/structure.js";
import { cleanNote, NOTE_MAX } from "../../parts/text.js";

/** @typedef {import("../../types").Answer} Answer */
/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */

/**
 * What is typed here outlasts a reload, and comes back where it was refused.
 * @param {Context} ctx
 * @param {object} options
 * @param {string} options.key tells this line from all others of the page
 * @param {string} options.label what a screen reader calls it
 * @param {(text: string) => Promise<Answer>} options.add
 */
export function createAdder(ctx, { key, label, add }) {
  const draft = `cx.draft.${ctx.view().room.id}/new/${key}`;
  const input = h("textarea", { class: "input people-adder", rows: "1", maxlength: NOTE_MAX, "aria-label": label, dir: "auto" });
  input.value = readDraft(draft)?.text ?? "";
  input.addEventListener("input", typed);
  input.addEventListener("blur", () => { if (!isMoving()) finish(); });
  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    finish();
  });

  function typed() {
    keepDraft(draft, input.value ? { text: input.value, seen: "" } : null);
    input.style.height = "auto";
    if (input.value) input.style.height = `${input.scrollHeight + 2}px`;
  }

  function finish() {
    const text = cleanNote(input.value).trim();
    fill("");
    if (!text) return;
    void add(text).then((answer) => { if (!answer.ok && !input.value) fill(text); });
  }

  /** @param {string} text */
  function fill(text) {
    input.value = text;
    typed();
  }

  return {
    el: input,
    /**
     * @param {View} view
     * @param {string} hint stands in it while it is empty
     */
    update(view, hint) {
      input.hidden = !mayShape(view);
      setAttr(input, "placeholder", hint);
    },
  };
}
