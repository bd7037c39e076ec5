/** The page "Walk it": the journey as a diary on the way, one moment after another. */

import { createDiary } from "./diary.js";
import { createMine } from "./mine.js";
import { createWalks } from "./walks.js";
import { createPage, createSection } from "../page.js";

/** @param {import("../../types").Context} ctx */
export function createWalk(ctx) {
  return createPage(ctx, {
    name: "walk",
    title: "Walk it",
    intro: "Go through it yourself, as she would. Note how it feels at once, in one line. Everybody here can read it, with your name.",
    journey: true,
    parts: [
      createMine(ctx, createDiary(ctx)),
      createSection("Walks so far", "", [createWalks(ctx)]),
    ],
  });
}
