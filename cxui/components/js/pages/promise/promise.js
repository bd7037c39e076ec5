/** The page "Promise". */

import { createPage } from "../page.js";

/** @param {import("../../types").Context} ctx */
export const createPromise = (ctx) => createPage(ctx, {
  name: "promise",
  title: "Promise",
  intro: "What we stand for, and what everybody who delivers it is held to. Be tight on the result, loose on how.",
  journey: true,
  parts: [],
});
