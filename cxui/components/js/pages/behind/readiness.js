/** Whether those who do it could, and want to: how their answers lie, never whose. */

import { momentsOf } from "./backing.js";
import { h, keyed, setAttr, setText } from "../../parts/dom.js";

/** @typedef {import("../../types").View} View */
/** @typedef {{counts: number[] | null, text: string}} Spread */
/** @typedef {{able: Spread, willing: Spread}} Ready */

/**
 * What staff say of a process; where they were asked about its moments, of those.
 * @param {string} process
 */
export function createReadiness(process) {
  const rows = h("div", { class: "behind-ready", role: "group", "aria-label": "What staff say" });
  return {
    el: rows,
    update(/** @type {View} */ view) {
      const said = readyFor(view, process);
      rows.hidden = !said.length;
      keyed(rows, said.map(([id]) => id), createSpreads, (part, _, i) => part.update(said[i][1], said[i][2]));
    },
  };
}

/**
 * @param {View} view
 * @param {string} process
 * @returns {[id: string, about: string, ready: Ready][]} `about` is empty for the process itself
 */
export function readyFor(view, process) {
  /** @type {Record<string, Ready>} */
  const known = view.computedFor("readiness") ?? {};
  const here = new Set(momentsOf(view));
  const linked = /** @type {string[]} */ (view.thing("process", process).touchpoint_ids ?? []);
  const moments = linked.filter((id) => here.has(id) && known[id]);
  const own = known[process] ? [process] : [];
  return [...own, ...moments].map((id) => [id, id === process ? "" : view.touchpoint(id).name, known[id]]);
}

function createSpreads() {
  const about = h("div", { class: "behind-about", dir: "auto" });
  const able = createSpread();
  const willing = createSpread();
  return {
    el: h("div", { class: "behind-spreads" }, about, able.el, willing.el),
    update(/** @type {string} */ name, /** @type {Ready} */ ready) {
      setText(about, name);
      about.hidden = !name;
      able.update(ready.able);
      willing.update(ready.willing);
      // Too few answers to either question are said once.
      willing.el.hidden = !ready.willing.counts && !ready.able.counts;
    },
  };
}

function createSpread() {
  const bars = [1, 2, 3, 4, 5].map(() => h("i"));
  const picture = h("span", { class: "behind-bars", role: "img" }, ...bars);
  const text = h("span");
  return {
    el: h("div", { class: "behind-spread" }, picture, text),
    update(/** @type {Spread} */ { counts, text: words }) {
      const most = Math.max(1, ...(counts ?? []));
      picture.hidden = !counts;
      setAttr(picture, "aria-label", counts ? `From no to yes: ${counts.join(", ")}` : null);
      bars.forEach((bar, i) => { bar.style.height = `${10 + (90 * (counts?.[i] ?? 0)) / most}%`; });
      setText(text, words);
    },
  };
}
