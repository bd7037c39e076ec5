"""What is said of a private round: after its reveal, and after a second look."""

from collections.abc import Mapping, Sequence

from cxcore.analysis import (
    Reveal,
    RevealCode,
)
from cxcore.compare import (
    Closeness,
    Movement,
)
from cxcore.model import StatementTopic
from cxcore.words.results import number_word, valence_word


def reveal_sentence(reveal: Reveal, names: Mapping[str, str]) -> str:
    """Say what a round has shown, in two short sentences at most.

    Args:
        reveal: codes, ids and counts.
        names: names of touchpoints by id.
    """
    first, second = _REVEALS.get(reveal.code, ""), ""
    if reveal.agreed_id is not None:
        first = _agreed(reveal, names[reveal.agreed_id])
    if reveal.splits:
        second = _split(reveal, names)
    elif reveal.customers_id is not None:
        worse = "worse" if reveal.customers_worse else "better"
        second = f"Customers find {names[reveal.customers_id]} {worse} than we do."
    return f"{first} {second}".strip()


def moved_sentence(move: Movement, name: str) -> str:
    """Say how one moment is seen after a second look."""
    before, after = valence_word(move.before), valence_word(move.after)
    if move.has_moved and before != after:
        said = f"{name} moved from {before} to {after}"
    elif move.has_moved:
        said = f"{name} feels a little {'better' if move.change > 0 else 'worse'}"
    else:
        said = f"{name} stayed {after}"
    return f"{said}{_TOGETHER[move.closeness]}."


def moves_sentence(moves: Sequence[Movement]) -> str:
    """Say in one line what a second look has changed."""
    moved = sum(move.has_moved for move in moves)
    closer = sum(move.closeness is Closeness.CLOSER for move in moves)
    further = sum(move.closeness is Closeness.FURTHER for move in moves)
    if not (moved or closer or further):
        return "The second look says the same as the first."
    parts = [f"{moved} of {len(moves)} moments moved"]
    if closer:
        parts.append(f"on {closer} we are closer together")
    if further:
        parts.append(f"on {further} we are further apart")
    return "Second look: " + "; ".join(parts) + "."


CARD_WORDS: Mapping[StatementTopic, str] = {
    StatementTopic.SENTENCE: "She would say",
    StatementTopic.WANTS: "She wants to get done",
    StatementTopic.FEARS: "She fears",
    StatementTopic.SMILES: "What makes her smile",
    StatementTopic.OTHERS: "Who else has a say",
    StatementTopic.FREE: "Other names for her",
}
"""Headings of the five cards, and of the names proposed that she was not given."""


def cards_sentence(name: str, people: int) -> str:
    """Say whose cards these are.

    Args:
        name: of the persona.
        people: how many have answered, at least 1.
    """
    who = "one of us sees" if people == 1 else f"{number_word(people)} of us see"
    return f"{name}, as {who} her: our guess, until we have asked."


_REVEALS: Mapping[RevealCode, str] = {
    RevealCode.NOTHING: "Nobody has said how it feels.",
    RevealCode.ONE_VOICE: "One of us has answered so far.",
    RevealCode.FEW: "Too few of us have answered to say that we agree.",
    RevealCode.MIXED: "We see this differently, without two clear sides.",
}
"""What is said where there is neither agreement nor a split to name."""

_TOGETHER: Mapping[Closeness, str] = {
    Closeness.CLOSER: ", and we are closer together",
    Closeness.FURTHER: ", and we are further apart",
    Closeness.SAME: "",
}


def _agreed(reveal: Reveal, name: str) -> str:
    if reveal.throughout:
        return f"We agree on every moment, above all on {name}."
    return f"We agree on {name}."


def _split(reveal: Reveal, names: Mapping[str, str]) -> str:
    first, *others = reveal.splits
    name = names[first.touchpoint_id]
    bad, good = number_word(first.below_zero), number_word(first.above_zero)
    where, more = name, ""
    if reveal.throughout:
        where = f"every moment, above all on {name}"
    elif others:
        more = f", and on {number_word(len(others))} more"
    return f"We are split on {where}: {bad} bad, {good} good{more}."
