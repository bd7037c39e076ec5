/**
 * Making and patching nodes. Text only ever becomes a text node, so what people
 * type can never become markup.
 */

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Record<string, unknown>} Props */

const SVG = "http://www.w3.org/2000/svg";

/**
 * An HTML element. A prop `onclick` listens, `true` is an empty attribute, and
 * `false` or `null` is left out.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Props | null} [props]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, props, ...children) {
  const el = document.createElement(tag);
  equip(el, props ?? {}, children);
  return el;
}

/**
 * An SVG element; see `h`.
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag
 * @param {Props | null} [props]
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[K]}
 */
export function s(tag, props, ...children) {
  const el = /** @type {SVGElementTagNameMap[K]} */ (document.createElementNS(SVG, tag));
  equip(el, props ?? {}, children);
  return el;
}

/**
 * @param {Element} el
 * @param {Props} props
 * @param {Child[]} children
 */
function equip(el, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") {
      el.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else {
      setAttr(el, name, /** @type {any} */ (value));
    }
  }
  for (const child of children) {
    if (child || child === "") el.append(child);
  }
}

/**
 * @param {Element} el
 * @param {string} name
 * @param {string | number | boolean | null | undefined} value
 */
export function setAttr(el, name, value) {
  if (value === null || value === undefined || value === false) {
    if (el.hasAttribute(name)) el.removeAttribute(name);
    return;
  }
  const text = value === true ? "" : String(value);
  if (el.getAttribute(name) !== text) el.setAttribute(name, text);
}

/**
 * @param {Node} node
 * @param {string | number | null | undefined} text
 */
export function setText(node, text) {
  const wanted = text === null || text === undefined ? "" : String(text);
  if (node.textContent !== wanted) node.textContent = wanted;
}

/**
 * @param {Element} el
 * @param {string} name
 * @param {unknown} on
 */
export function setClass(el, name, on) {
  if (el.classList.contains(name) !== Boolean(on)) el.classList.toggle(name, Boolean(on));
}

/** @type {WeakMap<Element, Map<string, {el: Element}>>} */
const PARTS = new WeakMap();
let moving = 0;

/** While nodes change places a focused one is blurred for a moment: no one left it. */
export const isMoving = () => moving > 0;

/**
 * Keep one part per id in `parent`, in that order; nodes are moved, never rebuilt.
 * @template {{el: Element}} P
 * @param {Element} parent
 * @param {readonly string[]} ids
 * @param {(id: string) => P} make
 * @param {(part: P, id: string, index: number) => void} update
 */
export function keyed(parent, ids, make, update) {
  const parts = /** @type {Map<string, P>} */ (PARTS.get(parent) ?? new Map());
  PARTS.set(parent, parts);
  const wanted = new Set(ids);
  for (const [id, part] of parts) {
    if (!wanted.has(id)) {
      part.el.remove();
      parts.delete(id);
    }
  }
  ids.forEach((id, index) => {
    const part = parts.get(id) ?? make(id);
    parts.set(id, part);
    if (parent.children[index] !== part.el) move(parent, part.el, index);
    update(part, id, index);
  });
}

/**
 * @param {Element} parent
 * @param {string} id
 * @returns {any} the part that `keyed` made for this id
 */
export function partOf(parent, id) {
  return PARTS.get(parent)?.get(id) ?? null;
}

/** What a pointer holds: taken out of the document for a moment, it would slip away. */
const IN_HAND = ".held, .flying";

/**
 * @param {Element} parent
 * @param {Element} el
 * @param {number} index
 */
function move(parent, el, index) {
  if (el.parentNode === parent && isInHand(el)) {
    while (parent.children[index] !== el) put(parent, parent.children[index], null);
  } else {
    put(parent, el, parent.children[index] ?? null);
  }
}

/** @param {Element} el */
const isInHand = (el) => el.matches(IN_HAND) || el.querySelector(IN_HAND) !== null;

/**
 * @param {Element} parent
 * @param {Element} el
 * @param {Element | null} before
 */
function put(parent, el, before) {
  const focused = focusIn(el);
  moving += 1;
  parent.insertBefore(el, before);
  if (focused) focused.focus({ preventScroll: true });
  moving -= 1;
}

/**
 * The focused element within `el`, also inside a shadow root.
 * @param {Element} el
 * @returns {HTMLElement | null}
 */
export function focusIn(el) {
  const root = /** @type {Document | ShadowRoot} */ (el.getRootNode());
  const active = root.activeElement ?? null;
  return active instanceof HTMLElement && el.contains(active) ? active : null;
}

/**
 * Tells whether the same values came as the last time, so that work can be left out.
 * @returns {(...values: unknown[]) => boolean}
 */
export function sameAsLast() {
  /** @type {unknown[]} */
  let last = [];
  return (...values) => {
    const same = values.length === last.length && values.every((value, i) => value === last[i]);
    last = values;
    return same;
  };
}

/** @param {EventTarget | null} target */
export function isTextField(target) {
  if (target instanceof HTMLInputElement) return !["button", "checkbox", "radio"].includes(target.type);
  return target instanceof HTMLTextAreaElement
    || target instanceof HTMLSelectElement
    || (target instanceof HTMLElement && target.isContentEditable);
}

/** @type {Record<string, string>} */
const ICONS = {
  undo: "M9 14 4 9l5-5M4 9h10.5a5.5 5.5 0 0 1 0 11H11",
  redo: "m15 14 5-5-5-5M20 9H9.5a5.5 5.5 0 0 0 0 11H13",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  close: "M6 6l12 12M18 6 6 18",
  down: "m6 9 6 6 6-6",
  plus: "M12 5v14M5 12h14",
  grip: "M12 4v16M8 8l4-4 4 4M8 16l4 4 4-4",
  list: "M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01",
  star: "m12 3 2.7 5.8 6.3.7-4.7 4.3 1.3 6.2L12 16.9 6.4 20l1.3-6.2L3 9.5l6.3-.7z",
  lock: "M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5",
  clock: "M12 7v5l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18",
  glass: "M7 3h10M7 21h10M8 3v4l4 5 4-5V3M8 21v-4l4-5 4 5v4",
  flag: "M5 21V4h13l-2.5 4.5L18 13H5",
};

/** @param {string} name */
export function icon(name) {
  return s("svg", {
    class: `icon icon-${name}`, viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false",
  }, s("path", { d: ICONS[name] ?? "" }));
}

/** @returns {boolean} */
export function prefersStill() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
