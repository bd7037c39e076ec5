"""The fix scores of a journey again and again, with all that is uncertain shaken (4.7).

In each re-run the weights of the method are others, the participants weigh otherwise,
and what little is known of a touchpoint shifts all that was said of it. Everything is
computed touchpoint by touchpoint over all re-runs: the two blocks of numbers at work
then stay in the processor's cache, which is three times as fast as whole arrays.
"""

from dataclasses import dataclass

import numpy as np

from cxcore.analysis.fix import PLAIN_PART
from cxcore.analysis.grid import JourneyGrid
from cxcore.analysis.place import FEWEST_IN_STAGE
from cxcore.analysis.rated import Aggregates, aggregates_of
from cxcore.analysis.results import Signal
from cxcore.analysis.scales import (
    CLOSE,
    EFFORT,
    STRONGEST_FEELING,
    TEN_POINTS,
    VALENCE,
    FloatArray,
)
from cxcore.analysis.signals import within_one
from cxcore.analysis.voices import asked_importance, groups_of
from cxcore.model import ImportanceMode, Settings
from cxcore.robustness.noise import Noise, noise_of, standard_noise
from cxcore.robustness.panel import Panel, averaged
from cxcore.robustness.streams import dirichlet, voice_weights


@dataclass(frozen=True, slots=True, eq=False)
class Shaken:
    """Fix scores of the rated touchpoints in every re-run."""

    ids: tuple[str, ...]
    """The rated touchpoints in map order."""
    fix: FloatArray
    """(touchpoints, draws): F, 0 to 100."""
    noise: FloatArray
    """(touchpoints, parts, draws): the standard normal draws behind the shifts."""


@dataclass(frozen=True, slots=True, eq=False)
class _Signals:
    """What one touchpoint's fix score is made of, in every re-run: (draws,) each."""

    importance: FloatArray
    pain: FloatArray
    gap: FloatArray | None
    effort: FloatArray | None
    valence: FloatArray


def shaken(grid: JourneyGrid, settings: Settings, draws: int) -> Shaken:
    """Return the fix scores of all re-runs; the same for the same workshop, always.

    Args:
        grid: the journey.
        settings: weights, and how far all is shaken.
        draws: how many re-runs.
    """
    given = aggregates_of(grid, settings)
    ids = tuple(grid.ids[row] for row in given.rows.tolist())
    seed = settings.robustness.seed
    noise = np.array([standard_noise(seed, each, draws) for each in ids])
    shaker = _Shaker(grid, given, settings, draws)
    fix = np.empty((len(ids), draws))
    valence = np.empty((len(ids), draws))
    for place in range(len(ids)):
        signals = shaker.signals(place, noise[place])
        fix[place] = shaker.plain(place, signals)
        valence[place] = signals.valence
    fix *= 1 + _exposure(grid, given, settings, valence)
    return Shaken(ids=ids, fix=fix, noise=noise)


