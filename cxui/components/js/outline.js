/** Reading a pasted list: unindented lines are stages, the others touchpoints. Pure. */

import { cleanLine } from "./text.js";

/** @typedef {import("./types").Outline} Outline */

const CHANNELS = [
  "web", "app", "mail", "phone", "chat", "letter", "store", "on_site", "at_home",
  "machine", "social_media", "word_of_mouth", "other",
];
/** @type {Record<string, string>} */
const ALSO = {
  website: "web", online: "web", email: "mail", "e-mail": "mail", call: "phone",
  telephone: "phone", shop: "store", branch: "store", kiosk: "machine", post: "letter", home: "at_home",
};
const ITEM = /^\s*(?:[-*•–·]|\d+[.)])\s+/;

/**
 * @param {string} word
 * @returns {string | null}
 */
export function channelNamed(word) {
  const plain = word.trim().toLowerCase();
  const name = plain.replace(/[\s-]+/g, "_");
  return CHANNELS.includes(name) ? name : ALSO[plain] ?? null;
}

/**
 * @param {string} line
 * @returns {{name: string, channel: string | null}}
 */
function touchpointIn(line) {
  const found = /^(.*\S)\s*\(([^()]+)\)\s*$/.exec(line);
  const channel = found ? channelNamed(found[2]) : null;
  return { name: cleanLine(found && channel ? found[1] : line), channel };
}

/**
 * @param {string} text
 * @returns {Outline}
 */
export function parseOutline(text) {
  /** @type {Outline} */
  const outline = { stages: [] };
  const lines = text.replace(/\r\n?/g, "\n").split("\n").filter((line) => line.trim());
  for (const line of lines) {
    const inside = /^\s/.test(line) || ITEM.test(line);
    const plain = line.replace(ITEM, "").trim();
    if (!inside) {
      const name = cleanLine(plain.replace(/:$/, ""));
      if (name) outline.stages.push({ name, touchpoints: [] });
      continue;
    }
    if (!outline.stages.length) outline.stages.push({ name: "First stage", touchpoints: [] });
    const touchpoint = touchpointIn(plain);
    if (touchpoint.name) outline.stages[outline.stages.length - 1].touchpoints.push(touchpoint);
  }
  return outline;
}

/** @param {Outline} outline */
export function countOutline(outline) {
  const touchpoints = outline.stages.reduce((sum, stage) => sum + stage.touchpoints.length, 0);
  return { stages: outline.stages.length, touchpoints };
}
