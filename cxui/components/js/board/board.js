/**
 * The journey board. Streamlit calls the default export at every mount and at every
 * change of data or theme; everything people see comes over the live channel.
 */

import { createBar, takeBack } from "./bar.js";
import { openCardEditor } from "./card_editor.js";
import { createCards } from "./cards.js";
import { createNotifier } from "../live/changed.js";
import { createCurve } from "./curve.js";
import { focusIn, h, isTextField, prefersStill, setAttr, setClass, setText } from "../parts/dom.js";
import { createNotice, createStart } from "./notice.js";
import { createPanel, rankingInWords } from "./panel.js";
import { closePopups } from "../parts/popup.js";
import { project } from "../live/project.js";
import { linkTo } from "../live/socket.js";
import { createLanes, createStages } from "./stages.js";
import { reader, viewOf } from "../live/state.js";
import { createTable } from "./table.js";
import { createAnnouncer, createToasts } from "../parts/toast.js";

/** @typedef {import("../types").Command} Command */
/** @typedef {import("../types").ComponentArgs} ComponentArgs */
/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").Message} Message */
/** @typedef {import("../types").View} View */

const OFFLINE_AFTER = 800;
const OFFLINE = "Not connected: your changes are kept and sent when the connection is back.";

/** @type {WeakMap<HTMLElement | ShadowRoot, ReturnType<typeof mount>>} */
const boards = new WeakMap();

/** @param {ComponentArgs} args */
export default function board(args) {
  const { parentElement } = args;
  const there = boards.get(parentElement) ?? mount(args);
  boards.set(parentElement, there);
  there.update(args);
  return () => {
    boards.delete(parentElement);
    there.stop();
  };
}

