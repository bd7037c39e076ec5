/** The screens of a private round, one question or one stage each. Pure. */

/** @typedef {import("../types").Round} Round */
/** @typedef {import("../types").RoundMine} RoundMine */
/** @typedef {import("../types").StageRow} StageRow */
/** @typedef {import("../types").View} View */

/**
 * One screen of a round.
 * @typedef {object} Page
 * @property {string} key the same as long as it asks the same
 * @property {string} part
 * @property {string} title
 * @property {string} hint
 * @property {string | null} stage where it asks stage by stage
 * @property {number} at its place among the stages asked, from 1
 * @property {number} of
 * @property {string[]} touchpoints
 */

export const MOST_DOTS = 3;
/** So few moments are asked about on one screen, wherever they are. */
const TOGETHER = 3;
const MOST_BETS = 5;
const MOST_NAMED = 3;
const UNDOTTED = new Set(["dot", "overall"]);
export const CARDS = ["sentence", "wants", "fears", "smiles", "others"];

/**
 * @param {Round} round
 * @param {StageRow[]} order
 * @returns {Page[]}
 */
export function pagesOf(round, order) {
  return round.steps.flatMap(({ part, title, hint, stages }) => {
    /** @type {Page[]} */
    const one = [{ key: part, part, title, hint, stage: null, at: 0, of: 0, touchpoints: asked(round, order) }];
    const few = part !== "valence" && one[0].touchpoints.length <= TOGETHER;
    if (!stages || few) return one;
    const rows = order.map((row) => ({ stage: row.stage, touchpoints: row.touchpoints.filter((id) => round.touchpoints.includes(id)) }))
      .filter((row) => row.touchpoints.length);
    return rows.map((row, i) => ({ key: `${part}/${row.stage}`, part, title, hint, ...row, at: i + 1, of: rows.length }));
  });
}

/**
 * What is asked about and still there, in the order of the journey.
 * @param {Round} round
 * @param {StageRow[]} order
 */
export function asked(round, order) {
  return order.flatMap((row) => row.touchpoints).filter((id) => round.touchpoints.includes(id));
}

/**
 * The page that was left last, else the first.
 * @param {Page[]} pages
 * @param {string | null} key
 */
export function placeOf(pages, key) {
  return Math.max(0, pages.findIndex((page) => page.key === key));
}

/**
 * @param {Page[]} pages
 * @param {number} at
 */
export function nextWord(pages, at) {
  const next = pages[at + 1];
  if (!next) return "Done";
  return next.stage && pages[at].part === next.part ? "Next stage ›" : "Next ›";
}

/**
 * The line below the question: where we are, and what to do there.
 * @param {Page} page
 * @param {string} stage its name
 */
export function placeText(page, stage) {
  const where = page.stage && page.of > 1 ? `${stage} · stage ${page.at} of ${page.of}` : page.stage ? stage : "";
  return [where, page.hint].filter(Boolean).join(". ");
}

/** @param {Round} round */
export function tapsText(round) {
  const minutes = `about ${round.minutes} ${round.minutes === 1 ? "minute" : "minutes"}`;
  if (round.form === "cards") return `${round.taps} cards, ${minutes}`;
  return `${round.taps} ${round.taps === 1 ? "tap" : "taps"} in all, ${minutes}`;
}

/** @param {Round} round */
export const doneText = (round) => `${round.done} of ${round.of} are done`;

/**
 * Moments of which I have left something open.
 * @param {View} view
 * @param {Round} round
 */
export function leftOpen(view, round) {
  if (round.form === "staff") {
    const { staff } = view.roundMine;
    return asked(round, view.order).filter((id) => !staff[id] || staff[id].able === null || staff[id].willing === null);
  }
  const parts = /** @type {import("../types").Part[]} */ (round.parts.filter((part) => !UNDOTTED.has(part)));
  return asked(round, view.order).filter((id) => parts.some((part) => view.mine(id)[part] === null));
}

/**
 * What I have answered, and that a gap is an answer too.
 * @param {View} view
 * @param {Round} round
 */
export function doneSummary(view, round) {
  if (round.form === "cards") return cardsSummary(view.roundMine);
  const all = asked(round, view.order).length;
  const open = leftOpen(view, round);
  const done = round.form === "staff" ? "answered" : "rated";
  if (!open.length) return all === 1 ? `The one moment is ${done}.` : `All ${all} moments are ${done}.`;
  const rated = `${all - open.length} of ${all} moments.`;
  const names = open.map((id) => `“${view.touchpoint(id).name}”`);
  if (names.length > MOST_NAMED) return `${rated} ${names.length} are left open: that is fine.`;
  const last = names.pop();
  return `${rated} ${names.length ? `${names.join(", ")} and ${last} are` : `${last} is`} left open: that is fine.`;
}

/** @param {RoundMine} mine */
function cardsSummary({ cards }) {
  const filled = CARDS.filter((card) => cards[card]).length;
  if (filled === CARDS.length) return "All five cards are filled.";
  return `${filled} of ${CARDS.length} cards are filled. The rest is left open: that is fine.`;
}

/**
 * What I can bet on as our worst moment: my own lowest, in the order of the journey.
 * @param {View} view
 * @param {Round} round
 */
export function betsOf(view, round) {
  const ids = asked(round, view.order);
  const lowest = ids.map((id) => ({ id, value: view.mine(id).valence }))
    .filter((each) => each.value !== null)
    .sort((a, b) => (a.value ?? 0) - (b.value ?? 0))
    .slice(0, MOST_BETS).map((each) => each.id);
  const shown = lowest.length ? lowest : ids.slice(0, MOST_BETS);
  return ids.filter((id) => shown.includes(id));
}

/**
 * The moment that a note while waiting is about: my bet, else my lowest.
 * @param {View} view
 * @param {Round} round
 * @param {RoundMine} mine
 */
export function noteAbout(view, round, mine) {
  if (mine.note) return mine.note.touchpoint;
  if (mine.bet) return mine.bet;
  const bets = betsOf(view, round);
  const value = (/** @type {string} */ id) => view.mine(id).valence ?? 0;
  return bets.reduce((low, id) => (low === null || value(id) < value(low) ? id : low), /** @type {string | null} */ (null));
}

/**
 * @param {View} view
 * @param {Page} page
 */
export function dotted(view, page) {
  return page.touchpoints.filter((id) => view.mine(id).dot === true);
}
