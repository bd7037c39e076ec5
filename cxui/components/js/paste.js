/** Pasting a list of stages and moments, with a preview of what it becomes. */

import { openDialog } from "./ask.js";
import { h, setText } from "./dom.js";
import { countOutline, parseOutline } from "./outline.js";
import { lastStage, paste } from "./structure.js";

/** @typedef {import("./types").Context} Context */

const SAMPLE = "Decide\n  Compare flights (web)\n  Read reviews (web)\nAt the airport\n  Bag drop\n  Security";
const MOST_LETTERS = 100_000;

/** @param {Context} ctx */
export function openPaste(ctx) {
  const area = h("textarea", {
    class: "input paste-text", rows: "12", placeholder: SAMPLE, spellcheck: "false", dir: "auto",
    maxlength: MOST_LETTERS, "aria-label": "Stages and moments, one a line",
  });
  const preview = h("div", { class: "paste-preview", role: "region", "aria-label": "Preview" });
  const count = h("p", { class: "paste-count", "aria-live": "polite" });
  const go = h("button", { type: "button", class: "button strong", disabled: true, onclick: finish }, "Add to the journey");
  const body = h("div", { class: "paste" },
    h("p", { class: "hint" }, "A line at the left edge is a stage. An indented line, or one with a dash, is a moment; ",
      "“(web)” at its end says where it happens."),
    h("div", { class: "paste-sides" }, area, h("div", { class: "paste-right" }, count, preview)));
  const dialog = openDialog(ctx, "Paste a list", body, [go]);
  dialog.classList.add("wide");
  area.addEventListener("input", draw);
  area.focus();
  draw();

  function draw() {
    const outline = parseOutline(area.value);
    const { stages, touchpoints } = countOutline(outline);
    go.disabled = stages === 0;
    setText(count, stages ? `${some(stages, "stage")}, ${some(touchpoints, "moment")}` : "Nothing to add yet");
    preview.replaceChildren(...outline.stages.map((stage) => h("div", { class: "paste-stage" },
      h("strong", { dir: "auto" }, stage.name),
      h("ul", {}, ...stage.touchpoints.map((touchpoint) => h("li", { dir: "auto" }, touchpoint.name,
        touchpoint.channel ? h("span", { class: "paste-channel" }, touchpoint.channel.replaceAll("_", " ")) : null))))));
  }

  function finish() {
    const view = ctx.view();
    const outline = parseOutline(area.value);
    const journey = view.journey?.id;
    if (!journey || !outline.stages.length) return;
    dialog.close();
    for (const command of paste(outline, journey, lastStage(view.order))) void ctx.run(command);
    const { stages, touchpoints } = countOutline(outline);
    ctx.announce(`Added ${some(stages, "stage")} and ${some(touchpoints, "moment")}.`);
  }
}

/**
 * @param {number} n
 * @param {string} word
 */
const some = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;
