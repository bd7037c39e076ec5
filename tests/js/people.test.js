import assert from "node:assert/strict";
import { test } from "node:test";

import { project } from "../../cxui/components/js/live/project.js";
import { viewOf } from "../../cxui/components/js/live/state.js";
import { chosenOf, dotsOf, nextDot, sentences } from "../../cxui/components/js/pages/people/compared.js";
import { portraitOf } from "../../cxui/components/js/pages/people/portrait.js";
import {
  evidenceFor, linkEvidence, putTogether, shortName, statementsOn, together,
} from "../../cxui/components/js/pages/people/said.js";

/** @type {Record<string, any>} */
const TABLE = {
  "list/statement": ["a", "b", "c", "d"],
  "statement/a": { id: "a", persona_id: "edith", topic: "fears", text: "Falls.", heard_from: "", evidence_ids: ["old"] },
  "statement/b": { id: "b", persona_id: "edith", topic: "fears", text: "Nights.", heard_from: "Ana", evidence_ids: [] },
  "statement/c": { id: "c", persona_id: "karim", topic: "fears", text: "Noise.", heard_from: "", evidence_ids: [] },
  "statement/d": { id: "d", persona_id: "edith", topic: "fears", text: "Nights.", heard_from: "Ben", evidence_ids: [] },
  "list/evidence": ["talk", "old"],
  "evidence/talk": { id: "talk", title: "Talk", statement_ids: ["b", "c"] },
  "evidence/old": { id: "old", title: "Old", statement_ids: [] },
};
const read = (/** @type {string} */ key) => TABLE[key] ?? null;
const VIEW = viewOf(read, []);

/** @param {any} command */
function after(command) {
  const over = project(read, [command]);
  return viewOf((key) => (over.has(key) ? over.get(key) : read(key)), []);
}

test("statements are hers, on one topic, in their order", () => {
  assert.deepEqual(statementsOn(VIEW, "edith", ["fears"]), ["a", "b", "d"]);
});

test("what speaks for a statement is found whichever side says so", () => {
  assert.deepEqual(evidenceFor(VIEW, "a"), ["old"]);
  assert.deepEqual(evidenceFor(VIEW, "b"), ["talk"]);
});

test("linking evidence leaves other statements with theirs", () => {
  const linked = after({ kind: "batch", label: "", commands: linkEvidence(VIEW, "a", ["talk"]) });
  assert.deepEqual(evidenceFor(linked, "a"), ["talk"]);
  assert.deepEqual(evidenceFor(linked, "c"), ["talk"]);
  assert.deepEqual(linkEvidence(VIEW, "a", ["old"]), []);
});

test("texts that are alike are brought together once, and all sources are kept", () => {
  assert.deepEqual(together(VIEW, ["a", "b", "d"]), { text: "Falls.\nNights.", heard: "Ana; Ben" });
});

test("putting together leaves one statement, with all that spoke for them", () => {
  const now = after(putTogether(VIEW, ["a", "b", "d"], { text: "Falls at night.", heard: "Ana; Ben" }));
  assert.deepEqual(statementsOn(now, "edith", ["fears"]), ["a"]);
  assert.equal(now.thing("statement", "a").text, "Falls at night.");
  assert.equal(now.thing("statement", "a").heard_from, "Ana; Ben");
  assert.deepEqual(evidenceFor(now, "a"), ["talk", "old"]);
  assert.deepEqual(evidenceFor(now, "c"), ["talk"]);
});

test("a name is short up to its first comma", () => {
  assert.equal(shortName("Edith, seventy-eight, alone"), "Edith");
  assert.equal(shortName(", nobody"), ", nobody");
});

test("a portrait is a symbol, a link, or the first letters of her name", () => {
  assert.deepEqual(portraitOf("👨‍👩‍👧", "Ana"), { face: "👨‍👩‍👧", link: null });
  assert.deepEqual(portraitOf("https://example.org/a.png", "Ana Bo"), { face: "AB", link: "https://example.org/a.png" });
  assert.deepEqual(portraitOf("javascript:alert(1)", "Ana"), { face: "AN", link: null });
  assert.deepEqual(portraitOf("", "Ana"), { face: "AN", link: null });
});

/** @param {string} code @param {string} who @param {string} about @param {number | null} distance */
const row = (code, who, about, distance) => ({ code, who, about, distance, text: `${code} ${about} ${who} ${distance}` });
const APART = {
  personas: ["x", "y", "z"],
  moments: [{ id: "m", name: "M" }, { id: "n", name: "N" }, { id: "o", name: "O" }],
  curves: { x: [1, null, 2], y: [-1, 3, null], z: [] },
  pairs: [
    { of: ["x", "y"], rows: [row("feeling", "x", "m", 2), row("need", "x", "k", null)] },
    { of: ["x", "z"], rows: [row("feeling", "x", "m", 4), row("channel", "x", "web", null)] },
    { of: ["y", "z"], rows: [row("feeling", "y", "m", 3), row("channel", "y", "web", null)] },
  ],
};

test("of two, all that sets them apart is said", () => {
  assert.deepEqual(sentences(APART, ["x", "y"]), ["feeling m x 2", "need k x null"]);
});

test("of three, each moment is said once, of those furthest apart, and only what one alone has", () => {
  assert.deepEqual(sentences(APART, ["x", "y", "z"]), ["feeling m x 4", "need k x null"]);
});

test("fewer than two who are there mean the first two", () => {
  assert.deepEqual(chosenOf(APART, ["z", "x"]), ["x", "z"]);
  assert.deepEqual(chosenOf(APART, ["z", "gone"]), ["x", "y"]);
  assert.deepEqual(chosenOf(null, null), []);
});

test("arrow keys lead along a curve, and to the next persona nearby", () => {
  const dots = dotsOf(APART, ["x", "y"]);
  assert.deepEqual(dots.map((dot) => `${dot.persona}${dot.moment}`), ["x0", "x2", "y0", "y1"]);
  assert.equal(nextDot(dots, 0, "ArrowRight"), 1);
  assert.equal(nextDot(dots, 1, "ArrowRight"), 1);
  assert.equal(nextDot(dots, 1, "ArrowDown"), 3);
  assert.equal(nextDot(dots, 3, "ArrowDown"), 3);
  assert.equal(nextDot(dots, 3, "Home"), 2);
  assert.equal(nextDot(dots, 2, "x"), 2);
});
