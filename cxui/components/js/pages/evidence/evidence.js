/** The page "What we know": the journey by evidence, customers beside us, and the log. */

import { createLens } from "./lens.js";
import { createLog } from "./log.js";
import { createPicture } from "./picture.js";
import { createWays } from "./ways.js";
import { createPage, createSection } from "../page.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").Screen} Screen */

/**
 * @param {Context} ctx
 * @returns {Screen}
 */
export function createEvidence(ctx) {
  const log = createLog(ctx);
  const picture = createPicture(ctx, log);
  return createPage(ctx, {
    name: "evidence",
    title: "What we know",
    intro: "Where it comes from, and how far it can be trusted. What nobody has seen or heard is our guess.",
    journey: true,
    open: picture.open,
    parts: [
      createSection("The journey by what we know", "", [picture]),
      createSection("Customers beside us", "The same moments, as customers find them and as we do.", [createLens()]),
      createSection("What people said and did", "", [createWays(ctx), log]),
    ],
  });
}
