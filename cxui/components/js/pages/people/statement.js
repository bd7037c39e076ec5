/** One statement about a persona: its text, how we know, and what speaks for it. */

import { createField } from "../../parts/field.js";
import { h, setAttr, setText } from "../../parts/dom.js";
import { createLinks } from "../../parts/links.js";
import { menuButton } from "../../parts/menu.js";
import { openPopup } from "../../parts/popup.js";
import { thingMenu } from "../../parts/things.js";
import { batch, mayShape } from "../../map/structure.js";
import { createHeard } from "./heard.js";
import { evidenceFor, linkEvidence } from "./said.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */

/**
 * @param {Context} ctx
 * @param {string} id
 * @param {object} options
 * @param {() => string[]} options.siblings statements that stand beside it, in order
 * @param {(id: string, on: boolean) => void} [options.pick] it can be chosen, to be put together
 * @param {boolean} [options.titled] it has a heading
 */
export function createStatement(ctx, id, { siblings, pick, titled = false }) {
  const title = titled
    ? createField(ctx, { of: "statement", id, field: "title", label: "Heading", empty: "Heading …", class: "sheet-title" }) : null;
  const text = createField(ctx, { of: "statement", id, field: "text", label: "Statement", lines: true, empty: "Write it down …", class: "people-text" });
  const heard = createHeard(ctx, id);
  const box = h("input", { type: "checkbox", class: "people-pick", onchange: () => pick?.(id, box.checked) });
  const speaks = h("button", { type: "button", class: "people-speaks", "aria-haspopup": "dialog", onclick: () => openEvidence(ctx, id, speaks) });
  const menu = menuButton(ctx, { class: "round people-menu", label: "Move, remove, what speaks for it" }, () => [
    { label: "What speaks for it …", act: () => openEvidence(ctx, id, menu) },
    ...thingMenu(ctx, "statement", id, String(ctx.view().thing("statement", id).text || "this statement").slice(0, 60), siblings()),
  ]);
  const el = h("li", { class: "people-said" }, box,
    h("div", { class: "people-words" }, title?.el, text.el, h("div", { class: "people-foot" }, heard.el, speaks)), menu);
  return {
    el,
    first: () => title?.edit(true),
    /**
     * @param {View} view
     * @param {boolean} [pickable]
     * @param {boolean} [picked]
     */
    update(view, pickable = false, picked = false) {
      const statement = view.thing("statement", id);
      title?.update(statement.title);
      text.update(statement.text);
      heard.update(view);
      box.hidden = !pickable;
      box.checked = picked;
      setAttr(box, "aria-label", `Choose, to put together: ${statement.text}`);
      menu.hidden = !mayShape(view);
      const many = evidenceFor(view, id).length;
      speaks.hidden = many === 0;
      setText(speaks, many === 1 ? "1 thing speaks for it" : `${many} things speak for it`);
    },
  };
}

/**
 * @param {Context} ctx
 * @param {string} id
 * @param {HTMLElement} anchor
 */
function openEvidence(ctx, id, anchor) {
  const links = createLinks(ctx, {
    label: "What speaks for it",
    among: (view) => view.list("evidence").map((each) => [each, view.thing("evidence", each).title]),
    choose: (ids) => {
      const commands = linkEvidence(ctx.view(), id, ids);
      if (commands.length) void ctx.run(batch("Evidence for a statement", commands));
      links.update(ids, ctx.view());
    },
  });
  const none = h("p", { class: "hint" }, "Nothing is written down yet under “What we know”.");
  none.hidden = ctx.view().list("evidence").length > 0;
  links.update(evidenceFor(ctx.view(), id), ctx.view());
  const content = h("div", { class: "people-picker" }, h("strong", {}, "What speaks for it"), none, links.el);
  openPopup(ctx, anchor, content, { kind: "evidence", label: "What speaks for it" }).el.focus();
}
