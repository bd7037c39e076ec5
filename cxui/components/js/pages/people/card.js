/** One card about a persona: what is said on one topic, and a line for more. */

import { openDialog } from "../../parts/ask.js";
import { h, keyed, setText } from "../../parts/dom.js";
import { newId } from "../../live/ids.js";
import { add, mayShape } from "../../map/structure.js";
import { cleanLine, cleanNote, NAME_MAX, NOTE_MAX } from "../../parts/text.js";
import { createAdder } from "./adder.js";
import { putTogether, statementsOn, together } from "./said.js";
import { createStatement } from "./statement.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */

const FEWEST = 2;

/**
 * @param {Context} ctx
 * @param {string} persona
 * @param {string} topic
 */
export function createCard(ctx, persona, topic) {
  /** @type {Set<string>} */
  const picked = new Set();
  const shown = () => statementsOn(ctx.view(), persona, [topic]);
  const title = h("h3", { class: "sheet-title" });
  const hint = h("p", { class: "hint people-hint" });
  const list = h("ul", { class: "people-list" });
  const merge = h("button", { type: "button", class: "button people-merge", onclick: () => askTogether(ctx, chosen(), () => picked.clear()) });
  const adder = createAdder(ctx, {
    key: `${persona}/${topic}`, label: "", add: (text) => addStatement(ctx, { persona_id: persona, topic, text }),
  });
  const el = h("section", { class: `sheet people-card people-${topic}` }, title, hint, list, merge, adder.el);

  const chosen = () => shown().filter((id) => picked.has(id));

  /**
   * @param {string} id
   * @param {boolean} on
   */
  function pick(id, on) {
    if (on) picked.add(id);
    else picked.delete(id);
    ctx.render();
  }

  return {
    el,
    update(/** @type {View} */ view) {
      const ids = statementsOn(view, persona, [topic]);
      const words = view.computedFor("topics")?.[topic] ?? { title: "", hint: "" };
      const pickable = ids.length >= FEWEST && mayShape(view);
      setText(title, words.title);
      setText(hint, words.hint);
      hint.hidden = ids.length > 0 || !words.hint;
      keyed(list, ids, (id) => createStatement(ctx, id, { siblings: shown, pick }),
        (part, id) => part.update(view, pickable, picked.has(id)));
      const many = ids.filter((id) => picked.has(id)).length;
      merge.hidden = many < FEWEST || !pickable;
      setText(merge, `Put these ${many} together`);
      adder.el.setAttribute("aria-label", `${words.title}: add`);
      adder.update(view, ids.length ? "Add another …" : "Add …");
    },
  };
}

/**
 * Add a statement behind all others.
 * @param {Context} ctx
 * @param {import("../../types").Values} values
 */
function addStatement(ctx, values) {
  const all = ctx.view().list("statement");
  return ctx.run(add("statement", { id: newId(), ...values }, all[all.length - 1] ?? ""));
}

/**
 * @param {Context} ctx
 * @param {string[]} ids
 * @param {() => void} done
 * @param {{text: string, heard: string}} [begin] what was written when it was refused
 */
function askTogether(ctx, ids, done, begin = together(ctx.view(), ids)) {
  const view = ctx.view();
  const text = h("textarea", { class: "input people-together", rows: "5", maxlength: NOTE_MAX, dir: "auto" });
  text.value = begin.text;
  const heard = h("input", { type: "text", class: "input", maxlength: NAME_MAX, placeholder: "our guess", dir: "auto" });
  heard.value = begin.heard;
  const go = h("button", { type: "button", class: "button strong", onclick: finish }, "Put together");
  const body = h("div", { class: "fields" },
    h("label", { class: "pick" }, h("span", {}, "As one text"), text),
    h("label", { class: "pick" }, h("span", {}, "Heard from (empty: it is our guess)"), heard));
  const dialog = openDialog(ctx, `Put ${ids.length} statements together`, body, [go]);
  text.focus();

  function finish() {
    const said = { text: cleanNote(text.value).trim(), heard: cleanLine(heard.value) };
    if (!said.text) return text.focus();
    dialog.close();
    void ctx.run(putTogether(view, ids, said)).then((answer) => {
      if (!answer.ok) return askTogether(ctx, ids, done, said);
      done();
      ctx.toasts.say("Put together. Undo brings them back.");
    });
  }
}
