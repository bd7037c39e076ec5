import assert from "node:assert/strict";
import { test } from "node:test";

import { project } from "../../cxui/components/js/live/project.js";
import {
  entryAt, isOf, localTime, newEntry, newWalk, titleOf, walksOf,
} from "../../cxui/components/js/pages/walk/entries.js";

const ID = /^[A-Za-z0-9_-]{1,64}$/;
const NOW = new Date(2026, 10, 22, 7, 5, 30);

/** @param {import("../../cxui/components/js/types").Thing[]} entries */
const viewOf = (...entries) => /** @type {any} */ ({
  me: { name: "Ana" }, journey: { id: "visit" },
  touchpoint: (/** @type {string} */ id) => ({ id, name: `The ${id}` }),
  list: () => entries.map(({ id }) => id),
  thing: (/** @type {string} */ _, /** @type {string} */ id) => entries.find((each) => each.id === id),
});

/**
 * @param {string} walk
 * @param {string} touchpoint
 * @param {number} minute
 */
function noted(walk, touchpoint, minute) {
  const now = new Date(NOW.getTime() + 60_000 * minute);
  return /** @type {any} */ (newEntry(viewOf(), { walk, kind: "walk_through", touchpoint, now }));
}

test("an entry is evidence of its moment, from me, now", () => {
  const entry = newEntry(viewOf(), { walk: newWalk("ana"), kind: "diary", touchpoint: "pay", now: NOW, feeling: -3, text: "Twice" });

  assert.match(entry.id, ID);
  assert.deepEqual({ ...entry, id: "" }, {
    id: "", evidence_type: "diary", title: "Diary: The pay", text: "Twice", source: "Ana", date: "2026-11-22",
    at: NOW.toISOString(), n: 1, feeling: -3, touchpoint_ids: ["pay"], journey_ids: ["visit"],
  });
});

test("however long an id, and with whatever it begins, its walk is found again", () => {
  for (const who of ["ana", "-", "w-ana", "a".repeat(64), "AbC_-9".repeat(4)]) {
    const walk = newWalk(who);
    const entry = noted(walk, "pay", 0);
    assert.match(entry.id, ID);
    assert.equal(walksOf(viewOf(entry))[0].key, walk);
    assert.ok(isOf(walk, who));
  }
});

test("a walk is that of one participant only", () => {
  assert.ok(!isOf(newWalk("ana"), "an"));
  assert.ok(!isOf(newWalk("ana-x"), "ana"));
  assert.ok(!isOf(newWalk("ana"), null));
});

test("walks come newest first, and what lies in other journeys is none of them", () => {
  const [first, second] = [newWalk("ana"), newWalk("ben")];
  const away = { ...noted(newWalk("ana"), "pay", 9), journey_ids: ["elsewhere"] };
  const other = { id: "talk", evidence_type: "interview", journey_ids: ["visit"] };

  const walks = walksOf(viewOf(noted(first, "pay", 1), away, noted(second, "pay", 2), noted(first, "leave", 0), other));

  assert.deepEqual(walks.map(({ key, entries }) => [key, entries.length]), [[second, 1], [first, 2]]);
});

test("of two entries about one moment the newer one counts", () => {
  const walk = newWalk("ana");
  const [late, early] = [noted(walk, "pay", 5), noted(walk, "pay", 1)];

  assert.equal(entryAt(walksOf(viewOf(late, early))[0], "pay"), late);
  assert.equal(entryAt(undefined, "pay"), null);
});

test("a title is one line of at most 200 characters", () => {
  assert.equal(titleOf("walk_through", "Security"), "Walked it: Security");
  assert.equal(Array.from(titleOf("mystery_shopping", "🎈".repeat(200))).length, 200);
});

test("a point in time is shown where this device is; what is none is left blank", () => {
  assert.equal(localTime(NOW.toISOString()), "2026-11-22T07:05");
  assert.equal(localTime(null), "");
});

test("a rating from another standpoint is not shown as mine on the board", () => {
  const rate = { kind: "set_rating", touchpoint_id: "pay", part: "valence", value: -3 };
  const read = () => ({ valence: 1 });

  assert.equal(project(read, [{ ...rate, standpoint: "own_experience" }]).size, 0);
  assert.deepEqual(project(read, [rate]).get("mine/pay"), { valence: -3 });
});
