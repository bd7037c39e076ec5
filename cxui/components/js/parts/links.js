/** Which other things a thing is about: chips that go away with a tap, and a menu of more. */

import { h, icon, keyed, setAttr, setText } from "./dom.js";
import { menuButton } from "./menu.js";
import { mayShape } from "../map/structure.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").View} View */

/**
 * @param {Context} ctx
 * @param {{label: string, among: (view: View) => [string, string][], choose: (ids: string[]) => void}} options
 */
export function createLinks(ctx, { label, among, choose }) {
  /** @type {string[]} */
  let chosen = [];
  const chips = h("div", { class: "links-chips" });
  const more = menuButton(ctx, { class: "links-more", label: `${label}: add` }, rest, icon("plus"));
  const el = h("div", { class: "links", role: "group", "aria-label": label }, chips, more);

  function rest() {
    const free = among(ctx.view()).filter(([id]) => !chosen.includes(id));
    if (!free.length) return [{ label: "There is nothing more to choose.", disabled: true }];
    return free.map(([id, name]) => ({ label: name, act: () => choose([...chosen, id]) }));
  }

  /**
   * @param {string[] | undefined} ids
   * @param {View} view
   */
  function update(ids, view) {
    const names = new Map(among(view));
    chosen = ids ?? [];
    const shown = chosen.filter((id) => names.has(id));
    more.hidden = !mayShape(view);
    keyed(chips, shown, (id) => ({
      el: h("button", { type: "button", class: "links-chip", dir: "auto", onclick: () => choose(chosen.filter((each) => each !== id)) }),
    }), (part, id) => {
      const name = names.get(id) ?? "";
      setText(part.el, name);
      setAttr(part.el, "aria-label", `${name}: take away`);
      setAttr(part.el, "title", `${name}: take away`);
      setAttr(part.el, "disabled", !mayShape(view));
    });
  }

  return { el, update };
}
