/** Precise words and numbers: what stands one tap deeper. */

import { h, keyed, setText } from "../../parts/dom.js";

/** @typedef {[label: string, text: string]} Fact */

/** Labels and values, one under the other. */
export function createFacts() {
  const el = h("div", { class: "facts", role: "list" });
  return {
    el,
    /** @param {Fact[]} facts */
    update(facts) {
      el.hidden = !facts.length;
      keyed(el, facts.map(([label]) => label), (label) => createFact(label), (part, _, i) => setText(part.value, facts[i][1]));
    },
  };
}

/** @param {string} label */
function createFact(label) {
  const value = h("span", { class: "fact-value" });
  return { el: h("div", { class: "fact", role: "listitem" }, h("span", { class: "fact-label" }, label), " ", value), value };
}
