import assert from "node:assert/strict";
import { test } from "node:test";

import { concernsScript, createGoing, createNotifier } from "../../cxui/components/js/live/changed.js";
import { createPending } from "../../cxui/components/js/live/pending.js";

function fakeStore() {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return {
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => void kept.set(key, value),
    removeItem: (/** @type {string} */ key) => void kept.delete(key),
    kept,
  };
}

/** @param {string} id */
const order = (id) => ({ kind: "do", id, command: { kind: "remove", of: "stage", id } });

test("orders wait in order, through a reload, until they are answered", () => {
  const store = fakeStore();
  const before = createPending(store, "k");
  before.add(order("a"));
  before.add(order("b"));

  const after = createPending(store, "k");

  assert.deepEqual(after.open().map((each) => each.id), ["a", "b"]);
  after.accept("a", 1, 1);
  after.refuse("b");
  assert.deepEqual(after.open(), []);
  assert.equal(store.kept.size, 0);
});

test("an accepted order is shown until the table has reached its revision", () => {
  const pending = createPending(fakeStore(), "k");
  pending.add(order("a"));
  pending.accept("a", 7, 6);
  assert.deepEqual([pending.open().length, pending.shown().length], [0, 1]);
  pending.reached(7);
  assert.equal(pending.shown().length, 0);
});

test("nothing is shown twice where the change came before the answer", () => {
  const pending = createPending(fakeStore(), "k");
  pending.add(order("a"));
  pending.reached(7);
  assert.equal(pending.shown().length, 1);
  pending.accept("a", 7, 7);
  assert.equal(pending.shown().length, 0);
});

test("a store that is barred or broken loses nothing that is on the board", () => {
  const pending = createPending({
    getItem: () => "{not json", setItem() { throw new Error("full"); }, removeItem() { throw new Error("barred"); },
  }, "k");
  pending.add(order("a"));
  assert.equal(pending.open().length, 1);
  pending.refuse("a");
  assert.equal(pending.open().length, 0);
});

function fakeClock() {
  let time = 0;
  /** @type {{at: number, act: () => void}[]} */
  let timers = [];
  return {
    now: () => time,
    later: (/** @type {() => void} */ act, /** @type {number} */ ms) => timers.push({ at: time + ms, act }),
    pass(/** @type {number} */ ms) {
      const end = time + ms;
      for (;;) {
        const due = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        timers = timers.filter((timer) => timer !== due);
        time = Math.max(time, due.at);
        due.act();
      }
      time = end;
    },
  };
}

test("Streamlit is told at once, then at most twice a second, and of the last change too", () => {
  const clock = fakeClock();
  let pings = 0;
  const notifier = createNotifier(() => { pings += 1; }, () => false, clock);
  notifier.changed();
  clock.pass(0);
  assert.equal(pings, 1);
  for (let i = 0; i < 20; i += 1) {
    notifier.changed();
    clock.pass(50);
  }
  assert.ok(pings >= 2 && pings <= 3, `${pings} in a second`);
  clock.pass(1_000);
  const settled = pings;
  clock.pass(5_000);
  assert.equal(pings, settled);
});

test("Streamlit is not told under somebody's hand", () => {
  const clock = fakeClock();
  let pings = 0;
  let busy = true;
  const notifier = createNotifier(() => { pings += 1; }, () => busy, clock);
  notifier.changed();
  clock.pass(3_000);
  assert.equal(pings, 0);
  busy = false;
  clock.pass(500);
  assert.equal(pings, 1);
});

test("after the board is gone Streamlit is told nothing", () => {
  const clock = fakeClock();
  const notifier = createNotifier(() => assert.fail("too late"), () => false, clock);
  notifier.changed();
  notifier.stop();
  clock.pass(1_000);
});

test("the script is asked again for whatever it may draw, and for nothing else", () => {
  const change = (/** @type {Record<string, unknown>} */ set) => concernsScript({ kind: "change", rev: 3, set });

  assert.equal(change({ "touchpoint/pay": {} }), true);
  assert.equal(change({ "holds/pay": {}, "touchpoint/pay": {} }), true);
  assert.equal(change({ holds: {}, "holds/pay": {}, "firm/pay": {}, ask: null }), false);
  assert.equal(change({ asked: 1 }), true);
  assert.equal(concernsScript({ kind: "bye", reason: "gone", text: "" }), true);
  assert.equal(concernsScript({ kind: "ok", id: "x", rev: 3 }), false);
});

test("whoever clicks beside our part, goes back or is led may be going to another page, for a while", () => {
  let at = 0;
  const win = new EventTarget();
  const root = new EventTarget();
  const going = createGoing(root, () => at, win);
  /** @param {EventTarget[]} path */
  const click = (path) => {
    const event = new Event("click");
    Object.defineProperty(event, "composedPath", { value: () => path });
    win.dispatchEvent(event);
  };

  click([win, root]);
  assert.equal(going.on(), false);
  for (const act of [() => click([win]), () => win.dispatchEvent(new Event("popstate")), going.note]) {
    at += 10_000;
    assert.equal(going.on(), false);
    act();
    assert.equal(going.on(), true);
    at += 2_999;
    assert.equal(going.on(), true);
    at += 1;
    assert.equal(going.on(), false);
  }
  going.stop();
  click([win]);
  assert.equal(going.on(), false);
});
