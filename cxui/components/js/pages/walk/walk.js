/** The page "Walk it". */

import { createPage } from "../page.js";

/** @param {import("../../types").Context} ctx */
export const createWalk = (ctx) => createPage(ctx, {
  name: "walk",
  title: "Walk it",
  intro: "Go through it yourself, as she would. Note how it feels at once, in one line.",
  journey: true,
  parts: [],
});
