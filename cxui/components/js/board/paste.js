/** Pasting a list of stages and moments, with a preview of what it becomes. */

import { openDialog } from "../parts/ask.js";
import { h, setText } from "../parts/dom.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").Message} Message */

const SAMPLE = "Decide\n  Compare flights (web)\n  Read reviews (web)\nAt the airport\n  Bag drop\n  Security";
const PAUSE = 150;
/** Bytes of a list that fit into one message of the live channel, with room to spare. */
const MOST_BYTES = 48_000;
const TOO_LONG = "This list is too long to paste at once. Paste it in two parts.";

/** @param {Context} ctx */
export function openPaste(ctx) {
  const area = h("textarea", {
    class: "input paste-text", rows: "12", placeholder: SAMPLE, spellcheck: "false", dir: "auto",
    "aria-label": "Stages and moments, one a line",
  });
  const preview = h("div", { class: "paste-preview", role: "region", "aria-label": "Preview", tabindex: "0" });
  const count = h("p", { class: "paste-count", "aria-live": "polite" });
  const notes = h("ul", { class: "notes" });
  const feelings = h("input", { type: "checkbox", checked: true });
  const take = h("label", { class: "paste-take", hidden: true }, feelings, "Take the feelings in it as my own ratings");
  const go = h("button", { type: "button", class: "button strong", disabled: true, onclick: finish }, "Add to the journey");
  const body = h("div", { class: "paste" },
    h("p", { class: "hint" }, "A line at the left edge is a stage. An indented line, or one with a dash, is a moment; ",
      "“(web)” at its end says where it happens. A Mermaid journey works too."),
    h("div", { class: "paste-sides" }, area, h("div", { class: "paste-right" }, count, preview, notes, take)));
  const dialog = openDialog(ctx, "Paste a list", body, [go]);
  dialog.classList.add("wide");
  let asked = 0;
  let timer = 0;
  const leave = ctx.link.subscribe(heard);
  dialog.addEventListener("close", () => {
    clearTimeout(timer);
    leave();
  });
  area.addEventListener("input", () => {
    go.disabled = true;
    clearTimeout(timer);
    timer = window.setTimeout(ask, PAUSE);
  });
  area.focus();
  setText(count, "Nothing to add yet");

  function ask() {
    const long = new TextEncoder().encode(JSON.stringify(area.value)).length > MOST_BYTES;
    asked += 1;
    if (long) draw({ kind: "outlined", stages: [], notes: [], feelings: false, error: TOO_LONG });
    else ctx.link.send({ kind: "outline", n: asked, text: area.value });
  }

  /** @param {Message} message */
  function heard(message) {
    if (message.kind === "outlined" && message.n === asked) draw(message);
  }

  /** @param {Message} outlined */
  function draw(outlined) {
    go.disabled = outlined.stages.length === 0;
    take.hidden = !outlined.feelings;
    setText(count, outlined.error ?? sizeOf(outlined.stages));
    notes.replaceChildren(...outlined.notes.map((/** @type {string} */ note) => h("li", { dir: "auto" }, note)));
    preview.replaceChildren(...outlined.stages.map(stageOf));
  }

  function finish() {
    const journey = ctx.view().journey?.id;
    if (!journey) return;
    const said = count.textContent ?? "";
    dialog.close();
    void ctx.order({ kind: "paste", journey, text: area.value, feelings: feelings.checked && !take.hidden }, `Added ${said}.`);
  }
}

/** @param {{name: string, touchpoints: {name: string, channel: string | null}[]}} stage */
function stageOf(stage) {
  return h("div", { class: "paste-stage" }, h("strong", { dir: "auto" }, stage.name),
    h("ul", {}, ...stage.touchpoints.map(({ name, channel }) => h("li", { dir: "auto" }, name,
      channel ? h("span", { class: "paste-channel" }, channel.replaceAll("_", " ")) : null))));
}

/** @param {{touchpoints: unknown[]}[]} stages */
function sizeOf(stages) {
  const touchpoints = stages.reduce((sum, stage) => sum + stage.touchpoints.length, 0);
  return `${some(stages.length, "stage")}, ${some(touchpoints, "moment")}`;
}

/**
 * @param {number} n
 * @param {string} word
 */
const some = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;
