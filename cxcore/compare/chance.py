"""Whether a change exceeds its uncertainty: other people like these, both times (1.8).

Every participant has one weight in each re-run, and it is the same before and after:
who spoke both times is compared with themselves (a paired Bayesian bootstrap).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from cxcore.analysis.grid import JourneyGrid
from cxcore.analysis.scales import CLOSE, FloatArray
from cxcore.analysis.voices import groups_among
from cxcore.model import Settings, Viewpoint
from cxcore.robustness.panel import Panel, averaged
from cxcore.robustness.streams import voice_weights

INTERVAL = (5.0, 50.0, 95.0)
"""Percentiles of an interval."""


@dataclass(frozen=True, slots=True)
class Sureness:
    """What the re-runs say of one change."""

    interval: tuple[float, float, float]
    """5, 50 and 95 % of the change."""
    up: float
    """Part of the re-runs in which it rose, 0 to 1."""
    down: float
    """Part of the re-runs in which it fell, 0 to 1."""


def sureness_of(changes: Mapping[str, FloatArray]) -> dict[str, Sureness]:
    """Return what the changes of all re-runs, (draws,) each, say of each thing."""
    if not changes:
        return {}
    rows = np.array(list(changes.values()))
    intervals = np.percentile(rows, INTERVAL, axis=1).T.tolist()
    up, down = (rows > CLOSE).mean(axis=1), (rows < -CLOSE).mean(axis=1)
    shares = zip(up.tolist(), down.tolist(), strict=True)
    return {
        key: Sureness((low, middle, high), *share)
        for key, (low, middle, high), share in zip(
            changes, intervals, shares, strict=True
        )
    }


class Redraws:
    """The means of several standings of a journey in every re-run of the room.

    The numbers hang on the seed and on the ids of the participants alone: neither the
    order in which things are stored nor who else is there changes those of anybody.
    """

    def __init__(self, grids: Iterable[JourneyGrid], settings: Settings) -> None:
        viewpoints: dict[str, Viewpoint | None] = {}
        for grid in grids:
            viewpoints |= dict(zip(grid.voices, grid.viewpoints, strict=True))
        voices = sorted(viewpoints)
        rule = settings.robustness
        self._known: dict[JourneyGrid, Mapping[str, FloatArray]] = {}
        self._place = {voice: place for place, voice in enumerate(voices)}
        self._panel = Panel(
            voice_weights(rule.seed, voices, rule.draws),
            groups_among([viewpoints[voice] for voice in voices], settings.weighting),
        )

    def of(self, grid: JourneyGrid) -> Mapping[str, FloatArray]:
        """Return the mean valence of every rated touchpoint: (draws,) each.

        Args:
            grid: one of those that this was made for.
        """
        if grid not in self._known:
            self._known[grid] = self._means(grid)
        return self._known[grid]

    def _means(self, grid: JourneyGrid) -> Mapping[str, FloatArray]:
        places = np.array([self._place[voice] for voice in grid.voices], dtype=np.intp)
        means: dict[str, FloatArray] = {}
        for touchpoint_id, said in zip(grid.ids, grid.valence, strict=True):
            values = np.full(len(self._place), np.nan)
            values[places] = said
            known = ~np.isnan(values)
            if known.any():
                columns, weights = self._panel.of(known)
                means[touchpoint_id] = averaged(values[columns], weights)
        return means
