/** What came out of a round, for everybody at once: the room, not the person. */

import { rates } from "../live/round.js";
import { h, icon, keyed, prefersStill, s, sameAsLast, setAttr, setClass, setText } from "../parts/dom.js";
import { valenceWord } from "../parts/text.js";
import { leads } from "../screens.js";
import { createMini } from "./mini.js";
import { createCards, createSpreads, createToPeople } from "./said.js";
import { across, countedWords, stacked } from "./swarm.js";
import { createUnsent } from "./unsent.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").Movement} Movement */
/** @typedef {import("../types").Revealed} Revealed */
/** @typedef {import("../types").Screen} Screen */
/** @typedef {import("../types").SplitCard} SplitCard */
/** @typedef {import("../types").View} View */

/** All of it is there after this time; see reveal.css. */
const STAGED_FOR = 3_700;
const HEADLINE_AFTER = 2_500;
const WIDTH = 300;
const RADIUS = 6.5;
const MOST_CARDS = 3;
const MOST_MOVED = 6;

/**
 * @param {Context} ctx
 * @returns {Screen}
 */
export function createReveal(ctx) {
  const kept = h("span", { class: "kept" });
  const title = h("h1", { class: "ask stage-headline", tabindex: "-1", dir: "auto" });
  const count = h("p", { class: "ask-hint stage-headline" });
  const mini = createMini();
  const splits = h("div", { class: "splits-cards" });
  const moved = createMoved();
  const work = createWork();
  const bets = h("p", { class: "bets", dir: "auto" });
  const cards = createCards();
  const spreads = createSpreads();
  const people = createToPeople(ctx);
  const unsent = createUnsent();
  const go = h("button", { type: "button", class: "button strong wide", onclick: () => ctx.showRevealed(false) }, "See the board");
  // Above the board it stands in the first line, so that the curve keeps its place.
  const close = h("button", { type: "button", class: "text-button to-board", onclick: () => ctx.showRevealed(false) }, "See the board");
  const rest = h("div", { class: "reveal-rest stage-rest" }, unsent.el, cards.el, spreads.el, splits, moved.el, work.el, bets, people.el);
  const el = h("section", { class: "phone reveal", "aria-label": "What came out" }, h("div", { class: "phone-page" },
    h("div", { class: "private-banner" }, icon("eye"), h("strong", {}, "Everyone can see"), kept, close),
    h("div", { class: "reveal-body" }, h("div", { class: "reveal-head" }, title, count, mini.el), rest), go));
  let round = "";
  let timers = [0, 0];

  /** @param {View} view */
  function update(view) {
    const { revealed } = view;
    if (!revealed) return;
    if (revealed.round !== round) begin(revealed);
    const rated = rates(revealed.form);
    setText(kept, !rated ? "" : revealed.second_look ? "both rounds kept" : "first round kept");
    setText(title, revealed.headline);
    setText(count, `${revealed.answered} of ${revealed.asked} answered`);
    mini.el.hidden = !rated;
    mini.update(view);
    cards.update(revealed.cards);
    spreads.update(view, revealed);
    people.el.hidden = revealed.form !== "cards" || !leads(view);
    keyed(splits, revealed.splits.map((each) => each.touchpoint), createSplit,
      (card, _, i) => card.update(view, revealed.splits[i]));
    moved.update(view, revealed);
    work.update(view);
    if (!rated) work.el.hidden = true;
    unsent.update(view, revealed);
    setText(bets, revealed.bets);
    bets.hidden = !revealed.bets;
  }

  /** @param {Revealed} revealed */
  function begin(revealed) {
    round = revealed.round;
    const staged = rates(revealed.form) && ctx.sawOpen(round) && !prefersStill();
    timers.forEach((timer) => clearTimeout(timer));
    setClass(ctx.root, "revealing", staged);
    timers = [
      window.setTimeout(() => ctx.announce(revealed.headline), staged ? HEADLINE_AFTER : 0),
      window.setTimeout(() => setClass(ctx.root, "revealing", false), STAGED_FOR),
    ];
  }

  return {
    el, update,
    shown() {
      title.focus({ preventScroll: true });
      el.scrollIntoView({ block: "nearest" });
    },
    stop: () => timers.forEach((timer) => clearTimeout(timer)),
  };
}

