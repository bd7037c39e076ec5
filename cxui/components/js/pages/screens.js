/**
 * The screens of the pages besides the journey. Each is fetched when its page is opened:
 * the journey, which everybody needs, does not wait for what it does not show.
 */

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").PageName} PageName */
/** @typedef {import("../types").Screen} Screen */

/** @type {Record<Exclude<PageName, "journey">, () => Promise<(ctx: Context) => Screen>>} */
export const PAGE_SCREENS = {
  promise: async () => (await import("./promise/promise.js")).createPromise,
  people: async () => (await import("./people/people.js")).createPeople,
  matters: async () => (await import("./matters/matters.js")).createMatters,
  evidence: async () => (await import("./evidence/evidence.js")).createEvidence,
  behind: async () => (await import("./behind/behind.js")).createBehind,
  checkup: async () => (await import("./checkup/checkup.js")).createCheckup,
  walk: async () => (await import("./walk/walk.js")).createWalk,
  compare: async () => (await import("./compare/compare.js")).createCompare,
};
