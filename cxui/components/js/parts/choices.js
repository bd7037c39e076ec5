/** Rows of small buttons and other simple choices; a second click takes a value back. */

import { h, setAttr, setClass } from "./dom.js";

/**
 * @typedef {object} Scale
 * @property {string} label
 * @property {number} from
 * @property {number} to
 * @property {[string, string]} ends in words
 * @property {(value: number) => string} [name] how a button is called
 * @property {(value: number) => string} [face] what stands on a button
 */

/**
 * @param {Scale} scale
 * @param {(value: number | null) => void} choose
 */
export function createScale(scale, choose) {
  /** @type {number | null} */
  let stands = null;
  const values = Array.from({ length: scale.to - scale.from + 1 }, (_, i) => scale.from + i);
  const buttons = values.map((value) => h("button", {
    type: "button", class: "step", tabindex: "-1", "aria-pressed": "false",
    "aria-label": `${scale.label}: ${scale.name?.(value) ?? value}`, title: scale.name?.(value) ?? null,
    onclick: () => choose(near(stands) === value ? null : value),
  }, scale.face?.(value) ?? String(value)));
  const group = h("div", { class: `steps steps-${buttons.length}`, role: "group", "aria-label": scale.label }, ...buttons);
  group.addEventListener("keydown", (event) => walk(event, buttons));
  const el = h("div", { class: "scale" },
    h("div", { class: "scale-label" }, scale.label), group,
    h("div", { class: "scale-ends", "aria-hidden": "true" }, h("span", {}, scale.ends[0]), h("span", {}, scale.ends[1])));

  /** @param {number | null} value */
  function update(value) {
    stands = value;
    const on = near(value);
    buttons.forEach((button, i) => {
      setAttr(button, "aria-pressed", String(values[i] === on));
      setAttr(button, "tabindex", values[i] === (on ?? values[0]) ? "0" : "-1");
    });
    setClass(el, "set", value !== null);
  }

  /** @param {number | null} value */
  const near = (value) => (value === null ? null : Math.round(value));
  update(null);
  return { el, update };
}

/**
 * Arrow keys walk along a row of buttons.
 * @param {KeyboardEvent} event
 * @param {HTMLElement[]} buttons
 */
export function walk(event, buttons) {
  const now = buttons.indexOf(/** @type {HTMLElement} */ (event.target));
  const last = buttons.length - 1;
  const to = {
    ArrowRight: Math.min(last, now + 1), ArrowLeft: Math.max(0, now - 1),
    ArrowUp: Math.min(last, now + 1), ArrowDown: Math.max(0, now - 1), Home: 0, End: last,
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  buttons[to]?.focus();
}

/**
 * @param {string} label
 * @param {(on: boolean) => void} choose
 */
export function createSwitch(label, choose) {
  const el = h("button", {
    type: "button", class: "switch", role: "switch", "aria-checked": "false",
    onclick: () => choose(el.getAttribute("aria-checked") !== "true"),
  }, h("span", { class: "switch-track", "aria-hidden": "true" }), label);
  return { el, update: (/** @type {boolean} */ on) => setAttr(el, "aria-checked", String(Boolean(on))) };
}

/**
 * @param {string} label
 * @param {[string, string][]} options value and word
 * @param {(value: string | null) => void} choose
 */
export function createSelect(label, options, choose) {
  const select = h("select", { onchange: () => choose(select.value || null) },
    h("option", { value: "" }, "not said"),
    ...options.map(([value, word]) => h("option", { value }, word)));
  const el = h("label", { class: "pick" }, h("span", {}, label), select);
  return { el, select, update: (/** @type {string | null | undefined} */ value) => { select.value = value ?? ""; } };
}

/**
 * Five bars that say how much a moment matters: one click sets, a second one clears.
 * @param {(value: number | null) => void} choose
 */
export function createPips(choose) {
  /** @type {number | null} */
  let stands = null;
  let still = false;
  const pips = [1, 2, 3, 4, 5].map((value) => h("span", {
    class: "pip", onclick: (/** @type {Event} */ event) => {
      event.stopPropagation();
      if (!still) choose(stands === value ? null : value);
    },
  }));
  const el = h("div", {
    class: "pips", role: "slider", tabindex: "0", "aria-valuemin": "1", "aria-valuemax": "5",
    "aria-label": "How much it matters", onclick: (/** @type {Event} */ event) => event.stopPropagation(),
    onkeydown: (/** @type {KeyboardEvent} */ event) => pressed(event),
  }, ...pips);

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    const base = stands ?? 0;
    const to = {
      ArrowUp: base + 1, ArrowRight: base + 1, ArrowDown: base - 1, ArrowLeft: base - 1,
      Home: 1, End: 5, Delete: null, Backspace: null,
    }[event.key];
    if (to === undefined || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (!still) choose(to === null ? null : Math.min(5, Math.max(1, to)));
  }

  /**
   * @param {number | null} mine
   * @param {number | null} group
   * @param {string} name
   * @param {boolean} surveyed a survey says it: what I say would not count, and stays
   */
  function update(mine, group, name, surveyed) {
    still = surveyed;
    stands = surveyed ? null : mine;
    const fill = stands ?? (group === null ? 0 : Math.round(group));
    pips.forEach((pip, i) => setClass(pip, "full", i < fill));
    setClass(el, "others", stands === null && fill > 0);
    setClass(el, "still", surveyed);
    setAttr(el, "aria-readonly", surveyed ? "true" : null);
    setAttr(el, "aria-label", `${name}: how much it matters`);
    setAttr(el, "aria-valuenow", stands ?? 0);
    const [text, title] = surveyed ? surveyText(group) : importanceText(stands, group);
    setAttr(el, "aria-valuetext", text);
    setAttr(el, "title", title);
  }

  return { el, update };
}

/**
 * @param {number | null} mine
 * @param {number | null} group
 */
function importanceText(mine, group) {
  const all = group === null ? "" : `, all of us ${group.toFixed(1)}`;
  if (mine === null) return [`not rated by me${all}`, `How much it matters${all}. Click to say`];
  return [`${mine} of 5${all}`, `I say ${mine} of 5${all}`];
}

/** @param {number | null} importance */
function surveyText(importance) {
  const text = importance === null ? "no survey says it" : `${importance.toFixed(1)} of 5, from a survey`;
  return [text, `How much it matters: ${text}`];
}

/**
 * A dot for the moments that matter most.
 * @param {(on: boolean | null) => void} choose
 */
export function createDot(choose) {
  let on = false;
  const el = h("button", {
    type: "button", class: "dot-choice", "aria-pressed": "false",
    onclick: (/** @type {Event} */ event) => {
      event.stopPropagation();
      choose(on ? null : true);
    },
  }, h("span", { class: "dot-face", "aria-hidden": "true" }), "matters most");
  return {
    el,
    update(/** @type {boolean} */ value, /** @type {string} */ name) {
      on = value;
      setAttr(el, "aria-pressed", String(value));
      setAttr(el, "aria-label", `${name}: one of the moments that matter most`);
    },
  };
}
