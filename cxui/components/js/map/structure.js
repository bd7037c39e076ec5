/** The commands behind adding, moving, removing and pasting. Pure but for new ids. */

import { newId } from "../live/ids.js";
import { clamp, round1 } from "../parts/text.js";
import { MOST } from "./geometry.js";

/** @typedef {import("../types").Batch} Batch */
/** @typedef {import("../types").Single} Single */
/** @typedef {import("../types").StageRow} StageRow */
/** @typedef {import("../types").Values} Values */

/**
 * May I add, move, rename and remove? Rating goes by `can_edit` alone: it stays open
 * when the facilitator locks the structure.
 * @param {import("../types").View} view
 */
export const mayShape = (view) => view.me.can_edit && !isLocked(view);

/** @param {import("../types").View} view */
export const isLocked = (view) => view.lead.locked && view.me.right !== "facilitator";

/**
 * @param {string} of
 * @param {Values} thing
 * @param {string} after a sibling's id, or "" for the first place
 * @returns {Single}
 */
export function add(of, thing, after) {
  return { kind: "add", of, thing: { position: "U", ...thing }, after };
}

/**
 * @param {string} touchpoint
 * @param {string} part
 * @param {number | boolean | null} value
 * @returns {Single}
 */
export function rate(touchpoint, part, value) {
  return { kind: "set_rating", touchpoint_id: touchpoint, part, value };
}

/**
 * @param {string} of
 * @param {string} id
 * @param {string} field
 * @param {unknown} value
 * @returns {Single}
 */
export function setValue(of, id, field, value) {
  return { kind: "set_value", of, id, field, value };
}

/**
 * @param {string} label
 * @param {Single[]} commands
 * @returns {Batch}
 */
export const batch = (label, commands) => ({ kind: "batch", label, commands });

/** @param {StageRow[]} order */
export const lastStage = (order) => order[order.length - 1]?.stage ?? "";

/**
 * @param {StageRow[]} order
 * @param {string} stage
 */
export function lastIn(order, stage) {
  const row = order.find((each) => each.stage === stage);
  return row?.touchpoints[row.touchpoints.length - 1] ?? "";
}

/**
 * @param {StageRow[]} order
 * @param {string} touchpoint
 */
export const stageOf = (order, touchpoint) => order.find((row) => row.touchpoints.includes(touchpoint))?.stage ?? "";

/**
 * One place to the left or right; at the edge of its stage, into the next one.
 * @param {StageRow[]} order
 * @param {string} id
 * @param {-1 | 1} way
 * @returns {Single | null}
 */
export function moveTouchpoint(order, id, way) {
  const home = order.findIndex((row) => row.touchpoints.includes(id));
  if (home < 0) return null;
  const { stage, touchpoints } = order[home];
  const place = touchpoints.indexOf(id) + way;
  if (place >= 0 && place < touchpoints.length) {
    const after = way > 0 ? touchpoints[place] : touchpoints[place - 1] ?? "";
    return putTouchpoint(id, stage, after);
  }
  const neighbour = order[home + way];
  if (!neighbour) return null;
  return putTouchpoint(id, neighbour.stage, way > 0 ? "" : lastIn(order, neighbour.stage));
}

/**
 * @param {string} id
 * @param {string} stage
 * @param {string} after
 * @returns {Single}
 */
export const putTouchpoint = (id, stage, after) => ({ kind: "place", of: "touchpoint", id, parent_id: stage, after });

/**
 * @param {StageRow[]} order
 * @param {string} journey
 * @param {string} id
 * @param {-1 | 1} way
 * @returns {Single | null}
 */
export function moveStage(order, journey, id, way) {
  const ids = order.map((row) => row.stage);
  const place = ids.indexOf(id) + way;
  if (place < 0 || place >= ids.length) return null;
  const after = way > 0 ? ids[place] : ids[place - 1] ?? "";
  return { kind: "place", of: "stage", id, parent_id: journey, after };
}

/**
 * Where a card that is let go before column `slot` belongs.
 * @param {import("../types").Column[]} columns
 * @param {number} slot 0 to the number of columns
 * @param {number} under the column under the pointer
 * @param {string} moved
 */
export function dropPlace(columns, slot, under, moved) {
  const target = columns[clamp(under, 0, columns.length - 1)];
  const before = columns.slice(0, slot)
    .filter((column) => column.stage === target.stage && column.touchpoint && column.touchpoint !== moved);
  return { stage: target.stage, after: before[before.length - 1]?.touchpoint ?? "" };
}

/**
 * A whole stage's feeling moved by as much as its mean: every rating keeps its
 * distance; where nothing is rated yet, each gets the value itself.
 * @param {[string, number | null][]} before touchpoint and my rating
 * @param {number | null} start the mean when the gesture began
 * @param {number | null} value
 * @returns {[string, number | null][]}
 */
export function moveFeeling(before, start, value) {
  if (value === null) return before.map(([id]) => [id, null]);
  if (start === null) return before.map(([id]) => [id, value]);
  return before.map(([id, now]) => [id, now === null ? null : clamp(round1(now + value - start), -MOST, MOST)]);
}

/** @param {(number | null)[]} values */
export function mean(values) {
  const given = values.filter((value) => value !== null);
  return given.length ? round1(given.reduce((sum, value) => sum + value, 0) / given.length) : null;
}
