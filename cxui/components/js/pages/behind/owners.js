/** Who is in charge of each moment: asked first, and set quickly in one list. */

import { momentsOf, ownedOf, ownersUsed } from "./backing.js";
import { h, keyed, setText } from "../../parts/dom.js";
import { createField } from "../../parts/field.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */

/** Id of the list of names used already, which fields suggest. */
export const OWNERS = "behind-owners";

/** Names to choose from; nothing to be seen by itself. */
export function createOwnersUsed() {
  const el = h("datalist", { id: OWNERS });
  return {
    el,
    update: (/** @type {View} */ view) => keyed(el, ownersUsed(view), (value) => ({ el: h("option", { value }) }), () => {}),
  };
}

/**
 * Open by itself as long as nobody is in charge of anything.
 * @param {Context} ctx
 */
export function createOwners(ctx) {
  const title = h("h2");
  const list = h("ul", { class: "behind-owners" });
  const el = h("details", { class: "part" }, h("summary", {}, title), list);
  /** @type {string | null} the journey that it was last opened for by itself */
  let opened = null;

  /** @param {View} view */
  function update(view) {
    const { owned, of } = ownedOf(view);
    el.hidden = of === 0;
    if (!owned && of && opened !== view.journey?.id) {
      opened = view.journey?.id ?? null;
      el.open = true;
    }
    setText(title, owned ? `Who is in charge: ${owned} of ${of} moments` : "Say who is in charge of each moment first");
    keyed(list, momentsOf(view), (id) => createOwner(ctx, id), (row) => row.update(view));
  }

  return { el, update };
}

/**
 * @param {Context} ctx
 * @param {string} id
 */
function createOwner(ctx, id) {
  const name = h("span", { dir: "auto" });
  const owner = createField(ctx, {
    of: "touchpoint", id, field: "owner", label: "In charge", empty: "nobody yet", class: "boxed", suggest: OWNERS,
  });
  return {
    el: h("li", { "data-touchpoint": id }, name, owner.el),
    update(/** @type {View} */ view) {
      const touchpoint = view.touchpoint(id);
      setText(name, touchpoint.name);
      owner.update(touchpoint.owner);
    },
  };
}
