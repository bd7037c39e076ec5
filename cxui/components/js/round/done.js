/** Done before the others: what is open, a bet on our worst moment, one note. */

import { keepDraft, readDraft } from "../live/drafts.js";
import { rates, sayingFor } from "../live/round.js";
import { h, keyed, setAttr, setText } from "../parts/dom.js";
import { cleanNote, NOTE_MAX } from "../parts/text.js";
import { noteKey } from "./keys.js";
import { betsOf, doneSummary, noteAbout } from "./pages.js";

/** @typedef {import("../types").Context} Context */
/** @typedef {import("../types").Round} Round */
/** @typedef {import("../types").View} View */

/**
 * @param {Context} ctx
 * @param {{change: () => void, pass: () => void}} acts
 */
export function createDone(ctx, acts) {
  const title = h("h1", { class: "ask", tabindex: "-1" });
  const name = h("bdi", {});
  const thanks = h("span", {});
  title.append(thanks, name);
  const summary = h("p", { class: "ask-hint" });
  const change = h("button", { type: "button", class: "button wide", onclick: acts.change });
  const bet = createBet(ctx);
  const note = createWaitingNote(ctx);
  const pass = createPass(acts.pass);
  const el = h("div", { class: "page done-page" }, title, summary, change, bet.el, note.el, pass);

  /** @param {View} view */
  function update(view) {
    const { round, me } = view;
    if (!round) return;
    setText(thanks, me.name ? "Thank you, " : "Thank you");
    setText(name, me.name);
    setText(summary, doneSummary(view, round));
    setText(change, round.form === "cards" ? "Change my cards" : "Change my points");
    bet.el.hidden = note.el.hidden = !rates(round.form);
    if (!rates(round.form)) return;
    bet.update(view, round);
    note.update(view, round);
  }

  return { el, title, update, stop() {} };
}

/** @param {Context} ctx */
function createBet(ctx) {
  const chips = h("div", { class: "choices", role: "group", "aria-label": "Which moment do we find worst?" });
  const el = h("section", {}, h("h2", { class: "part-title" }, "Your bet"),
    h("p", { class: "part-ask" }, "Which moment do ", h("strong", {}, "we"), " find worst?"), chips);

  /** @param {string} id */
  function press(id) {
    const touchpoint = ctx.view().roundMine.bet === id ? null : id;
    void ctx.order(sayingFor(ctx.view(), "bet", { touchpoint }));
  }

  /**
   * @param {View} view
   * @param {Round} round
   */
  function update(view, round) {
    const { bet } = view.roundMine;
    const ids = betsOf(view, round);
    const shown = bet && !ids.includes(bet) && round.touchpoints.includes(bet) ? [...ids, bet] : ids;
    el.hidden = shown.length < 2;
    keyed(chips, shown,
      (id) => ({ el: h("button", { type: "button", class: "choice", dir: "auto", onclick: () => press(id) }) }),
      (chip, id) => {
        setText(chip.el, view.touchpoint(id).name);
        setAttr(chip.el, "aria-pressed", String(id === bet));
      });
  }

  return { el, update };
}

/** @param {Context} ctx */
function createWaitingNote(ctx) {
  const about = h("bdi", { class: "about" });
  const text = h("textarea", {
    class: "input note-text", rows: "3", maxlength: NOTE_MAX, dir: "auto", placeholder: "A sign with the waiting time …",
    oninput: typed, onblur: add, onkeydown: (/** @type {KeyboardEvent} */ event) => event.stopPropagation(),
  });
  const button = h("button", { type: "button", class: "button strong wide", onclick: add }, "Add note");
  const said = h("p", { class: "ask-hint", role: "status" });
  const ask = h("label", { class: "part-ask" },
    h("span", {}, "What would have made ", about, " good? One note, private until shown."), text);
  const el = h("section", {}, h("h2", { class: "part-title" }, "While you wait"), ask, button, said);
  /** @type {string | null} */
  let key = null;
  let touchpoint = "";

  function typed() {
    if (key) keepDraft(key, { text: text.value, seen: touchpoint });
    update(ctx.view(), ctx.view().round);
  }

  function add() {
    const { round, roundMine } = ctx.view();
    const note = cleanNote(text.value).trim();
    if (!round || !touchpoint || note === (roundMine.note?.text ?? "")) return;
    const mine = key;
    void ctx.order(sayingFor(ctx.view(), "note", { value: note, touchpoint })).then((answer) => {
      if (answer.ok && mine && readDraft(mine)?.text.trim() === note) keepDraft(mine, null);
    });
  }

  /**
   * @param {View} view
   * @param {Round | null} round
   */
  function update(view, round) {
    if (!round) return;
    const own = noteKey(view, round.id);
    const stands = view.roundMine.note?.text ?? "";
    const begun = key === null ? readDraft(own) : null;
    if (key === null) text.value = begun?.text ?? stands;
    key = own;
    const draft = readDraft(own);
    touchpoint = draft?.text ? draft.seen : noteAbout(view, round, view.roundMine) ?? "";
    el.hidden = !touchpoint;
    setText(about, touchpoint && view.touchpoint(touchpoint).name);
    const changed = cleanNote(text.value).trim() !== stands;
    setText(button, stands ? "Change note" : "Add note");
    setAttr(button, "disabled", !changed);
    setText(said, stands && !changed ? "Your note is kept. Nobody sees it yet." : "");
  }

  return { el, update };
}

/**
 * Asks once more: what is passed on cannot be looked at again on this device.
 * @param {() => void} pass
 */
function createPass(pass) {
  const sure = h("div", { class: "pass-sure", hidden: true },
    h("p", {}, "Your points stay counted, and are not shown on this device any more."),
    h("div", { class: "pair" },
      h("button", { type: "button", class: "button", onclick: () => turn(false) }, "Not yet"),
      h("button", { type: "button", class: "button strong", onclick: pass }, "Pass it on")));
  const open = h("button", { type: "button", class: "button wide quiet", onclick: () => turn(true) }, "Pass this device to the next person");
  const el = h("section", { class: "pass" }, open, sure);

  /** @param {boolean} on */
  function turn(on) {
    sure.hidden = !on;
    open.hidden = on;
    (on ? /** @type {HTMLElement} */ (sure.querySelector("button:last-of-type")) : open).focus({ preventScroll: true });
    if (on) sure.scrollIntoView({ block: "nearest" });
  }

  return el;
}
