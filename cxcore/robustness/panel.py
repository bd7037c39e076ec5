"""The room in every re-run: people like these, by chance more of one than another."""

import numpy as np

from cxcore.analysis.scales import BoolArray, FloatArray, IntArray
from cxcore.analysis.voices import Groups

KEPT = 8
"""Weights kept at hand: most touchpoints have been rated by the same people."""


class Panel:
    """Weights of the voices in every re-run, for whoever rated a touchpoint."""

    def __init__(self, weights: FloatArray, groups: Groups) -> None:
        """Take the weights (voices, draws), and which voices share one weight."""
        self._weights = weights
        self._group = np.zeros(len(weights), dtype=np.intp)
        for number, columns in enumerate(groups):
            self._group[columns] = number
        self._kept: dict[bytes, tuple[IntArray, FloatArray]] = {}

    def of(self, known: BoolArray) -> tuple[IntArray, FloatArray]:
        """Return the voices that count, and their weights, which sum to 1.

        Args:
            known: (voices,), who gave a value; at least one.

        Returns:
            Columns (known,) and weights (known, draws).
        """
        key = known.tobytes()
        if key not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            columns = np.flatnonzero(known)
            self._kept[key] = columns, self._scaled(columns)
        return self._kept[key]

    def _scaled(self, columns: IntArray) -> FloatArray:
        """Scale the weights within each group, and the groups among themselves."""
        weights = self._weights[columns]
        group = self._group[columns]
        present = np.unique(group)
        for number in present:
            rows = group == number
            weights[rows] /= weights[rows].sum(axis=0) * len(present)
        return weights


def averaged(values: FloatArray, weights: FloatArray) -> FloatArray:
    """Return the weighted means of every re-run: (draws,).

    Args:
        values: (voices, draws), or (voices,) where they are the same in all.
        weights: (voices, draws), summing to 1.
    """
    subscripts = "v,vd->d" if values.ndim == 1 else "vd,vd->d"
    means: FloatArray = np.einsum(subscripts, values, weights)
    return means