/** @param {ComponentArgs} first */
function mount(first) {
  let args = first;
  /** @type {View | null} */
  let known = null;
  let frame = 0;
  let asked = args.data.journey;
  let rankingDue = false;
  /** @type {ReturnType<typeof openCardEditor> | null} */
  let editor = null;

  const host = /** @type {HTMLElement} */ (args.parentElement.querySelector(".cx-board"));
  const root = h("div", { class: "board" });
  host.replaceChildren(root);
  const link = linkTo(args.data.room, args.data.base);
  const announce = createAnnouncer(root);
  const toasts = createToasts(root);

  /** @type {Context} */
  const ctx = {
    root, link, toasts, announce, mode: "today", hand: null, answered: null, last: null, wish: null,
    view: () => (known ??= look()),
    render,
    run,
    order,
    announceRanking: () => { rankingDue = true; },
    show,
    openCard,
    pick(journey) {
      asked = journey;
      link.look(journey);
      args.setStateValue("journey", journey);
    },
    setMode(mode) {
      ctx.mode = mode;
      render();
    },
  };

  const notifier = createNotifier(
    () => args.setTriggerValue("changed", link.table.rev),
    () => ctx.hand !== null || isTextField(focusIn(root)),
    { now: () => performance.now(), later: (act, ms) => setTimeout(act, ms) },
  );
  const parts = createParts(ctx);
  root.append(...parts.nodes);
  const leave = link.subscribe(heard);
  document.addEventListener("keydown", shortcut);
  link.look(args.data.journey);
  render();

  function look() {
    const stands = reader(link.table);
    const mine = link.waiting().flatMap(({ command }) => (command ? [command] : []));
    return viewOf(mine.length ? reader(link.table, project(stands, mine)) : stands, link.here);
  }

  /** @param {Message} message */
  function heard(message) {
    if (message.kind === "status") setTimeout(drawBanner, link.connected ? 0 : OFFLINE_AFTER);
    if (message.kind === "change") notifier.changed();
    if (message.kind === "no" && message.final && !message.mine) toasts.say(message.text);
    known = null;
    if (rankingDue && !link.waiting().length) sayRanking();
    if (message.kind === "live") parts.follow(ctx.view());
    else render();
  }

  function sayRanking() {
    rankingDue = false;
    announce(rankingInWords(ctx.view()));
  }

  function render() {
    if (!frame) frame = requestAnimationFrame(draw);
  }

  function draw() {
    frame = 0;
    drawBanner();
    const view = ctx.view();
    const ready = view.me.name !== "" || view.room.id !== "";
    setClass(root, "waiting", !ready);
    if (ready) parts.update(view);
    editor?.update(view);
  }

  function drawBanner() {
    const { id, read_only: readOnly } = ctx.view().room;
    const text = link.ended ?? (link.connected || !id ? readOnly : OFFLINE);
    setText(parts.banner, text);
    parts.banner.hidden = !text;
  }

  /**
   * @param {import("../types").Wish} wish
   * @param {string} [said]
   */
  async function order(wish, said) {
    const answering = link.order(wish);
    known = null;
    render();
    const answer = await answering;
    if (!answer.ok) toasts.say(answer.text);
    else if (answer.note) toasts.say(answer.note);
    else if (said) announce(said);
    return answer;
  }

  /**
   * @param {Command} command
   * @param {string} [said]
   */
  function run(command, said) {
    return order({ kind: "do", command }, said);
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

  /** @param {KeyboardEvent} event */
  function shortcut(event) {
    const target = event.composedPath()[0];
    const here = target === document.body || event.composedPath().includes(root);
    if (!here || isTextField(target) || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const kind = key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" ? "undo" : null;
    if (!kind) return;
    event.preventDefault();
    takeBack(ctx, kind);
  }

  /** @param {ComponentArgs} next */
  function update(next) {
    args = next;
    setAttr(root, "data-scheme", schemeOf(root));
    if (next.data.journey !== asked && next.data.journey !== null) {
      asked = next.data.journey;
      link.look(asked);
    }
  }

  function stop() {
    cancelAnimationFrame(frame);
    notifier.stop();
    leave();
    parts.stop();
    closePopups();
    document.removeEventListener("keydown", shortcut);
  }

  return { update, stop };
}

/** @param {Context} ctx */
function createParts(ctx) {
  const banner = h("div", { class: "banner", role: "status", hidden: true });
  const bar = createBar(ctx);
  const notice = createNotice(ctx);
  const start = createStart(ctx);
  const stages = createStages(ctx);
  const curve = createCurve(ctx);
  const cards = createCards(ctx);
  const lanes = createLanes(ctx);
  const panel = createPanel(ctx);
  const table = createTable(ctx);
  const light = h("div", { class: "spotlight", hidden: true });
  const grid = h("div", { class: "grid" }, light, stages.el, curve.el, cards.el, lanes.el);
  const scroll = h("div", { class: "scroll" }, grid);
  const main = h("div", { class: "main" }, h("div", { class: "left" }, scroll, legend()), panel.el);
  const wait = h("p", { class: "opening" }, "Opening the journey …");
  const all = [bar, notice, start, stages, curve, cards, lanes, panel, table];

  /** @param {View} view */
  function update(view) {
    const empty = view.order.length === 0;
    main.hidden = empty;
    table.el.hidden = empty;
    grid.style.setProperty("--columns", String(view.columns.length));
    setClass(ctx.root, "fixed", !view.me.can_edit);
    all.forEach((part) => part.update(view));
  }

  /**
   * Redraw only what a drag changes: the ranking at once, the curve with the hand.
   * @param {View} view
   */
  function follow(view) {
    panel.update(view);
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
    banner, update, follow, lightUp,
    card: (/** @type {string} */ id) => cards.card(id),
    nodes: [banner, wait, bar.el, notice.el, start.el, main, table.el],
    stop: () => curve.stop(),
  };
}

function legend() {
  const rows = [
    ["us", "all of us (mean)"], ["half", "half of us are in here"],
    ["me", "my curve: drag a handle, or focus it and press ↑ ↓"],
    ["want", "how we want it"], ["gap", "not rated is a gap, never “so-so”"],
  ];
  return h("div", { class: "legend" }, ...rows.map(([name, text]) => h("span", {}, h("i", { class: `key key-${name}` }), text)));
}

/**
 * Light or dark, by the background that the theme has set.
 * @param {HTMLElement} root
 */
function schemeOf(root) {
  const probe = getComputedStyle(root).getPropertyValue("--st-background-color").trim();
  const [r, g, b] = (/^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(probe) ?? []).slice(1).map((part) => parseInt(part, 16));
  return r !== undefined && 0.299 * r + 0.587 * g + 0.114 * b < 128 ? "dark" : "light";
}
