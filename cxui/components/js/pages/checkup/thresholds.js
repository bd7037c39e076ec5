/** From where a check fires: seen by everybody, changed by who leads. */

import { h, keyed, setAttr, setText } from "../../parts/dom.js";
import { setValue } from "../../map/structure.js";
import { leads } from "../../screens.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").View} View */
/** @typedef {import("./finding.js").Check} Check */
/** @typedef {Check["thresholds"][number]} Threshold */

/**
 * @param {Context} ctx
 * @param {string} id of the check
 */
export function createThresholds(ctx, id) {
  const list = h("div", { class: "trap-thresholds", role: "group", "aria-label": "From where it is asked" });
  return {
    el: list,
    /**
     * @param {Check} check
     * @param {View} view
     */
    update(check, view) {
      list.hidden = check.thresholds.length === 0;
      keyed(list, check.thresholds.map((each) => each.name), (name) => createThreshold(ctx, `${id}.${name}`, name),
        (part, _, i) => part.update(check.thresholds[i], leads(view) && view.me.can_edit));
    },
  };
}

/**
 * @param {Context} ctx
 * @param {string} key
 * @param {string} name
 */
function createThreshold(ctx, key, name) {
  /** @type {Threshold | null} */
  let now = null;
  const input = h("input", { type: "number", step: "any", class: "input trap-threshold", name: key });
  const usual = h("small", {});
  const reset = h("button", { type: "button", class: "trap-reset", onclick: () => change(null) }, "Back to the usual");
  input.addEventListener("change", () => {
    const value = Number(input.value);
    if (input.value !== "" && Number.isFinite(value) && value !== now?.value) change(value);
  });

  /** @param {number | null} value null: as usual */
  function change(value) {
    const { [name]: _, ...others } = ctx.view().computedFor("checkup")?.changed ?? {};
    void ctx.run(setValue("settings", "settings", "checkup", value === null ? others : { ...others, [name]: value }));
  }

  return {
    el: h("label", { class: "trap-limit" }, h("span", {}, name.replaceAll("_", " ")), input, usual, reset),
    /**
     * @param {Threshold} threshold
     * @param {boolean} may
     */
    update(threshold, may) {
      now = threshold;
      const typing = /** @type {Document | ShadowRoot} */ (input.getRootNode()).activeElement === input;
      if (!typing) input.value = String(threshold.value);
      setAttr(input, "disabled", !may);
      const changed = threshold.value !== threshold.usual;
      setText(usual, changed ? `usually ${threshold.usual}` : "");
      reset.hidden = !changed || !may;
    },
  };
}
