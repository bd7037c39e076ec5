/** Which screen a tab shows. Pure: what is known goes in, one name comes out. */

/** @typedef {import("./types").PageName} PageName */
/** @typedef {import("./types").ScreenName} ScreenName */
/** @typedef {import("./types").View} View */

/**
 * What this tab has chosen for itself.
 * @typedef {object} Choice
 * @property {PageName} page the page that this tab is on
 * @property {boolean} projector the window for the room
 * @property {string | null} rating the round that a facilitator rates too
 * @property {string | null} read the revealed round that was read to its end
 */

/** @param {View} view */
export const takesPart = (view) => view.me.right !== "observer" && !view.me.standing;

/** @param {View} view */
export const leads = (view) => view.me.right === "facilitator";

/**
 * @param {View} view
 * @param {Choice} choice
 * @returns {ScreenName}
 */
export function screenFor(view, choice) {
  if (choice.projector) return "screen";
  if (view.me.standing && view.me.right !== "observer") return "join";
  if (choice.page !== "journey") return choice.page;
  if (view.round) return ratesNow(view, choice) ? "round" : "board";
  return view.revealed && choice.read !== view.revealed.round ? "reveal" : "board";
}

/**
 * Whether the open round asks me: some ask only those who deliver it.
 * @param {View} view
 */
export function isAsked(view) {
  const { round_for: only } = view.lead;
  return takesPart(view) && (!only || only.includes(view.me.viewpoint ?? ""));
}

/**
 * Who leads stays on the board unless they rate too; who watches never rates.
 * @param {View} view
 * @param {Choice} choice
 */
function ratesNow(view, choice) {
  if (!view.round || !isAsked(view)) return false;
  return !leads(view) || choice.rating === view.round.id;
}

/**
 * The journey that somebody is taken to, because the room answers about it now. Who
 * leads goes there by themselves.
 * @param {View} view
 * @returns {string | null}
 */
export function journeyFor(view) {
  const asked = view.lead.round_in;
  return asked && !leads(view) && isAsked(view) && asked !== view.journey?.id ? asked : null;
}

/**
 * The page that somebody is taken to for the open round; null: they stay.
 * @param {View} view
 * @returns {PageName | null}
 */
export function roundPage(view) {
  const isOpen = view.round !== null || Boolean(view.lead.round_in);
  return isOpen && !leads(view) && isAsked(view) ? "journey" : null;
}

/**
 * Nobody is taken away from what they drag or type: the next screen waits for them.
 * @param {ScreenName | null} now
 * @param {ScreenName} wanted
 * @param {boolean} busy
 * @returns {ScreenName}
 */
export function screenNow(now, wanted, busy) {
  return busy && now !== null ? now : wanted;
}

/** Screens that need the whole window, without the menu at the side.
 * @param {ScreenName} name
 * @param {boolean} narrow
 */
export const standsAlone = (name, narrow) => ALONE.has(name) || (name === "reveal" && narrow);

/** @type {Set<ScreenName>} */
const ALONE = new Set(["join", "round", "screen"]);
