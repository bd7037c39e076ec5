/**
 * The component on the journey page. Streamlit calls the default export at every mount
 * and at every change of data or theme; everything people see comes over the live
 * channel, and decides which screen they see.
 */

import { createBoard } from "./board/board.js";
import { createJoin } from "./join/join.js";
import { concernsScript, createGoing, createNotifier } from "./live/changed.js";
import { forget, recall, remember } from "./live/drafts.js";
import { projectAll } from "./live/project.js";
import { createClaims } from "./lead/people.js";
import { saidFor } from "./live/round.js";
import { linkTo } from "./live/socket.js";
import { reader, viewOf } from "./live/state.js";
import { PAGE_SCREENS } from "./pages/screens.js";
import { standAlone } from "./parts/alone.js";
import { focusIn, h, isTextField, setAttr, setClass, setText } from "./parts/dom.js";
import { closePopups } from "./parts/popup.js";
import { createAnnouncer, createToasts } from "./parts/toast.js";
import { createReveal } from "./round/reveal.js";
import { createRound } from "./round/round.js";
import { createStrip } from "./round/strip.js";
import { journeyFor, screenFor, screenNow, standsAlone } from "./screens.js";
import { createScreen } from "./screen/screen.js";

/** @typedef {import("./types").ComponentArgs} ComponentArgs */
/** @typedef {import("./types").Context} Context */
/** @typedef {import("./types").Message} Message */
/** @typedef {import("./types").Screen} Screen */
/** @typedef {import("./types").ScreenName} ScreenName */
/** @typedef {import("./types").View} View */

const OFFLINE_AFTER = 800;
const OFFLINE = "Not connected: your changes are kept and sent when the connection is back.";
const NARROW = 720;
/** What comes while somebody drags, and changes only what a drag changes. */
const DRAGGED = new Set(["live", "supposed"]);

/** @type {Record<ScreenName, (ctx: Context) => Screen>} */
const SCREENS = {
  join: createJoin, round: createRound, reveal: createReveal, board: createBoard, screen: createScreen, ...PAGE_SCREENS,
};

/** @type {WeakMap<HTMLElement | ShadowRoot, ReturnType<typeof mount>>} */
const mounted = new WeakMap();

