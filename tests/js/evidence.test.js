import assert from "node:assert/strict";
import { test } from "node:test";

import {
  chosenOf, counted, dayText, gist, linkRows, localDay, metaOf,
} from "../../cxui/components/js/pages/evidence/sorting.js";
import { feelingsOf, stepOf } from "../../cxui/components/js/parts/feelings.js";

/** @type {import("../../cxui/components/js/pages/evidence/sorting.js").Kind[]} */
const KINDS = [["interview", "Interview", "observed"], ["survey", "Survey", "measured"], ["assumption", "Our guess", "guess"]];
/** @type {import("../../cxui/components/js/types").ValenceWord[]} */
const WORDS = [
  [-5, "awful", "a"], [-4 + 1e-9, "bad", "b"], [-2 + 1e-9, "rather bad", "c"], [-0.5 + 1e-9, "so-so", "d"],
  [0.5, "rather good", "e"], [2, "good", "f"], [4, "great", "g"],
];

/**
 * @param {string} id
 * @param {string} type
 * @param {string | null} date
 * @param {string[]} moments
 */
const item = (id, type, date, moments = []) => ({ id, evidence_type: type, title: id, date, touchpoint_ids: moments });
const ITEMS = [
  item("old", "interview", "2026-01-05", ["pay"]), item("undated", "survey", null), item("new", "assumption", "2026-11-20"),
  item("also new", "survey", "2026-11-20", ["pay", "wait"]),
];

/** @param {Partial<import("../../cxui/components/js/pages/evidence/sorting.js").Choice>} choice */
const ids = (choice) => chosenOf(ITEMS, { kind: null, moment: null, order: "new", ...choice }, KINDS).map(({ id }) => id);

test("the newest comes first, of one day what was written down last, and last what has no day", () => {
  assert.deepEqual(ids({}), ["also new", "new", "old", "undated"]);
});

test("by kind, those of one kind stand together, newest first", () => {
  assert.deepEqual(ids({ order: "kind" }), ["old", "also new", "undated", "new"]);
});

test("one kind, one moment, or both can be chosen", () => {
  assert.deepEqual(ids({ kind: "survey" }), ["also new", "undated"]);
  assert.deepEqual(ids({ moment: "pay" }), ["also new", "old"]);
  assert.deepEqual(ids({ kind: "interview", moment: "pay" }), ["old"]);
  assert.deepEqual(ids({ kind: "interview", moment: "wait" }), []);
});

test("only kinds that are there are offered, with their number", () => {
  assert.deepEqual(counted(ITEMS.slice(0, 2), KINDS).map(({ type, count }) => [type, count]), [["interview", 1], ["survey", 1]]);
});

test("only addresses of the web can be followed; everything else stays text", () => {
  const rows = linkRows("https://a.example/x\n\n  javascript:alert(1)\nfile:///etc/passwd\nshelf 3\ndata:text/html,x\nHTTP://B.example");
  assert.deepEqual(rows.map(({ text, href }) => [text, href]), [
    ["https://a.example/x", "https://a.example/x"], ["javascript:alert(1)", null], ["file:///etc/passwd", null],
    ["shelf 3", null], ["data:text/html,x", null], ["HTTP://B.example", "http://b.example/"],
  ]);
  assert.deepEqual(linkRows(undefined), []);
});

test("people's own words come before ours", () => {
  assert.deepEqual(gist({ id: "e", quotes: "\n “I paid twice.”\nmore", text: "A third were not sure." }), { quote: true, text: "“I paid twice.”" });
  assert.deepEqual(gist({ id: "e", quotes: "  ", text: "A third." }), { quote: false, text: "A third." });
  assert.deepEqual(gist({ id: "e" }), { quote: false, text: "" });
});

test("source, day, number and feeling are said where they are known", () => {
  const said = { id: "e", source: "Ana", date: "2026-11-02", n: 1200, feeling: -3 };
  assert.equal(metaOf(said, WORDS), "Ana · 2 Nov 2026 · 1,200 people or cases · felt bad");
  assert.equal(metaOf({ id: "e", n: 1, feeling: null }, WORDS), "one person or case");
  assert.equal(metaOf({ id: "e", n: 0, feeling: 0 }, WORDS), "0 people or cases · felt so-so");
});

test("a day is the one that this device has", () => {
  assert.equal(localDay(new Date(2026, 0, 2, 23, 59)), "2026-01-02");
  assert.equal(dayText("never"), "never");
  assert.equal(dayText(null), "");
});

test("each face stands for the middle of its word, as on a sheet of paper", () => {
  assert.deepEqual(feelingsOf(WORDS).map(({ value }) => value), [-4.5, -3, -1, 0, 1, 3, 4.5]);
  assert.deepEqual(feelingsOf(WORDS).map(({ value }) => stepOf(value, WORDS)), [0, 1, 2, 3, 4, 5, 6]);
  assert.equal(stepOf(null, WORDS), -1);
});
