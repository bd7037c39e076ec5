/** What came out of a round in words, and of one of staff: lists, and small bars. */

import { h, keyed, setAttr, setClass, setText } from "../parts/dom.js";

/** @typedef {import("../types").Card} Card */
/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").Revealed} Revealed */
/** @typedef {import("../types").Spread} Spread */
/** @typedef {import("../types").View} View */

/** The five cards about a persona. */
export function createCards() {
  const el = h("div", { class: "said-cards" });

  function make() {
    const title = h("h2", { class: "split-name" });
    const list = h("ul", { class: "said-texts" });
    return { el: h("article", { class: "split-card" }, title, list), title, list };
  }

  /** @param {Card[]} cards */
  function update(cards) {
    el.hidden = !cards.length;
    keyed(el, cards.map((card) => card.topic), make, (part, _, i) => {
      setText(part.title, cards[i].title);
      keyed(part.list, cards[i].texts.map(({ id }) => id), createText, (line, id, at) => {
        const { text, times } = cards[i].texts[at];
        setText(line.text, text);
        setText(line.times, times > 1 ? `${times} of us` : "");
        line.times.hidden = times < 2;
      });
    });
  }

  return { el, update };
}

function createText() {
  const text = h("span", { class: "said-text", dir: "auto" });
  const times = h("span", { class: "said-times" });
  return { el: h("li", {}, text, times), text, times };
}

/** How the answers of staff lie, moment by moment. */
export function createSpreads() {
  const el = h("div", { class: "said-spreads" });

  function make() {
    const name = h("h2", { class: "split-name", dir: "auto" });
    const able = createSpread("Could deliver it tomorrow");
    const willing = createSpread("Want to");
    return { el: h("article", { class: "split-card" }, name, able.el, willing.el), name, able, willing };
  }

  /**
   * @param {View} view
   * @param {Revealed} revealed
   */
  function update(view, { staff }) {
    el.hidden = !staff.length;
    keyed(el, staff.map((row) => row.touchpoint), make, (part, id, i) => {
      setText(part.name, view.touchpoint(id).name);
      part.able.update(staff[i].able);
      part.willing.update(staff[i].willing);
    });
  }

  return { el, update };
}

/**
 * Five bars from no to yes; without bars where too few have answered.
 * @param {string} asks
 */
function createSpread(asks) {
  const bars = [1, 2, 3, 4, 5].map(() => h("i", {}));
  const chart = h("div", { class: "spread-bars", role: "img" }, ...bars);
  const ends = h("div", { class: "swarm-ends spread-ends", "aria-hidden": "true" }, h("span", {}, "no"), h("span", {}, "yes"));
  const text = h("p", { class: "split-text" });
  const el = h("div", { class: "spread" }, h("p", { class: "spread-asks" }, asks), chart, ends, text);

  /** @param {Spread} spread */
  function update({ counts, text: said }) {
    const most = Math.max(1, ...(counts ?? []));
    chart.hidden = ends.hidden = counts === null;
    setAttr(chart, "aria-label", spreadWords(counts ?? []));
    bars.forEach((bar, i) => {
      const count = counts?.[i] ?? 0;
      bar.style.height = `${(100 * count) / most}%`;
      setClass(bar, "none", count === 0);
      setText(bar, count || "");
    });
    setText(text, said);
  }

  return { el, update };
}

/**
 * "1 said 1, 2 said 4" of counts from 1 to 5.
 * @param {number[]} counts
 */
export function spreadWords(counts) {
  return counts.map((count, i) => (count ? `${count} said ${i + 1}` : "")).filter(Boolean).join(", ");
}

/**
 * The way on to where the cards are merged by hand.
 * @param {Context} ctx
 */
export function createToPeople(ctx) {
  const el = h("button", { type: "button", class: "button to-people", onclick: () => ctx.link.go("people") }, "Go to People");
  return { el };
}
