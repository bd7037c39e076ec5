/** Which evidence is shown, in which order, and in which words. Pure. */

import { valenceWord } from "../../parts/text.js";

/** @typedef {import("../../types").Thing} Thing */
/** @typedef {[type: string, word: string, level: string]} Kind */
/** @typedef {{kind: string | null, moment: string | null, order: "new" | "kind"}} Choice */

/**
 * @param {Thing[]} items in the order in which they were written down
 * @param {Choice} choice
 * @param {Kind[]} kinds in their order
 */
export function chosenOf(items, { kind, moment, order }, kinds) {
  const places = new Map(kinds.map(([type], i) => [type, i]));
  const place = (/** @type {Thing} */ item) => places.get(item.evidence_type) ?? kinds.length;
  return items
    .map((item, i) => ({ item, i }))
    .filter(({ item }) => (!kind || item.evidence_type === kind) && (!moment || item.touchpoint_ids?.includes(moment)))
    .sort((a, b) => (order === "kind" ? place(a.item) - place(b.item) : 0) || newerFirst(a.item, b.item) || b.i - a.i)
    .map(({ item }) => item);
}

/**
 * What has no day comes last.
 * @param {Thing} a
 * @param {Thing} b
 */
function newerFirst(a, b) {
  const [one, other] = [a.date ?? "", b.date ?? ""];
  return one < other ? 1 : one > other ? -1 : 0;
}

/**
 * How many there are of each kind; kinds that nobody has used are left out.
 * @param {Thing[]} items
 * @param {Kind[]} kinds
 */
export function counted(items, kinds) {
  return kinds
    .map(([type, word, level]) => ({ type, word, level, count: items.filter((item) => item.evidence_type === type).length }))
    .filter(({ count }) => count > 0);
}

/**
 * Addresses, one a line. Only those of the web can be followed; none is ever loaded.
 * @param {string | undefined} text
 * @returns {{text: string, href: string | null}[]}
 */
export function linkRows(text) {
  return (text ?? "").split("\n").map((line) => line.trim()).filter(Boolean)
    .map((line) => ({ text: line, href: addressOf(line) }));
}

/** @param {string} line */
function addressOf(line) {
  try {
    const url = new URL(line);
    return ["http:", "https:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * A day as people write it; what is no day comes back as it is.
 * @param {string | null | undefined} day such as 2026-11-22
 */
export function dayText(day) {
  if (!day) return "";
  const date = new Date(`${day}T00:00:00`);
  return Number.isNaN(date.getTime()) ? day : date.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
}

/**
 * What stands beside the kind: who says so, when, how many they are, how it felt.
 * @param {Thing} item
 * @param {import("../../types").ValenceWord[]} words
 */
export function metaOf(item, words) {
  const n = item.n ?? null;
  const many = n === null ? "" : n === 1 ? "one person or case" : `${n.toLocaleString("en-GB")} people or cases`;
  const felt = (item.feeling ?? null) === null ? "" : `felt ${valenceWord(item.feeling, words)}`;
  return [item.source, dayText(item.date), many, felt].filter(Boolean).join(" · ");
}

/**
 * The beginning of what people said in their own words, else of what was found.
 * @param {Thing} item
 * @returns {{quote: boolean, text: string}}
 */
export function gist(item) {
  const quote = firstLine(item.quotes);
  return quote ? { quote: true, text: quote } : { quote: false, text: firstLine(item.text) };
}

/** @param {string | undefined} text */
const firstLine = (text) => (text ?? "").split("\n").map((line) => line.trim()).find(Boolean) ?? "";

/**
 * Today where this device is, as the file writes it.
 * @param {Date} now
 */
export function localDay(now) {
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  return `${String(now.getFullYear()).padStart(4, "0")}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
