/** Who of us takes part, where they stand, and which department they speak for. */

import { VIEWPOINTS } from "../../join/join.js";
import { h, keyed, setAttr, setText } from "../../parts/dom.js";
import { createSelect } from "../../parts/choices.js";
import { createField } from "../../parts/field.js";
import { setValue } from "../../map/structure.js";
import { leads } from "../../screens.js";
import { createSection } from "../page.js";
import { OWNERS } from "./owners.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */

const KIND = "participant";
const HINT = "Whoever delivers a moment should be here, or be asked. Everybody says it of themselves; who leads can help.";

/** @param {Context} ctx */
export function createHere(ctx) {
  const list = h("ul", { class: "behind-here" });
  return createSection("Who of us is here", HINT, [{
    el: list,
    update: (/** @type {View} */ view) => keyed(list, view.list(KIND), (id) => createPerson(ctx, id), (row) => row.update(view)),
  }], { folded: true });
}

/**
 * @param {Context} ctx
 * @param {string} id
 */
function createPerson(ctx, id) {
  const name = h("span", { class: "behind-who", dir: "auto" });
  const viewpoint = createSelect("Where they stand", VIEWPOINTS, (value) => void ctx.run(setValue(KIND, id, "viewpoint", value)));
  const department = createField(ctx, {
    of: KIND, id, field: "department", label: "Department", empty: "not said", class: "boxed", suggest: OWNERS,
  });
  const said = h("span", { class: "behind-said", dir: "auto" });
  return {
    el: h("li", {}, name, viewpoint.el, h("div", { class: "pick" }, h("span", {}, "Department"), department.el, said)),
    update(/** @type {View} */ view) {
      const person = view.thing(KIND, id);
      const may = view.me.can_edit && (leads(view) || view.me.participant === id);
      setText(name, person.name);
      viewpoint.update(person.viewpoint);
      setAttr(viewpoint.select, "disabled", !may);
      department.update(person.department);
      setText(said, person.department || "not said");
      department.el.hidden = !may;
      said.hidden = may;
    },
  };
}
