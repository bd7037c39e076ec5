/** The page "Behind the scenes". */

import { createPage } from "../page.js";

/** @param {import("../../types").Context} ctx */
export const createBehind = (ctx) => createPage(ctx, {
  name: "behind",
  title: "Behind the scenes",
  intro: "What has to happen so that she gets it: who does it, who hands over to whom, and where that hurts.",
  journey: true,
  parts: [],
});