/** @param {ComponentArgs} args */
export default function main(args) {
  const { parentElement } = args;
  const there = mounted.get(parentElement) ?? mount(args);
  mounted.set(parentElement, there);
  there.update(args);
  return () => {
    mounted.delete(parentElement);
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
  const { page } = args.data;
  const projector = args.data.view === "screen";
  const keys = { rating: `cx.rating.${args.data.room}`, read: `cx.read.${args.data.room}` };
  /** @type {Set<string>} */
  const opened = new Set();
  const chosen = { page, projector, rating: recall(keys.rating), read: recall(keys.read) };

  const host = /** @type {HTMLElement} */ (args.parentElement.querySelector(".cx-board"));
  const banner = h("div", { class: "banner", role: "status", hidden: true });
  const wait = h("p", { class: "opening" }, "Opening the journey …");
  const root = h("div", { class: "board", tabindex: "-1" }, banner, wait);
  host.replaceChildren(root);
  const link = linkTo(args.data.room, args.data.base);
  const announce = createAnnouncer(root);
  const toasts = createToasts(root);

  /** @type {Context} */
  const ctx = {
    base: args.data.base, root, link, toasts, announce, mode: "today", hand: null, answered: null, last: null, wish: null,
    view: () => (known ??= look()),
    render,
    run: (command, said) => order(saidFor(ctx.view().round, command), said),
    order,
    announceRanking: () => {},
    show: () => {},
    openCard: () => {},
    pick(journey) {
      asked = journey;
      link.look(journey, page, projector);
      args.setStateValue("journey", journey);
    },
    setMode(mode) {
      ctx.mode = mode;
      render();
    },
    sawOpen: (round) => opened.has(round),
    rateToo(yes) {
      choose("rating", yes ? ctx.view().round?.id : null);
    },
    showRevealed(yes) {
      choose("read", yes ? null : ctx.view().revealed?.round);
    },
  };

  const busy = () => ctx.hand !== null || isTextField(focusIn(root));
  const going = createGoing(root, () => performance.now());
  const notifier = createNotifier(
    () => args.setTriggerValue("changed", link.table.rev),
    () => busy() || going.on(),
    { now: () => performance.now(), later: (act, ms) => setTimeout(act, ms) },
  );
  const strip = createStrip(ctx);
  const claims = createClaims(ctx);
  root.append(strip.el, claims.el);
  const stage = createStage(ctx, strip.el);
  const leave = link.subscribe(heard);
  root.addEventListener("focusout", render);
  addEventListener("resize", render);
  link.look(args.data.journey, page, projector);
  render();

  /**
   * @param {"rating" | "read"} what
   * @param {string | null | undefined} round
   */
  function choose(what, round) {
    chosen[what] = round ?? null;
    if (round) remember(keys[what], round);
    else forget(keys[what]);
    render();
  }

  function look() {
    const stands = reader(link.table);
    const waiting = link.waiting();
    return viewOf(waiting.length ? reader(link.table, projectAll(stands, waiting)) : stands, link.here);
  }

  /** @param {Message} message */
  function heard(message) {
    if (message.kind === "status") setTimeout(drawBanner, link.connected ? 0 : OFFLINE_AFTER);
    if (message.kind === "bring" || message.kind === "go") going.note();
    if (concernsScript(message)) notifier.changed();
    if (message.kind === "no" && message.final && !message.mine) toasts.say(message.text);
    known = null;
    stage.now()?.heard?.(message);
    if (DRAGGED.has(message.kind) && stage.follows()) stage.now()?.follow?.(ctx.view());
    else render();
  }

  function render() {
    if (!frame) frame = requestAnimationFrame(draw);
  }

  function draw() {
    frame = 0;
    drawBanner();
    const view = ctx.view();
    const wanted = screenFor(view, chosen);
    const known = view.me.name !== "" || view.room.id !== "";
    const ready = known && (view.page === page || projector);
    setClass(root, "waiting", !ready);
    if (!ready) return;
    if (view.round) opened.add(view.round.id);
    const journey = page === "journey" ? journeyFor(view) : null;
    if (journey && journey !== asked && !busy()) ctx.pick(journey);
    const name = screenNow(stage.name(), wanted, busy());
    strip.update(view, name, wanted);
    stage.show(name, view);
    if (!projector) claims.update(view);
  }

  function drawBanner() {
    const { id, read_only: readOnly } = ctx.view().room;
    const text = link.ended ?? (link.connected || !id ? readOnly : OFFLINE);
    setText(banner, text);
    banner.hidden = !text;
  }

  /**
   * @param {import("./types").Wish} wish
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

  /** @param {ComponentArgs} next */
  function update(next) {
    args = next;
    setAttr(root, "data-scheme", schemeOf(root));
    if (next.data.journey !== asked && next.data.journey !== null) {
      asked = next.data.journey;
      link.look(asked, page, projector);
    }
  }

  function stop() {
    cancelAnimationFrame(frame);
    notifier.stop();
    going.stop();
    leave();
    stage.stop();
    closePopups();
    removeEventListener("resize", render);
  }

  return { update, stop };
}

/**
 * Holds the screens. One that was left is only hidden: what was begun there is there
 * still when it is shown again.
 * @param {Context} ctx
 * @param {HTMLElement} after
 */
function createStage(ctx, after) {
  /** @type {Map<ScreenName, Screen>} */
  const made = new Map();
  /** @type {ScreenName | null} */
  let present = null;
  /** @type {(() => void) | null} */
  let giveBack = null;

  /** @param {ScreenName} name */
  function screen(name) {
    const there = made.get(name) ?? SCREENS[name](ctx);
    if (!made.has(name)) {
      made.set(name, there);
      after.parentElement?.insertBefore(there.el, name === "board" ? null : after.nextSibling);
    }
    return there;
  }

  /**
   * @param {ScreenName} name
   * @param {View} view
   */
  function show(name, view) {
    const changed = name !== present;
    const alone = standsAlone(name, innerWidth < NARROW);
    const above = name === "reveal" && !alone;
    const seen = above ? [screen("reveal"), screen("board")] : [screen(name)];
    const held = focusIn(ctx.root) !== null;
    if (changed && !above) closePopups();
    present = name;
    for (const each of made.values()) each.el.hidden = !seen.includes(each);
    if (alone && !giveBack) giveBack = standAlone(ctx.root);
    if (!alone && giveBack) back();
    setAttr(ctx.root, "data-screen", name);
    seen.forEach((each) => each.update(view));
    if (!changed) return;
    if (name !== "join") drop("join"); // it is done for good, with what was typed there
    ctx.root.scrollTop = 0;
    // What stands above the board leaves those alone who are at something there.
    if (!above || !focusIn(ctx.root)) seen[0].shown?.();
    if (held && !focusIn(ctx.root)) ctx.root.focus({ preventScroll: true });
  }

  /** @param {ScreenName} name */
  function drop(name) {
    made.get(name)?.stop();
    made.get(name)?.el.remove();
    made.delete(name);
  }

  function back() {
    giveBack?.();
    giveBack = null;
  }

  return {
    show,
    name: () => present,
    now: () => (present === "reveal" ? made.get("board") : present && made.get(present)) ?? null,
    follows: () => present === "board" || present === "reveal",
    stop() {
      back();
      made.forEach((each) => each.stop());
    },
  };
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
