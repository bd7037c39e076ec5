"""Whether raters agree: on one touchpoint, and between touchpoints (1.8, 4.4, 4.8).

``r_wg`` looks at one touchpoint; ``concordance_of`` (Kendall's W) and
``krippendorffs_alpha`` tell whether raters see the same differences between
touchpoints.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy.special import chdtrc

from cxcore.analysis.ranks import ranks_of
from cxcore.analysis.scales import FloatArray, divided

VALENCE_POINTS = 11
"""Whole points of the valence scale, -5 to 5."""

FEWEST_RATERS = 2
FEWEST_TO_RANK = 3
"""Touchpoints that a ranking needs before agreement on it means anything."""


def even_variance(points: int) -> float:
    """Return the variance of answers spread evenly over so many points."""
    return (points**2 - 1) / 12


def r_wg(values: FloatArray, points: int = VALENCE_POINTS) -> FloatArray:
    """Return the within-group agreement of each row (James, Demaree, Wolf 1984).

    One minus the sample variance over the variance of answers spread evenly,
    cut off at 0. Every rater weighs the same. As the sample variance divides by
    n - 1, it is not the same for a panel and for that panel taken twice.

    Args:
        values: (touchpoints, voices), NaN for not rated.
        points: number of points of the scale.

    Returns:
        (touchpoints,), 0 none to 1 full agreement; NaN with fewer than two raters.
    """
    known = ~np.isnan(values)
    count = known.sum(axis=1)
    mean = np.where(known, values, 0.0).sum(axis=1) / np.maximum(count, 1)
    squares = np.where(known, (values - mean[:, np.newaxis]) ** 2, 0.0).sum(axis=1)
    variance = divided(squares, np.maximum(count - FEWEST_RATERS + 1, 0))
    return np.maximum(0.0, 1 - variance / even_variance(points))


class Distance(StrEnum):
    """How far two answers are apart, by the kind of their scale."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Concordance:
    """How far raters rank the touchpoints alike (1.8)."""

    w: float
    """Kendall's W, 0 none to 1 the same ranking; corrected for ties."""
    raters: int
    """How many it rests on: those who rated all touchpoints that anybody rated."""
    touchpoints: int
    """How many they ranked."""

    @property
    def chi_square(self) -> float:
        """Friedman's statistic m (n - 1) W, with n - 1 degrees of freedom."""
        return self.raters * (self.touchpoints - 1) * self.w

    @property
    def p(self) -> float:
        """P(raters who rank by chance agree as far as this), 0 to 1; approximate."""
        return float(chdtrc(self.touchpoints - 1, self.chi_square))


def concordance_of(values: FloatArray) -> Concordance | None:
    """Return how far raters rank the touchpoints alike (Kendall's W, 1.8).

    Rated are the touchpoints that anybody rated; counted are the raters who rated
    all of those.

    Args:
        values: (touchpoints, voices), NaN for not rated.

    Returns:
        None with fewer than three touchpoints or two raters who rated them all, or
        where none of these tells them apart.
    """
    rated = values[~np.isnan(values).all(axis=1)]
    whole = rated[:, ~np.isnan(rated).any(axis=0)]
    items, raters = whole.shape
    if items < FEWEST_TO_RANK or raters < FEWEST_RATERS:
        return None
    ranks = ranks_of(whole)
    ties = int((ranks.shared_by**3 - ranks.shared_by).sum())
    most = raters**2 * (items**3 - items) - raters * ties
    if most <= 0:
        return None
    sums = ranks.values.sum(axis=1)
    w = float(12 * ((sums - sums.mean()) ** 2).sum() / most)
    return Concordance(w, raters, items)


def krippendorffs_alpha(
    values: FloatArray, distance: Distance = Distance.INTERVAL
) -> float | None:
    """Return how reliable the ratings are (Krippendorff's alpha, 1.8).

    Touchpoints with fewer than two ratings are left out; missing ratings are no
    obstacle. One minus the observed disagreement over the one expected by chance.

    Args:
        values: (touchpoints, voices), NaN for not rated.
        distance: what kind of scale the values are on.

    Returns:
        1 full agreement, 0 as by chance, below 0 worse; None with fewer than two
        touchpoints that two people rated, or where all answers are the same.
    """
    known = ~np.isnan(values)
    paired = known.sum(axis=1) >= FEWEST_RATERS
    if np.count_nonzero(paired) < FEWEST_RATERS:
        return None
    units, known = values[paired], known[paired]
    points, codes = np.unique(units[known], return_inverse=True)
    if len(points) == 1:
        return None
    counts = np.zeros((len(units), len(points)))
    np.add.at(counts, (np.nonzero(known)[0], codes), 1)
    each = counts / (counts.sum(axis=1, keepdims=True) - 1)
    seen = each.T @ counts - np.diag(each.sum(axis=0))
    totals = counts.sum(axis=0)
    apart = _distances(points, totals, distance)
    by_chance = (np.outer(totals, totals) * apart).sum() / (totals.sum() - 1)
    return float(1 - (seen * apart).sum() / by_chance)


def _distances(points: FloatArray, totals: FloatArray, kind: Distance) -> FloatArray:
    """Return the squared distance of each pair of points.

    Args:
        points: different answers, ascending.
        totals: how often each was given.
        kind: what kind of scale they are on.
    """
    one, other = points[:, np.newaxis], points[np.newaxis, :]
    match kind:
        case Distance.NOMINAL:
            nominal: FloatArray = (one != other).astype(np.float64)
            return nominal
        case Distance.ORDINAL:
            middle = np.cumsum(totals) - totals / 2
            ordinal: FloatArray = (middle[:, np.newaxis] - middle) ** 2
            return ordinal
        case Distance.RATIO:
            parts, wholes = one - other, one + other
            nothing = np.zeros(parts.shape)  # two answers of nothing are no distance
            ratio: FloatArray = np.divide(parts, wholes, nothing, where=wholes != 0)
            return ratio**2
        case _:
            interval: FloatArray = (one - other) ** 2
            return interval
