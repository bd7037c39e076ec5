"""All that the command line says of a workshop, computed in one reading of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cxcore.agreement import Agreement, agreement_of
from cxcore.analysis import (
    Analysis,
    JourneyAnalysis,
    WorkshopReader,
    analyse_grid,
)
from cxcore.cli.further import Further, Given, further_of
from cxcore.edit import visible
from cxcore.model import Workshop
from cxcore.robustness import Robustness, robustness_of


@dataclass(frozen=True, eq=False)
class Computed:
    """A workshop with what was computed of each of its journeys."""

    workshop: Workshop
    as_of: date
    """The day computed for, as evidence ages."""
    analysis: Analysis
    agreement: Mapping[str, Agreement]
    """How far the room agrees, by journey."""
    robust: Mapping[str, Robustness]
    """How firmly each ranking holds, by journey; empty where that was not asked,
    without journeys of which nothing is rated."""
    further: Further | None
    """What is said beyond the rankings; None where that was not asked."""

    def journeys(
        self,
    ) -> Iterator[tuple[JourneyAnalysis, Agreement, Robustness | None]]:
        """Yield all that is known of each journey, in their order."""
        for journey in self.analysis.journeys:
            key = journey.journey_id
            yield journey, self.agreement[key], self.robust.get(key)


def compute(
    workshop: Workshop, as_of: date, *, robust: bool = True, further: bool = False
) -> Computed:
    """Compute what the command line says.

    Args:
        workshop: with removed things; they are hidden here.
        as_of: the day on which the age of evidence is counted.
        robust: False leaves out how firmly the rankings hold, which takes longest.
        further: also say what is said beyond the rankings.
    """
    shown = visible(workshop)
    reader = WorkshopReader(shown, as_of)
    grids = {journey.id: reader.grid(journey) for journey in reader.journeys()}
    analyses = [analyse_grid(grid, shown.settings) for grid in grids.values()]
    shaken = {
        one.journey_id: found
        for one in analyses
        if robust
        and (found := robustness_of(grids[one.journey_id], shown.settings, one))
    }
    agreed = {key: agreement_of(grid, shown.settings) for key, grid in grids.items()}
    analysis = Analysis(tuple(analyses))
    given = Given(workshop, shown, as_of, grids, analysis)
    more = further_of(given) if further else None
    return Computed(workshop, as_of, analysis, agreed, shaken, more)


def in_front(computed: Computed) -> dict[str, float]:
    """Return P(among the first k) of each rated touchpoint, 0 to 1."""
    return {
        one.id: one.in_front
        for robust in computed.robust.values()
        for one in robust.touchpoints
    }
