/** The screens of the pages besides the journey, by the name of their page. */

import { createBehind } from "./behind/behind.js";
import { createCheckup } from "./checkup/checkup.js";
import { createEvidence } from "./evidence/evidence.js";
import { createPeople } from "./people/people.js";
import { createPromise } from "./promise/promise.js";
import { createWalk } from "./walk/walk.js";

export const PAGE_SCREENS = {
  promise: createPromise,
  people: createPeople,
  evidence: createEvidence,
  behind: createBehind,
  checkup: createCheckup,
  walk: createWalk,
};
