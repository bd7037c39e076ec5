"""The journey score: a mean that bad moments cannot hide in (4.5).

Levels run from 0 (worst) to 1 (best), shortfall is 1 minus the level, weights sum
to 1. The score J is 1 minus the weighted norm of the shortfalls.
"""

from dataclasses import dataclass

import numpy as np

from cxcore.analysis.place import Runs
from cxcore.analysis.scales import CLOSE, VALENCE, FloatArray, IntArray

STEEPEST = 64.0
"""Largest norm that is looked for; beyond it only the worst moment counts."""

HALVINGS = 32
"""Steps of the search for a norm: it is then known to nine digits."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A journey's shortfalls, scaled by the largest so that no power vanishes."""

    largest: float
    """Largest shortfall, 0 to 1."""
    terms: FloatArray
    """Per touchpoint: weight times the scaled shortfall to the norm."""


def weights_of(importance: FloatArray) -> FloatArray:
    """Return weights that sum to 1; equal ones where nothing matters at all."""
    total = importance.sum()
    if total > 0:
        scaled: FloatArray = importance / total
        return scaled
    return np.full(len(importance), 1 / max(1, len(importance)))


def shortfall_of(levels: FloatArray, weights: FloatArray, norm: float) -> Shortfall:
    """Return the terms of the norm, with the largest shortfall factored out."""
    shortfalls = 1 - levels
    largest = float(shortfalls.max(initial=0.0))
    if largest <= 0:
        return Shortfall(largest=0.0, terms=np.zeros(len(levels)))
    return Shortfall(largest=largest, terms=weights * (shortfalls / largest) ** norm)


def journey_score(levels: FloatArray, weights: FloatArray, norm: float) -> float:
    """Return J = 1 - (sum of w (1 - x)^q)^(1/q), 0 to 1.

    With norm q = 1 it is the weighted mean; with a growing norm it falls towards
    the worst level. 90 and 60 of 100 at equal weights give 70.9 for q = 2.

    Args:
        levels: x, 0 to 1.
        weights: w, not negative; divided by their sum.
        norm: q, from 1.
    """
    return score_of(shortfall_of(levels, weights_of(weights), norm), norm)


def score_of(part: Shortfall, norm: float) -> float:
    """Return J, 0 to 1, of shortfalls that are already weighed."""
    return 1 - part.largest * _root(float(part.terms.sum()), norm)


def shares_of(part: Shortfall) -> FloatArray:
    """Return each touchpoint's part of the summed shortfall; 0 if there is none."""
    total = part.terms.sum()
    return part.terms / total if total > 0 else part.terms


def lifts_of(
    levels: FloatArray, weights: FloatArray, norm: float, target: float
) -> FloatArray:
    """Return what J would win if one touchpoint alone reached the target level.

    Each touchpoint's rest is summed from both sides instead of being subtracted,
    so that the lift of a very bad moment is exact at a steep norm too.

    Args:
        levels: x, 0 to 1.
        weights: w, sum 1.
        norm: q, from 1.
        target: level, 0 to 1; a touchpoint at or above it wins nothing.
    """
    part = shortfall_of(levels, weights, norm)
    if part.largest <= 0:
        return np.zeros(len(levels))
    before = np.concatenate([[0.0], np.cumsum(part.terms)[:-1]])
    after = np.concatenate([np.cumsum(part.terms[::-1])[::-1][1:], [0.0]])
    reached = (1 - np.maximum(levels, target)) / part.largest
    lifted = (before + after + weights * reached**norm) ** (1 / norm)
    now = _root(float(part.terms.sum()), norm)
    return np.where(levels < target, part.largest * (now - lifted), 0.0)


@dataclass(frozen=True, slots=True)
class Rolled:
    """Scores of groups of touchpoints; J of the J's is J of everything."""

    weight: FloatArray
    score: FloatArray
    """NaN for a group without rated touchpoints."""
    mean: FloatArray
    """NaN for a group without rated touchpoints."""


