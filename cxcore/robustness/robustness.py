"""How firmly a ranking holds: the re-runs, and what they say of each touchpoint."""

from dataclasses import dataclass

import numpy as np

from cxcore.analysis import JourneyAnalysis, JourneyGrid, analyse_grid
from cxcore.analysis.fix import most_critical
from cxcore.analysis.scales import FloatArray, at_least
from cxcore.model import Settings
from cxcore.model.settings import RobustnessRule
from cxcore.robustness.knowing import Knowing, value_of_knowing
from cxcore.robustness.ranks import brackets, tied, top_shares, wins_over_next
from cxcore.robustness.results import Hold, Robustness, TouchpointRobustness
from cxcore.robustness.shaking import Shaken, shaken

INTERVAL = (0.05, 0.5, 0.95)
TOP = (1, 2, 3)
CELLS_MOST = 400_000_000
"""Ratings times re-runs: very big journeys are re-run less often, and say how often."""
SCORES_MOST = 2_000_000
"""Touchpoints times re-runs: for each a hundred bytes stand in memory at once."""
DRAWS_LEAST = 100


def robustness_of(
    grid: JourneyGrid, settings: Settings, analysis: JourneyAnalysis | None = None
) -> Robustness | None:
    """Return how firmly the ranking of a journey holds (4.7).

    The same numbers for the same workshop, always: seeded, and no matter in which
    order anything is stored.

    Args:
        grid: the journey.
        settings: weights, and how far all is shaken.
        analysis: of this grid with these settings, where it is at hand.

    Returns:
        None where nothing is rated.
    """
    analysis = analysis or analyse_grid(grid, settings, in_full=False)
    if not analysis.ranking:
        return None
    draws = draws_for(grid, settings.robustness)
    reruns = _ranked(shaken(grid, settings, draws), analysis.ranking)
    front = most_critical(len(analysis.ranking), settings.critical)
    told = _Told(grid, settings, reruns, front)
    return Robustness(
        journey_id=grid.journey_id,
        draws=draws,
        front=front,
        touchpoints=told.touchpoints(),
        scores=told.scores,
        ask_next=told.ask_next(),
    )


def draws_for(grid: JourneyGrid, rule: RobustnessRule) -> int:
    """Return how many re-runs a journey gets; very big ones get fewer."""
    touchpoints = max(1, len(grid.ids))
    cells = touchpoints * max(1, len(grid.voices))
    most = min(CELLS_MOST // cells, SCORES_MOST // touchpoints)
    return max(DRAWS_LEAST, min(rule.draws, most))


def _ranked(reruns: Shaken, ranking: tuple[str, ...]) -> Shaken:
    """Return the re-runs with the touchpoints in the order of their ranking."""
    places = {each: place for place, each in enumerate(reruns.ids)}
    order = [places[each] for each in ranking]
    return Shaken(ids=ranking, fix=reruns.fix[order], noise=reruns.noise[order])


@dataclass(frozen=True, slots=True, eq=False)
class _Columns:
    """What is computed of all touchpoints at once, in the order of the ranking."""

    shares: FloatArray
    quantiles: FloatArray
    wins: FloatArray
    """Of all but the last."""
    runs: list[range]
    knowing: list[Knowing]
    unknown: FloatArray


class _Told:
    """What the re-runs say, touchpoint by touchpoint."""

    def __init__(
        self, grid: JourneyGrid, settings: Settings, reruns: Shaken, front: int
    ) -> None:
        self.scores = tied(reruns.fix)
        self._ids = reruns.ids
        self._rule = settings.robustness
        places = {each: place for place, each in enumerate(grid.ids)}
        rows = [places[each] for each in self._ids]
        wins = wins_over_next(self.scores)
        self._columns = _Columns(
            shares=top_shares(self.scores, (*TOP, front)),
            quantiles=np.quantile(self.scores, INTERVAL, axis=1).T,
            wins=wins,
            runs=brackets(wins, self._rule.holds_from),
            knowing=value_of_knowing(reruns.fix, reruns.noise, front),
            unknown=1 - grid.confidence[rows],
        )

    def touchpoints(self) -> tuple[TouchpointRobustness, ...]:
        """Return all of them, worst first."""
        return tuple(self._touchpoint(place) for place in range(len(self._ids)))

    def ask_next(self) -> str | None:
        """Return whose evidence could change the first k most."""
        values = [each.value for each in self._columns.knowing]
        best = int(np.argmax(values))
        return self._ids[best] if values[best] > 0 else None

    def _touchpoint(self, place: int) -> TouchpointRobustness:
        columns = self._columns
        one, two, three, in_front = columns.shares[place].tolist()
        low, middle, high = columns.quantiles[place].tolist()
        run, knowing = columns.runs[place], columns.knowing[place]
        wins = columns.wins
        return TouchpointRobustness(
            id=self._ids[place],
            rank=place + 1,
            top=(one, two, three),
            in_front=in_front,
            verdict=self._verdict(in_front),
            before_next=float(wins[place]) if place < len(wins) else None,
            bracket=(run.start + 1, run.stop),
            interval=(low, middle, high),
            research_first=high * float(columns.unknown[place]),
            knowing=knowing.value,
            could_turn=knowing.could_turn,
        )

    def _verdict(self, in_front: float) -> Hold:
        if at_least(np.array(in_front), self._rule.holds_from):
            return Hold.HOLDS
        if at_least(np.array(in_front), self._rule.could_change_from):
            return Hold.COULD_CHANGE
        return Hold.NOT_IN_FRONT
