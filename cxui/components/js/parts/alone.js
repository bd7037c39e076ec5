/**
 * One element alone in the window: above everything else on the page, which cannot be
 * reached meanwhile. It stays where it is in the document, so nothing in it is lost.
 */

/**
 * @param {HTMLElement} el
 * @returns {() => void} gives the page back
 */
export function standAlone(el) {
  el.setAttribute("popover", "manual");
  el.showPopover?.();
  el.classList.add("alone");
  const quieted = around(el).filter((each) => !each.inert);
  quieted.forEach((each) => { each.inert = true; });
  return () => {
    quieted.forEach((each) => { each.inert = false; });
    el.classList.remove("alone");
    el.removeAttribute("popover");
  };
}

/**
 * Everything beside the way from the element up to the page, through shadow roots.
 * @param {HTMLElement} el
 * @returns {HTMLElement[]}
 */
function around(el) {
  /** @type {HTMLElement[]} */
  const found = [];
  for (let at = /** @type {Node} */ (el); at !== document.body;) {
    const parent = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null);
    if (!parent) break;
    if (!(at instanceof ShadowRoot)) {
      found.push(.../** @type {HTMLElement[]} */ (Array.from(parent.children)
        .filter((each) => each !== at && each instanceof HTMLElement)));
    }
    at = parent;
  }
  return found;
}