def rolled_up(
    levels: FloatArray,
    weights: FloatArray,
    codes: IntArray,
    groups: int,
    norm: float,
) -> Rolled:
    """Return the score, mean and weight of each group of touchpoints.

    Within a group nothing of which matters, touchpoints weigh the same.

    Args:
        levels: x, 0 to 1.
        weights: w, sum 1.
        codes: group of each touchpoint.
        groups: how many groups there are; some may be empty.
        norm: q, from 1.
    """
    weight = summed(codes, weights, groups)
    count = np.bincount(codes, minlength=groups)
    inner = np.where(weight[codes] > 0, weights, 1.0)
    inner_sum = np.where(count > 0, summed(codes, inner, groups), np.nan)
    shortfalls = 1 - levels
    largest = np.zeros(groups)
    np.maximum.at(largest, codes, shortfalls)
    scaled = shortfalls / np.where(largest > 0, largest, 1.0)[codes]
    norms = summed(codes, inner * scaled**norm, groups) / inner_sum
    return Rolled(
        weight=weight,
        score=1 - largest * norms ** (1 / norm),
        mean=summed(codes, inner * levels, groups) / inner_sum,
    )


def signed_peak(highest: FloatArray, lowest: FloatArray) -> FloatArray:
    """Return the stronger of both ends of a stage; a tie goes to the bad side.

    It never falls when a rating rises, but it jumps: fit for a line, not for
    thresholds.
    """
    return np.where(highest + lowest > 0, highest, lowest)


def remembered_of(valence: FloatArray, runs: Runs) -> FloatArray:
    """Return what is remembered of each stage: half its peak, half its end.

    Args:
        valence: of the rated touchpoints in map order, -5 to 5.
        runs: the stages they stand in.

    Returns:
        (stages,), -5 to 5.
    """
    highest = np.maximum.reduceat(valence, runs.starts)
    lowest = np.minimum.reduceat(valence, runs.starts)
    last = valence[runs.starts + runs.sizes - 1]
    remembered: FloatArray = (signed_peak(highest, lowest) + last) / 2
    return remembered


def remembered_score(
    by_stage: FloatArray, weights: FloatArray, runs: Runs, norm: float
) -> float:
    """Return the journey score of what is remembered, stages by summed weight."""
    of_stages = summed(runs.of, weights, len(runs.starts))
    return journey_score(VALENCE.unit(by_stage), of_stages, norm)


def implied_norm(
    levels: FloatArray, weights: FloatArray, answer: float
) -> float | None:
    """Return the norm q with which the parts give the answer about the whole.

    Found by halving the span of 1/q, as J never rises with q.

    Args:
        levels: x, 0 to 1.
        weights: w, sum 1.
        answer: what the room answered, 0 to 1.

    Returns:
        q from 1 to ``STEEPEST``; None where the answer is better than the mean,
        worse than the steepest norm, or the parts are all alike.
    """
    shortfalls = 1 - levels
    largest = float(shortfalls.max())
    if largest <= 0:
        return None
    scaled = shortfalls / largest
    wanted = (1 - answer) / largest
    steep, flat = 1 / STEEPEST, 1.0
    most, least = (_norm(scaled, weights, inverse) for inverse in (steep, flat))
    if not least <= wanted <= most or most - least < CLOSE:
        return None
    for _ in range(HALVINGS):
        middle = (steep + flat) / 2
        if _norm(scaled, weights, middle) > wanted:
            steep = middle
        else:
            flat = middle
    return 2 / (steep + flat)


def _norm(scaled: FloatArray, weights: FloatArray, inverse: float) -> float:
    norm: float = weights.dot(scaled ** (1 / inverse)) ** inverse
    return norm


def _root(total: float, norm: float) -> float:
    root: float = total ** (1 / norm)
    return root


def summed(codes: IntArray, values: FloatArray, groups: int) -> FloatArray:
    """Return the sum of the values of each group."""
    return np.bincount(codes, values, groups).astype(np.float64)
