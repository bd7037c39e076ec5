import assert from "node:assert/strict";
import { test } from "node:test";

import { marksOf } from "../../cxui/components/js/board/presence.js";
import { createTeller } from "../../cxui/components/js/board/whereabouts.js";

/**
 * @param {string} name
 * @param {string} focus
 * @param {string} busy
 */
const at = (name, focus, busy) => ({ participant: `id of ${name}`, name, page: "journey", focus, busy });

test("who drags or types leaves a mark at the place, who only looks leaves none", () => {
  const marks = marksOf([at("Ana Roth", "t1", "drag"), at("Ben", "t2", "type"), at("Eva", "t3", ""), at("Uli", "", "type")], null);
  assert.deepEqual(marks, [
    { at: "t1", text: "AR", busy: "drag", title: "Ana Roth drags here" },
    { at: "t2", text: "BE", busy: "type", title: "Ben types here" },
  ]);
});

test("my own windows leave no mark on my board", () => {
  assert.deepEqual(marksOf([at("Ana", "t1", "drag")], "id of Ana"), []);
});

test("several people at one place share a mark, and the same person twice is one", () => {
  const both = marksOf([at("Ana", "t1", "drag"), at("Ana", "t1", "drag"), at("Ben", "t1", "drag")], null);
  assert.deepEqual(both.map((mark) => mark.text), ["AN BE"]);
  const many = marksOf(["Ana", "Ben", "Eva", "Uli"].map((name) => at(name, "t1", "type")), null);
  assert.deepEqual(many.map((mark) => mark.text), ["AN +3"]);
});

function fakeClock() {
  let now = 0;
  /** @type {{due: number, act: () => void}[]} */
  let waiting = [];
  return {
    now: () => now,
    later: (/** @type {() => void} */ act, /** @type {number} */ ms) => waiting.push({ due: now + ms, act }),
    pass(/** @type {number} */ ms) {
      now += ms;
      const due = waiting.filter((each) => each.due <= now);
      waiting = waiting.filter((each) => each.due > now);
      due.forEach((each) => each.act());
    },
  };
}

test("others are told at most four times a second, and the end always", () => {
  const clock = fakeClock();
  /** @type {string[]} */
  const sent = [];
  const teller = createTeller((where) => sent.push(`${where.focus}${where.busy}`), clock);

  for (let n = 0; n < 20; n += 1) {
    teller.tell({ focus: `t${n}`, busy: "type" });
    clock.pass(50);
  }
  teller.tell({ focus: "", busy: "" });
  clock.pass(1_000);

  assert.ok(sent.length <= 6, String(sent));
  assert.equal(sent[sent.length - 1], "");
});

test("the same place is told once, and again after a new connection", () => {
  const clock = fakeClock();
  /** @type {string[]} */
  const sent = [];
  const teller = createTeller((where) => sent.push(where.focus), clock);
  for (let n = 0; n < 3; n += 1) {
    teller.tell({ focus: "t1", busy: "drag" });
    clock.pass(400);
  }
  assert.deepEqual(sent, ["t1"]);

  teller.again();

  assert.deepEqual(sent, ["t1", "t1"]);
});
