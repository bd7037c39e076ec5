/** The page "What matters". */

import { createPage } from "../page.js";

/** @typedef {import("../../types").Context} Context */

/** @param {Context} ctx */
export const createMatters = (ctx) => createPage(ctx, {
  name: "matters",
  title: "What matters",
  intro: "What needs work first, what to protect, and how sure we are of it.",
  parts: [],
});
