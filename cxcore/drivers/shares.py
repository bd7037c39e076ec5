"""What explains the whole, split among what explains it: LMG and Johnson (1.7).

Both split R² of the regression of one column on the others, and both sum to it. They
are computed from correlations alone, for many samples at once.
"""

from math import factorial

import numpy as np

from cxcore.analysis.scales import FloatArray

LMG_MOST = 15
"""More columns have too many subsets: then ``johnson`` is taken."""

_ALIKE = 1e-9
"""A column of which the others leave no more than this adds nothing to them."""
_STEADY = 1e-12
"""A variance up to here is nothing but rounding, of columns no wider than ten."""
_BLOCK = 2**16
"""Subsets that are computed at a time, so that they stay in the cache."""


def lmg(x: FloatArray, y: FloatArray) -> FloatArray:
    """Return the part of R² that falls to each column (Lindeman, Merenda, Gold 1980).

    It is the gain of R² by taking the column in, averaged over all orders in which
    columns can be taken in. Columns that say the same share it evenly; one that never
    changes has nothing.

    Args:
        x: (rows, columns), 1 to ``LMG_MOST`` columns, nothing missing.
        y: (rows,), what is explained.

    Raises:
        ValueError: there are too many columns.
    """
    found: FloatArray = lmg_of(correlations(x, y)[np.newaxis])[0]
    return found


def johnson(x: FloatArray, y: FloatArray) -> FloatArray:
    """Return the relative weight of each column (Johnson 2000); they sum to R².

    Args:
        x: (rows, columns), nothing missing.
        y: (rows,), what is explained.
    """
    found: FloatArray = johnson_of(correlations(x, y)[np.newaxis])[0]
    return found


def correlations(x: FloatArray, y: FloatArray) -> FloatArray:
    """Return the correlations of all columns, ``y`` last; 0 where one never changes."""
    both = np.column_stack([x, y])
    centred = both - both.mean(axis=0)
    widest = np.abs(centred).max(axis=0)
    steady = widest <= _STEADY * np.abs(both).max(axis=0)
    centred = np.where(steady, 0.0, centred / np.where(steady, 1.0, widest))
    return scaled(centred.T @ centred / len(both))


def scaled(covariances: FloatArray) -> FloatArray:
    """Return covariances (..., columns, columns) as correlations.

    A column that never changes, but for rounding, has 0 with all, itself included.
    """
    variances = np.diagonal(covariances, axis1=-2, axis2=-1)
    steady = variances <= _STEADY
    scale = np.where(steady, 0.0, 1 / np.sqrt(np.where(steady, 1.0, variances)))
    found: FloatArray = covariances * scale[..., :, None] * scale[..., None, :]
    return found


def lmg_of(matrices: FloatArray) -> FloatArray:
    """Return the shares of several samples at once, as ``lmg`` does of one.

    Args:
        matrices: (samples, columns + 1, columns + 1), correlations; ``y`` is last;
            at least one sample and one column.

    Returns:
        (samples, columns).

    Raises:
        ValueError: there are more than ``LMG_MOST`` columns.
    """
    columns = matrices.shape[-1] - 1
    if columns > LMG_MOST:
        msg = f"{columns} columns have too many subsets; take at most {LMG_MOST}"
        raise ValueError(msg)
    orders = _orders(columns)
    at_a_time = max(1, _BLOCK >> columns)
    blocks = [
        _split(_explained(matrices[at : at + at_a_time]), orders)
        for at in range(0, len(matrices), at_a_time)
    ]
    return np.concatenate(blocks)


def johnson_of(matrices: FloatArray) -> FloatArray:
    """Return the relative weights of several samples; shapes as ``lmg_of``.

    The columns are replaced by the uncorrelated ones nearest to them, whose squared
    weights go back to each column by its squared correlation with them.
    """
    values, vectors = np.linalg.eigh(matrices[:, :-1, :-1])
    known = values > _ALIKE
    roots = np.sqrt(np.where(known, values, 0.0))
    inverse = np.where(known, 1 / np.where(known, roots, 1.0), 0.0)
    turned = np.swapaxes(vectors, -1, -2)
    nearest = (vectors * roots[:, np.newaxis]) @ turned
    back = (vectors * inverse[:, np.newaxis]) @ turned
    weights = back @ matrices[:, :-1, -1:]
    found: FloatArray = (nearest**2 @ weights**2)[..., 0]
    return found


def _explained(matrices: FloatArray) -> FloatArray:
    """Return R² of every subset of the columns: (2 ** columns, samples).

    One column after the other is left out, or swept out of all that follow it, so a
    subset costs no more than its last step. The first column is the lowest bit.
    """
    samples, size, _ = matrices.shape
    # Subsets times samples come last, so that every step runs along memory.
    states = np.moveaxis(matrices, 0, -1)
    for left in range(size - 1, 0, -1):
        pivot, column, rest = states[0, 0], states[1:, 0], states[1:, 1:]
        new = pivot > _ALIKE
        part = np.where(new, 1 / np.where(new, pivot, 1.0), 0.0)
        states = np.empty((left, left, 2 * len(pivot)))
        states[..., : len(pivot)] = rest
        swept = states[..., len(pivot) :]
        np.multiply((part * column)[:, np.newaxis], column, out=swept)
        np.subtract(rest, swept, out=swept)
    found: FloatArray = matrices[:, -1, -1] - states[0, 0].reshape(-1, samples)
    return found


def _orders(columns: int) -> FloatArray:
    """Return for every subset of the others in how many orders it comes before one.

    As a part of all orders of the columns: (2 ** (columns - 1),).
    """
    others = columns - 1
    size = np.array([subset.bit_count() for subset in range(1 << others)])
    orders = [factorial(n) * factorial(others - n) for n in range(columns)]
    found: FloatArray = np.array(orders)[size] / factorial(columns)
    return found


def _split(explained: FloatArray, orders: FloatArray) -> FloatArray:
    """Return the mean gain of each column: (samples, columns).

    Args:
        explained: (2 ** columns, samples), R² of every subset.
        orders: see ``_orders``.
    """
    subsets, samples = explained.shape
    gains = []
    for column in range(subsets.bit_length() - 1):
        halves = explained.reshape(-1, 2, 1 << column, samples)
        gain = (halves[:, 1] - halves[:, 0]).reshape(-1, samples)
        gains.append(np.einsum("os,o->s", gain, orders))
    found: FloatArray = np.maximum(np.stack(gains, axis=1), 0.0)
    return found
