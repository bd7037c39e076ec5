import assert from "node:assert/strict";
import { test } from "node:test";

import {
  cleanLine, cleanNote, initials, NAME_MAX, NOTE_MAX, signed, valenceText, valenceWord,
} from "../../cxui/components/js/parts/text.js";
import { newId } from "../../cxui/components/js/live/ids.js";

test("seven words stand for the scale, from awful to great", () => {
  const words = [-5, -3, -2, 0, 1.5, 3, 5].map((v) => valenceWord(v));
  assert.deepEqual(words, ["awful", "bad", "rather bad", "so-so", "rather good", "good", "great"]);
});

test("the words of the server are used, in whatever order they come", () => {
  assert.equal(valenceWord(1, [[0, "up", ""], [-5, "down", ""]]), "up");
  assert.equal(valenceWord(-1, [[0, "up", ""], [-5, "down", ""]]), "down");
});

test("a handle says its word and its value, with a real minus sign", () => {
  assert.equal(valenceText(-1.5), "rather bad, −1.5");
  assert.equal(valenceText(0), "so-so, 0");
  assert.equal(valenceText(null), "not rated");
  assert.equal(valenceText(null, [], "not set"), "not set");
  assert.equal(signed(3), "+3");
});

test("a name is one clean line of at most 200 characters", () => {
  assert.equal(cleanLine("  Find\nthe\tgate  "), "Find the gate");
  assert.equal(cleanLine("a\u0000b\u202ec\u2066d\ufeffe"), "abcde");
  assert.equal(Array.from(cleanLine("🛫".repeat(300))).length, NAME_MAX);
});

test("a note keeps its lines, and no half of a character", () => {
  assert.equal(cleanNote("one\r\ntwo\u0007"), "one\ntwo");
  assert.equal(cleanNote("a\ud83db"), "ab");
  assert.equal(cleanNote("🛫"), "🛫");
  assert.equal(cleanNote("x".repeat(NOTE_MAX + 5)).length, NOTE_MAX);
});

test("faces show up to two letters", () => {
  assert.deepEqual(["Ana", "Léa Martin", "  ", "李 小龙", "🛫 Z"].map(initials), ["AN", "LM", "?", "李小", "🛫Z"]);
});

test("an id has 22 characters that the server takes, and never the same twice", () => {
  const ids = Array.from({ length: 500 }, newId);
  assert.ok(ids.every((id) => /^[A-Za-z0-9_-]{22}$/.test(id)));
  assert.equal(new Set(ids).size, ids.length);
});
