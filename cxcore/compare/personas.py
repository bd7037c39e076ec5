"""Several personas compared over the moments they share; never one mean over them.

A persona speaks through its actual journeys. Which touchpoints are the same moment
is decided in ``same_moments``; everything else compares what is known there.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cxcore.analysis.results import Analysis, TouchpointAnalysis
from cxcore.model import JourneyKind, Touchpoint, Workshop

FEWEST_PERSONAS = 2
"""Whoever compares needs two."""


@dataclass(frozen=True, slots=True)
class SharedMoment:
    """One moment that at least two personas pass, each in a journey of its own."""

    id: str
    """Id of the touchpoint in which it first appears: journeys in their order,
    then map order.
    """
    touchpoints: Mapping[str, TouchpointAnalysis]
    """What is computed of it, by id of persona, personas in their order."""

    @property
    def valences(self) -> dict[str, float]:
        """Mean valence by persona, -5 to 5, of those who rated it."""
        return {
            persona_id: touchpoint.valence
            for persona_id, touchpoint in self.touchpoints.items()
            if touchpoint.valence is not None
        }

    @property
    def spread(self) -> float | None:
        """Distance between the best and the worst feeling, 0 to 10.

        None with fewer than two personas who have rated it.
        """
        felt = self.valences.values()
        return max(felt) - min(felt) if len(felt) >= FEWEST_PERSONAS else None


@dataclass(frozen=True, slots=True)
class PersonaCurve:
    """One persona's feelings along the shared moments."""

    persona_id: str
    points: tuple[float | None, ...]
    """Mean valence, -5 to 5, per shared moment; None: not passed, or not rated."""


@dataclass(frozen=True, slots=True)
class SharedMoments:
    """What several personas have in common, in one order for all."""

    persona_ids: tuple[str, ...]
    """Personas with an actual journey, in their order."""
    moments: tuple[SharedMoment, ...]
    """In the order of the journey in which each first appears."""

    @property
    def curves(self) -> tuple[PersonaCurve, ...]:
        """One curve per persona over the same moments."""
        felt = [moment.valences for moment in self.moments]
        return tuple(
            PersonaCurve(who, tuple(valences.get(who) for valences in felt))
            for who in self.persona_ids
        )

    def of(self, one: str, other: str) -> tuple[SharedMoment, ...]:
        """Return the moments that two personas have both rated."""
        return tuple(
            moment for moment in self.moments if {one, other} <= moment.valences.keys()
        )


def shared_moments(workshop: Workshop, analysis: Analysis) -> SharedMoments:
    """Return the moments that at least two personas pass.

    Where a persona passes the same moment more than once, the first time that is
    rated speaks, journeys in their order.

    Args:
        workshop: as people see it, without removed things.
        analysis: of the same workshop.
    """
    same = same_moments(workshop, analysis)
    found: dict[str, dict[str, TouchpointAnalysis]] = defaultdict(dict)
    first: dict[str, str] = {}
    for persona_id, touchpoint in _lived(workshop, analysis):
        moment = same[touchpoint.id]
        first.setdefault(moment, touchpoint.id)
        known = found[moment].get(persona_id)
        if known is None or (touchpoint.rated and not known.rated):
            found[moment][persona_id] = touchpoint
    order = _persona_ids(workshop)
    return SharedMoments(
        persona_ids=order,
        moments=tuple(
            SharedMoment(first[moment], {who: by[who] for who in order if who in by})
            for moment, by in found.items()
            if len(by) >= FEWEST_PERSONAS
        ),
    )


def same_moments(workshop: Workshop, analysis: Analysis) -> dict[str, str]:
    """Tell which touchpoints are the same moment: each one's id to that of its group.

    A touchpoint that was drawn from another one (``same_as``) is the same moment as
    that one, and so on along the chain, whatever either is called by now. Where
    nothing is remembered, names speak: touchpoints with the same name, small and
    capital letters and spaces aside, are the same moment; where a journey has
    several of one name, the first goes with the first, the second with the second.
    Journeys of any kind can stand in between, as the one that others were drawn
    from.
    """
    groups = _Groups()
    by_name: dict[tuple[str, int], str] = {}
    for touchpoint, number in _numbered(workshop, analysis):
        groups.add(touchpoint.id)
        if touchpoint.same_as in workshop.touchpoints:
            groups.join(touchpoint.same_as, touchpoint.id)
            continue
        key = (plain_name(touchpoint.name), number)
        groups.join(by_name.setdefault(key, touchpoint.id), touchpoint.id)
    return groups.all()


def plain_name(name: str) -> str:
    """Return a text as it is compared: without case and without extra spaces."""
    return " ".join(name.casefold().split())


class _Groups:
    """Things that are the same, joined pair by pair (union and find)."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def add(self, thing: str) -> None:
        self._above.setdefault(thing, thing)

    def join(self, one: str | None, other: str) -> None:
        if one is None:
            return
        self.add(one)
        self.add(other)
        self._above[self._top(other)] = self._top(one)

    def all(self) -> dict[str, str]:
        return {thing: self._top(thing) for thing in self._above}

    def _top(self, thing: str) -> str:
        while self._above[thing] != thing:
            self._above[thing] = self._above[self._above[thing]]
            thing = self._above[thing]
        return thing


def _numbered(
    workshop: Workshop, analysis: Analysis
) -> Iterator[tuple[Touchpoint, int]]:
    """Yield every touchpoint with its number among those of its name there."""
    for journey in analysis.journeys:
        seen: dict[str, int] = defaultdict(int)
        for each in journey.touchpoints:
            touchpoint = workshop.touchpoints[each.id]
            name = plain_name(touchpoint.name)
            yield touchpoint, seen[name]
            seen[name] += 1


def _lived(
    workshop: Workshop, analysis: Analysis
) -> Iterator[tuple[str, TouchpointAnalysis]]:
    """Yield every touchpoint of an actual journey with its persona, in order."""
    for journey in analysis.journeys:
        drawn = workshop.journeys[journey.journey_id]
        if drawn.journey_kind is JourneyKind.ACTUAL and drawn.persona_id is not None:
            for touchpoint in journey.touchpoints:
                yield drawn.persona_id, touchpoint


def _persona_ids(workshop: Workshop) -> tuple[str, ...]:
    """Return the personas that have an actual journey, in their order."""
    living = {
        journey.persona_id
        for journey in workshop.journeys.values()
        if journey.journey_kind is JourneyKind.ACTUAL
    }
    personas = sorted(
        workshop.personas.values(), key=lambda who: (who.position, who.id)
    )
    return tuple(persona.id for persona in personas if persona.id in living)
