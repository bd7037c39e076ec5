import assert from "node:assert/strict";
import { test } from "node:test";

import { project } from "../../cxui/components/js/live/project.js";
import { EMPTY, reader, receive, viewOf } from "../../cxui/components/js/live/state.js";

/** @typedef {import("../../cxui/components/js/types").Command} Command */

const SEEN = {
  journey: { id: "j", name: "Flying" },
  order: [{ stage: "a", touchpoints: ["t1", "t2"] }, { stage: "b", touchpoints: [] }],
  "stage/a": { id: "a", name: "Decide", wants: "" },
  "touchpoint/t1": { id: "t1", name: "Compare", wanted: null },
  "mine/t1": { valence: 2, importance: 3 },
  computed: { subline: "36" },
};
const VIEW = receive(EMPTY, { kind: "view", rev: 4, state: SEEN });

/** @param {Command[]} commands */
const shown = (...commands) => {
  const read = reader(VIEW);
  return reader(VIEW, project(read, commands));
};

test("what somebody drags lies over the state until the next change", () => {
  const live = receive(VIEW, { kind: "live", n: null, set: { computed: { subline: "40" } } });
  assert.equal(reader(live)("computed").subline, "40");
  assert.equal(reader(receive(live, { kind: "live", n: null, set: null }))("computed").subline, "36");
  const changed = receive(live, { kind: "change", rev: 5, set: { "mine/t1": { valence: 3 } } });
  assert.equal(reader(changed)("computed").subline, "36");
  assert.equal(reader(changed)("mine/t1").valence, 3);
  assert.equal(changed.rev, 5);
});

test("null in a change means gone", () => {
  const changed = receive(VIEW, { kind: "change", rev: 5, set: { "stage/a": null } });
  assert.equal(reader(changed)("stage/a"), null);
  assert.ok(!("stage/a" in changed.base));
});

/** @param {Command[]} commands */
const onAPage = (...commands) => {
  const state = { "list/need": ["n1", "n2"], "need/n1": { id: "n1", text: "rest" }, brief: { id: "brief", promise: "" } };
  const table = receive(EMPTY, { kind: "view", rev: 1, state });
  return reader(table, project(reader(table), commands));
};

test("things of a page come, move and go before they are confirmed", () => {
  const added = onAPage({ kind: "add", of: "need", thing: { id: "n3", text: "tea" }, after: "n1" });
  assert.deepEqual(added("list/need"), ["n1", "n3", "n2"]);
  assert.equal(added("need/n3").text, "tea");
  assert.deepEqual(onAPage({ kind: "place", of: "need", id: "n2", after: "" })("list/need"), ["n2", "n1"]);
  assert.deepEqual(onAPage({ kind: "remove", of: "need", id: "n1" })("list/need"), ["n2"]);
});

test("a thing of a kind that the page does not show changes nothing", () => {
  const read = onAPage({ kind: "add", of: "pin", thing: { id: "p" }, after: "" });
  assert.equal(read("list/pin"), null);
});

test("the brief is changed like any thing", () => {
  const read = onAPage({ kind: "write_text", of: "brief", id: "brief", field: "promise", text: "Calm", seen: "" });
  assert.equal(read("brief").promise, "Calm");
});

test("messages that carry no state leave the table as it is", () => {
  assert.equal(receive(VIEW, { kind: "who", here: [] }), VIEW);
  assert.equal(receive(VIEW, { kind: "ok", id: "x", rev: 9 }), VIEW);
});

test("a view has a safe value for everything that is not there", () => {
  const view = viewOf(reader(EMPTY), []);
  assert.equal(view.journey, null);
  assert.deepEqual(view.columns, []);
  assert.equal(view.mine("nobody").valence, null);
  assert.equal(view.result("nobody").critical, false);
});

test("my rating is shown before it is confirmed, and the rest of it stays", () => {
  const read = shown({ kind: "set_rating", touchpoint_id: "t1", part: "valence", value: -1.5 });
  assert.deepEqual(read("mine/t1"), { valence: -1.5, importance: 3 });
});

test("my text and my choices are shown before they are confirmed", () => {
  const read = shown(
    { kind: "write_text", of: "stage", id: "a", field: "name", text: "Choose", seen: "Decide" },
    { kind: "set_value", of: "touchpoint", id: "t1", field: "wanted", value: 4 },
    { kind: "write_text", of: "journey", id: "j", field: "name", text: "Fly", seen: "Flying" },
    { kind: "write_text", of: "journey", id: "other", field: "name", text: "No", seen: "" },
  );
  assert.equal(read("stage/a").name, "Choose");
  assert.equal(read("touchpoint/t1").wanted, 4);
  assert.equal(read("journey").name, "Fly");
});

test("a thing I add stands where I asked for it, and can be rated at once", () => {
  const read = shown({
    kind: "batch", label: "", commands: [
      { kind: "add", of: "touchpoint", thing: { id: "t3", stage_id: "a", name: "Queue" }, after: "t1" },
      { kind: "add", of: "touchpoint", thing: { id: "t0", stage_id: "a", name: "First" }, after: "" },
      { kind: "add", of: "stage", thing: { id: "c", journey_id: "j", name: "Last" }, after: "gone" },
      { kind: "set_rating", touchpoint_id: "t3", part: "valence", value: 1 },
    ],
  });
  assert.deepEqual(read("order"), [
    { stage: "a", touchpoints: ["t0", "t1", "t3", "t2"] }, { stage: "b", touchpoints: [] }, { stage: "c", touchpoints: [] },
  ]);
  assert.equal(read("touchpoint/t3").name, "Queue");
  assert.equal(read("mine/t3").valence, 1);
});

test("what I move or remove moves and goes at once", () => {
  assert.deepEqual(shown({ kind: "place", of: "touchpoint", id: "t1", parent_id: "b", after: "" })("order"), [
    { stage: "a", touchpoints: ["t2"] }, { stage: "b", touchpoints: ["t1"] },
  ]);
  assert.deepEqual(shown({ kind: "place", of: "stage", id: "a", parent_id: "j", after: "b" })("order").map(
    (/** @type {{stage: string}} */ row) => row.stage), ["b", "a"]);
  assert.deepEqual(shown({ kind: "remove", of: "stage", id: "b" })("order").length, 1);
  assert.deepEqual(shown({ kind: "remove", of: "touchpoint", id: "t1" })("order")[0].touchpoints, ["t2"]);
});

test("showing my changes leaves what was received untouched", () => {
  const before = JSON.stringify(VIEW);
  shown({ kind: "remove", of: "touchpoint", id: "t1" }, { kind: "set_rating", touchpoint_id: "t1", part: "valence", value: 5 });
  assert.equal(JSON.stringify(VIEW), before);
});
