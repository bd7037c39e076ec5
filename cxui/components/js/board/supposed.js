/** What would be said if a moment felt otherwise: it lies over what is said. Pure. */

import { rates } from "../live/round.js";

/** @typedef {import("../types").Message} Message */
/** @typedef {import("../types").Values} Values */
/** @typedef {import("../types").View} View */

/**
 * What was asked last, and what is known of it.
 * @typedef {object} Asked
 * @property {number} n of the newest question
 * @property {number} answered the newest question that was answered
 * @property {Values | null} set keys that would differ; null: nothing is supposed
 * @property {string} text the same in a sentence, which stays when it is over
 */

/** @type {Asked} */
export const NOTHING_ASKED = { n: 0, answered: 0, set: null, text: "" };

/**
 * Where nothing is rated there is nothing to suppose, nor while an open round hides it.
 * @param {Pick<View, "computed" | "round">} view
 */
export const canSuppose = ({ computed, round }) => computed.rated > 0 && !(round && rates(round.form));

/**
 * Take an answer in; one that an earlier question got late changes nothing.
 * @param {Asked} asked
 * @param {Message} message
 * @returns {Asked}
 */
export function answered(asked, { n, set, text }) {
  if (n <= asked.answered || n > asked.n) return asked;
  return { ...asked, answered: n, set, text };
}

/**
 * The view as it would be. How firmly a ranking holds is not known of what is not so.
 * @param {View} view
 * @param {Values | null} set
 * @returns {View}
 */
export function lens(view, set) {
  if (!set) return view;
  return {
    ...view,
    computed: /** @type {View["computed"]} */ (set.computed ?? view.computed),
    result: (id) => /** @type {ReturnType<View["result"]>} */ (set[`result/${id}`] ?? view.result(id)),
    computedFor: (key) => (key.startsWith("holds") ? null : view.computedFor(key)),
  };
}

/**
 * The mean feeling of every column, with the ghost in its place.
 * @param {View} view
 * @param {{id: string, value: number} | null} held
 * @returns {(number | null)[]}
 */
export function supposedMeans(view, held) {
  return view.columns.map(({ touchpoint }) => {
    if (!touchpoint) return null;
    return held?.id === touchpoint ? held.value : view.result(touchpoint).valence;
  });
}
