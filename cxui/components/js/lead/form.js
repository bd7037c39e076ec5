/** The kinds of private round and what each asks of a person. Pure. */

/** @typedef {import("../types").View} View */
/** @typedef {{code: string, name: string}} Form */
/**
 * What of a journey decides how long a round takes.
 * @typedef {object} Size
 * @property {number} moments
 * @property {boolean} dots it counts dots instead of grades
 * @property {boolean} surveyed a survey says what matters, so the room is not asked
 * @property {boolean} weighed it is known how much some of its moments matter
 * @property {number} critical moments that need work
 * @property {number} delivered moments that staff are asked about
 * @property {number} staff people who deliver it
 */

/** @type {Form[]} */
export const FORMS = [
  { code: "light", name: "The light round" },
  { code: "full", name: "The full round" },
  { code: "second_look", name: "A second look" },
  { code: "top_three", name: "The top three" },
  { code: "cards", name: "Who is she? (five cards)" },
  { code: "staff", name: "Could we deliver it? (staff)" },
];

/** Top moments, and dots of a person. */
const THREE = 3;
/** Expectation, performance and effort. */
const DEEPER = 3;
const SECONDS_A_TAP = 7;
const CARDS = 5;
const SECONDS_A_CARD = 35;
/** Able, and willing. */
const STAFF_ASKS = 2;
/** So many have to answer before it is shown how the answers of staff lie. */
const VOICES_MIN = 3;

/** @param {View} view */
export function sizeOf(view) {
  const ids = view.columns.flatMap((column) => column.touchpoint ?? []);
  return {
    moments: ids.length,
    dots: view.journey?.importance_mode === "dots",
    surveyed: view.journey?.importance_mode === "survey",
    weighed: ids.some((id) => view.result(id).importance !== null),
    critical: view.computed.ranking.filter((id) => view.result(id).critical).length,
    delivered: view.lead.staff?.moments ?? 0,
    staff: view.lead.staff?.people ?? 0,
  };
}

/**
 * What a form asks, in words and in taps; the same as the room will ask.
 * @param {string} form
 * @param {Size} size
 * @returns {{asks: string, taps: number}}
 */
export function asked(form, { moments, dots, surveyed, weighed, critical, delivered }) {
  const three = Math.min(THREE, moments);
  switch (form) {
    case "full":
      if (surveyed) return { asks: "the curve, expectation and effort", taps: (1 + DEEPER) * moments };
      return { asks: "how much it matters, the curve, expectation and effort", taps: (dots ? three : moments) + (1 + DEEPER) * moments };
    case "second_look":
      return { asks: "the curve once more, to see what has moved", taps: moments };
    case "top_three":
      return { asks: "effort and expectation for the three that need work first", taps: DEEPER * Math.min(THREE, critical) };
    case "staff":
      return { asks: "could I deliver this tomorrow, do I want to; nobody is ever named", taps: STAFF_ASKS * delivered };
    case "cards":
      return { asks: "who she is in her own words, what she wants and fears, what makes her smile, who has a say", taps: CARDS };
    default:
      return dots || !(weighed || surveyed)
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
  const cards = form === "cards";
  const minutes = Math.max(1, Math.ceil((taps * (cards ? SECONDS_A_CARD : SECONDS_A_TAP)) / 60));
  return `${asks}: ${taps} ${cards ? "cards" : "taps"} a person, about ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
}

/**
 * What a form needs that is not there yet, in a sentence; empty where nothing is.
 * @param {string} form
 * @param {Size} size
 */
export function missing(form, { staff }) {
  if (form !== "staff" || staff >= VOICES_MIN) return "";
  const said = ["Nobody here has", "One person here has", "Two people here have"][staff];
  return `${said} said to serve customers or to work behind the scenes. Three have to answer before anything is shown.`;
}

/**
 * A second look needs a first one, a top three a ranking, and staff something of ours.
 * @param {View} view
 * @param {string} form
 */
export function possible(view, form) {
  if (form === "cards") return true;
  const size = sizeOf(view);
  if (form === "second_look") return Boolean(view.lead.felt);
  if (form === "top_three") return size.critical > 0;
  return form === "staff" ? size.delivered > 0 : size.moments > 0;
}

/**
 * The round that comes next in a workshop: first look, second look, top three.
 * @param {Pick<View, "revealed" | "lead">} view
 */
export function nextForm({ revealed, lead }) {
  if (!revealed || !lead.felt) return "light";
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
