"""What all checks look at, computed once per workshop."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol, TypeVar

from cxcore.analysis import (
    CLOSE,
    Analysis,
    JourneyAnalysis,
    JourneyGrid,
    LinkedEvidence,
    TouchpointAnalysis,
    WorkshopReader,
    analyse_grid,
    matters,
)
from cxcore.compare import (
    SharedMoments,
    shared_moments,
)
from cxcore.edit import visible
from cxcore.model import (
    Evidence,
    Journey,
    JourneyKind,
    Opportunity,
    Participant,
    Process,
    ProcessStatus,
    Settings,
    Stage,
    Touchpoint,
    Workshop,
)


@dataclass(frozen=True, slots=True)
class TouchpointFacts:
    """One touchpoint of a journey of today, with all that hangs on it."""

    touchpoint: Touchpoint
    result: TouchpointAnalysis
    weight: float
    """Part of its journey, 0 to 1, by importance, over rated and unrated ones."""
    is_important: bool
    """The room says that it matters (0.5 and more), or it is critical."""
    evidence: tuple[Evidence, ...]
    """Linked to it, to a process of it, or to its journey as a whole."""
    processes: tuple[Process, ...]
    """Those that are there, whether good or not; missing ones are left out."""
    opportunities: tuple[Opportunity, ...]

    @property
    def id(self) -> str:
        """Id of the touchpoint."""
        return self.touchpoint.id

    @property
    def owner(self) -> str:
        """Department that answers for it; empty: nobody."""
        return self.touchpoint.owner.strip()

    @property
    def is_critical(self) -> bool:
        """Tell whether the analysis calls it critical (4.3)."""
        return self.result.is_critical

    @property
    def is_human(self) -> bool:
        """Tell whether she meets people of ours, as far as is said."""
        return self.touchpoint.is_human is True


@dataclass(frozen=True, slots=True)
class JourneyFacts:
    """One journey as it is today."""

    journey: Journey
    grid: JourneyGrid
    """What every voice said, as arrays over touchpoints in map order."""
    analysis: JourneyAnalysis
    stages: tuple[Stage, ...]
    """In map order, empty ones included."""
    touchpoints: tuple[TouchpointFacts, ...]
    """In map order."""

    @property
    def id(self) -> str:
        """Id of the journey."""
        return self.journey.id

    @property
    def rated(self) -> tuple[TouchpointFacts, ...]:
        """Return the touchpoints that somebody gave a valence, in map order."""
        return tuple(each for each in self.touchpoints if each.result.rated)


@dataclass(frozen=True)
class Facts:
    """A workshop as the checks see it: without what is removed."""

    workshop: Workshop
    as_of: date
    limits: Mapping[str, float]
    """Every threshold by its name, as this workshop has set it."""
    journeys: tuple[JourneyFacts, ...]
    """Journeys of today (actual ones), in their order."""
    analysis: Analysis
    """Of all journeys, those that are wanted or without us included."""
    top: Mapping[str, float] | None = None
    """P(top k) by touchpoint, 0 to 1; None: robustness was not computed."""

    @property
    def settings(self) -> Settings:
        """Weights and thresholds of the workshop."""
        return self.workshop.settings

    def enough(self, known: int, total: int) -> bool:
        """Tell whether so much is known that a check may pass on it.

        The same part as a journey needs to be summed up (``headline.rated_from``).
        """
        return known > 0 and known >= self.settings.headline.rated_from * total - CLOSE

    @cached_property
    def people(self) -> tuple[Participant, ...]:
        """Who takes part; voices without a name are theirs, not others."""
        everybody = self.workshop.participants.values()
        return tuple(who for who in everybody if not who.anonymous)

    @cached_property
    def shared(self) -> SharedMoments:
        """Moments that at least two personas pass in their journeys of today."""
        return shared_moments(self.workshop, self.analysis)

    @cached_property
    def processes(self) -> tuple[Process, ...]:
        """Return the processes that are there, whether good or not."""
        return tuple(there(self.workshop))

    @cached_property
    def touchpoints(self) -> tuple[TouchpointFacts, ...]:
        """Touchpoints of all journeys of today, in their order."""
        return tuple(each for journey in self.journeys for each in journey.touchpoints)

    @cached_property
    def important(self) -> tuple[TouchpointFacts, ...]:
        """Touchpoints that matter, in their order."""
        return tuple(each for each in self.touchpoints if each.is_important)

    @cached_property
    def critical(self) -> tuple[TouchpointFacts, ...]:
        """Critical touchpoints, in map order."""
        return tuple(each for each in self.touchpoints if each.is_critical)


def facts_of(
    workshop: Workshop,
    as_of: date,
    limits: Mapping[str, float],
    top: Mapping[str, float] | None = None,
) -> Facts:
    """Look at a workshop once, for all checks.

    Args:
        workshop: with removed things; they are hidden here.
        as_of: the day on which ages are counted.
        limits: every threshold by its name.
        top: P(top k) by touchpoint, where robustness was computed.
    """
    shown = visible(workshop)
    reader, linked = WorkshopReader(shown, as_of), _Linked(shown)
    grids = [(journey, reader.grid(journey)) for journey in reader.journeys()]
    analysed = [analyse_grid(grid, shown.settings) for _, grid in grids]
    journeys = tuple(
        _journey(shown, linked, grid, analysis)
        for (journey, grid), analysis in zip(grids, analysed, strict=True)
        if journey.journey_kind is JourneyKind.ACTUAL
    )
    return Facts(shown, as_of, limits, journeys, Analysis(tuple(analysed)), top)


def _journey(
    workshop: Workshop, linked: "_Linked", grid: JourneyGrid, analysis: JourneyAnalysis
) -> JourneyFacts:
    weights = _weights([result.importance for result in analysis.touchpoints])
    return JourneyFacts(
        journey=workshop.journeys[analysis.journey_id],
        grid=grid,
        analysis=analysis,
        stages=tuple(workshop.stages[stage_id] for stage_id in grid.stages),
        touchpoints=tuple(
            linked.facts(analysis.journey_id, result, weight)
            for result, weight in zip(analysis.touchpoints, weights, strict=True)
        ),
    )


def _weights(importance: list[float]) -> list[float]:
    """Return shares that sum to 1; equal ones where nothing matters at all."""
    total = sum(importance)
    if total > 0:
        return [value / total for value in importance]
    return [1 / len(importance) for _ in importance]


def there(workshop: Workshop) -> Iterator[Process]:
    """Yield all processes but those of which the team says that they are missing."""
    return (
        process
        for process in workshop.processes.values()
        if process.status is not ProcessStatus.MISSING
    )


class _Touching(Protocol):
    @property
    def touchpoint_ids(self) -> tuple[str, ...]: ...


Touching = TypeVar("Touching", bound=_Touching)


class _Linked:
    """What hangs on touchpoints, looked up by touchpoint."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._processes = _by_touchpoint(there(workshop))
        self._opportunities = _by_touchpoint(workshop.opportunities.values())
        self._evidence = LinkedEvidence(workshop)

    def facts(
        self, journey_id: str, result: TouchpointAnalysis, weight: float
    ) -> TouchpointFacts:
        """Return one touchpoint with what hangs on it."""
        return TouchpointFacts(
            touchpoint=self._workshop.touchpoints[result.id],
            result=result,
            weight=weight,
            is_important=matters(result, self._workshop.settings),
            evidence=self._evidence.of(result.id, journey_id),
            processes=tuple(self._processes.get(result.id, ())),
            opportunities=tuple(self._opportunities.get(result.id, ())),
        )


def _by_touchpoint(things: Iterable[Touching]) -> Mapping[str, list[Touching]]:
    found: dict[str, list[Touching]] = defaultdict(list)
    for thing in things:
        for touchpoint_id in thing.touchpoint_ids:
            found[touchpoint_id].append(thing)
    return found
