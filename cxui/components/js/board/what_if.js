/**
 * What if a moment felt otherwise? A ghost is dragged, and what would be said is shown;
 * let go, it goes home (decision 33). Nothing is sent but the question, and only this
 * tab hears the answer.
 */

import { h, setClass, setText } from "../parts/dom.js";
import { createGhosts } from "./ghosts.js";
import { answered, canSuppose, lens, NOTHING_ASKED } from "./supposed.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").Message} Message */
/** @typedef {import("../types").View} View */
/** @typedef {import("./ghosts.js").Held} Held */

const HINT = "Drag a ghost: see what would change. Nobody’s answer is touched.";

/** @param {Context} ctx */
export function createWhatIf(ctx) {
  const text = h("p", { class: "what-if-text", dir: "auto" }, HINT);
  const headline = h("p", { class: "what-if-headline", dir: "auto" });
  const el = h("section", { class: "what-if", "aria-label": "What if", hidden: true }, text, headline);
  const mark = h("p", { class: "what-if-mark" }, "What if: none of this is so");
  let asked = NOTHING_ASKED;
  /** @type {Held | null} */
  let held = null;
  let isSaid = true;

  const ghosts = createGhosts(ctx, {
    hold(now) {
      held = now;
      if (!now) asked = { ...asked, set: null };
    },
    ask,
    letGo() {
      held = null;
      asked = { ...asked, set: null };
      ctx.render();
      say();
    },
  });

  /** @param {Held} supposed */
  function ask({ id, value }) {
    asked = { ...asked, n: asked.n + 1 };
    isSaid = false;
    ctx.link.send({ kind: "suppose", n: asked.n, values: { [id]: value } });
  }

  /** @param {Message} message */
  function heard(message) {
    if (message.kind === "supposed") take(message);
    if (held && (message.kind === "change" || message.kind === "view")) ask(held);
  }

  /** @param {Message} message */
  function take(message) {
    const before = asked;
    asked = answered(asked, message);
    if (asked === before) return;
    setText(text, asked.text || HINT);
    const then = asked.set ? lens(ctx.view(), asked.set).computed.headline : "";
    setText(headline, then && `The headline would be: ${then}`);
    if (held) return;
    asked = { ...asked, set: null }; // it came late: the ghost has gone home
    say();
  }

  /** Say to a screen reader what would be, once the hand has let go and all is known. */
  function say() {
    if (isSaid || asked.answered < asked.n) return;
    isSaid = true;
    ctx.announce(asked.text);
  }

  function forget() {
    asked = { ...asked, answered: asked.n, set: null, text: "" };
    isSaid = true;
    setText(text, HINT);
    setText(headline, "");
  }

  /** @param {View} view */
  function update(view) {
    if (ctx.mode === "what_if" && !canSuppose(view)) ctx.setMode("today");
    const on = ctx.mode === "what_if";
    if (!on && !el.hidden) forget();
    el.hidden = !on;
    setClass(ctx.root, "supposing", on);
  }

  /** @param {View} view */
  function looked(view) {
    const supposed = held ? asked.set : null;
    setClass(ctx.root, "supposed", supposed);
    return lens(view, supposed);
  }

  return { el, mark, ghosts, update, heard, lens: looked };
}
