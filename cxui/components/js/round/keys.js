/** Where a tab keeps what belongs to one seat in one round. */

import { forgetAll } from "../live/drafts.js";

/** @typedef {import("../types").View} View */

/** @param {View} view */
const seatKey = (view) => `cx.round.${view.room.id}.${view.me.participant ?? ""}.`;

/** @param {View} view */
export const pageKey = (view) => `${seatKey(view)}${view.round?.id ?? ""}.page`;

/**
 * @param {View} view
 * @param {string} round
 */
export const noteKey = (view, round) => `${seatKey(view)}${round}.note`;

/**
 * What is being written on a card about a persona.
 * @param {View} view
 * @param {string} round
 * @param {string} card
 */
export const cardKey = (view, round, card) => `${seatKey(view)}${round}.card.${card}`;

/** @param {View} view */
export const passingKey = (view) => `cx.passing.${view.room.id}`;

/**
 * Nothing of whoever had this device is left in it.
 * @param {View} view
 */
export function forgetSeat(view) {
  forgetAll(seatKey(view));
  forgetAll(`cx.draft.${view.room.id}/`);
}
