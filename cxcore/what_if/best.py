"""Which few changes lift a journey most for so much work."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor

import numpy as np

from cxcore.analysis import CLOSE, JourneyAnalysis, JourneyGrid, analyse_grid
from cxcore.analysis.rated import Aggregates, aggregates_of
from cxcore.analysis.scales import VALENCE, FloatArray
from cxcore.model import OpportunityStatus, Settings, Workshop
from cxcore.what_if.search import Room, Set, best_sets
from cxcore.what_if.supposed import Supposed, suppose

WORK_MOST = 10
"""The most work that one change can take."""

TENTHS = 10
"""Work is counted in tenths, so that 0.1 and 0.2 fit into 0.3."""


@dataclass(frozen=True, slots=True)
class Change:
    """One touchpoint that would be mended."""

    id: str
    target: float
    """How it would feel then, -5 to 5."""
    work: float
    """How much work it takes, 0 to 10, to a tenth."""
    work_assumed: bool
    """Nobody has said how much work it is: the usual is taken."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A few changes together, and what would be said of the journey then."""

    changes: tuple[Change, ...]
    """In map order."""
    work: float
    """Of all of them together."""
    supposed: Supposed

    @property
    def ids(self) -> tuple[str, ...]:
        """Touchpoints that would be mended, in map order."""
        return tuple(change.id for change in self.changes)

    @property
    def lift(self) -> float:
        """How much the journey score J would win, 0 to 1."""
        return self.supposed.lift


@dataclass(frozen=True, slots=True)
class BestChanges:
    """The answer to: which changes lift this journey most?"""

    before: JourneyAnalysis
    budget: float
    best: Choice | None
    """None where nothing that fits into the budget would lift it."""
    alternatives: tuple[Choice, ...]
    """The next best, best first."""


def best_changes(
    grid: JourneyGrid,
    settings: Settings,
    *,
    work: Mapping[str, float],
    budget: float,
    targets: Mapping[str, float] | None = None,
) -> BestChanges:
    """Return the changes that lift the journey score most, solved exactly.

    With J = 1 - (sum of w s^q)^(1/q), what changes bring adds up in w s^q, so the
    best few of them are a knapsack with few places (4.5). Equal lifts: the choice
    with less work, then map order.

    Args:
        grid: the journey as it is.
        settings: ``what_if`` says how many changes and alternatives.
        work: by touchpoint, 0 to 10; the usual work where nothing is said.
        budget: so much work at most, for all changes together.
        targets: mean valence that a change reaches, by touchpoint; else how the team
            wants it to feel, else the target of the journey score. Nothing is
            ever made worse.
    """
    before = analyse_grid(grid, settings, in_full=False)
    given = aggregates_of(grid, settings)
    rule = settings.what_if
    options = _options(grid, given, settings, work, targets or {})
    target = VALENCE.unit(np.array([option.target for option in options]))
    found = best_sets(
        _gains(given, target, settings.journey_score.norm),
        np.array([_tenths(option.work) for option in options], dtype=np.intp),
        Room(rule.changes, floor(budget * TENTHS + CLOSE)),
        1 + rule.alternatives,
    )
    choices = [_choice(grid, settings, before, _picked(options, s)) for s in found]
    return BestChanges(
        before=before,
        budget=budget,
        best=next(iter(choices), None),
        alternatives=tuple(choices[1:]),
    )


def most_work(settings: Settings) -> int:
    """Return the most work that as many changes as are sought could take."""
    return settings.what_if.changes * WORK_MOST


def work_said(workshop: Workshop) -> dict[str, float]:
    """Return how much work it is to change a touchpoint, 0 to 10, where it is said.

    The least of the opportunities linked to it; what is done already is none any more.

    Args:
        workshop: as people see it, without removed things.
    """
    least: dict[str, float] = {}
    for each in workshop.opportunities.values():
        if each.work is None or each.status is OpportunityStatus.DONE:
            continue
        for touchpoint_id in each.touchpoint_ids:
            known = least.get(touchpoint_id, each.work)
            least[touchpoint_id] = min(known, each.work)
    return least


def _options(
    grid: JourneyGrid,
    given: Aggregates,
    settings: Settings,
    work: Mapping[str, float],
    targets: Mapping[str, float],
) -> list[Change]:
    """Return what could be changed: the rated touchpoints, in map order."""
    usual = settings.what_if.usual_work
    wanted = np.where(
        np.isnan(grid.wanted), settings.journey_score.target, grid.wanted
    ).tolist()
    rated = [(grid.ids[row], wanted[row]) for row in given.rows.tolist()]
    return [
        Change(
            id=touchpoint_id,
            target=targets.get(touchpoint_id, otherwise),
            work=_tenths(work.get(touchpoint_id, usual)) / TENTHS,
            work_assumed=touchpoint_id not in work,
        )
        for touchpoint_id, otherwise in rated
    ]


def _gains(given: Aggregates, target: FloatArray, norm: float) -> FloatArray:
    """Return what each change takes off the sum of w s^q, scaled as the sum is."""
    largest = given.shortfall.largest
    if largest <= 0:
        return np.zeros(len(given.rows))
    left = given.weights * ((1 - target) / largest) ** norm
    better = given.levels < target - CLOSE
    return np.where(better, given.shortfall.terms - left, 0.0)


def _tenths(work: float) -> int:
    return round(work * TENTHS)


def _picked(options: list[Change], chosen: Set) -> tuple[Change, ...]:
    return tuple(options[at] for at in chosen)


def _choice(
    grid: JourneyGrid,
    settings: Settings,
    before: JourneyAnalysis,
    changes: tuple[Change, ...],
) -> Choice:
    targets = {change.id: change.target for change in changes}
    return Choice(
        changes=changes,
        work=sum(_tenths(change.work) for change in changes) / TENTHS,
        supposed=suppose(grid, settings, targets, before),
    )
