import assert from "node:assert/strict";
import { test } from "node:test";

import { EMPTY, reader, receive, viewOf } from "../../cxui/components/js/live/state.js";
import { backingOf, momentsOf, ownedOf, ownersUsed } from "../../cxui/components/js/pages/behind/backing.js";
import { curveOf } from "../../cxui/components/js/pages/behind/curve.js";
import { readyFor } from "../../cxui/components/js/pages/behind/readiness.js";

const ORDER = [{ stage: "find", touchpoints: ["queue"] }, { stage: "wait", touchpoints: [] }, { stage: "buy", touchpoints: ["pay", "leave"] }];

/**
 * @param {{touchpoints?: Record<string, object>, processes?: Record<string, object>, readiness?: object}} known
 */
function view({ touchpoints = {}, processes = {}, readiness = {} } = {}) {
  const state = {
    order: ORDER,
    "list/process": Object.keys(processes),
    readiness,
    ...keyed("process", processes),
    ...keyed("touchpoint", { queue: {}, pay: {}, leave: {}, ...touchpoints }),
  };
  return viewOf(reader(receive(EMPTY, { kind: "view", rev: 1, state })), []);
}

/**
 * @param {string} kind
 * @param {Record<string, object>} things
 */
const keyed = (kind, things) => Object.fromEntries(
  Object.entries(things).map(([id, thing]) => [`${kind}/${id}`, { id, name: id, ...thing }]));

test("moments come in map order, empty stages have none", () => {
  assert.deepEqual(momentsOf(view()), ["queue", "pay", "leave"]);
});

test("a process stands behind every moment that it is linked to, in its own lane", () => {
  const till = { id: "till", lane: "front_stage", touchpoint_ids: ["pay", "leave"] };
  const rota = { id: "rota", lane: "support", touchpoint_ids: ["pay"] };

  const backing = backingOf([till, rota]);

  assert.deepEqual(backing.get("pay"), { front_stage: [till], back_stage: [], support: [rota] });
  assert.deepEqual(backing.get("leave")?.front_stage, [till]);
  assert.equal(backing.has("queue"), false);
});

test("owners are suggested once each, from moments and processes, blanks left out", () => {
  const seen = view({
    touchpoints: { queue: { owner: " Shop " }, pay: { owner: "Finance" }, leave: { owner: "" } },
    processes: { till: { owner: "Shop" }, rota: { owner: "HR" }, free: {} },
  });

  assert.deepEqual(ownersUsed(seen), ["Finance", "HR", "Shop"]);
  assert.deepEqual(ownedOf(seen), { owned: 2, of: 3 });
});

test("what staff say of a process comes first, then of its moments in this journey", () => {
  const said = { able: { counts: null, text: "" }, willing: { counts: null, text: "" } };
  const seen = view({
    processes: { till: { id: "till", touchpoint_ids: ["pay", "leave", "elsewhere"] } },
    readiness: { till: said, leave: said, elsewhere: said },
  });

  assert.deepEqual(readyFor(seen, "till").map(([id, about]) => [id, about]), [["till", ""], ["leave", "leave"]]);
});

test("a small curve breaks where nothing is rated, and lights only what it is told to", () => {
  const curve = curveOf([2, -1, null, 0.2], [false, true, true, true]);

  assert.equal(curve.lines.length, 1);
  assert.deepEqual(curve.dots.map(({ look }) => look), ["behind-unlit", "behind-bad", "behind-open", "behind-even"]);
  assert.ok(curve.dots[0].y < curve.zero && curve.dots[1].y > curve.zero);
});

test("a curve of nothing is a picture of nothing", () => {
  const { lines, dots, width } = curveOf([], []);

  assert.deepEqual([lines, dots], [[], []]);
  assert.ok(width > 0);
});
