"""Where a journey changes hands, and what each department sees of it (1.10).

Owners are those that ``JourneyAnalysis.departments`` groups by. Whoever answers
for a touchpoint is a department; touchpoints without an owner belong to *nobody*,
written as an empty name, and nobody counts as one department more: a step from
somebody to nobody is a handover, as it is for the fix score (4.3), and a step from
nobody to nobody is none. Steps run along *all* touchpoints of the map; a change of
feeling is known only where both ends of a step are rated, so that what happens
across an unrated touchpoint is blamed on no seam.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cxcore.analysis.results import GroupScore, JourneyAnalysis, TouchpointAnalysis

NOBODY = ""
"""Name of the department of touchpoints that nobody answers for."""


@dataclass(frozen=True, slots=True)
class Steps:
    """Some steps from one touchpoint to the next, and how the feeling changes."""

    places: tuple[tuple[str, str], ...]
    """Ids of the touchpoints before and after, in map order."""
    felt: int
    """Steps with a valence at both ends."""
    change: float | None
    """Mean change of valence over those, -10 to 10; None where there is none."""

    @property
    def count(self) -> int:
        """How many steps there are, felt or not."""
        return len(self.places)


@dataclass(frozen=True, slots=True)
class Handover:
    """All steps at which one department hands over to another one."""

    giver: str
    """Department before; empty: nobody."""
    taker: str
    """Department after; empty: nobody."""
    steps: Steps


@dataclass(frozen=True, slots=True)
class Handovers:
    """Who hands over to whom along one journey, and how it feels there."""

    owners: tuple[str, ...]
    """Per touchpoint in map order: its department, empty for nobody."""
    pairs: tuple[Handover, ...]
    """By first appearance on the map."""
    across: Steps
    """All steps from one department to another one."""
    within: Steps
    """All steps that stay with one department."""

    @property
    def rate(self) -> float | None:
        """Part of the steps that change hands, 0 to 1; None where there is no step."""
        steps = self.across.count + self.within.count
        return self.across.count / steps if steps else None

    @property
    def seam_drop(self) -> float | None:
        """How much more the feeling changes where hands change, -20 to 20.

        Below zero it drops more there. None where either kind of step is unfelt.
        """
        if self.across.change is None or self.within.change is None:
            return None
        return self.across.change - self.within.change


@dataclass(frozen=True, slots=True)
class SeenMoment:
    """One touchpoint of a department, with its place in the whole journey."""

    touchpoint_id: str
    place: int
    """Number on the map, from 1."""
    level: float | None
    """The mean valence on 0 to 1; None: not rated."""
    arrives_with: float | None
    """Valence of the touchpoint before, where another department has it: what
    the customer brings along. None: not rated, the first, or one's own.
    """


@dataclass(frozen=True, slots=True)
class DepartmentView:
    """The journey as one department sees it, next to how the customer lives it."""

    group: GroupScore
    """Its own touchpoints: weight, weighted mean, score, share."""
    moments: tuple[SeenMoment, ...]
    """Its touchpoints in map order."""
    rosier: float | None
    """Its own weighted mean minus the journey score, -1 to 1: how much better
    it looks from here than it is lived. None where either is unknown.
    """


def handovers_of(journey: JourneyAnalysis) -> Handovers:
    """Return where a journey changes hands.

    Args:
        journey: analysed in full; an analysis for dragging knows no departments.
    """
    touchpoints = journey.touchpoints
    owners = owners_of(journey)
    steps = list(pairwise(touchpoints))
    pairs: dict[tuple[str, str], list[_Step]] = defaultdict(list)
    for before, after in steps:
        pairs[owners[before.id], owners[after.id]].append((before, after))
    return Handovers(
        owners=tuple(owners[touchpoint.id] for touchpoint in touchpoints),
        pairs=tuple(
            Handover(giver, taker, _steps(found))
            for (giver, taker), found in pairs.items()
            if giver != taker
        ),
        across=_steps(_where(steps, owners, same=False)),
        within=_steps(_where(steps, owners, same=True)),
    )


def department_views(journey: JourneyAnalysis) -> tuple[DepartmentView, ...]:
    """Return what each department sees, by first appearance on the map.

    Args:
        journey: analysed in full.
    """
    owners = owners_of(journey)
    before: dict[str, TouchpointAnalysis] = {
        after.id: before for before, after in pairwise(journey.touchpoints)
    }
    seen: dict[str, list[SeenMoment]] = defaultdict(list)
    for place, touchpoint in enumerate(journey.touchpoints, start=1):
        last = before.get(touchpoint.id)
        own = last is None or owners[last.id] == owners[touchpoint.id]
        seen[owners[touchpoint.id]].append(
            SeenMoment(
                touchpoint_id=touchpoint.id,
                place=place,
                level=touchpoint.level,
                arrives_with=None if own or last is None else last.valence,
            )
        )
    return tuple(
        DepartmentView(group, tuple(seen[group.id]), _rosier(group, journey))
        for group in journey.departments
    )


def owners_of(journey: JourneyAnalysis) -> dict[str, str]:
    """Return the department of each touchpoint, empty for nobody."""
    return {
        touchpoint_id: group.id
        for group in journey.departments
        for touchpoint_id in group.touchpoint_ids
    }


_Step = tuple[TouchpointAnalysis, TouchpointAnalysis]


def _where(
    steps: Iterable[_Step], owners: dict[str, str], *, same: bool
) -> list[_Step]:
    return [
        (before, after)
        for before, after in steps
        if (owners[before.id] == owners[after.id]) is same
    ]


def _steps(steps: Sequence[_Step]) -> Steps:
    changes = [
        after.valence - before.valence
        for before, after in steps
        if before.valence is not None and after.valence is not None
    ]
    return Steps(
        places=tuple((before.id, after.id) for before, after in steps),
        felt=len(changes),
        change=sum(changes) / len(changes) if changes else None,
    )


def _rosier(group: GroupScore, journey: JourneyAnalysis) -> float | None:
    if group.mean is None or journey.score is None:
        return None
    return group.mean - journey.score
