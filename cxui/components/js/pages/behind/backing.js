/** Which processes stand behind which moments, and who is in charge. Pure. */

/** @typedef {import("../../types").Thing} Thing */
/** @typedef {import("../../types").View} View */
/** @typedef {"front_stage" | "back_stage" | "support"} Lane */
/** @typedef {Map<string, Record<Lane, Thing[]>>} Backing by touchpoint */

/** @type {[Lane, string][]} */
export const LANES = [["front_stage", "Front-stage"], ["back_stage", "Back-stage"], ["support", "Support"]];

/** @type {[string, string][]} */
export const STATUSES = [["missing", "missing"], ["planned", "planned"], ["exists", "exists"], ["works", "works"]];

/** @param {string} status */
export const statusWord = (status) => STATUSES.find(([value]) => value === status)?.[1] ?? status;

/**
 * Ids of the moments of the journey, in map order.
 * @param {View} view
 */
export const momentsOf = (view) => view.order.flatMap((row) => row.touchpoints);

/**
 * @param {View} view
 * @returns {Thing[]} all processes, in order
 */
export const processesOf = (view) => view.list("process").map((id) => view.thing("process", id));

/**
 * @param {Thing[]} processes
 * @returns {Backing}
 */
export function backingOf(processes) {
  /** @type {Backing} */
  const found = new Map();
  for (const process of processes) {
    for (const id of /** @type {string[]} */ (process.touchpoint_ids ?? [])) {
      const lanes = found.get(id) ?? { front_stage: [], back_stage: [], support: [] };
      found.set(id, lanes);
      lanes[/** @type {Lane} */ (process.lane)]?.push(process);
    }
  }
  return found;
}

/**
 * Every name that somebody is in charge under, each once, in the order of the alphabet.
 * @param {View} view
 * @returns {string[]}
 */
export function ownersUsed(view) {
  const said = [...momentsOf(view).map((id) => view.touchpoint(id).owner), ...processesOf(view).map((each) => each.owner)];
  const names = said.map((name) => String(name ?? "").trim()).filter(Boolean);
  return [...new Set(names)].sort((a, b) => a.localeCompare(b));
}

/**
 * How many moments have somebody in charge.
 * @param {View} view
 */
export function ownedOf(view) {
  const ids = momentsOf(view);
  return { owned: ids.filter((id) => String(view.touchpoint(id).owner ?? "").trim()).length, of: ids.length };
}
