"""Samples of the respondents, to see how far a result hangs on who happened to answer.

A bootstrap: as many respondents as there are, drawn with replacement (Efron 1979).
"""

from collections.abc import Iterator

import numpy as np

from cxcore.analysis.scales import FloatArray, IntArray

_PURPOSE = b"drivers"
"""Numbers of this seed that are drawn for something else are others."""
_CELLS = 2**21
"""Samples times different rows that are counted at a time."""


def in_fixed_order(columns: FloatArray) -> IntArray:
    """Return an order of the rows that does not depend on how they are stored.

    Args:
        columns: (rows, columns), themselves in an order that stays the same.
    """
    return np.lexsort(columns.T[::-1])


def moments(design: FloatArray, draws: int, seed: int) -> FloatArray:
    """Return the mean product of each two columns, in every sample.

    Args:
        design: (rows, columns), rows in a fixed order.
        draws: how many samples.
        seed: of the workshop's settings.

    Returns:
        (draws, columns, columns).
    """
    columns = design.shape[1]
    one, other = np.triu_indices(columns)
    # Many answer alike: a sample says how often it has each different row.
    rows, often = np.unique(design, axis=0, return_counts=True)
    products = rows[:, one] * rows[:, other]
    found = np.empty((draws, columns, columns))
    at = 0
    for counts in _counts(often, draws, seed):
        summed = counts @ products / len(design)
        found[at : at + len(counts), one, other] = summed
        found[at : at + len(counts), other, one] = summed
        at += len(counts)
    return found


def _counts(often: IntArray, draws: int, seed: int) -> Iterator[FloatArray]:
    """Yield how often each different row is in each sample, in blocks of samples.

    Args:
        often: how often it was answered.
        draws: how many samples.
        seed: of the workshop's settings.
    """
    chance = np.random.default_rng([seed, *_PURPOSE])
    people = int(often.sum())
    at_a_time = max(1, _CELLS // len(often))
    for at in range(0, draws, at_a_time):
        size = min(at_a_time, draws - at)
        drawn = chance.multinomial(people, often / people, size)
        yield drawn.astype(np.float64)
