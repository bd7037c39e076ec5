"""The fix score: how much a touchpoint needs work, and why (4.3)."""

from dataclasses import dataclass
from math import ceil

import numpy as np

from cxcore.analysis.place import Place
from cxcore.analysis.results import Reason
from cxcore.analysis.scales import BoolArray, FloatArray, IntArray, at_least
from cxcore.analysis.signals import blend, within_one
from cxcore.model import Settings
from cxcore.model.settings import CriticalRule, ExposureWeights, SeverityWeights

REASONS = tuple(Reason)
"""Order of the rows of ``Fix.reasons``: three signals, then four exposures."""

PLAIN_PART = 50.0
"""Score of the worst and most important touchpoint without any exposure."""

RANK_DECIMALS = 9
"""Scores that differ less count as a tie."""


@dataclass(frozen=True, slots=True)
class FixInput:
    """What the fix score rests on; arrays over the rated touchpoints."""

    importance: FloatArray
    """0 to 1."""
    pain: FloatArray
    """0 to 1."""
    gap: FloatArray
    """0 to 1; NaN where unknown or not counted."""
    effort: FloatArray
    """0 to 1; NaN where unknown or not counted."""
    kano_exponent: FloatArray
    moment_of_truth: BoolArray
    place: Place


@dataclass(frozen=True, slots=True)
class Fix:
    """Fix scores of the rated touchpoints."""

    severity: FloatArray
    """S, 0 to 1."""
    score: FloatArray
    """F, 0 to 100."""
    reasons: FloatArray
    """(reasons, touchpoints): parts that sum to the score."""


def fix_scores(given: FixInput, settings: Settings) -> Fix:
    """Return F = 100 i S (1/2 + 1/2 X) with its additive reasons.

    S is the blend of pain, gap and effort, bent by Kano; X the weighted sum of
    moment of truth, low point, end and handover.
    """
    signals = np.array([given.pain, given.gap, given.effort])
    parts = blend(signals, _severity_weights(settings.severity))
    plain = parts.sum(axis=0)
    severity = np.where(plain > 0, plain**given.kano_exponent, 0.0)
    place = given.place
    exposures = np.array(
        [
            given.moment_of_truth,
            place.low_point,
            place.end,
            place.handover,
        ]
    )
    weights = within_one(_exposure_weights(settings.exposure))
    base = PLAIN_PART * given.importance * severity
    of_signals = parts / np.where(plain > 0, plain, 1.0)
    of_exposures = exposures * weights[:, np.newaxis]
    return Fix(
        severity=severity,
        score=base * (1 + of_exposures.sum(axis=0)),
        reasons=base * np.concatenate([of_signals, of_exposures]),
    )


def ranking_of(scores: FloatArray) -> IntArray:
    """Return places by score, highest first; ties keep the order of the map."""
    return np.argsort(-np.round(scores, RANK_DECIMALS), kind="stable")


def most_critical(rated: int, rule: CriticalRule) -> int:
    """Return how many of the rated touchpoints can be critical at most."""
    return max(1, min(rule.most, ceil(rated / rule.one_in)))


@dataclass(frozen=True, slots=True)
class Ranked:
    """Rated touchpoints by their fix score."""

    score: FloatArray
    """F, 0 to 100."""
    ranking: IntArray
    """Places, worst first."""


def is_critical(
    ranked: Ranked, gap: FloatArray, below_zero_share: FloatArray, rule: CriticalRule
) -> BoolArray:
    """Tell which touchpoints are critical: the only definition of the word.

    Args:
        ranked: fix scores and their ranking.
        gap: 0 to 1; NaN where unknown or not counted.
        below_zero_share: part of the raters with a valence under zero, 0 to 1.
        rule: thresholds.
    """
    first = np.zeros(len(ranked.score), dtype=np.bool_)
    first[ranked.ranking[: most_critical(len(first), rule)]] = True
    felt = at_least(below_zero_share, rule.below_zero_share) | at_least(
        gap, rule.gap_from
    )
    return first & at_least(ranked.score, rule.noticeable_from) & felt


def _severity_weights(weights: SeverityWeights) -> list[float]:
    return [weights.pain, weights.gap, weights.effort]


def _exposure_weights(weights: ExposureWeights) -> list[float]:
    return [
        weights.moment_of_truth,
        weights.low_point,
        weights.end,
        weights.handover,
    ]
