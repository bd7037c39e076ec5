/** Where the room sees it differently, who stands apart, and what customers would start with. */

import { createMoment } from "./moment.js";
import { createFacts } from "./numbers.js";
import { h, keyed, setText } from "../../parts/dom.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/**
 * What cxlive/board/agreed.py says of the journey.
 * @typedef {object} Agreement
 * @property {string} sentence
 * @property {import("./numbers.js").Fact[]} numbers
 * @property {{touchpoint: string, sentence: string, below: number, above: number}[]} discuss
 * @property {{name: string, sentence: string}[]} apart empty unless names are shown
 * @property {{sentence: string, ours: string[], theirs: string[]} | null} customers
 */

/** @type {Agreement} */
const NOTHING = { sentence: "", numbers: [], discuss: [], apart: [], customers: null };

/** @param {Context} ctx */
export function createDifferently(ctx) {
  const sentence = h("p", {});
  const list = h("ul", { class: "differ-list" });
  const apart = h("ul", { class: "differ-list", "aria-label": "Who stands apart" });
  const customers = createCustomers(ctx);
  const facts = createFacts();
  const deeper = h("details", { class: "matter-more" }, h("summary", {}, "The numbers"), facts.el);

  /** @param {View} view */
  function update(view) {
    /** @type {Agreement} */
    const said = view.computedFor("agreement") ?? NOTHING;
    setText(sentence, said.sentence);
    list.hidden = !said.discuss.length;
    keyed(list, said.discuss.map((each) => each.touchpoint), (id) => createDiscussed(ctx, id),
      (part, _, i) => part.update(view, said.discuss[i]));
    apart.hidden = !said.apart.length;
    keyed(apart, said.apart.map((_, i) => String(i)), () => ({ el: h("li", { dir: "auto" }) }),
      (part, _, i) => setText(part.el, said.apart[i].sentence));
    customers.update(view, said.customers);
    facts.update(said.numbers);
    deeper.hidden = !said.numbers.length;
  }

  return { el: h("div", { class: "differ" }, sentence, list, apart, customers.el, deeper), update };
}

/**
 * @param {Context} ctx
 * @param {string} id
 */
function createDiscussed(ctx, id) {
  const name = createMoment(ctx, id);
  const split = createSplit();
  const said = h("p", { class: "differ-said", dir: "auto" });
  return {
    el: h("li", { class: "differ-moment" }, name.el, split.el, said),
    /**
     * @param {View} view
     * @param {Agreement["discuss"][number]} one
     */
    update(view, one) {
      name.update(view);
      split.update(one.below, one.above);
      setText(said, one.sentence);
    },
  };
}

/** How many found it bad, and how many good, as two bars; the sentence says it in words. */
function createSplit() {
  const bad = h("i", { class: "differ-bad" });
  const good = h("i", { class: "differ-good" });
  return {
    el: h("span", { class: "differ-split", "aria-hidden": "true" }, bad, good),
    /**
     * @param {number} below
     * @param {number} above
     */
    update(below, above) {
      bad.style.flexGrow = String(below);
      good.style.flexGrow = String(above);
      setText(bad, below || "");
      setText(good, above || "");
    },
  };
}

/**
 * What comes first to us beside what comes first to customers, in a sentence where one
 * side has nothing.
 * @param {Context} ctx
 */
function createCustomers(ctx) {
  const sentence = h("p", { dir: "auto" });
  const ours = createTop(ctx, "We would start with");
  const theirs = createTop(ctx, "Customers would start with");
  const tops = h("div", { class: "differ-tops" }, ours.el, theirs.el);
  const el = h("div", { class: "differ-customers" }, sentence, tops);
  return {
    el,
    /**
     * @param {View} view
     * @param {Agreement["customers"]} said
     */
    update(view, said) {
      const both = Boolean(said?.ours.length && said.theirs.length);
      el.hidden = !said;
      setText(sentence, said?.sentence);
      sentence.hidden = both;
      tops.hidden = !both;
      ours.update(view, said?.ours ?? []);
      theirs.update(view, said?.theirs ?? []);
    },
  };
}

/**
 * @param {Context} ctx
 * @param {string} title
 */
function createTop(ctx, title) {
  const list = h("ol", {});
  return {
    el: h("div", {}, h("h3", {}, title), list),
    /**
     * @param {View} view
     * @param {string[]} ids
     */
    update(view, ids) {
      keyed(list, ids, (id) => {
        const name = createMoment(ctx, id);
        return { el: h("li", {}, name.el), name };
      }, (part) => part.name.update(view));
    },
  };
}
