/** The page "What we know": the journey by evidence, customers beside us, and the log. */

import { createLens } from "./lens.js";
import { createLog } from "./log.js";
import { createPicture } from "./picture.js";
import { createWays } from "./ways.js";
import { createPage, createSection } from "../page.js";

/** @param {import("../../types").Context} ctx */
export function createEvidence(ctx) {
  const log = createLog(ctx);
  return createPage(ctx, {
    name: "evidence",
    title: "What we know",
    intro: "Where it comes from, and how far it can be trusted. What nobody has seen or heard is our guess.",
    journey: true,
    parts: [
      createSection("The journey by what we know", "", [createPicture(ctx, log)]),
      createSection("Customers beside us", "The same moments, as customers find them and as we do.", [createLens()]),
      createSection("What people said and did", "", [createWays(ctx), log]),
    ],
  });
}
