/** The screens of the pages besides the journey. */

import { createBehind } from "./behind/behind.js";
import { createCheckup } from "./checkup/checkup.js";
import { createCompare } from "./compare/compare.js";
import { createEvidence } from "./evidence/evidence.js";
import { createMatters } from "./matters/matters.js";
import { createPeople } from "./people/people.js";
import { createPromise } from "./promise/promise.js";
import { createWalk } from "./walk/walk.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").PageName} PageName */
/** @typedef {import("../types").Screen} Screen */

/** @type {Record<Exclude<PageName, "journey">, (ctx: Context) => Screen>} */
export const PAGE_SCREENS = {
  promise: createPromise,
  people: createPeople,
  matters: createMatters,
  evidence: createEvidence,
  behind: createBehind,
  checkup: createCheckup,
  walk: createWalk,
  compare: createCompare,
};
