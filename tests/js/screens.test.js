import assert from "node:assert/strict";
import { test } from "node:test";

import { EMPTY, reader, receive, viewOf } from "../../cxui/components/js/live/state.js";
import { journeyFor, roundPage, screenFor, screenNow, standsAlone } from "../../cxui/components/js/screens.js";

const ROUND = { id: "r2", steps: [] };
/** @type {import("../../cxui/components/js/screens.js").Choice} */
const CHOICE = { page: "journey", projector: false, rating: null, read: null };

/**
 * @param {Record<string, unknown>} state
 * @param {Partial<typeof CHOICE> | object} [choice]
 */
const screen = (state, choice) => screenFor(
  viewOf(reader(receive(EMPTY, { kind: "view", rev: 1, state })), []), { ...CHOICE, ...choice });

/** @param {string} right */
const as = (right, standing = false) => ({ participant: standing ? null : "p", name: "Ana", right, can_edit: true, standing });

test("who has not sat down yet joins, and who only watches need not", () => {
  assert.equal(screen({ me: as("participant", true) }), "join");
  assert.equal(screen({ me: as("participant", true), round: ROUND }), "join");
  assert.equal(screen({ me: as("observer", true) }), "board");
  assert.equal(screen({ me: as("observer", true), round: ROUND }), "board");
});

test("an open round is the only screen of a participant", () => {
  assert.equal(screen({ me: as("participant"), round: ROUND }), "round");
  assert.equal(screen({ me: as("participant"), round: ROUND, revealed: { round: "r1" } }), "round");
});

test("a round of those who deliver it leaves the others on the board", () => {
  const lead = { locked: false, names: false, phase: "", phases: [], round_in: "j", round_for: ["front_line", "back_stage"] };
  const at = (/** @type {string | null} */ viewpoint) => ({ me: { ...as("participant"), viewpoint }, round: ROUND, lead, journey: { id: "other" } });
  assert.deepEqual(["front_line", "back_stage", "management", null].map((each) => screen(at(each))), ["round", "round", "board", "board"]);
  assert.equal(screen({ ...at("management"), me: { ...as("facilitator"), viewpoint: "management" } }, { rating: "r2" }), "board");
  const seen = (/** @type {string | null} */ viewpoint) => viewOf(reader(receive(EMPTY, { kind: "view", rev: 1, state: at(viewpoint) })), []);
  assert.equal(journeyFor(seen("front_line")), "j");
  assert.equal(journeyFor(seen("management")), null);
  assert.equal(roundPage(seen("back_stage")), "journey");
  assert.equal(roundPage(seen("management")), null);
});

test("a round about a persona brings everybody, whatever page or journey they look at", () => {
  const state = { me: as("participant"), round: ROUND, lead: { locked: false, names: false, phase: "", phases: [], round_in: null, round_for: null } };
  const seen = viewOf(reader(receive(EMPTY, { kind: "view", rev: 1, state })), []);
  assert.equal(roundPage(seen), "journey");
  assert.equal(journeyFor(seen), null);
  assert.equal(screen(state), "round");
});

test("who leads stays on the board, and rates too when they want", () => {
  assert.equal(screen({ me: as("facilitator"), round: ROUND }), "board");
  assert.equal(screen({ me: as("facilitator"), round: ROUND }, { rating: "r2" }), "round");
  assert.equal(screen({ me: as("facilitator"), round: ROUND }, { rating: "r1" }), "board");
});

test("another page is shown whatever goes on on the board, but nobody passes the door", () => {
  const people = { page: "people" };
  assert.equal(screen({ me: as("participant"), round: ROUND }, people), "people");
  assert.equal(screen({ me: as("facilitator"), revealed: { round: "r1" } }, people), "people");
  assert.equal(screen({ me: as("participant", true) }, people), "join");
});

test("whoever takes part is taken to the page of the open round, and who leads is not", () => {
  const of = (/** @type {Record<string, unknown>} */ me, lead = { round_in: "j" }) => roundPage(
    viewOf(reader(receive(EMPTY, { kind: "view", rev: 1, state: { me, lead } })), []));
  assert.equal(of(as("participant")), "journey");
  assert.equal(of(as("facilitator")), null);
  assert.equal(of(as("observer")), null);
  assert.equal(of(as("participant"), { round_in: "" }), null);
});

test("what came out is shown to everybody until they have read it", () => {
  for (const right of ["participant", "observer", "facilitator"]) {
    assert.equal(screen({ me: as(right), revealed: { round: "r1" } }), "reveal");
    assert.equal(screen({ me: as(right), revealed: { round: "r1" } }, { read: "r1" }), "board");
    assert.equal(screen({ me: as(right), revealed: { round: "r2" } }, { read: "r1" }), "reveal");
  }
});

test("the window for the room shows nothing else", () => {
  assert.equal(screen({ me: as("facilitator"), round: ROUND }, { projector: true }), "screen");
  assert.equal(screen({ me: as("participant", true) }, { projector: true }), "screen");
});

test("nobody is taken away from what they drag or type", () => {
  assert.equal(screenNow("board", "round", true), "board");
  assert.equal(screenNow("board", "round", false), "round");
  assert.equal(screenNow(null, "round", true), "round");
});

test("the board stays in its page, and what came out stands above it where there is room", () => {
  assert.equal(standsAlone("board", true), false);
  assert.equal(standsAlone("reveal", false), false);
  assert.equal(standsAlone("reveal", true), true);
  assert.equal(standsAlone("join", false), true);
});

test("a round in another journey takes participants there, and not who leads", () => {
  const state = { journey: { id: "j1" }, lead: { locked: false, names: false, phase: "", phases: [], round_in: "j2" } };
  const seen = (/** @type {string} */ right, /** @type {string} */ journey) => journeyFor(
    viewOf(reader(receive(EMPTY, { kind: "view", rev: 1, state: { ...state, journey: { id: journey }, me: as(right) } })), []));
  assert.equal(seen("participant", "j1"), "j2");
  assert.equal(seen("participant", "j2"), null);
  assert.equal(seen("facilitator", "j1"), null);
  assert.equal(seen("observer", "j1"), null);
});
