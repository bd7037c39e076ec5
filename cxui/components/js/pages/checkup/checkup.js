/** The page "Questions to ask ourselves". */

import { createPage } from "../page.js";

/** @param {import("../../types").Context} ctx */
export const createCheckup = (ctx) => createPage(ctx, {
  name: "checkup",
  title: "Questions to ask ourselves",
  intro: "The traps that teams fall into. Nothing here is an order: each finding is a question for the room.",
  journey: true,
  parts: [],
});
