"""What a file says beyond its ranking: what to mend, surveys, states compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cxcore.analysis import Analysis, JourneyGrid
from cxcore.compare import (
    Apart,
    SecondLook,
    StandingChange,
    WantedComparison,
    changes_until,
    compare_personas,
    compare_wanted,
    reviews_of,
    second_look,
    standing_at,
    standing_now,
)
from cxcore.drivers import Drivers, NoDrivers, drivers_of, survey_rows
from cxcore.model import Review, Workshop
from cxcore.what_if import BestChanges, best_changes, most_work, work_said


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
    """Which changes lift it most, for half the work it could take."""
    survey: Drivers | NoDrivers
    """What moves customers' answers about the whole, or why that cannot be told."""
    wanted: WantedComparison | None
    """Wanted, today and without us; None where this is no journey of today."""
    second_look: SecondLook | None
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
            budget=most_work(settings) / 2,
        ),
        drivers_of(survey_rows(shown, journey_id), settings),
        wanted if wanted is not None and wanted.today_id == journey_id else None,
        second_look(shown, journey_id),
        _since(given, journey_id),
    )


def _since(given: Given, journey_id: str) -> tuple[tuple[Review, StandingChange], ...]:
    """Compare each review with today."""
    kept = reviews_of(given.shown, journey_id)
    if not kept:
        return ()
    settings, grid = given.shown.settings, given.grids[journey_id]
    now = standing_now(grid, given.analysis.journey(journey_id), given.as_of)
    then = [standing_at(given.whole, each) for each in kept]
    pairs = tuple(zip(kept, then, strict=True))
    return tuple(zip(kept, changes_until(now, pairs, settings), strict=True))
