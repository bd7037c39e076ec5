/** The journey board: one of the screens of the component. */

import { createBar } from "./bar.js";
import { openCardEditor } from "./card_editor.js";
import { createCards } from "./cards.js";
import { createCurve } from "./curve.js";
import { createCustomersKey } from "./customers.js";
import { focusIn, h, isTextField, prefersStill, setClass } from "../parts/dom.js";
import { mayShape } from "../map/structure.js";
import { createNotice, createStart } from "./notice.js";
import { createPanel, rankingInWords } from "./panel.js";
import { createPresence } from "./presence.js";
import { createLanes, createStages } from "./stages.js";
import { listenForTakeBack } from "../parts/topbar.js";
import { createTable } from "./table.js";
import { createWhatIf } from "./what_if.js";
import { createWhereabouts } from "./whereabouts.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").Message} Message */
/** @typedef {import("../types").Screen} Screen */
/** @typedef {import("../types").View} View */

/**
 * @param {Context} ctx
 * @returns {Required<Omit<Screen, "shown">>}
 */
export function createBoard(ctx) {
  let rankingDue = false;
  /** @type {string | null} the moment that we were brought to, until it is drawn */
  let target = null;
  /** @type {ReturnType<typeof openCardEditor> | null} */
  let editor = null;

  Object.assign(ctx, { show, openCard, announceRanking: () => { rankingDue = true; } });
  const parts = createParts(ctx);
  const el = h("div", { class: "screen-board" }, ...parts.nodes);
  const whereabouts = createWhereabouts(ctx, () => !el.hidden);
  const deaf = listenForTakeBack(ctx, () => !el.hidden);

  /** @param {View} view */
  function update(view) {
    parts.update(view);
    editor?.update(view);
    if (ctx.link.brought) {
      brought(ctx.link.brought);
      ctx.link.brought = null;
    }
    if (target && view.columns.some((column) => column.touchpoint === target)) {
      show(target);
      target = null;
    }
  }

  /** @param {Message} message */
  function heard(message) {
    if (message.kind === "view") whereabouts.again();
    if (message.kind === "bring") brought(message);
    parts.heard(message);
    sayRanking();
  }

  /**
   * Nobody is taken away from what they drag or type: they are asked.
   * @param {Message} message
   */
  function brought({ kind, page, journey, touchpoint }) {
    if (page !== "journey") return;
    const led = kind === "bring";
    const busy = ctx.hand !== null || isTextField(focusIn(ctx.root));
    const go = () => {
      if (journey && journey !== ctx.view().journey?.id) ctx.pick(journey);
      target = touchpoint;
      ctx.render();
    };
    if (led && busy) return ctx.toasts.say("The facilitator asks everyone to look here.", { label: "Show me", act: go });
    if (led && ctx.view().me.right !== "facilitator") ctx.toasts.say("The facilitator brings everyone here.");
    go();
  }

  function sayRanking() {
    if (!rankingDue || ctx.link.waiting().length) return;
    rankingDue = false;
    ctx.announce(rankingInWords(ctx.view()));
  }

  /** @param {string} id */
  function show(id) {
    const card = parts.card(id);
    if (!card) return;
    const target = /** @type {HTMLElement} */ (card.querySelector(".card-open"));
    card.scrollIntoView({ behavior: prefersStill() ? "auto" : "smooth", block: "nearest", inline: "center" });
    target.focus({ preventScroll: true });
    parts.lightUp(id);
  }

  /**
   * @param {string} id
   * @param {HTMLElement} anchor
   */
  function openCard(id, anchor) {
    const again = editor?.id === id;
    editor?.close();
    if (again) return;
    ctx.last = id;
    editor = openCardEditor(ctx, id, anchor, () => { editor = null; });
  }

  function stop() {
    parts.stop();
    whereabouts.stop();
    deaf();
  }

  return { el, update, heard, follow: parts.follow, stop };
}

/** @param {Context} ctx */
function createParts(ctx) {
  const bar = createBar(ctx);
  const notice = createNotice(ctx);
  const start = createStart(ctx);
  const stages = createStages(ctx);
  const presence = createPresence();
  const whatIf = createWhatIf(ctx);
  const curve = createCurve(ctx, presence.curve, whatIf.ghosts);
  const cards = createCards(ctx);
  const lanes = createLanes(ctx);
  const panel = createPanel(ctx);
  const table = createTable(ctx);
  const customers = createCustomersKey(ctx);
  const light = h("div", { class: "spotlight", hidden: true });
  const grid = h("div", { class: "grid" }, light, presence.stages, stages.el, curve.el, presence.cards, cards.el, lanes.el);
  const scroll = h("div", { class: "scroll" }, grid);
  const main = h("div", { class: "main" }, h("div", { class: "left" }, whatIf.el, scroll, legend(customers.el), customers.note), panel.el);
  const all = [whatIf, bar, notice, start, stages, curve, cards, lanes, table, customers];
  panel.el.prepend(whatIf.mark);

  /** @param {View} view */
  function update(view) {
    const empty = view.order.length === 0;
    main.hidden = empty;
    table.el.hidden = empty;
    grid.style.setProperty("--columns", String(view.columns.length));
    setClass(ctx.root, "fixed", !mayShape(view));
    setClass(ctx.root, "looks-on", view.me.right === "observer");
    all.forEach((part) => part.update(view));
    panel.update(whatIf.lens(view));
    presence.update(view, curve.width());
  }

  /**
   * Redraw only what a drag changes: the ranking at once, the curve with the hand.
   * @param {View} view
   */
  function follow(view) {
    panel.update(whatIf.lens(view));
    if (ctx.answered) ctx.answered();
    else curve.soon();
  }

  /** @param {string} id */
  function lightUp(id) {
    const column = ctx.view().columns.find((each) => each.touchpoint === id);
    if (!column) return;
    light.hidden = false;
    const one = 100 / ctx.view().columns.length;
    light.style.left = `${column.index * one}%`;
    light.style.width = `${one}%`;
    light.getAnimations().forEach((each) => each.cancel());
    light.animate([{ opacity: 0 }, { opacity: 1, offset: 0.15 }, { opacity: 1, offset: 0.7 }, { opacity: 0 }], 2_400)
      .finished.then(() => { light.hidden = true; }, () => {});
  }

  return {
    update, follow, lightUp, heard: whatIf.heard,
    card: (/** @type {string} */ id) => cards.card(id),
    nodes: [bar.el, notice.el, start.el, main, table.el],
    stop() {
      curve.stop();
      bar.stop();
    },
  };
}

/** @param {HTMLElement} more */
function legend(more) {
  const rows = [
    ["us", "all of us (mean)"], ["half", "half of us are in here"],
    ["me", "my curve: drag a handle, or focus it and press ↑ ↓"],
    ["want", "how we want it"], ["gap", "not rated is a gap, never “so-so”"],
  ];
  return h("div", { class: "legend" }, ...rows.map(([name, text]) => h("span", {}, h("i", { class: `key key-${name}` }), text)), more);
}
