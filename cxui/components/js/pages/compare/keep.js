/** Keeping the journey as it stands today, with what is expected by the next time. */

import { h, setText } from "../../parts/dom.js";
import { openDialog } from "../../parts/ask.js";
import { createFeelings } from "../../parts/feelings.js";
import { cleanNote, NOTE_MAX } from "../../parts/text.js";
import { perform } from "../../lead/act.js";
import { leads } from "../../screens.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/** @typedef {{touchpoint: string, target: number | null}} WorkedOn */

/** @param {Context} ctx */
export function createKeep(ctx) {
  const keep = h("button", { type: "button", class: "button", onclick: () => ask(ctx) }, "Keep today as a review");
  const who = h("p", { class: "hint" }, "Whoever leads can keep today as a review.");
  return {
    el: h("div", { class: "compare-keep" }, keep, who),
    update(/** @type {View} */ view) {
      const can = view.journey !== null && view.round === null && !view.room.read_only;
      keep.hidden = !leads(view) || !can;
      who.hidden = leads(view) || !can;
    },
  };
}

/** @param {Context} ctx */
function ask(ctx) {
  const view = ctx.view();
  const journey = view.journey?.id;
  if (!journey) return;
  const note = h("textarea", { class: "input compare-reason", rows: "2", maxlength: NOTE_MAX, dir: "auto" });
  const forecast = createForecast(view);
  const refused = h("p", { class: "compare-refused", role: "alert" });
  const go = h("button", { type: "button", class: "button strong", onclick: () => void finish() }, "Keep today");
  const body = h("div", { class: "compare-dialog" },
    h("p", { class: "hint" }, "All that everybody can see of this journey is kept in the file, for good: what stands on the map, and what was said of it."),
    h("label", { class: "pick" }, h("span", {}, "Why today? (may stay empty)"), note), forecast.el, refused);
  const dialog = openDialog(ctx, "Keep today as a review", body, [go]);
  dialog.classList.add("wide");
  note.focus();

  async function finish() {
    go.disabled = true;
    const answer = await perform(ctx, { do: "keep_review", journey, note: cleanNote(note.value).trim(), forecast: forecast.chosen() }, "Today is kept.");
    go.disabled = false;
    if (answer.ok) return dialog.close();
    setText(refused, answer.text);
  }
}

/**
 * How the moments that the team works on are expected to feel by the next time.
 * @param {View} view
 */
function createForecast(view) {
  /** @type {WorkedOn[]} */
  const worked = view.computedFor("work_on") ?? [];
  /** @type {Map<string, number>} */
  const expected = new Map();
  const rows = worked.map(({ touchpoint, target }) => createExpected(view, touchpoint, target, expected));
  const el = h("fieldset", { class: "compare-forecast" },
    h("legend", {}, "What do we expect by the next time?"),
    h("p", { class: "hint" }, "The moments that need work first, and those with a change under way. What you leave open is not forecast."), ...rows);
  el.hidden = rows.length === 0;
  return { el, chosen: () => Object.fromEntries(expected) };
}

/**
 * @param {View} view
 * @param {string} touchpoint
 * @param {number | null} target
 * @param {Map<string, number>} expected what is chosen is kept here
 */
function createExpected(view, touchpoint, target, expected) {
  const { name } = view.touchpoint(touchpoint);
  const label = h("p", { class: "compare-moment", dir: "auto" });
  setText(label, name);
  const feelings = createFeelings(`We expect ${name} to feel`, choose);
  choose(target);
  return h("div", {}, label, feelings.el);

  /** @param {number | null} value */
  function choose(value) {
    if (value === null) expected.delete(touchpoint);
    else expected.set(touchpoint, value);
    feelings.update(value, view.words.valence, true);
  }
}
