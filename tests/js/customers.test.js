import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { forget, isSent, keep, kept, markSent } from "../../cxui/components/js/customer/draft.js";
import { answersText } from "../../cxui/components/js/lead/customer_links.js";

/** @type {Map<string, string>} */
const memory = new Map();
const storage = {
  getItem: (/** @type {string} */ key) => memory.get(key) ?? null,
  setItem: (/** @type {string} */ key, /** @type {string} */ text) => void memory.set(key, text),
  removeItem: (/** @type {string} */ key) => void memory.delete(key),
};

beforeEach(() => {
  memory.clear();
  /** @type {any} */ (globalThis).localStorage = storage;
});

const form = () => {
  const made = new FormData();
  made.append("key", "k");
  made.append("m1", "good");
  made.append("m1-line", "");
  return made;
};

test("what was said is kept with its key, what was not is left out", () => {
  keep("link", form());
  assert.deepEqual(kept("link"), { key: "k", m1: "good" });
  assert.equal(kept("another link"), null);
});

test("once sent there is no draft any more, until somebody else begins", () => {
  keep("link", form());
  markSent("link");
  assert.deepEqual([isSent("link"), kept("link")], [true, null]);
  forget("link");
  assert.deepEqual([isSent("link"), kept("link")], [false, null]);
});

test("a browser that keeps nothing, or garbage, has no draft", () => {
  memory.set("cx.customer.link", "{");
  assert.equal(kept("link"), null);
  /** @type {any} */ (globalThis).localStorage = undefined;
  keep("link", form());
  markSent("link");
  forget("link");
  assert.deepEqual([isSent("link"), kept("link")], [false, null]);
});

test("how many have answered, and how many wait for the end of a round", () => {
  const said = (/** @type {number} */ answered, waiting = 0) => answersText({ answered, waiting });
  assert.equal(said(0), "Nobody has answered yet");
  assert.equal(said(1), "1 has answered");
  assert.equal(said(5, 2), "5 have answered · 2 more after the private round");
});
