/** My own walk: what is kept of it in this tab, and how entries are made and changed. */

import { entryAt, isOf, KINDS, momentsOf, newEntry, newWalk, titleOf, walksOf } from "./entries.js";
import { forget, recall, remember } from "../../live/drafts.js";
import { add, batch, mayShape, setValue } from "../../map/structure.js";
import { cleanNote } from "../../parts/text.js";
import { localDay } from "../evidence/sorting.js";

/** @typedef {import("../../types").Context} Context */
/** @typedef {import("../../types").Single} Single */
/** @typedef {import("../../types").View} View */

/** Where a walk stands when every moment has been gone through. */
export const DONE = "done";
const YES = "yes";

/** @param {Context} ctx */
export function createDiary(ctx) {
  const view = () => ctx.view();
  /** @param {string} what */
  const key = (what) => `cx.walk.${view().room.id}/${view().me.participant ?? ""}/${view().journey?.id ?? ""}/${what}`;

  /** The walk that goes on: one begun in this tab, else my newest. */
  function walk() {
    const begun = recall(key("walk"));
    if (begun) return begun;
    const mine = walksOf(view()).find((each) => isOf(each.key, view().me.participant));
    const found = mine?.key ?? newWalk(view().me.participant ?? "");
    remember(key("walk"), found);
    return found;
  }

  const written = () => walksOf(view()).find((each) => each.key === walk());
  const kind = () => written()?.latest.evidence_type ?? recall(key("kind")) ?? KINDS[0][0];
  /** @param {string} touchpoint */
  const entry = (touchpoint) => entryAt(written(), touchpoint);

  /** The moment I am at; where I have not said, the first that I have said nothing of. */
  function place() {
    const moments = momentsOf(view());
    const kept = recall(key("place"));
    if (kept === DONE || (kept && moments.includes(kept))) return kept;
    const found = moments.find((each) => !entry(each)) ?? DONE;
    if (moments.length) remember(key("place"), found); // or it would move on with the first word
    return found;
  }

  /** @param {string} to */
  function go(to) {
    remember(key("place"), to);
    ctx.render();
  }

  function again() {
    remember(key("kind"), kind());
    remember(key("walk"), newWalk(view().me.participant ?? ""));
    forget(key("place"));
    ctx.render();
  }

  /** @param {string} type */
  function choose(type) {
    const before = kind();
    remember(key("kind"), type);
    const entries = written()?.entries ?? [];
    if (entries.length) void ctx.run(batch("Another kind of walk", entries.flatMap((each) => rekind(each, before, type))));
    else ctx.render();
  }

  /**
   * @param {import("../../types").Thing} each
   * @param {string} before
   * @param {string} type
   * @returns {Single[]}
   */
  function rekind(each, before, type) {
    const moment = view().touchpoint(each.touchpoint_ids?.[0] ?? "").name;
    const set = setValue("evidence", each.id, "evidence_type", type);
    if (each.title !== titleOf(before, moment)) return [set];
    return [set, { kind: "write_text", of: "evidence", id: each.id, field: "title", text: titleOf(type, moment), seen: each.title }];
  }

  /**
   * Add an entry, with the line that waits for it; nothing where there is nothing to say.
   * @param {string} touchpoint
   * @param {{feeling?: number | null, text: string}} said
   */
  function write(touchpoint, { feeling = null, text }) {
    const line = cleanNote(text);
    if (!mayShape(view()) || !momentsOf(view()).includes(touchpoint) || (feeling === null && !line.trim())) return;
    const all = view().list("evidence");
    const made = newEntry(view(), { walk: walk(), kind: kind(), touchpoint, now: new Date(), feeling, text: line });
    void ctx.run(add("evidence", made, all[all.length - 1] ?? ""));
  }

  /**
   * @param {string} touchpoint
   * @param {number | null} feeling
   * @param {string} waiting the line that is typed, and not yet an entry
   */
  function feel(touchpoint, feeling, waiting) {
    const there = entry(touchpoint);
    if (!there) write(touchpoint, { feeling, text: waiting });
    else if (feeling === null && !there.text) void ctx.run({ kind: "remove", of: "evidence", id: there.id });
    else void ctx.run(setValue("evidence", there.id, "feeling", feeling));
    if (ratesToo() && mayRate()) void ctx.run(own(touchpoint, feeling));
  }

  /**
   * @param {string} touchpoint
   * @param {string} typed local time
   */
  function date(touchpoint, typed) {
    const there = entry(touchpoint);
    const time = new Date(typed);
    if (!there || Number.isNaN(time.getTime())) return;
    void ctx.run(batch("Another time", [
      setValue("evidence", there.id, "at", time.toISOString()), setValue("evidence", there.id, "date", localDay(time)),
    ]));
  }

  const ratesToo = () => recall(key("rate")) === YES;
  /** While a private round asks how it feels, nothing may be rated in the open. */
  const mayRate = () => mayShape(view()) && !view().round?.parts.includes("valence");

  /** @param {boolean} on */
  function rateToo(on) {
    if (on) remember(key("rate"), YES);
    else forget(key("rate"));
    const said = momentsOf(view()).flatMap((id) => ((entry(id)?.feeling ?? null) === null ? [] : [own(id, entry(id)?.feeling)]));
    if (on && said.length) void ctx.run(batch("My walk as my own rating", said));
    ctx.render();
  }

  /** @param {string} touchpoint */
  const draftKey = (touchpoint) => `cx.draft.${view().room.id}/walk/${walk()}/${touchpoint}`;

  return { walk, kind, entry, place, go, again, choose, write, feel, date, ratesToo, mayRate, rateToo, draftKey };
}

/** @typedef {ReturnType<typeof createDiary>} Diary */

/**
 * @param {string} touchpoint
 * @param {number | null} value
 * @returns {Single}
 */
const own = (touchpoint, value) => ({
  kind: "set_rating", touchpoint_id: touchpoint, standpoint: "own_experience", part: "valence", value,
});
