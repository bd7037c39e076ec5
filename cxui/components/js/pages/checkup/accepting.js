/** Accepting a finding with a reason that is kept in the file, and opening it again. */

import { h } from "../../parts/dom.js";
import { openDialog } from "../../parts/ask.js";
import { cleanNote, NOTE_MAX } from "../../parts/text.js";
import { newId } from "../../live/ids.js";
import { add, batch, mayShape } from "../../map/structure.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/** @typedef {import("./finding.js").Check} Check */

const KIND = "finding";

/**
 * @param {Context} ctx
 * @param {string} id of the check
 */
export function createAccepting(ctx, id) {
  /** @type {Check | null} */
  let now = null;
  const accept = h("button", { type: "button", class: "button", onclick: () => { if (now) ask(ctx, now); } }, "We have seen this");
  const again = h("button", { type: "button", class: "button", onclick: () => reopen(ctx, id) }, "Ask it again");
  return {
    el: h("div", { class: "trap-accept" }, accept, again),
    /**
     * @param {Check} check
     * @param {View} view
     */
    update(check, view) {
      now = check;
      accept.hidden = check.status !== "found" || !mayShape(view);
      again.hidden = check.status !== "accepted" || !mayShape(view);
    },
  };
}

/**
 * @param {Context} ctx
 * @param {Check} check
 */
function ask(ctx, check) {
  const text = h("textarea", { class: "input trap-reason", rows: "3", maxlength: NOTE_MAX, dir: "auto" });
  const go = h("button", { type: "button", class: "button strong", onclick: finish }, "Accept it");
  const dialog = openDialog(ctx, check.question, h("div", { class: "trap-dialog" },
    h("p", { class: "hint" }, check.sentence),
    h("label", { class: "pick" }, h("span", {}, "Why may it stay as it is? This is kept in the file."), text)), [go]);
  text.focus();

  function finish() {
    const reason = cleanNote(text.value).trim();
    if (!reason) return text.focus();
    dialog.close();
    const thing = { id: newId(), check: check.id, subject_ids: check.subjects, reason, on: today() };
    void ctx.run({ kind: "add", of: KIND, thing }, "Accepted.");
  }
}

/**
 * @param {Context} ctx
 * @param {string} check
 */
function reopen(ctx, check) {
  const view = ctx.view();
  const accepted = view.list(KIND).filter((id) => view.thing(KIND, id).check === check);
  if (!accepted.length) return;
  void ctx.run(batch("Ask it again", accepted.map((id) => ({ kind: "remove", of: KIND, id }))), "It is asked again.");
}

/** This machine's own day, as the model writes it. */
function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
