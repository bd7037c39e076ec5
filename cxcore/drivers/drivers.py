"""What moves the answers about the whole, or why it cannot be told (1.7)."""

import numpy as np
from scipy.special import fdtrc

from cxcore.analysis.scales import FloatArray
from cxcore.drivers.contrasts import contrasts_of
from cxcore.drivers.results import (
    Driver,
    Drivers,
    NoDrivers,
    Refusal,
    Split,
    SurveyRows,
)
from cxcore.drivers.samples import in_fixed_order, moments
from cxcore.drivers.shares import (
    LMG_MOST,
    correlations,
    johnson_of,
    lmg_of,
    scaled,
)
from cxcore.model import Settings

BY_CHANCE = 0.05
"""So seldom may chance alone explain as much as was found (F test of the whole)."""
BOUNDS = (0.05, 0.95)
"""The ends of the interval, as in the interval of the fix score (4.7)."""


def drivers_of(rows: SurveyRows, settings: Settings) -> Drivers | NoDrivers:
    """Return how far each touchpoint moves the answers about the whole.

    The same for the same answers, in whatever order they, the surveys or the
    touchpoints are stored.

    Args:
        rows: the complete answers.
        settings: ``drivers``, the seed of ``robustness``, and the floor of importance.
    """
    needed = settings.drivers.rows_per_touchpoint * max(1, len(rows.ids))
    refusal = _refusal(rows, needed)
    if refusal is not None:
        return NoDrivers(rows, refusal, needed)
    found = _Found(rows, settings)
    if not found.is_more_than_chance():
        return NoDrivers(rows, Refusal.UNRELATED, needed)
    return found.drivers()


class _Found:
    """The sums of one set of answers, its touchpoints in the order of their ids."""

    def __init__(self, rows: SurveyRows, settings: Settings) -> None:
        self._rows, self._settings = rows, settings
        by_id = sorted(range(len(rows.ids)), key=lambda at: rows.ids[at])
        columns = np.column_stack([rows.felt[:, by_id], rows.overall])
        columns = columns[in_fixed_order(columns)]
        self._ids = [rows.ids[at] for at in by_id]
        self._felt, self._overall = columns[:, :-1], columns[:, -1]
        self._matrix = correlations(self._felt, self._overall)[np.newaxis]
        self._weights = johnson_of(self._matrix)[0]
        few = len(self._ids) <= LMG_MOST
        self._split = Split.LMG if few else Split.JOHNSON

    def is_more_than_chance(self) -> bool:
        """Tell whether the touchpoints explain the whole (F test of a regression)."""
        rows, columns = self._felt.shape
        free = rows - columns - 1
        explained = self._weights.sum()
        if free < 1 or explained >= 1:
            return bool(free >= 1)
        ratio = explained / columns / ((1 - explained) / free)
        return bool(fdtrc(columns, free, ratio) < BY_CHANCE)

    def drivers(self) -> Drivers:
        """Return the touchpoints, the largest share first."""
        seed, rule = self._settings.robustness.seed, self._settings.drivers
        shares = self._shares(self._matrix)[0]
        bounds = np.quantile(self._shares(self._sampled()), BOUNDS, axis=0)
        contrasts = contrasts_of(self._felt, self._overall, rule, seed)
        found = [
            Driver(
                touchpoint_id=touchpoint_id,
                share=float(shares[at]),
                interval=(float(bounds[0, at]), float(bounds[1, at])),
                importance=self._importance(float(shares[at] / shares.max())),
                johnson=float(self._weights[at]),
                correlation=float(self._matrix[0, at, -1]),
                contrast=contrasts[at],
            )
            for at, touchpoint_id in enumerate(self._ids)
        ]
        places = {key: at for at, key in enumerate(self._rows.ids)}
        found.sort(key=lambda each: (-each.share, places[each.touchpoint_id]))
        return Drivers(self._rows, self._split, float(shares.sum()), tuple(found))

    def _shares(self, matrices: FloatArray) -> FloatArray:
        return lmg_of(matrices) if self._split is Split.LMG else johnson_of(matrices)

    def _sampled(self) -> FloatArray:
        """Return the correlations in samples of the respondents."""
        columns = np.column_stack([self._felt, self._overall])
        design = np.column_stack(
            [np.ones(len(columns)), columns - columns.mean(axis=0)]
        )
        rule, seed = self._settings.drivers, self._settings.robustness.seed
        means = moments(design, rule.draws, seed)
        centre = means[:, 0, 1:]
        around = centre[:, :, np.newaxis] * centre[:, np.newaxis, :]
        return scaled(means[:, 1:, 1:] - around)

    def _importance(self, part: float) -> float:
        """Return importance, 0 to 1, for a part of the largest share."""
        floor = self._settings.importance_without_dot
        return floor + (1 - floor) * part


def _refusal(rows: SurveyRows, needed: int) -> Refusal | None:
    """Return why it cannot be told; the first that fits."""
    if not rows.asked:
        return Refusal.NO_SURVEY
    if rows.without_overall == rows.asked:
        return Refusal.NO_OVERALL
    if len(rows.overall) < needed:
        return Refusal.TOO_FEW
    if not rows.ids or np.ptp(rows.overall) == 0:
        return Refusal.ALL_ALIKE
    return None
