"""Whether the raters of one touchpoint agree (1.8, needed by 4.4)."""

import numpy as np

from cxcore.analysis.scales import FloatArray, divided

VALENCE_POINTS = 11
"""Whole points of the valence scale, -5 to 5."""

FEWEST_RATERS = 2


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
