/** What is said for a private round belongs to that round, or to nothing. Pure. */

/** @typedef {import("../types").Command} Command */
/** @typedef {import("../types").Single} Single */
/** @typedef {import("../types").View} View */
/** @typedef {import("../types").Wish} Wish */

/**
 * The wish to do a command. An answer of the open round names it: kept in a tab that was
 * offline, it must not become a rating that all can see after the reveal.
 * @param {View["round"]} round
 * @param {Command} command
 * @returns {Wish}
 */
export function saidFor(round, command) {
  const singles = "commands" in command ? command.commands : [command];
  const isAnswer = round !== null && singles.every((single) => isAsked(round, single));
  return isAnswer ? { kind: "do", command, round: round.id } : { kind: "do", command };
}

/**
 * The wish to say something in the open round besides ratings. It names the round too:
 * kept in a tab that was offline, a card must not become one about somebody else.
 * @param {View} view
 * @param {string} part
 * @param {{value?: unknown, touchpoint?: string | null}} what
 * @returns {Wish}
 */
export function sayingFor(view, part, { value = null, touchpoint = null }) {
  return { kind: "say", part, value, touchpoint, round: view.round?.id ?? null };
}

/** @param {string} form of a round that asks for ratings */
export const rates = (form) => form !== "cards" && form !== "staff";

/**
 * @param {NonNullable<View["round"]>} round
 * @param {Single} single
 */
function isAsked(round, single) {
  if (single.kind === "set_answer") {
    const { part = "", subject_id: subject = "" } = single;
    return round.parts.includes(part) && (part === "overall" || round.touchpoints.includes(subject));
  }
  return single.kind === "set_rating" && round.parts.includes(single.part ?? "")
    && round.touchpoints.includes(single.touchpoint_id ?? "");
}
