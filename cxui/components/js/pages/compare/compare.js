/** The page "Compare". */

import { createPage } from "../page.js";

/** @typedef {import("../../types").Context} Context */

/** @param {Context} ctx */
export const createCompare = (ctx) => createPage(ctx, {
  name: "compare",
  title: "Compare",
  intro: "Two states of the journey side by side: wanted and today, first and second look, this month and last.",
  parts: [],
});
