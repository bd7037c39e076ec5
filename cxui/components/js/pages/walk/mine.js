/** My own walk: the moment I am at, the way on, and what I have said so far. */

import { createDone } from "./done.js";
import { DONE } from "./diary.js";
import { momentsOf } from "./entries.js";
import { createHow } from "./how.js";
import { createStep } from "./step.js";
import { h, keyed, partOf, setAttr, setClass, setText } from "../../parts/dom.js";
import { createFace, stepOf } from "../../parts/feelings.js";
import { takesPart } from "../../screens.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/** @typedef {import("./diary.js").Diary} Diary */

const NO_MOMENTS = "There is no moment to walk to yet. Put the first ones on the page “Journey”.";
const LOOKS_ON = "Only those who take part can write here. What they have noted stands below.";

/**
 * @param {Context} ctx
 * @param {Diary} diary
 */
export function createMine(ctx, diary) {
  const nothing = h("p", { class: "hint" });
  const count = h("p", { class: "walk-count" });
  const place = h("div", { class: "walk-place" });
  const done = createDone(ctx, diary);
  const back = h("button", { type: "button", class: "button", onclick: () => move(-1) }, "Back");
  const on = h("button", { type: "button", class: "button walk-on", onclick: () => move(1) });
  const list = h("ol", { class: "walk-list", "aria-label": "My walk so far" });
  const how = createHow(diary);
  const way = h("div", { class: "walk-way" }, back, on);
  const el = h("div", { class: "walk" }, nothing,
    h("div", { class: "walk-now" }, count, place, done.el, way),
    h("div", { class: "walk-side" }, h("h2", {}, "My walk so far"), list, how.el));

  /** @param {-1 | 1} by */
  function move(by) {
    const stops = [...momentsOf(ctx.view()), DONE];
    const at = stops.indexOf(diary.place());
    go(stops[Math.max(0, at + by)] ?? DONE);
  }

  /** @param {string} to */
  function go(to) {
    partOf(place, keyOf())?.commit();
    diary.go(to);
    update(ctx.view());
    (partOf(place, keyOf()) ?? done).begin();
    el.scrollIntoView({ block: "start" });
  }

  const keyOf = () => `${diary.walk()}/${diary.place()}`;

  /** @param {View} view */
  function update(view) {
    const moments = momentsOf(view);
    const mine = takesPart(view) && view.me.participant !== null && moments.length > 0;
    setText(nothing, moments.length ? LOOKS_ON : NO_MOMENTS);
    nothing.hidden = mine;
    setClass(el, "walk-mine", mine);
    if (!mine) return;
    drawPlace(view, moments);
    how.update(view);
    keyed(list, moments, (id) => createStop(() => go(id)), (part, id) => part.update(view, id, diary));
  }

  /**
   * @param {View} view
   * @param {string[]} moments
   */
  function drawPlace(view, moments) {
    const at = diary.place();
    const isDone = at === DONE;
    const said = diary.entry(at) !== null;
    const number = moments.indexOf(at) + 1;
    setText(count, isDone ? "" : `Moment ${number} of ${moments.length}`);
    keyed(place, isDone ? [] : [keyOf()], () => createStep(ctx, diary, at), (part) => part.update(view));
    done.el.hidden = !isDone;
    if (isDone) done.update(view);
    on.hidden = isDone;
    back.hidden = number === 1;
    setText(on, number === moments.length ? "Done" : said ? "Next" : "Skip");
    setClass(on, "strong", said);
  }

  return { el, update };
}

/** @param {() => void} go */
function createStop(go) {
  const face = createFace();
  const none = h("span", { class: "walk-none", "aria-hidden": "true" });
  const name = h("span", { class: "walk-stop-name", dir: "auto" });
  const line = h("span", { class: "walk-stop-line", dir: "auto" });
  const button = h("button", { type: "button", class: "walk-stop", onclick: go },
    h("span", { class: "walk-face" }, face.el, none), name, line);
  return {
    el: h("li", {}, button),
    update(/** @type {View} */ view, /** @type {string} */ id, /** @type {Diary} */ diary) {
      const entry = diary.entry(id);
      const step = stepOf(entry?.feeling, view.words.valence);
      face.update(step);
      setClass(face.el, "walk-none", step < 0);
      setText(none, step >= 0 ? "" : entry ? "✎" : "·");
      setText(name, view.touchpoint(id).name);
      setText(line, entry?.text);
      setAttr(button, "aria-current", diary.place() === id ? "step" : null);
      setClass(button, "walk-unsaid", !entry);
    },
  };
}
