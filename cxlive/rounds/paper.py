"""The rating sheet of paper: what it asks, and how to read what was ticked on it.

The last way out, for whoever has no device. It asks what a light round
asks of each moment.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor, isfinite

from cxcore.edit import place_of
from cxcore.errors import CxError
from cxcore.model import Journey, Touchpoint, Workshop
from cxcore.rounds import DOTS, HINTS, RoundForm, asked_by, question
from cxcore.words import VALENCE_STEPS

LARGEST = 5.0
"""Valence runs to this number on either side of neutral."""
LEAST, MOST = 1, 5
"""How much a moment matters, in circles on the sheet."""
_HALF = 0.5


class PaperError(CxError):
    """What was typed in from a sheet cannot be taken; the text says what to mend."""


@dataclass(frozen=True)
class Row:
    """One moment on the sheet."""

    touchpoint_id: str
    stage_id: str
    stage: str
    name: str


@dataclass(frozen=True)
class Paper:
    """What the sheet of a journey asks, with texts as people wrote them."""

    journey_id: str
    journey: str
    counts_dots: bool
    """Three dots; otherwise each moment is asked how much it matters, 1 to 5."""
    feels: str
    matters: str
    hint: str
    """How to say what matters."""
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Ticked:
    """What somebody has said of one moment; None and empty: nothing."""

    touchpoint_id: str
    valence: float | None = None
    dot: bool = False
    importance: float | None = None
    note: str = ""

    @property
    def is_blank(self) -> bool:
        """Nothing was ticked."""
        return self == Ticked(self.touchpoint_id)


def paper(shown: Workshop, journey_id: str) -> Paper:
    """Return the sheet of a journey.

    Args:
        shown: the workshop as everybody may see it.
        journey_id: a journey that is there.
    """
    journey = shown.journeys[journey_id]
    counts_dots = "dot" in asked_by(shown, journey_id, RoundForm.LIGHT).parts
    part = "dot" if counts_dots else "importance"
    persona = shown.personas.get(journey.persona_id or "")
    who = None if persona is None else persona.name
    return Paper(
        journey_id=journey_id,
        journey=journey.name,
        counts_dots=counts_dots,
        feels=question("valence", who),
        matters=question(part, who),
        hint="Place up to three dots." if counts_dots else HINTS[part],
        rows=tuple(_rows(shown, journey_id)),
    )


def papers(shown: Workshop) -> tuple[Paper, ...]:
    """Return the sheets of all journeys that have moments, in their order."""
    made = (paper(shown, one.id) for one in sorted(_journeys(shown), key=place_of))
    return tuple(one for one in made if one.rows)


def read_valence(typed: str) -> float | None:
    """Return a valence typed as one of the seven words, or as a number.

    Numbers go by halves. Raises ``PaperError`` for anything else.
    """
    said = " ".join(typed.casefold().split())
    if not said:
        return None
    by_word = _BY_WORD.get(said.replace("so so", "so-so"))
    if by_word is not None:
        return by_word
    number = _number(said)
    if number is None or abs(number) > LARGEST:
        words = ", ".join(_BY_WORD)
        msg = f"“{typed}” is neither a number from −5 to 5 nor one of: {words}."
        raise PaperError(msg)
    return floor(number / _HALF + _HALF) * _HALF


def read_importance(typed: str) -> float | None:
    """Return how much a moment matters; raises ``PaperError`` unless it is 1 to 5."""
    if not typed.strip():
        return None
    number = _number(typed.strip())
    if number is None or not LEAST <= number <= MOST:
        msg = f"“{typed}” is not a number from {LEAST} to {MOST}."
        raise PaperError(msg)
    return number


def must_be_few_dots(ticked: Sequence[Ticked]) -> None:
    """Raise ``PaperError`` where more moments are marked than there are dots."""
    marked = sum(each.dot for each in ticked)
    if marked > DOTS:
        msg = f"{marked} moments are marked as those that matter most. {DOTS} can be."
        raise PaperError(msg)


def _number(said: str) -> float | None:
    try:
        number = float(said.replace(",", ".").translate(_MINUS))
    except ValueError:
        return None
    return number if isfinite(number) else None


def _journeys(shown: Workshop) -> list[Journey]:
    return [one for one in shown.journeys.values() if not one.removed]


def _rows(shown: Workshop, journey_id: str) -> Iterator[Row]:
    of_stage: dict[str, list[Touchpoint]] = {}
    for touchpoint in sorted(shown.touchpoints.values(), key=place_of):
        of_stage.setdefault(touchpoint.stage_id, []).append(touchpoint)
    for stage in sorted(shown.stages.values(), key=place_of):
        if stage.journey_id == journey_id:
            for touchpoint in of_stage.get(stage.id, ()):
                yield Row(touchpoint.id, stage.id, stage.name, touchpoint.name)


def _by_word() -> dict[str, float]:
    """Return the seven words, each with the middle of its range, awful first."""
    ends = [*(step.distance for step in VALENCE_STEPS[1:]), LARGEST]
    neutral, *outer = [
        (step, floor((step.distance + end) / 2 / _HALF) * _HALF)
        for step, end in zip(VALENCE_STEPS, ends, strict=True)
    ]
    bad = {step.bad: -middle for step, middle in reversed(outer)}
    return bad | {neutral[0].good: 0.0} | {step.good: middle for step, middle in outer}


_BY_WORD = _by_word()
WORDS = tuple(_BY_WORD)
"""The seven words, from the worst feeling to the best."""
_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-"})
