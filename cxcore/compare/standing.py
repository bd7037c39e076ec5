"""A journey as it stands, or as it stood at a review (section 6 of docs/method.md)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from cxcore.analysis import (
    JourneyAnalysis,
    JourneyGrid,
    TouchpointAnalysis,
    analyse_grid,
    grid_of,
)
from cxcore.edit import visible
from cxcore.model import Review, Touchpoint, Workshop


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """What was on the map of a journey on a day, and what everybody said of it."""

    on: date
    grid: JourneyGrid
    analysis: JourneyAnalysis
    there: frozenset[str]
    """Touchpoints on the map, rated or not; those that nobody can find any more too."""

    def touchpoint(self, touchpoint_id: str) -> TouchpointAnalysis | None:
        """Return one touchpoint; None where nothing is known of it then."""
        found = (each for each in self.analysis.touchpoints if each.id == touchpoint_id)
        return next(found, None)


def standing_now(grid: JourneyGrid, analysis: JourneyAnalysis, on: date) -> Standing:
    """Return a journey as it stands today.

    Args:
        grid: the journey, as everybody may see it.
        analysis: of this grid.
        on: today.
    """
    return Standing(on, grid, analysis, frozenset(grid.ids))


def standing_at(workshop: Workshop, review: Review) -> Standing:
    """Return a journey as it stood at a review.

    What people said, and what was on the map, are those of the review; all else is as
    it is today: weights, who is counted, and what is known of a touchpoint. So two
    standings differ by what was said alone. What was removed since stands where it
    was; whoever was taken out since is not counted.

    Args:
        workshop: all of it, removed things too: what is gone had a name.
        review: as it was kept.

    Raises:
        KeyError: its journey is removed.
    """
    there = frozenset(review.touchpoint_ids) | review.ratings.keys()
    touchpoints = _brought_back(
        workshop.touchpoints[each] for each in there if each in workshop.touchpoints
    )
    holding = {each.stage_id for each in touchpoints.values()}
    stages = {
        key: stage.model_copy(update={"removed": False}) if key in holding else stage
        for key, stage in workshop.stages.items()
    }
    then = visible(
        workshop.model_copy(
            update={
                "touchpoints": touchpoints,
                "stages": stages,
                "ratings": review.ratings,
                "answers": {},
                "rounds": {},
                "reviews": {},
            }
        )
    )
    grid = grid_of(then, review.journey_id, review.on)
    return Standing(
        review.on, grid, analyse_grid(grid, then.settings, in_full=False), there
    )


def reviews_of(workshop: Workshop, journey_id: str) -> tuple[Review, ...]:
    """Return the reviews of a journey, the oldest first; those of one day by id."""
    found = (
        each for each in workshop.reviews.values() if each.journey_id == journey_id
    )
    return tuple(sorted(found, key=lambda each: (each.on, each.id)))


def _brought_back(touchpoints: Iterable[Touchpoint]) -> Mapping[str, Touchpoint]:
    return {each.id: each.model_copy(update={"removed": False}) for each in touchpoints}
