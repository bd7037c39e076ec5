"""What staff say of being able and willing: counts in words, never one person's."""

from collections.abc import Mapping, Sequence

from cxcore.analysis import VOICES_MIN, Readiness, Spread
from cxcore.words.results import number_word

READY_WORDS: Mapping[str, str] = {
    "able": "could deliver it tomorrow",
    "willing": "want to",
}
"""The two answers of staff as the end of "3 of 5 …"."""


def spread_sentence(spread: Spread, part: str, needed: int = VOICES_MIN) -> str:
    """Say how the answers to one question lie.

    Args:
        spread: of one touchpoint or process.
        part: ``able`` or ``willing``.
        needed: how many answers it takes until they are shown.
    """
    if spread.yes is None:
        return f"Shown from {number_word(needed)} answers on."
    return f"{spread.yes} of {spread.n} {READY_WORDS[part]}."


def staff_sentence(readiness: Sequence[Readiness], names: Mapping[str, str]) -> str:
    """Say in one line where a promise would stand on the thinnest ground.

    Args:
        readiness: of the touchpoints asked about, in order.
        names: names of touchpoints by id.
    """
    shown = [each for each in readiness if each.able.counts is not None]
    if not shown:
        return "Too few have answered the same question to show how it lies."
    hardest = min(shown, key=_share_able)
    if _share_able(hardest) > 0.5:  # noqa: PLR2004 - more than half
        return "Most of those who deliver it could do all of this tomorrow."
    yes, n = hardest.able.yes or 0, hardest.able.n
    who = f"none of {n}" if yes == 0 else f"only {yes} of {n}"
    return f"{names[hardest.subject_id]}: {who} could deliver it tomorrow."


def _share_able(readiness: Readiness) -> float:
    return (readiness.able.yes or 0) / readiness.able.n
