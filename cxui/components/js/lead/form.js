/** The kinds of private round and what each asks of a person. Pure. */

/** @typedef {import("../types").View} View */
/** @typedef {{code: string, name: string}} Form */
/**
 * What of a journey decides how long a round takes.
 * @typedef {object} Size
 * @property {number} moments
 * @property {boolean} dots it counts dots instead of grades
 * @property {boolean} weighed it is known how much some of its moments matter
 * @property {number} critical moments that need work
 */

/** @type {Form[]} */
export const FORMS = [
  { code: "light", name: "The light round" },
  { code: "full", name: "The full round" },
  { code: "second_look", name: "A second look" },
  { code: "top_three", name: "The top three" },
];

/** Top moments, and dots of a person. */
const THREE = 3;
/** Expectation, performance and effort. */
const DEEPER = 3;
const SECONDS_A_TAP = 7;

/** @param {View} view */
export function sizeOf(view) {
  const ids = view.columns.flatMap((column) => column.touchpoint ?? []);
  return {
    moments: ids.length,
    dots: view.journey?.importance_mode === "dots",
    weighed: ids.some((id) => view.result(id).importance !== null),
    critical: view.computed.ranking.filter((id) => view.result(id).critical).length,
  };
}

/**
 * What a form asks, in words and in taps; the same as the room will ask.
 * @param {string} form
 * @param {Size} size
 * @returns {{asks: string, taps: number}}
 */
export function asked(form, { moments, dots, weighed, critical }) {
  const three = Math.min(THREE, moments);
  switch (form) {
    case "full":
      return { asks: "how much it matters, the curve, expectation and effort", taps: (dots ? three : moments) + (1 + DEEPER) * moments };
    case "second_look":
      return { asks: "the curve once more, to see what has moved", taps: moments };
    case "top_three":
      return { asks: "effort and expectation for the three that need work first", taps: DEEPER * Math.min(THREE, critical) };
    default:
      return dots || !weighed
        ? { asks: "overall, three dots, the curve", taps: 1 + three + moments }
        : { asks: "overall, the curve", taps: 1 + moments };
  }
}

/**
 * "overall, three dots, the curve: 14 taps a person, about 2 minutes"
 * @param {string} form
 * @param {Size} size
 */
export function costOf(form, size) {
  const { asks, taps } = asked(form, size);
  const minutes = Math.max(1, Math.ceil((taps * SECONDS_A_TAP) / 60));
  return `${asks}: ${taps} taps a person, about ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
}

/**
 * The round that comes next in a workshop: first look, second look, top three.
 * @param {View["revealed"]} revealed
 */
export function nextForm(revealed) {
  if (!revealed) return "light";
  return revealed.second_look ? "top_three" : "second_look";
}

/**
 * "9 of 12 done, reveal with 9?"; nothing is asked once all are done.
 * @param {{done: number, of: number}} round
 */
export function revealQuestion({ done, of }) {
  if (of > 0 && done >= of) return null;
  return done === 0 ? "Nobody says to be done yet. Reveal what there is?" : `${done} of ${of} done, reveal with ${done}?`;
}
