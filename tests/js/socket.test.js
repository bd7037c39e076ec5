import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

/** A server at the other end, as far as one test needs it. */
class FakeSocket extends EventTarget {
  static OPEN = 1;
  /** @type {FakeSocket[]} */
  static all = [];

  constructor() {
    super();
    this.readyState = 0;
    /** @type {any[]} */
    this.heard = [];
    FakeSocket.all.push(this);
  }

  open() {
    this.readyState = 1;
    this.dispatchEvent(new Event("open"));
  }

  /** @param {string} text */
  send(text) {
    this.heard.push(JSON.parse(text));
  }

  close() {
    this.readyState = 3;
    this.dispatchEvent(new Event("close"));
  }

  /** @param {object} message */
  say(message) {
    this.dispatchEvent(Object.assign(new Event("message"), { data: JSON.stringify(message) }));
  }

  orders() {
    return this.heard.filter((message) => message.kind === "do");
  }
}

const kept = new Map();
Object.assign(globalThis, {
  WebSocket: FakeSocket,
  location: { origin: "http://studio.local" },
  window: Object.assign(new EventTarget(), { setTimeout: (/** @type {any[]} */ ...all) => setTimeout(.../** @type {[any, number]} */ (all)) }),
  document: Object.assign(new EventTarget(), { visibilityState: "visible" }),
  sessionStorage: {
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => kept.set(key, value),
    removeItem: (/** @type {string} */ key) => kept.delete(key),
  },
});
const { linkTo } = await import("../../cxui/components/js/live/socket.js");

let rooms = 0;

function join() {
  rooms += 1;
  const link = linkTo(`room${rooms}`, "");
  link.subscribe(() => {});
  link.look(null);
  return { link, server: FakeSocket.all[FakeSocket.all.length - 1] };
}

/** @param {number} n */
const change = (n) => ({ kind: "do", command: { kind: "remove", of: "stage", id: `s${n}` } });

beforeEach(() => {
  mock.timers.reset();
  kept.clear();
});

test("what the server refuses for now is kept, and sent again", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { link, server } = join();
  server.open();
  const answer = link.order(change(1));
  const [{ id }] = server.orders();

  server.say({ kind: "no", id, error: "NotSaved", text: "The disk is full.", now: null });
  assert.equal(link.waiting().length, 1);
  mock.timers.tick(5_000);

  assert.deepEqual(server.orders().map((order) => order.id), [id, id]);
  server.say({ kind: "ok", id, rev: 1, note: null });
  assert.equal((await answer).ok, true);
});

test("a refusal for good is told, and not sent again", async () => {
  const { link, server } = join();
  server.open();
  const answer = link.order(change(1));

  server.say({ kind: "no", id: server.orders()[0].id, error: "DoesNotFit", text: "It is gone.", now: null });

  assert.deepEqual([(await answer).ok, (await answer).text], [false, "It is gone."]);
  assert.equal(link.waiting().length, 0);
});

test("two hundred changes kept while away all arrive once, in order, a few at a time", () => {
  const { link, server } = join();
  const ids = Array.from({ length: 200 }, (_, n) => {
    void link.order(change(n));
    return link.waiting()[n].id;
  });
  server.open();

  let most = 0;
  for (let answered = 0; answered < server.orders().length; answered += 1) {
    most = Math.max(most, server.orders().length - answered);
    server.say({ kind: "ok", id: server.orders()[answered].id, rev: answered + 1, note: null });
  }

  assert.deepEqual(server.orders().map((order) => order.id), ids);
  assert.ok(most <= 15);
});

test("what was not acknowledged before the connection broke is sent on the next one", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { link, server } = join();
  server.open();
  void link.order(change(1));
  server.close();
  mock.timers.tick(10_000);

  const next = FakeSocket.all[FakeSocket.all.length - 1];
  next.open();

  assert.notEqual(next, server);
  assert.deepEqual(next.orders(), server.orders());
});

test("an order too long for a message is refused at once, with a sentence", async () => {
  const { link, server } = join();
  server.open();

  const answer = await link.order({ kind: "do", command: { kind: "write_text", text: "ä".repeat(40_000) } });

  assert.equal(answer.error, "TooLong");
  assert.deepEqual([server.orders().length, link.waiting().length], [0, 0]);
});

/** @param {any} server */
const led = (server) => server.heard.filter((/** @type {any} */ message) => message.kind === "lead");
const reveal = { kind: "lead", act: { do: "reveal" } };

test("what a facilitator tells the room to do is never kept for later", async () => {
  const { link, server } = join();

  const early = await link.order(reveal);
  server.open();

  assert.deepEqual([early.ok, early.error], [false, "NotConnected"]);
  assert.equal(led(server).length, 0);
  assert.equal(kept.size, 0);
});

test("a reveal whose answer was lost is not told again on the next connection", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { link, server } = join();
  server.open();
  const answer = link.order(reveal);
  assert.equal(led(server).length, 1);
  server.close();
  mock.timers.tick(10_000);

  const next = FakeSocket.all[FakeSocket.all.length - 1];
  next.open();

  assert.notEqual(next, server);
  assert.deepEqual(led(next), []);
  assert.match((await answer).text, /Look whether it was done/);
});

test("what the room refuses a facilitator for now is told, and not sent again", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { link, server } = join();
  server.open();
  const answer = link.order(reveal);

  server.say({ kind: "no", id: led(server)[0].id, error: "NotSaved", text: "The disk is full.", now: null });
  mock.timers.tick(5_000);

  assert.equal((await answer).text, "The disk is full.");
  assert.equal(led(server).length, 1);
});

test("a part of the page that only listens leaves the journey of the board alone", () => {
  const { link, server } = join();
  server.open();
  link.look("j2");

  link.attend("journey");

  const journeys = server.heard.filter((message) => message.kind === "hello").map((message) => message.view.journey);
  assert.deepEqual(journeys, [null, "j2"]);
});
