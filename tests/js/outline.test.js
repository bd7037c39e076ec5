import assert from "node:assert/strict";
import { test } from "node:test";

import { channelNamed, countOutline, parseOutline } from "../../cxui/components/js/outline.js";

/** @param {string} text */
const short = (text) => parseOutline(text).stages.map((stage) => [stage.name, ...stage.touchpoints.map((t) => t.name)]);

test("lines at the left edge are stages, the others moments", () => {
  assert.deepEqual(short("Decide\n  Compare\n\tRead\n- Ask\nBook:\n* Pay\n1. Wait"), [
    ["Decide", "Compare", "Read", "Ask"], ["Book", "Pay", "Wait"],
  ]);
});

test("a channel at the end is taken off the name, when it is one", () => {
  const [stage] = parseOutline("S\n - Compare flights (web)\n - Ask (On Site)\n - Write (e-mail)\n - Pay (twice)").stages;
  assert.deepEqual(stage.touchpoints, [
    { name: "Compare flights", channel: "web" }, { name: "Ask", channel: "on_site" },
    { name: "Write", channel: "mail" }, { name: "Pay (twice)", channel: null },
  ]);
});

test("every channel can be named, in any case", () => {
  assert.equal(channelNamed(" Word of mouth "), "word_of_mouth");
  assert.equal(channelNamed("SHOP"), "store");
  assert.equal(channelNamed("carrier pigeon"), null);
});

test("moments before the first stage get one", () => {
  assert.deepEqual(short("- Queue\n- Pay"), [["First stage", "Queue", "Pay"]]);
});

test("blank lines and other line ends do not matter", () => {
  assert.deepEqual(short("\r\nA\r\n\r\n  b\r\n   \rC"), [["A", "b"], ["C"]]);
  assert.deepEqual(parseOutline("  \n\n").stages, []);
});

test("a dash within a name is part of it", () => {
  assert.deepEqual(short("Check-in\n  Follow-up mail - late"), [["Check-in", "Follow-up mail - late"]]);
});

test("names are cut and cleaned, markup is only text", () => {
  const [stage] = parseOutline(`<img src=x onerror=alert(1)>\n - ${"x".repeat(500)}\n - a\u202eb`).stages;
  assert.equal(stage.name, "<img src=x onerror=alert(1)>");
  assert.equal(stage.touchpoints[0].name.length, 200);
  assert.equal(stage.touchpoints[1].name, "ab");
});

test("stages and moments are counted", () => {
  assert.deepEqual(countOutline(parseOutline("A\n b\n c\nD")), { stages: 2, touchpoints: 2 });
});
