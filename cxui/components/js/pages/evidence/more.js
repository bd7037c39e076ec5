/** The rest of a piece of evidence: source, day, how many, and what else it is about. */

import { linkRows } from "./sorting.js";
import { h, keyed, setAttr, setText } from "../../parts/dom.js";
import { createFeelings } from "../../parts/feelings.js";
import { createForm } from "../../parts/form.js";
import { mayShape, setValue } from "../../map/structure.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */

/** Letters of a statement that name it in a list. */
const SHORT = 80;

/**
 * @param {Context} ctx
 * @param {string} id
 */
export function createMore(ctx, id) {
  const from = createForm(ctx, "evidence", id, [
    { field: "source", label: "Source", as: "line", hint: "Who says so, or who was there" },
    { field: "date", label: "Day", as: "day" },
    { field: "n", label: "How many people or cases", as: "count" },
  ], "pairs");
  const feelings = createFeelings("How it felt there", (value) => void ctx.run(setValue("evidence", id, "feeling", value)));
  const links = createForm(ctx, "evidence", id, [
    { field: "links", label: "Where to find it", as: "note", hint: "One address a line; nothing is loaded from there" },
  ]);
  const addresses = createAddresses();
  const about = createForm(ctx, "evidence", id, [
    { field: "journey_ids", label: "A journey as a whole", as: "links", hint: "Counts for each of its moments where none is named",
      among: (view) => view.journeys.map((each) => [each.id, each.name]) },
    { field: "persona_ids", label: "Personas", as: "links", among: named("persona", "name") },
    { field: "statement_ids", label: "What is said of a persona", as: "links", among: named("statement", "text") },
    { field: "process_ids", label: "Behind the scenes", as: "links", hint: "Counts for the moments that it serves",
      among: named("process", "name") },
  ], "pairs");
  const el = h("div", { class: "editor-texts" }, from.el,
    h("div", { class: "pick" }, h("span", {}, "How it felt there"), feelings.el), links.el, addresses.el, about.el);

  /** @param {View} view */
  function update(view) {
    const item = view.thing("evidence", id);
    [from, links, about].forEach((form) => form.update(view));
    feelings.update(item.feeling, view.words.valence, mayShape(view));
    addresses.update(item.links);
  }

  return { el, update };
}

/**
 * @param {string} kind
 * @param {string} field
 * @returns {(view: View) => [string, string][]}
 */
function named(kind, field) {
  return (view) => view.list(kind).map((id) => [id, Array.from(String(view.thing(kind, id)[field] ?? "")).slice(0, SHORT).join("")]);
}

function createAddresses() {
  const el = h("ul", { class: "evidence-links" });
  return {
    el,
    update(/** @type {string | undefined} */ text) {
      const rows = linkRows(text);
      el.hidden = !rows.length;
      keyed(el, rows.map(({ href }, i) => `${i}${href ? "a" : "t"}`), (key) => {
        const inner = key.endsWith("a") ? h("a", { target: "_blank", rel: "noopener noreferrer" }) : h("span", {});
        return { el: h("li", { dir: "auto" }, inner), inner };
      }, (part, _, i) => {
        setText(part.inner, rows[i].text);
        if (rows[i].href) setAttr(part.inner, "href", rows[i].href);
      });
    },
  };
}
