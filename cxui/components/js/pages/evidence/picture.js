/** The moments in the order of the map, each with how we know what we say of it. */

import { pictureOf } from "./known.js";
import { createMoment } from "./moment.js";
import { h, keyed, setAttr, setClass, setText } from "../../parts/dom.js";
import { closePopups, openPopup } from "../../parts/popup.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/** @typedef {import("./known.js").Known} Known */
/** @typedef {import("./known.js").Level} Level */

/**
 * @param {Context} ctx
 * @param {import("./moment.js").Log} log where evidence is read and written
 */
export function createPicture(ctx, log) {
  /** @type {{id: string, part: ReturnType<typeof createMoment>, popup: import("../../types").Popup} | null} */
  let open = null;
  /** @type {string | null} the moment that we were brought to, until it is drawn */
  let target = null;
  const line = h("p", { class: "known-line" });
  const stages = h("ol", { class: "known-stages", "aria-label": "The journey by what we know" });
  const legend = h("ul", { class: "known-legend" });
  const el = h("div", { class: "known" }, line, stages, legend);

  /**
   * @param {string} id
   * @param {HTMLElement} anchor
   */
  function show(id, anchor) {
    closePopups();
    const part = createMoment(ctx, id, log, () => popup.close(false));
    part.update(ctx.view());
    const popup = openPopup(ctx, anchor, part.el, {
      kind: "known", label: ctx.view().touchpoint(id).name, sheet: true, onclose: () => { open = null; },
    });
    open = { id, part, popup };
    popup.el.focus({ preventScroll: true });
  }

  /** @param {View} view */
  function update(view) {
    const { line: said, levels, moments } = pictureOf(view);
    const known = new Map(moments.map((each) => [each.touchpoint, each]));
    const rows = view.order.filter((row) => row.touchpoints.length);
    setText(line, said);
    keyed(stages, rows.map((row) => row.stage), () => createStage(show), (part, id, i) => {
      part.update(view, id, rows[i].touchpoints, known, levels);
    });
    keyed(legend, levels.map(([code]) => code), () => ({ el: h("li", {}) }), (part, code, i) => {
      setText(part.el, `${levels[i][1]} ${levels[i][2]}: ${levels[i][3]}`);
      setClass(part.el, `known-${code}`, true);
    });
    legend.hidden = !rows.length;
    if (open && !known.has(open.id)) open.popup.close(false);
    open?.part.update(view);
    const tile = target === null ? null : tileOf(target);
    if (!tile) return;
    tile.scrollIntoView({ block: "center" });
    show(/** @type {string} */ (target), tile);
    target = null;
  }

  /** @param {string} id */
  function tileOf(id) {
    const tiles = /** @type {HTMLElement[]} */ (Array.from(stages.querySelectorAll(".known-tile")));
    return tiles.find((each) => each.dataset.touchpoint === id) ?? null;
  }

  return {
    el, update,
    /** @param {string} id of a moment, perhaps not drawn yet */
    open(id) {
      target = id;
      ctx.render();
    },
  };
}

/** @param {(id: string, anchor: HTMLElement) => void} show */
function createStage(show) {
  const name = h("h3", { class: "known-stage", dir: "auto" });
  const list = h("ul", { class: "known-moments" });
  const el = h("li", { class: "known-group" }, name, list);

  /**
   * @param {View} view
   * @param {string} id
   * @param {string[]} ids
   * @param {Map<string, Known>} known
   * @param {Level[]} levels
   */
  function update(view, id, ids, known, levels) {
    el.style.setProperty("--moments", String(ids.length));
    setText(name, view.stage(id).name);
    keyed(list, ids, (each) => createTile(each, (anchor) => show(each, anchor)), (part, each) => {
      part.update(view.touchpoint(each).name, known.get(each), levels);
    });
  }

  return { el, update };
}

/**
 * @param {string} id
 * @param {(anchor: HTMLElement) => void} show
 */
function createTile(id, show) {
  const symbol = h("span", { class: "known-symbol", "aria-hidden": "true" });
  const word = h("span", { class: "known-word" });
  const name = h("span", { class: "known-name", dir: "auto" });
  const first = h("span", { class: "known-first" }, "needs work first");
  const button = h("button", { type: "button", class: "known-tile", "data-touchpoint": id, "aria-haspopup": "dialog", onclick: () => show(button) },
    symbol, word, name, first);
  const el = h("li", {}, button);

  /**
   * @param {string} title
   * @param {Known | undefined} known undefined: it has only just been added
   * @param {Level[]} levels
   */
  function update(title, known, levels) {
    const level = levels.find(([code]) => code === (known?.level ?? "guess"));
    setText(symbol, level?.[1]);
    setText(word, level?.[2]);
    setText(name, title);
    first.hidden = !known?.critical;
    setAttr(button, "data-level", level?.[0]);
  }

  return { el, update };
}
