"""What customers would start with, beside what the others would (4.8).

Both are the ranking by fix score, with one side's feelings in the place of everybody's.
Where both sides have said what they expect and get, or how hard it is, each speaks for
itself; where one has not (who answers a survey says how it feels and no more), or of
the customers too few have, the room's answers stand for both. What matters is the
room's in both: the two differ in whom is asked how it is, never in what counts, nor in
how the map is drawn.
"""

from dataclasses import dataclass, replace

import numpy as np

from cxcore.analysis.agreement import FEWEST_TO_RANK
from cxcore.analysis.fix import FixInput, fix_scores, ranking_of
from cxcore.analysis.grid import JourneyGrid
from cxcore.analysis.place import Place, place_of, runs_of
from cxcore.analysis.rated import Aggregates
from cxcore.analysis.results import Signal
from cxcore.analysis.scales import (
    CLOSE,
    EFFORT,
    STRONGEST_FEELING,
    TEN_POINTS,
    FloatArray,
    IntArray,
    divided,
)
from cxcore.analysis.signals import if_counted
from cxcore.analysis.voices import (
    Groups,
    customers_of_grid,
    customers_own,
    groups_of,
    mean_over_voices,
)
from cxcore.model import Settings, Weighting
from cxcore.model.base import TouchpointId

TOP = 3
"""So many come first."""


@dataclass(frozen=True, slots=True)
class CustomersFirst:
    """What comes first to customers, and to everybody else."""

    ours: tuple[TouchpointId, ...]
    """The first three by the others' feelings, worst first; fewer where fewer hurt."""
    theirs: tuple[TouchpointId, ...]
    """The first three by the customers' feelings."""
    compared: int
    """How many touchpoints both sides have rated, customers often enough."""

    @property
    def differs(self) -> bool:
        """Tell whether the first three are others, or come in another order."""
        return self.ours != self.theirs


@dataclass(frozen=True, slots=True)
class _Side:
    """What one side says of the compared touchpoints."""

    valence: FloatArray
    """-5 to 5."""
    pain: FloatArray
    """0 to 1."""
    gap: FloatArray
    """0 to 1; NaN where nobody of them gave both parts."""
    effort: FloatArray
    """0 to 1; NaN where nobody of them said."""


def customers_first(
    grid: JourneyGrid, given: Aggregates, settings: Settings
) -> CustomersFirst | None:
    """Rank the touchpoints as customers feel them, and as the others do.

    Compared are the touchpoints that ``direction.customers_from`` customers at least
    have rated, in the room or in a survey, and somebody else. So nobody stands alone
    in the customers' ranking.

    Args:
        grid: the journey.
        given: what the voices of the same grid add up to.
        settings: all weights and thresholds.

    Returns:
        None where fewer than three touchpoints can be compared.
    """
    fewest = max(1, settings.direction.customers_from)
    enough = given.rated_spread.customers >= fewest
    ours = _ours(grid, given.rows, settings.weighting)
    at = np.flatnonzero(enough & ~np.isnan(ours.valence))
    if len(at) < FEWEST_TO_RANK:
        return None
    theirs = _theirs(grid, given, fewest)
    scored = _Scored(grid, given, settings, at)
    return CustomersFirst(
        ours=scored.first(ours, theirs),
        theirs=scored.first(theirs, ours),
        compared=len(at),
    )


class _Scored:
    """Ranks the compared touchpoints by one side's feelings."""

    def __init__(
        self, grid: JourneyGrid, given: Aggregates, settings: Settings, at: IntArray
    ) -> None:
        """Take the places ``at`` of the compared touchpoints among the rated ones."""
        self._grid, self._given, self._settings = grid, given, settings
        self._at, self._rows = at, given.rows[at]

    def first(self, side: _Side, other: _Side) -> tuple[TouchpointId, ...]:
        """Return the first few that hurt this side, worst first."""
        given, at, rows = self._given, self._at, self._rows
        effort = _if_both(side.effort, other.effort, given.rated_means.effort)
        gap = _if_both(side.gap, other.gap, given.rated_means.gap)
        scores = fix_scores(
            FixInput(
                importance=given.rated_means.importance[at],
                pain=side.pain[at],
                gap=if_counted(gap, Signal.GAP, given.counted)[at],
                effort=if_counted(effort, Signal.EFFORT, given.counted)[at],
                kano_exponent=self._grid.kano_exponent[rows],
                moment_of_truth=self._grid.moment_of_truth[rows],
                place=self._place(side.valence[at]),
            ),
            self._settings,
        ).score
        ranking = ranking_of(scores)[:TOP].tolist()
        return tuple(
            self._grid.ids[rows[one]] for one in ranking if scores[one] > CLOSE
        )

    def _place(self, valence: FloatArray) -> Place:
        """Return the place on the map, with the low points of one side."""
        end, handover = self._given.place.end, self._given.place.handover
        felt = place_of(
            valence,
            runs_of(self._grid.stage_codes[self._rows]),
            self._grid.owner_codes[self._rows],
            self._settings.end_of_stage,
        )
        return replace(felt, end=end[self._at], handover=handover[self._at])


def _if_both(one: FloatArray, other: FloatArray, room: FloatArray) -> FloatArray:
    """Return what one side says where the other says something too; else the room."""
    return np.where(np.isnan(one) | np.isnan(other), room, one)


def _ours(grid: JourneyGrid, rows: IntArray, weighting: Weighting) -> _Side:
    """Return what all but the customers say of the rated touchpoints."""
    customers = set(customers_of_grid(grid).tolist())
    groups = []
    for group in groups_of(grid, weighting):
        columns = np.arange(len(grid.voices))[group]
        others = [column for column in columns.tolist() if column not in customers]
        groups.append(np.array(others, dtype=np.intp))
    return _side(grid, rows, grid.valence[rows], groups)


def _theirs(grid: JourneyGrid, given: Aggregates, fewest: int) -> _Side:
    """Return what customers say, in the room and in surveys, each counting once.

    What fewer than ``fewest`` of them say besides how it feels is unknown.
    """
    rows, columns = given.rows, customers_of_grid(grid)
    own = np.full((len(rows), len(grid.voices)), np.nan)
    own[:, columns] = customers_own(grid)[rows]
    told = _side(grid, rows, own, (columns,))
    in_room = (~np.isnan(own)).sum(axis=1)
    pain = np.where(in_room > 0, told.pain * in_room, 0.0) + grid.survey_pain[rows]
    together = (in_room + grid.respondents[rows]).astype(np.float64)
    missed = grid.expectation - grid.performance
    return replace(
        told,
        valence=given.rated_spread.customers_valence,
        pain=divided(pain, together),
        gap=_of_enough(told.gap, missed[rows][:, columns], fewest),
        effort=_of_enough(told.effort, grid.effort[rows][:, columns], fewest),
    )


def _of_enough(means: FloatArray, said: FloatArray, fewest: int) -> FloatArray:
    """Return the means of what enough voices said; else unknown."""
    return np.where((~np.isnan(said)).sum(axis=1) >= fewest, means, np.nan)


def _side(
    grid: JourneyGrid, rows: IntArray, valence: FloatArray, groups: Groups
) -> _Side:
    """Average what some voices say, pain and gap taken voice by voice (4.2)."""
    missed = np.maximum(grid.expectation[rows] - grid.performance[rows], 0.0)
    means = mean_over_voices(
        np.array(
            [
                valence,
                np.maximum(-valence, 0.0) / STRONGEST_FEELING,
                missed / TEN_POINTS.high,
                EFFORT.unit(grid.effort[rows]),
            ]
        ),
        groups,
    )
    return _Side(*means)
