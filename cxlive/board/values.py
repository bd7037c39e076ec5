"""The values of the table of state, each from one record or result."""

from collections.abc import Mapping, Sequence
from typing import Any

from cxcore.analysis import JourneyAnalysis, TouchpointAnalysis
from cxcore.edit import place_of
from cxcore.model import Journey, Pin, Rating, Stage, Thing, Workshop
from cxcore.words import (
    KNOWN_FROM_WORDS,
    REASON_WORDS,
    direction_label,
    explain_sum,
    headline_sentence,
    valence_word,
    weighs_more,
)
from cxlive.board import wording

Value = dict[str, Any]
"""A plain JSON object."""

DIGITS = 4
"""Decimals of computed numbers: finer than any screen."""

_STEPS = 4
"""Importance runs from 1 to 5."""

_OF_A_STAGE = {"id", "name", "wants", "intended_feeling", "purchase"}


def people(workshop: Workshop) -> list[Value]:
    """Return the participants, in order."""
    named = [each for each in workshop.participants.values() if not each.anonymous]
    return [{"id": each.id, "name": each.name} for each in sorted(named, key=place_of)]


def journey_row(workshop: Workshop, journey: Journey) -> Value:
    """Return a journey as it stands in the list of journeys."""
    persona = workshop.personas.get(journey.persona_id or "")
    return {
        "id": journey.id,
        "name": journey.name,
        "kind": journey.journey_kind.value,
        "kind_word": wording.KIND_WORDS[journey.journey_kind],
        "persona": None if persona is None else persona.name,
    }


def journey_head(workshop: Workshop, journey: Journey) -> Value:
    """Return the journey that is shown."""
    return journey_row(workshop, journey) | {
        "persona_id": journey.persona_id,
        "scenario": journey.scenario,
        "importance_mode": journey.importance_mode.value,
        "notice": journey.notice,
    }


def pins(in_order: Sequence[Pin]) -> list[Value]:
    """Return the numbered remarks of a journey."""
    return [
        {"id": pin.id, "touchpoint": pin.touchpoint_id, "text": pin.text, "number": n}
        for n, pin in enumerate(in_order, 1)
    ]


def fields_of(thing: Thing) -> Value:
    """Return a stage in short, or every field of a touchpoint."""
    if isinstance(thing, Stage):
        return thing.model_dump(mode="json", include=_OF_A_STAGE)
    return thing.model_dump(mode="json")


def rating(mine: Rating) -> Value:
    """Return my rating, None where I have not rated."""
    return {
        "valence": mine.valence,
        "importance": mine.importance,
        "dot": mine.dot,
        "expectation": mine.expectation,
        "performance": mine.performance,
        "effort": mine.effort,
    }


def result(one: TouchpointAnalysis, journey: JourneyAnalysis) -> Value:
    """Return what is computed for a touchpoint; None or empty where nothing is."""
    return {
        "rated": one.rated,
        "valence": number(one.valence),
        "low": number(one.low),
        "high": number(one.high),
        "word": None if one.valence is None else valence_word(one.valence),
        "importance": _importance(one),
        "confidence": _confidence(one),
        "score": number(one.fix),
        "rank": one.rank,
        "critical": one.is_critical,
        "direction": None if one.direction is None else one.direction.value,
        "direction_word": _direction_word(one),
        "parts": _parts(one),
        "sum": None if one.fix is None else explain_sum(one.reasons),
        "because": weighs_more(one.reasons) or None,
        "signals_note": wording.signals_note(one, journey),
        "protect": number(one.protect),
        "split": wording.split_note(one),
        "bad": one.below_zero,
        "good": one.above_zero,
        "raters": one.raters,
    }


def computed(journey: JourneyAnalysis, names: Mapping[str, str]) -> Value:
    """Return what is computed for the journey."""
    headline = headline_sentence(journey.headline, names)
    return {
        "headline": headline,
        "subline": wording.subline(journey),
        "ranking": list(journey.ranking),
        "protect": list(journey.protect),
        "empty": wording.empty_sentence(journey, headline),
        "notes": wording.notes(journey),
        "rated": journey.rated,
        "touchpoints": journey.total,
        "raters": journey.raters,
        "participants": journey.voices,
    }


def number(value: float | None) -> float | None:
    """Return a computed number with as many decimals as are sent."""
    return None if value is None else round(value, DIGITS)


def _importance(one: TouchpointAnalysis) -> float | None:
    return None if one.importance_assumed else number(1 + _STEPS * one.importance)


def _confidence(one: TouchpointAnalysis) -> Value:
    symbol, word = KNOWN_FROM_WORDS[one.known_from]
    return {"code": one.known_from.value, "word": word, "symbol": symbol}


def _direction_word(one: TouchpointAnalysis) -> str | None:
    return None if one.direction is None else direction_label(one.direction)


def _parts(one: TouchpointAnalysis) -> list[list[Any]]:
    """Return the parts of the score, largest first; those of nothing are left out."""
    given = [(code, part) for code, part in one.reasons.items() if part > 0]
    given.sort(key=lambda pair: -pair[1])
    return [[code.value, number(part), REASON_WORDS[code]] for code, part in given]
