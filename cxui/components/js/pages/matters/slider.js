/** A slider that many people can watch and one moves: it says its value while it moves. */

import { h, setAttr, setText } from "../../parts/dom.js";

/**
 * @param {string} label
 * @param {number} most the slider runs from 0 to this, in whole steps
 * @param {(position: number) => string} say what stands beside it, and what is read out
 * @param {(position: number) => void} commit once it is let go, and at every key
 */
export function createSlider(label, most, say, commit) {
  let isMoving = false;
  const input = h("input", { type: "range", class: "slider-input", min: 0, max: most, step: 1, "aria-label": label });
  const value = h("output", { class: "slider-value" });
  input.addEventListener("input", () => {
    isMoving = true;
    tell();
  });
  input.addEventListener("change", () => {
    isMoving = false;
    commit(input.valueAsNumber);
  });
  input.addEventListener("blur", () => { isMoving = false; });

  function tell() {
    const words = say(input.valueAsNumber);
    setText(value, words);
    setAttr(input, "aria-valuetext", words);
  }

  /**
   * @param {number} position
   * @param {boolean} may
   */
  function update(position, may) {
    setAttr(input, "disabled", !may);
    if (isMoving) return;
    input.value = String(position);
    tell();
  }

  return { el: h("div", { class: "slider" }, h("span", { class: "slider-label", "aria-hidden": "true" }, label), value, input), update };
}
