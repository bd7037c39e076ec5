"""What a file says beyond its ranking: what to mend, surveys, states compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cxcore.analysis import Analysis, JourneyGrid
from cxcore.compare import (
    Apart,
    Movement,
    Redraws,
    StandingChange,
    WantedComparison,
    compare_personas,
    compare_standings,
    compare_wanted,
    look_before,
    movement_of,
    newest_look,
    reviews_of,
    standing_at,
    standing_now,
)
from cxcore.drivers import Drivers, NoDrivers, drivers_of, survey_rows
from cxcore.model import Review, Workshop
from cxcore.what_if import BestChanges, best_changes, usual_budget, work_said


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """A workshop as it was read once."""

    whole: Workshop
    """Removed things too: what a review was about had a name."""
    shown: Workshop
    """Without removed things."""
    as_of: date
    grids: Mapping[str, JourneyGrid]
    """By journey."""
    analysis: Analysis


@dataclass(frozen=True, slots=True, eq=False)
class FurtherOfJourney:
    """What is said of one journey beyond its ranking."""

    mend: BestChanges
    """Which changes lift it most, for the usual work."""
    survey: Drivers | NoDrivers
    """What moves customers' answers about the whole, or why that cannot be told."""
    wanted: WantedComparison | None
    """Wanted, today and without us; None where this is no journey of today."""
    second_look: tuple[Movement, ...] | None
    """Between the last two rounds; None: there was one at most."""
    since: tuple[tuple[Review, StandingChange], ...]
    """What became of it since each review, the oldest first."""


@dataclass(frozen=True, slots=True, eq=False)
class Further:
    """What is said of a workshop beyond its rankings."""

    journeys: Mapping[str, FurtherOfJourney]
    apart: tuple[Apart, ...]
    """What sets its personas apart."""


def further_of(given: Given) -> Further:
    """Compute what a file says beyond its rankings."""
    journeys = {key: _of_journey(given, key) for key in given.grids}
    return Further(journeys, compare_personas(given.shown, given.analysis).apart)


def _of_journey(given: Given, journey_id: str) -> FurtherOfJourney:
    shown, settings = given.shown, given.shown.settings
    wanted = compare_wanted(shown, given.analysis, journey_id)
    return FurtherOfJourney(
        best_changes(
            given.grids[journey_id],
            settings,
            work=work_said(shown),
            budget=usual_budget(settings),
        ),
        drivers_of(survey_rows(shown, journey_id), settings),
        wanted if wanted is not None and wanted.today_id == journey_id else None,
        _second_look(shown, journey_id),
        _since(given, journey_id),
    )


def _second_look(shown: Workshop, journey_id: str) -> tuple[Movement, ...] | None:
    second = newest_look(shown, journey_id)
    first = None if second is None else look_before(shown, second)
    if first is None or second is None:
        return None
    moves = movement_of(shown, first, second)
    return tuple(each for each in moves if each.touchpoint_id in shown.touchpoints)


def _since(given: Given, journey_id: str) -> tuple[tuple[Review, StandingChange], ...]:
    """Compare each review with today, all of them in the same re-runs."""
    kept = reviews_of(given.shown, journey_id)
    if not kept:
        return ()
    settings, grid = given.shown.settings, given.grids[journey_id]
    now = standing_now(grid, given.analysis.journey(journey_id), given.as_of)
    standings = [standing_at(given.whole, each) for each in kept]
    redraws = Redraws([grid, *(then.grid for then in standings)], settings)
    return tuple(
        (
            review,
            compare_standings(
                then, now, settings, forecast=review.forecast, redraws=redraws
            ),
        )
        for review, then in zip(kept, standings, strict=True)
    )
