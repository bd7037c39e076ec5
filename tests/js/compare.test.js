/** The page "Compare": what moved most stands in front; small pictures leave gaps. */

import assert from "node:assert/strict";
import test from "node:test";

import { ordered } from "../../cxui/components/js/pages/compare/changes.js";
import { lineOf } from "../../cxui/components/js/pages/compare/picture.js";

/**
 * @param {string} id
 * @param {number | null} then
 * @param {number | null} now
 */
const change = (id, then, now) => /** @type {import("../../cxui/components/js/pages/compare/changes.js").Change} */ (
  /** @type {unknown} */ ({ id, then, now }));

test("what moved most stands in front, then what came and went, in map order", () => {
  const changes = [change("came", null, 3), change("fell", 1, -3), change("went", -5, null), change("rose", 1, 2)];

  assert.deepEqual(ordered(changes).map(({ id }) => id), ["fell", "rose", "came", "went"]);
});

test("a line begins anew behind what is not rated, and zero is a value", () => {
  const { path, dots } = lineOf([0, null, -5, 5]);

  assert.equal(path, "M58 66M126 118L160 14");
  assert.deepEqual(dots.map(({ x }) => x), [58, 126, 160]);
});

test("nothing rated is no line at all", () => {
  assert.deepEqual(lineOf([null, null]), { path: "", dots: [] });
});
