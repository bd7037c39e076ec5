/** What is said of personas: who said it, and bringing several statements together. Pure. */

import { batch, setValue } from "../../map/structure.js";
import { cleanLine } from "../../parts/text.js";

/** @typedef {import("../../types").Id} Id */
/** @typedef {import("../../types").Single} Single */
/** @typedef {import("../../types").Thing} Thing */
/** @typedef {import("../../types").View} View */

export const CARDS = ["sentence", "wants", "fears", "smiles", "others"];
export const WORLD = ["physical", "social", "technological"];
export const MORE = ["job", "expectation", "channel", "trait"];
export const FREE = "free";

/**
 * Statements about a persona on some topics, in their order.
 * @param {View} view
 * @param {Id} persona
 * @param {string[]} topics
 * @returns {Id[]}
 */
export function statementsOn(view, persona, topics) {
  return view.list("statement").filter((id) => {
    const { persona_id: owner, topic } = view.thing("statement", id);
    return owner === persona && topics.includes(topic);
  });
}

/**
 * @param {View} view
 * @param {Id} persona
 */
export const needsOf = (view, persona) => view.list("need").filter((id) => view.thing("need", id).persona_id === persona);

/** @param {Thing} statement */
export const isHeard = (statement) => Boolean(statement.heard_from?.trim());

/** @param {Thing} statement */
export const knownFrom = (statement) => (isHeard(statement) ? `heard from ${statement.heard_from}` : "our guess");

/**
 * What she is called in a sentence: "Edith" of "Edith, seventy-eight, alone".
 * @param {string | undefined} name
 */
export const shortName = (name) => (name ?? "").split(",")[0].trim() || (name ?? "");

/**
 * Ids of the evidence that speaks for a statement, whichever of the two says so.
 * @param {View} view
 * @param {Id} id of the statement
 * @returns {Id[]}
 */
export function evidenceFor(view, id) {
  const own = view.thing("statement", id).evidence_ids ?? [];
  return view.list("evidence").filter((each) => own.includes(each)
    || (view.thing("evidence", each).statement_ids ?? []).includes(id));
}

/**
 * Say which evidence speaks for a statement: each evidence remembers its statements.
 * @param {View} view
 * @param {Id} id of the statement
 * @param {Id[]} chosen
 * @returns {Single[]}
 */
export function linkEvidence(view, id, chosen) {
  const { evidence_ids: own = [] } = view.thing("statement", id);
  const changed = view.list("evidence").flatMap((each) => {
    const now = view.thing("evidence", each).statement_ids ?? [];
    const rest = now.filter((/** @type {Id} */ other) => other !== id);
    const isOn = chosen.includes(each);
    const stays = now.includes(id) === isOn || (isOn && own.includes(each));
    return stays ? [] : [setValue("evidence", each, "statement_ids", isOn ? [...rest, id] : rest)];
  });
  const kept = own.filter((/** @type {Id} */ each) => chosen.includes(each));
  return kept.length === own.length ? changed : [...changed, setValue("statement", id, "evidence_ids", kept)];
}

/**
 * What stands in the dialog that puts statements together.
 * @param {View} view
 * @param {Id[]} ids
 */
export function together(view, ids) {
  const all = ids.map((id) => view.thing("statement", id));
  const texts = all.map(({ text }) => (text ?? "").trim()).filter(Boolean);
  const sources = all.map(({ heard_from: from }) => (from ?? "").trim()).filter(Boolean);
  return { text: [...new Set(texts)].join("\n"), heard: cleanLine([...new Set(sources)].join("; ")) };
}

/**
 * One statement instead of several, as one change: it takes over what speaks for them.
 * @param {View} view as it was when the texts were brought together
 * @param {Id[]} ids the first one stays
 * @param {{text: string, heard: string}} said
 */
export function putTogether(view, ids, said) {
  const [first, ...others] = ids;
  const stays = view.thing("statement", first);
  /** @type {[string, string, string][]} */
  const texts = [["text", stays.text ?? "", said.text], ["heard_from", stays.heard_from ?? "", said.heard]];
  const written = texts.filter(([, seen, text]) => seen !== text).map(([field, seen, text]) => (
    { kind: "write_text", of: "statement", id: first, field, text, seen }));
  const speaks = ids.flatMap((id) => evidenceFor(view, id));
  const own = stays.evidence_ids ?? [];
  const linked = view.list("evidence").filter((id) => speaks.includes(id) && !own.includes(id)).flatMap((id) => {
    const now = view.thing("evidence", id).statement_ids ?? [];
    const next = [...now.filter((/** @type {Id} */ each) => !ids.includes(each)), first];
    return setValue("evidence", id, "statement_ids", next);
  });
  const gone = others.map((id) => ({ kind: "remove", of: "statement", id }));
  return batch("Put statements together", [...written, ...linked, ...gone]);
}