class _Shaker:
    """One journey while it is shaken; knows what stays the same in all re-runs."""

    def __init__(
        self, grid: JourneyGrid, given: Aggregates, settings: Settings, draws: int
    ) -> None:
        rule = settings.robustness
        self._grid, self._given, self._settings = grid, given, settings
        self._panel = Panel(
            voice_weights(rule.seed, grid.voices, draws),
            groups_of(grid, settings.weighting),
        )
        self._severity = dirichlet(
            rule.seed,
            "severity",
            dict(settings.severity),
            rule.sureness,
            draws,
        )
        self._votes = asked_importance(grid, settings.importance_without_dot)

    def signals(self, place: int, standard: FloatArray) -> _Signals:
        """Return the signals of a rated touchpoint in every re-run."""
        row = int(self._given.rows[place])
        noise = noise_of(
            standard, float(self._grid.confidence[row]), self._settings.robustness
        )
        valence, pain = self._feeling(row, noise)
        counted = self._given.counted
        return _Signals(
            importance=self._importance(row, noise),
            pain=pain,
            gap=self._gap(row, noise) if Signal.GAP in counted else None,
            effort=self._effort(row, noise) if Signal.EFFORT in counted else None,
            valence=valence,
        )

    def plain(self, place: int, signals: _Signals) -> FloatArray:
        """Return the fix score without any exposure: 50 i S (4.3)."""
        parts = (signals.pain, signals.gap, signals.effort)
        total = np.zeros_like(signals.pain)
        weighed = np.zeros_like(signals.pain)
        for weight, part in zip(self._severity, parts, strict=True):
            if part is not None:
                total += weight * part
                weighed += weight
        severity = np.divide(
            total, weighed, out=np.zeros_like(total), where=weighed > 0
        )
        exponent = float(self._grid.kano_exponent[self._given.rows[place]])
        if exponent != 1:
            severity **= exponent
        return PLAIN_PART * signals.importance * severity

    def _feeling(self, row: int, noise: Noise) -> tuple[FloatArray, FloatArray]:
        """Return mean valence and pain; pain is taken before it is averaged."""
        said = self._grid.valence[row]
        columns, weights = self._panel.of(~np.isnan(said))
        felt = said[columns, np.newaxis] + noise.valence
        np.clip(felt, VALENCE.low, VALENCE.high, out=felt)
        mean = averaged(felt, weights)
        np.minimum(felt, 0.0, out=felt)
        return mean, averaged(felt, weights) / -STRONGEST_FEELING

    def _gap(self, row: int, noise: Noise) -> FloatArray | None:
        expected = self._grid.expectation[row]
        known = ~np.isnan(expected) & ~np.isnan(self._grid.performance[row])
        if not known.any():
            return None
        columns, weights = self._panel.of(known)
        short = self._grid.performance[row, columns, np.newaxis] + noise.performance
        np.clip(short, TEN_POINTS.low, TEN_POINTS.high, out=short)
        np.subtract(expected[columns, np.newaxis], short, out=short)
        np.maximum(short, 0.0, out=short)
        return averaged(short, weights) / TEN_POINTS.high

    def _effort(self, row: int, noise: Noise) -> FloatArray | None:
        said = self._grid.effort[row]
        known = ~np.isnan(said)
        if not known.any():
            return None
        columns, weights = self._panel.of(known)
        mean = averaged(EFFORT.unit(said[columns]), weights)
        return np.clip(mean + noise.effort, 0.0, 1.0)

    def _importance(self, row: int, noise: Noise) -> FloatArray:
        """Return i with its reach; reach itself is known, and is not shaken."""
        votes, reach = self._votes[row], float(self._grid.reach[row])
        known = ~np.isnan(votes)
        if known.any() and self._grid.mode is not ImportanceMode.SURVEY:
            columns, weights = self._panel.of(known)
            mean = averaged(votes[columns], weights) * reach
        else:
            mean = np.full_like(noise.importance, self._given.means.importance[row])
        return np.clip(mean + noise.importance * reach, 0.0, reach)


def _exposure(
    grid: JourneyGrid, given: Aggregates, settings: Settings, valence: FloatArray
) -> FloatArray:
    """Return X of every re-run: (touchpoints, draws); the low point is found anew."""
    rule = settings.robustness
    names = dict(settings.exposure)
    scaled = dict(zip(names, within_one(list(names.values())).tolist(), strict=True))
    drawn = dirichlet(rule.seed, "exposure", scaled, rule.sureness, valence.shape[1])
    of_moment, of_low, of_end, of_handover = drawn[:, np.newaxis, :]
    flag = grid.moment_of_truth[given.rows, np.newaxis]
    place = given.place
    exposure: FloatArray = (
        of_moment * flag
        + of_low * _low_points(given, valence)
        + of_end * place.end[:, np.newaxis]
        + of_handover * place.handover[:, np.newaxis]
    )
    return exposure


def _low_points(given: Aggregates, valence: FloatArray) -> FloatArray:
    """Return 1 where a touchpoint is the low point of its stage (4.3)."""
    runs = given.runs
    lowest = np.minimum.reduceat(valence, runs.starts, axis=0)[runs.of]
    company = (runs.sizes[runs.of] >= FEWEST_IN_STAGE)[:, np.newaxis]
    low = company & (valence <= lowest + CLOSE) & (valence < -CLOSE)
    return low.astype(np.float64)
