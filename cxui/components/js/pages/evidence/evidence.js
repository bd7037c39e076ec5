/** The page "What we know". */

import { createPage } from "../page.js";

/** @param {import("../../types").Context} ctx */
export const createEvidence = (ctx) => createPage(ctx, {
  name: "evidence",
  title: "What we know",
  intro: "Where it comes from, and how far it can be trusted. What nobody has seen or heard is our guess.",
  journey: true,
  parts: [],
});
