"""Which place everybody takes in all re-runs (SMAA-2, section 1.8 of docs/method.md).

Lahdelma & Salminen 2001: rank acceptability is the part of the re-runs in which an
alternative has a place. Scores that differ by rounding only are a tie; whoever is tied
shares the places.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from cxcore.analysis.fix import RANK_DECIMALS
from cxcore.analysis.scales import FloatArray, IntArray


def tied(scores: FloatArray) -> FloatArray:
    """Return the scores with those that count as equal made equal."""
    return np.round(scores, RANK_DECIMALS)


def rank_acceptability(scores: FloatArray) -> FloatArray:
    """Return P(alternative has this place): (alternatives, places), highest first.

    Rows and columns sum to 1.

    Args:
        scores: (alternatives, draws), ties made equal.
    """
    alternatives, draws = scores.shape
    first, behind = _places(scores)
    share = 1 / (behind - first)
    # Of every run of places the two ends are noted; the sum runs from one to the other.
    width = alternatives + 1
    row = np.arange(alternatives)[:, np.newaxis] * width
    ends = np.bincount(
        np.concatenate([(row + first).ravel(), (row + behind).ravel()]),
        np.concatenate([share.ravel(), -share.ravel()]),
        alternatives * width,
    )
    summed = np.cumsum(ends.reshape(alternatives, width), axis=1)[:, :-1]
    accepted: FloatArray = np.clip(summed / draws, 0.0, 1.0)
    return accepted


def _places(scores: FloatArray) -> tuple[IntArray, IntArray]:
    """Return from which place (from 0) up to before which place each one is."""
    alternatives = len(scores)
    order = np.argsort(-scores, axis=0, kind="stable")
    ordered = np.take_along_axis(scores, order, axis=0)
    begins = np.ones(scores.shape, dtype=np.bool_)
    begins[1:] = ordered[1:] != ordered[:-1]
    place = np.arange(alternatives)[:, np.newaxis]
    first = np.maximum.accumulate(np.where(begins, place, 0), axis=0)
    ends = np.ones(scores.shape, dtype=np.bool_)
    ends[:-1] = begins[1:]
    last = np.where(ends, place, alternatives)[::-1]
    behind = np.minimum.accumulate(last, axis=0)[::-1] + 1
    of_alternative = np.empty((2, *scores.shape), dtype=np.intp)
    np.put_along_axis(of_alternative[0], order, first, axis=0)
    np.put_along_axis(of_alternative[1], order, behind, axis=0)
    return of_alternative[0], of_alternative[1]


def pairwise_wins(scores: FloatArray) -> FloatArray:
    """Return P(row is higher than column): square; a tie counts half.

    Args:
        scores: (alternatives, draws), ties made equal.
    """
    alternatives = len(scores)
    wins = np.full((alternatives, alternatives), 0.5)
    for row in range(alternatives - 1):
        others = scores[row + 1 :]
        higher = np.count_nonzero(scores[row] > others, axis=1)
        level = np.count_nonzero(scores[row] == others, axis=1)
        wins[row, row + 1 :] = (higher + level / 2) / scores.shape[1]
        wins[row + 1 :, row] = 1 - wins[row, row + 1 :]
    return wins


def top_shares(scores: FloatArray, tops: Sequence[int]) -> FloatArray:
    """Return P(among the first so many): (alternatives, tops).

    Args:
        scores: (alternatives, draws), ties made equal.
        tops: how many are in front.
    """
    first, behind = _places(scores)
    size = behind - first
    return np.array(
        [(np.clip(top - first, 0, size) / size).mean(axis=1) for top in tops]
    ).T


def wins_over_next(scores: FloatArray) -> FloatArray:
    """Return P(higher than the next one in the ranking), ties half; none for the last.

    Args:
        scores: (alternatives, draws), ties made equal, in the order of the ranking.
    """
    above, under = scores[:-1], scores[1:]
    wins: FloatArray = (above > under).mean(axis=1) + (above == under).mean(axis=1) / 2
    return wins


def brackets(wins: FloatArray, safe_from: float) -> list[range]:
    """Return for each place the places of neighbours whose order is not safe.

    Args:
        wins: P(higher than the next one), of all places but the last.
        safe_from: P of being higher than the next one from which that order is safe.

    Returns:
        One run of places, from 0, for each place.
    """
    cuts = [0, *(np.flatnonzero(wins >= safe_from) + 1).tolist(), len(wins) + 1]
    runs = [range(at, to) for at, to in pairwise(cuts)]
    return [run for run in runs for _ in run]
