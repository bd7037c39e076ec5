"""What would be said of a journey if some of its moments felt otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass

from cxcore.analysis import (
    Direction,
    JourneyAnalysis,
    JourneyGrid,
    TouchpointAnalysis,
    analyse_grid,
)
from cxcore.model import Settings
from cxcore.what_if.targets import with_targets


@dataclass(frozen=True, slots=True)
class Shift:
    """One rated touchpoint that would stand elsewhere, or be dealt with otherwise."""

    id: str
    rank: tuple[int, int]
    """Its place in the ranking before and after, from 1."""
    direction: tuple[Direction | None, Direction | None]
    critical: tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class Supposed:
    """A journey before and after; both as the analysis has it while people drag."""

    targets: Mapping[str, float]
    """Mean valence that was supposed, by touchpoint."""
    before: JourneyAnalysis
    after: JourneyAnalysis
    """Without shares, lifts and roll-ups, which nobody asks of what is not so."""

    @property
    def lift(self) -> float:
        """How much the journey score J would win, -1 to 1 (4.5)."""
        return (self.after.score or 0.0) - (self.before.score or 0.0)

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """What would change of each touchpoint, in the order of the new ranking."""
        old = {each.id: each for each in self.before.touchpoints}
        new = {each.id: each for each in self.after.touchpoints}
        pairs = [_shift(old[each], new[each]) for each in self.after.ranking]
        return tuple(each for each in pairs if _is_news(each))


def suppose(
    grid: JourneyGrid,
    settings: Settings,
    targets: Mapping[str, float],
    before: JourneyAnalysis | None = None,
) -> Supposed:
    """Return what the analysis would say if these touchpoints felt so.

    Args:
        grid: the journey as it is; it stays so.
        settings: all weights and thresholds.
        targets: mean valence by touchpoint, -5 to 5.
        before: the analysis of the journey as it is, where it is there already.

    Raises:
        CannotSupposeError: nobody has rated one of them, or it is not on the map.
    """
    supposed = with_targets(grid, targets, settings.weighting)
    return Supposed(
        targets=dict(targets),
        before=before or analyse_grid(grid, settings, in_full=False),
        after=analyse_grid(supposed, settings, in_full=False),
    )


def _shift(old: TouchpointAnalysis, new: TouchpointAnalysis) -> Shift:
    return Shift(
        id=new.id,
        rank=(old.rank or 0, new.rank or 0),
        direction=(old.direction, new.direction),
        critical=(old.is_critical, new.is_critical),
    )


def _is_news(shift: Shift) -> bool:
    return any(
        before != after
        for before, after in (shift.rank, shift.direction, shift.critical)
    )
