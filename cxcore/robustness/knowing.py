"""What to ask next: what knowing a touchpoint better would be worth (4.7).

The room will work on the k touchpoints with the highest mean fix score. Somebody who
knew how one of them really is (its shift) might choose another k; the mean gain in fix
score over the chosen ones is the expected value of partial perfect information. It
needs E[F | shift], which is read off the re-runs themselves by regression (Strong,
Oakley & Brennan 2014, Medical Decision Making 34:311-326) instead of new re-runs
inside every re-run.
"""

from dataclasses import dataclass
from itertools import combinations_with_replacement

import numpy as np

from cxcore.analysis.scales import CLOSE, FloatArray

WORTH_FROM = 1e-6
"""Gains below this, in points of fix score, are rounding."""


@dataclass(frozen=True, slots=True)
class Knowing:
    """What knowing how one touchpoint really is would be worth."""

    value: float
    """Points of fix score, summed over the first k."""
    could_turn: float
    """P(another k would come first), 0 to 1."""


NOTHING = Knowing(0.0, 0.0)


def value_of_knowing(fix: FloatArray, noise: FloatArray, front: int) -> list[Knowing]:
    """Return for each touchpoint what knowing it would be worth.

    Args:
        fix: (touchpoints, draws).
        noise: (touchpoints, parts, draws): what is not known of each.
        front: k, how many are worked on.
    """
    mean = fix.mean(axis=1)
    if front >= len(mean):
        return [NOTHING for _ in mean]
    order = np.argsort(-mean, kind="stable")
    last_in, first_out = mean[order[front - 1]], mean[order[front]]
    inside = np.zeros(len(mean), dtype=np.bool_)
    inside[order[:front]] = True
    return [
        _knowing(scores, parts, first_out if among else last_in, among=among)
        for scores, parts, among in zip(fix, noise, inside.tolist(), strict=True)
    ]


def _knowing(
    scores: FloatArray, parts: FloatArray, rival: float, *, among: bool
) -> Knowing:
    """Compare with whoever would give way, or come in: only that one matters."""
    farthest = scores.min() if among else scores.max()
    if (farthest >= rival) == among:  # it never crosses: no need to look further
        return NOTHING
    expected = _expected(scores, parts)
    gain = rival - expected if among else expected - rival
    turns = gain > CLOSE
    value = float(np.where(turns, gain, 0.0).mean())
    if value < WORTH_FROM:
        return NOTHING
    return Knowing(value, float(turns.mean()))


def _expected(scores: FloatArray, parts: FloatArray) -> FloatArray:
    """Return E[F | shift] of every re-run: a regression on the shifts.

    What the regression owes to chance alone is taken back out of its spread (adjusted
    R squared), else a well-known touchpoint would seem worth asking about.
    """
    basis = _basis(parts)
    around = scores - scores.mean()
    weights = np.linalg.lstsq(basis @ basis.T, basis @ around, rcond=None)[0]
    fitted = weights @ basis
    fitted -= fitted.mean()
    spread = around.dot(around)
    explained = fitted.dot(fitted) / spread if spread > 0 else 0.0
    if explained <= 0:
        return np.full_like(scores, scores.mean())
    draws = len(scores)
    honest = 1 - (1 - explained) * (draws - 1) / max(1, draws - len(basis))
    expected: FloatArray = scores.mean() + fitted * np.sqrt(
        max(0.0, honest / explained)
    )
    return expected


def _basis(parts: FloatArray) -> FloatArray:
    """Return the terms of the regression: (terms, draws), all up to squares, and cubes.

    A fix score bends with what it rests on, and its signals are multiplied by
    importance; these terms follow both.
    """
    count, draws = parts.shape
    pairs = list(combinations_with_replacement(range(count), 2))
    basis = np.empty((1 + 2 * count + len(pairs), draws))
    basis[0] = 1.0
    basis[1 : 1 + count] = parts
    for row, (first, second) in enumerate(pairs, start=1 + count):
        np.multiply(parts[first], parts[second], out=basis[row])
    np.multiply(parts * parts, parts, out=basis[-count:])
    return basis
