"""What we know and how, in words; and customers' view beside our own."""

from collections.abc import Mapping
from typing import NamedTuple

from cxcore.analysis import KnownBy, LensGap
from cxcore.model import EvidenceType
from cxcore.words.results import number_word, valence_word

EVIDENCE_WORDS: Mapping[EvidenceType, str] = {
    EvidenceType.INTERVIEW: "Interview",
    EvidenceType.OBSERVATION: "Observation",
    EvidenceType.WALK_THROUGH: "Walk-through",
    EvidenceType.MYSTERY_SHOPPING: "Mystery shopping",
    EvidenceType.DIARY: "Diary",
    EvidenceType.CO_CREATION: "Co-creation",
    EvidenceType.EXPERIMENT: "Experiment",
    EvidenceType.SURVEY: "Survey",
    EvidenceType.COMPLAINTS: "Complaints",
    EvidenceType.BEHAVIOURAL_DATA: "Behavioural data",
    EvidenceType.STAFF_KNOWLEDGE: "Staff knowledge",
    EvidenceType.INTERNAL_OPINION: "Our opinion",
    EvidenceType.ASSUMPTION: "Our guess",
}
"""In the order in which they are offered: whoever looked or asked comes first."""


class Level(NamedTuple):
    """How one way of knowing is shown: never by colour alone."""

    symbol: str
    word: str
    hint: str


KNOWN_BY_WORDS: Mapping[KnownBy, Level] = {
    KnownBy.OBSERVED: Level("●", "observed", "somebody looked, asked or went there"),
    KnownBy.MEASURED: Level(
        "▤", "measured", "numbers: surveys, complaints, what people do"
    ),
    KnownBy.STAFF: Level("◐", "staff know", "those who serve customers say so"),
    KnownBy.GUESS: Level("○", "our guess", "nobody has looked or asked, or long ago"),
}
"""Strongest first."""

HALF = 0.5
"""Sources from inside alone never get here (4.6)."""
FIRM_FROM = 0.75
"""No single kind of source gets here but an experiment."""
ALIKE_BELOW = 0.5
"""Two means so near to each other count as the same feeling, in points of valence."""


def trust_sentence(confidence: float, assumption_below: float) -> str:
    """Say how far a moment's evidence can be trusted.

    Args:
        confidence: 0 to 1 (4.6).
        assumption_below: under this it is badged as a guess.
    """
    if confidence < assumption_below:
        return "Not to be relied on yet: look or ask before you build on it."
    if confidence < HALF:
        return "A good hint, from inside or from long ago: let customers confirm it."
    if confidence < FIRM_FROM:
        return "Fairly sure: one more kind of source would make it firm."
    return "Well founded."


def known_sentence(guesses: int, critical: int, total: int) -> str:
    """Say how much of a journey rests on guesses.

    Args:
        guesses: moments that rest on our guess.
        critical: how many of these need work first.
        total: moments of the journey.
    """
    if not total:
        return "There is no moment yet."
    if not guesses:
        return "No moment rests on our guess alone."
    line = f"{guesses} of {total} moments {_rest(guesses)} on our guess."
    return f"{line} {_need(guesses, critical)}" if critical else line


def lens_sentence(gap: LensGap, name: str) -> str:
    """Say how customers find a moment, and how we do."""
    theirs, ours = valence_word(gap.customers), valence_word(gap.insiders)
    if theirs == ours or abs(gap.gap) < ALIKE_BELOW:
        return f"Customers find {name} much as we do: {theirs}."
    than = "worse" if gap.gap > 0 else "better"
    return f"Customers find {name} {than} than we do: {theirs}, we say {ours}."


def _rest(guesses: int) -> str:
    return "rests" if guesses == 1 else "rest"


def _need(guesses: int, critical: int) -> str:
    if guesses == 1:
        return "It needs work first."
    verb = "needs" if critical == 1 else "need"
    return f"{number_word(critical).capitalize()} of them {verb} work first."