/** One moment that we see differently: a dot for each of us, and a question. */
function createSplit() {
  const name = h("h2", { class: "split-name", dir: "auto" });
  const dots = s("g", { class: "swarm" });
  const svg = s("svg", { role: "img" }, s("line", { class: "swarm-line", x1: 0, x2: WIDTH, y1: 0, y2: 0 }), dots);
  const low = h("span", {});
  const high = h("span", {});
  const text = h("p", { class: "split-text", dir: "auto" });
  const names = h("p", { class: "split-text split-who", dir: "auto" });
  const el = h("article", { class: "split-card" }, name, svg,
    h("div", { class: "swarm-ends", "aria-hidden": "true" }, low, high), text, names);
  const same = sameAsLast();

  /**
   * @param {View} view
   * @param {SplitCard} split
   */
  function update(view, split) {
    if (same(split, view.touchpoint(split.touchpoint), view.words)) return;
    const { valence: words } = view.words;
    const values = split.values.map(([value]) => value);
    const places = stacked(values, WIDTH, 2 * RADIUS - 1);
    const levels = Math.max(1, ...places.map((place) => place.level + 1));
    const top = -(2 * RADIUS - 1) * (levels - 1) - RADIUS - 2;
    setText(name, view.touchpoint(split.touchpoint).name);
    setAttr(svg, "viewBox", `${-RADIUS - 2} ${top} ${WIDTH + 2 * RADIUS + 4} ${RADIUS + 2 - top}`);
    setAttr(svg, "aria-label", countedWords(values, words));
    keyed(dots, places.map((place) => String(place.index)), () => ({ el: s("circle", { r: RADIUS }) }), (dot, _, i) => {
      const { index, x, level } = places[i];
      setAttr(dot.el, "cx", x.toFixed(1));
      setAttr(dot.el, "cy", -(2 * RADIUS - 1) * level);
      dot.el.replaceChildren(...(split.values[index][1] ? [s("title", {}, split.values[index][1])] : []));
    });
    setText(low, words[0]?.[1] ?? "awful");
    setText(high, words[words.length - 1]?.[1] ?? "great");
    setText(text, split.text);
    const said = split.values.filter(([, who]) => who).sort((a, b) => a[0] - b[0])
      .map(([value, who]) => `${who}: ${valenceWord(value, words)}`);
    setText(names, said.join(" · "));
    names.hidden = !said.length;
  }

  return { el, update };
}

/** What a second look has moved. */
function createMoved() {
  const said = h("p", { class: "split-text", dir: "auto" });
  const list = h("ul", { class: "moved" });
  const each = h("details", {}, h("summary", {}, "Moment by moment"), list);
  const el = h("section", { class: "moved-part" }, h("h2", { class: "part-title" }, "What has moved"), said, each);

  function make() {
    const name = h("strong", { dir: "auto" });
    const before = s("circle", { class: "moved-before", r: 4.5, cy: 0 });
    const after = s("circle", { class: "moved-after", r: 5.5, cy: 0 });
    const way = s("line", { class: "moved-way", y1: 0, y2: 0 });
    const svg = s("svg", { viewBox: `-8 -8 ${WIDTH + 16} 16`, "aria-hidden": "true" },
      s("line", { class: "swarm-line", x1: 0, x2: WIDTH, y1: 0, y2: 0 }), way, before, after);
    const text = h("span", { class: "split-text", dir: "auto" });
    return { el: h("li", { class: "split-card" }, name, svg, text), name, before, after, way, text };
  }

  /**
   * @param {View} view
   * @param {Revealed} revealed
   */
  function update(view, revealed) {
    const rows = revealed.movement.slice(0, MOST_MOVED);
    el.hidden = !rows.length && !revealed.moved;
    each.hidden = !rows.length;
    setText(said, revealed.moved);
    said.hidden = !revealed.moved;
    keyed(list, rows.map((row) => row.touchpoint), make, (item, id, i) => {
      setText(item.name, view.touchpoint(id).name);
      setText(item.text, rows[i].text);
      drawMove(item, rows[i]);
    });
  }

  return { el, update };
}

/**
 * @param {{before: Element, after: Element, way: Element}} item
 * @param {Movement} row
 */
function drawMove({ before, after, way }, row) {
  const from = row.before === null ? null : across(row.before, WIDTH);
  const to = row.after === null ? null : across(row.after, WIDTH);
  setAttr(before, "cx", from ?? 0);
  setAttr(after, "cx", to ?? 0);
  setClass(before, "none", from === null);
  setClass(after, "none", to === null);
  setAttr(way, "x1", from ?? to ?? 0);
  setAttr(way, "x2", to ?? from ?? 0);
}

/** The first of what needs work, as cards. */
function createWork() {
  const list = h("ol", { class: "work" });
  const empty = h("p", { class: "split-text" });
  const el = h("section", { class: "reveal-work" }, h("h2", { class: "part-title" }, "What needs work first"), empty, list);

  function make() {
    const name = h("strong", { dir: "auto" });
    const rank = h("span", { class: "work-rank" });
    const pill = h("span", { class: "pill" });
    const score = h("span", { class: "work-score" });
    const sum = h("p", { class: "split-text" });
    return { el: h("li", { class: "split-card" }, h("div", { class: "work-head" }, rank, name, pill, score), sum), name, rank, pill, score, sum };
  }

  /** @param {View} view */
  function update(view) {
    const { ranking, empty: none } = view.computed;
    const ids = ranking.filter((id) => view.result(id).critical).slice(0, MOST_CARDS);
    setText(empty, none);
    empty.hidden = ids.length > 0 || !none;
    el.hidden = !ids.length && !none;
    keyed(list, ids, make, (card, id) => {
      const result = view.result(id);
      setText(card.rank, `${result.rank}.`);
      setText(card.name, view.touchpoint(id).name);
      setText(card.pill, result.direction_word);
      setAttr(card.pill, "data-direction", result.direction);
      card.pill.hidden = !result.direction_word;
      setText(card.score, result.score === null ? "" : Math.round(result.score));
      setText(card.sum, result.sum);
    });
  }

  return { el, update };
}
