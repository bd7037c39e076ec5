/** How a journey is known, as the server computes it for this page. */

/** @typedef {{touchpoint: string, level: string, also: string[], trust: string, confidence: number, critical: boolean, evidence: string[]}} Known */
/** @typedef {[code: string, symbol: string, word: string, hint: string]} Level */
/** @typedef {{line: string, levels: Level[], kinds: import("./sorting.js").Kind[], moments: Known[]}} Picture */

/** @type {Picture} */
const NOTHING = { line: "", levels: [], kinds: [], moments: [] };

/**
 * @param {import("../../types").View} view
 * @returns {Picture}
 */
export const pictureOf = (view) => view.computedFor("known") ?? NOTHING;
