"""The board's own sentences, and the fixed texts that it is sent once."""

from typing import Any

from cxcore.analysis import JourneyAnalysis, TouchpointAnalysis
from cxcore.model import JourneyKind
from cxcore.rounds import NEW_PERSONA
from cxcore.words import (
    CLOSE,
    DIRECTION_WORDS,
    KNOWN_FROM_WORDS,
    REASON_WORDS,
    SEPARATOR,
    VALENCE_STEPS,
    signal_sentence,
    split_sentence,
)

FACES = ("😫", "🙁", "😕", "😐", "🙂", "😊", "😄")
"""One for each of the seven words, from awful to great."""

KIND_WORDS = {
    JourneyKind.PLANNED: "wanted",
    JourneyKind.ACTUAL: "today",
    JourneyKind.ELSEWHERE: "without us",
}

LOWEST = -5.0
WHOLE = 100


def _valence_steps() -> list[list[Any]]:
    """Return the seven words as ``[from, word, face]``, lowest first.

    A word for bad feelings applies up to its distance from neutral, and on it.
    """
    neutral, *outer = VALENCE_STEPS
    up_to = [-step.distance + CLOSE for step in outer]
    bad_from = [LOWEST, *reversed(up_to)]
    bad = [step.bad for step in reversed(outer)]
    starts = [*bad_from, *(step.distance for step in outer)]
    words = [*bad, neutral.good, *(step.good for step in outer)]
    return [list(step) for step in zip(starts, words, FACES, strict=True)]


FIXED: dict[str, Any] = {
    "valence": _valence_steps(),
    "reasons": {code.value: word for code, word in REASON_WORDS.items()},
    "directions": {code.value: word for code, word in DIRECTION_WORDS.items()},
    "confidence": {
        code.value: {"word": word, "symbol": symbol}
        for code, (symbol, word) in KNOWN_FROM_WORDS.items()
    },
    "new_persona": NEW_PERSONA,
}
"""The same object each time, so that comparing it costs nothing."""


def signals_note(one: TouchpointAnalysis, journey: JourneyAnalysis) -> str | None:
    """Say that a score stands on fewer signals than others of its journey."""
    based, counted = len(one.signals), len(journey.counted)
    if not one.rated or based >= counted:
        return None
    return f"based on {based} of {counted} signals"


def split_note(one: TouchpointAnalysis) -> str | None:
    """Say that the room is split on a moment; None where it is not."""
    if not (one.disputed and one.below_zero and one.above_zero):
        return None
    return split_sentence(one.below_zero, one.above_zero)


def subline(journey: JourneyAnalysis) -> str:
    """Return the numbers below the headline; who rated is always said."""
    rated = f"{journey.raters} of {journey.voices} rated"
    if journey.score is None or journey.mean is None:
        return rated
    score, mean = round(WHOLE * journey.score), round(WHOLE * journey.mean)
    return f"journey {score} of {WHOLE}, plain mean {mean}{SEPARATOR}{rated}"


def empty_sentence(journey: JourneyAnalysis, headline: str) -> str | None:
    """Say why nothing is ranked as critical; None where something is."""
    return None if journey.critical else headline


def notes(journey: JourneyAnalysis) -> list[str]:
    """Say which signals are known, but not often enough to count yet."""
    return [
        signal_sentence(count)
        for count in journey.signals
        if count.known and not count.counted
    ]
