"""Ranks and rank correlation, ties sharing their mean rank."""

from dataclasses import dataclass

import numpy as np

from cxcore.analysis.scales import CLOSE, FloatArray, IntArray


@dataclass(frozen=True, slots=True)
class Ranks:
    """Ranks within each column, and how many share each of them."""

    values: FloatArray
    """(things, columns), from 1, smallest first; ties get the mean of their ranks."""
    shared_by: IntArray
    """Sizes of the groups of alike values, of all columns together."""


def ranks_of(values: FloatArray) -> Ranks:
    """Rank each column by itself, all in one go.

    Args:
        values: (things, columns), nothing unknown.
    """
    things, columns = values.shape
    points, codes = np.unique(values.T, return_inverse=True)
    # One run of numbers per column: sorting them together keeps columns apart.
    apart = codes.reshape(-1) + np.repeat(np.arange(columns), things) * len(points)
    _, places, counts = np.unique(apart, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[places].reshape(columns, things)
    return Ranks(ranks.T - things * np.arange(columns), counts)


def rank_correlation(one: FloatArray, other: FloatArray) -> float | None:
    """Return Spearman's rank correlation, -1 to 1.

    None where either is all alike, or there are fewer than two values.
    """
    if not len(one):
        return None
    ranks = ranks_of(np.column_stack([one, other])).values
    apart = ranks - ranks.mean(axis=0)
    spread = np.sqrt((apart**2).sum(axis=0))
    if spread.min() < CLOSE:
        return None
    return float(apart[:, 0].dot(apart[:, 1]) / spread.prod())
