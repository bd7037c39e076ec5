/** The page "People". */

import { createPage } from "../page.js";

/** @param {import("../../types").Context} ctx */
export const createPeople = (ctx) => createPage(ctx, {
  name: "people",
  title: "People",
  intro: "Whose journey it is. Begin with five short cards; everything on them is our guess until somebody said so.",
  journey: false,
  parts: [],
});
