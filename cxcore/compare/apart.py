"""What truly sets several personas apart, as codes and numbers.

Personas are compared by what is known of at least two of them: where only one has
been asked at all, nothing is said, since a blank is no difference.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from cxcore.analysis.results import Analysis, TouchpointAnalysis
from cxcore.analysis.scales import CLOSE, TEN_POINTS, VALENCE
from cxcore.compare.personas import (
    FEWEST_PERSONAS,
    SharedMoment,
    SharedMoments,
    plain_name,
    shared_moments,
)
from cxcore.model import Channel, JourneyKind, StatementTopic, Workshop

Value = TypeVar("Value")
Key = TypeVar("Key")


class ApartCode(StrEnum):
    """In what personas differ."""

    FEELING = "feeling"
    """A shared moment feels different."""
    IMPORTANCE = "importance"
    """A shared moment matters more to one."""
    EXPECTATION = "expectation"
    """One expects more of a shared moment."""
    CHANNEL = "channel"
    """A channel that only one of them uses."""
    NEED = "need"
    """A need that only one of them has."""
    TOPIC = "topic"
    """Something that only one of them has a statement on."""


@dataclass(frozen=True, slots=True)
class ApartRule:
    """From which distance a difference is worth a word."""

    feeling_from: float = 2.0
    """Points of valence, 0 to 10; as far as customers and the others (4.8)."""
    importance_from: float = 0.25
    """Part of the scale of importance: one of its four steps."""
    expectation_from: float = 2.0
    """Points of expectation, 0 to 10."""


@dataclass(frozen=True, slots=True)
class Apart:
    """One thing that sets two personas apart, or one of them from all others."""

    code: ApartCode
    more_id: str
    """Persona with more of it: the better feeling, or the only one."""
    less_id: str | None = None
    """Persona with least of it; None where only one has it."""
    touchpoint_id: str | None = None
    """Shared moment, by the id it goes by in ``SharedMoment``."""
    more: float | None = None
    """Value of ``more_id``, on its own scale: valence -5 to 5, importance 0 to 1,
    expectation 0 to 10.
    """
    less: float | None = None
    """Value of ``less_id``, on the same scale."""
    channel: Channel | None = None
    need_id: str | None = None
    topic: StatementTopic | None = None


@dataclass(frozen=True, slots=True)
class PersonaComparison:
    """Several personas side by side."""

    shared: SharedMoments
    apart: tuple[Apart, ...]
    """Moments first, those furthest apart in front, measured by their scales; then
    channels, needs and topics, personas in their order.
    """


def compare_personas(
    workshop: Workshop, analysis: Analysis, rule: ApartRule | None = None
) -> PersonaComparison:
    """Compare all personas of a workshop.

    Args:
        workshop: as people see it, without removed things.
        analysis: of the same workshop.
        rule: what counts as a difference.
    """
    shared = shared_moments(workshop, analysis)
    rule = rule or ApartRule()
    order = sorted(workshop.personas.values(), key=lambda who: (who.position, who.id))
    people = [persona.id for persona in order]
    return PersonaComparison(
        shared,
        (
            *_moments_apart(shared.moments, rule),
            *_channels(workshop, people),
            *_needs(workshop, people),
            *_topics(workshop, people),
        ),
    )


_Reading = Callable[[TouchpointAnalysis], float | None]


def _asked_importance(touchpoint: TouchpointAnalysis) -> float | None:
    return None if touchpoint.importance_assumed else touchpoint.importance


_READINGS: Mapping[ApartCode, tuple[_Reading, float]] = {
    ApartCode.FEELING: (lambda each: each.valence, VALENCE.high - VALENCE.low),
    ApartCode.IMPORTANCE: (_asked_importance, 1.0),
    ApartCode.EXPECTATION: (lambda each: each.expectation, TEN_POINTS.high),
}
"""What is read of a moment, and how long its scale is."""


def _moments_apart(moments: Iterable[SharedMoment], rule: ApartRule) -> list[Apart]:
    least = {
        ApartCode.FEELING: rule.feeling_from,
        ApartCode.IMPORTANCE: rule.importance_from,
        ApartCode.EXPECTATION: rule.expectation_from,
    }
    found = [
        (distance / length, each)
        for moment in moments
        for code, (reading, length) in _READINGS.items()
        for distance, each in [_furthest(moment, code, reading)]
        if each is not None and distance >= least[code] - CLOSE
    ]
    # A sort keeps the order of what is alike: along the journey, feelings first.
    return [each for _, each in sorted(found, key=lambda pair: -pair[0])]


def _furthest(
    moment: SharedMoment, code: ApartCode, reading: _Reading
) -> tuple[float, Apart | None]:
    """Return the two personas furthest apart, and how far that is."""
    values = {
        persona_id: value
        for persona_id, touchpoint in moment.touchpoints.items()
        for value in [reading(touchpoint)]
        if value is not None
    }
    if len(values) < FEWEST_PERSONAS:
        return 0.0, None
    more_id, less_id = (
        max(values, key=values.__getitem__),
        min(values, key=values.__getitem__),
    )
    more, less = values[more_id], values[less_id]
    return more - less, Apart(code, more_id, less_id, moment.id, more, less)


def _channels(workshop: Workshop, people: Iterable[str]) -> list[Apart]:
    used: dict[str, dict[Channel, Channel]] = defaultdict(dict)
    for touchpoint in workshop.touchpoints.values():
        stage = workshop.stages.get(touchpoint.stage_id)
        journey = workshop.journeys.get(stage.journey_id) if stage else None
        if journey is None or journey.journey_kind is not JourneyKind.ACTUAL:
            continue
        if journey.persona_id is not None and touchpoint.channel is not None:
            used[journey.persona_id][touchpoint.channel] = touchpoint.channel
    ordered = {who: {c: c for c in Channel if c in used[who]} for who in used}
    return [
        Apart(ApartCode.CHANNEL, who, channel=channel)
        for who, channel in _only_one_has(ordered, people)
    ]


def _needs(workshop: Workshop, people: Iterable[str]) -> list[Apart]:
    felt: dict[str, dict[str, str]] = defaultdict(dict)
    needs = sorted(workshop.needs.values(), key=lambda need: (need.position, need.id))
    for need in needs:
        if plain_name(need.text):
            felt[need.persona_id].setdefault(plain_name(need.text), need.id)
    return [
        Apart(ApartCode.NEED, who, need_id=need_id)
        for who, need_id in _only_one_has(felt, people)
    ]


def _topics(workshop: Workshop, people: Iterable[str]) -> list[Apart]:
    said: dict[str, set[StatementTopic]] = defaultdict(set)
    for statement in workshop.statements.values():
        if plain_name(statement.text) and statement.topic is not StatementTopic.FREE:
            said[statement.persona_id].add(statement.topic)
    ordered = {
        who: {topic: topic for topic in StatementTopic if topic in said[who]}
        for who in said
    }
    return [
        Apart(ApartCode.TOPIC, who, topic=topic)
        for who, topic in _only_one_has(ordered, people)
    ]


def _only_one_has(
    held: Mapping[str, Mapping[Key, Value]], people: Iterable[str]
) -> list[tuple[str, Value]]:
    """Return who alone has what, given that at least two have anything of it."""
    holders = [who for who in people if held.get(who)]
    if len(holders) < FEWEST_PERSONAS:
        return []
    return [
        (who, value)
        for who in holders
        for key, value in held[who].items()
        if not any(key in held[other] for other in holders if other != who)
    ]
