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
 * @param {NonNullable<View["round"]>} round
 * @param {Single} single
 */
function isAsked(round, single) {
  if (single.kind === "set_answer") return round.parts.includes("overall");
  return single.kind === "set_rating" && round.parts.includes(single.part ?? "")
    && round.touchpoints.includes(single.touchpoint_id ?? "");
}
