/**
 * The page of a customer link, made livelier where scripts run: the curve grows with
 * the answers, and what is not sent yet is kept on this device. Without it the form
 * works all the same.
 */

import { h } from "../parts/dom.js";
import { createCurve } from "./curve.js";
import { forget, isSent, keep, kept, markSent } from "./draft.js";

const thanks = /** @type {HTMLElement | null} */ (document.querySelector("[data-sent]"));
const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-draft]"));

if (thanks) markSent(thanks.dataset.sent ?? "");
if (form) ask(form, form.dataset.draft ?? "");

/**
 * @param {HTMLFormElement} asked
 * @param {string} name
 */
function ask(asked, name) {
  const groups = [...asked.querySelectorAll("fieldset.moment")].map(
    (group) => /** @type {HTMLInputElement[]} */ ([...group.querySelectorAll("input[type=radio]")]));
  const curve = createCurve(groups.length);
  const refused = document.querySelector(".alert") !== null;
  if (!refused) fill(asked, kept(name));
  asked.before(curve.el);
  draw();

  asked.addEventListener("input", () => {
    draw();
    keep(name, new FormData(asked));
  });
  // Back from the next page the browser may show this one as it was left.
  addEventListener("pageshow", () => {
    if (isSent(name)) answered(asked, curve.el, name);
  });

  function draw() {
    curve.update(groups.map((radios) => step(radios)));
  }
}

/**
 * The face chosen of a moment, 0 for the saddest; null where it is left out.
 * @param {HTMLInputElement[]} radios
 */
function step(radios) {
  const chosen = radios.findIndex((radio) => radio.checked);
  return chosen < 0 || radios[chosen].value === "" ? null : chosen;
}

/**
 * @param {HTMLFormElement} asked
 * @param {Record<string, string> | null} draft
 */
function fill(asked, draft) {
  if (!draft) return;
  for (const field of /** @type {Iterable<HTMLInputElement>} */ (asked.elements)) {
    if (!field.name) continue;
    const value = draft[field.name];
    if (field.type === "radio") field.checked = field.value === (value ?? "");
    else if (field.type === "checkbox") field.checked = value === field.value;
    else if (value !== undefined) field.value = value;
    if (field.type === "text" && field.value) field.closest("details")?.setAttribute("open", "");
  }
}

/**
 * @param {HTMLFormElement} asked
 * @param {Element} curve
 * @param {string} name
 */
function answered(asked, curve, name) {
  if (asked.hidden) return;
  const again = h("button", { type: "button", class: "second", onclick: anew }, "Somebody else answers here");
  const said = h("div", {},
    h("p", { role: "status" }, "You have answered already, and it has arrived. Thank you."), again);
  asked.hidden = true;
  curve.remove();
  asked.before(said);

  function anew() {
    forget(name);
    location.reload();
  }
}
