"""The protect score, and the direction of a touchpoint (4.4)."""

from dataclasses import dataclass

import numpy as np

from cxcore.analysis.place import Place
from cxcore.analysis.results import Direction
from cxcore.analysis.scales import (
    TEN_POINTS,
    BoolArray,
    FloatArray,
    IntArray,
    at_least,
    below,
)
from cxcore.analysis.signals import blend, within_one
from cxcore.model import Settings
from cxcore.model.settings import DirectionRule

HALF_SCORE = 50.0

MATTERING = (
    Direction.TWO_EXPERIENCES,
    Direction.BUILD_IMPACT,
    Direction.FIX,
    Direction.PROTECT,
    Direction.AMPLIFY,
    Direction.OVER_INVESTED,
    Direction.LOW_PRIORITY,
)
"""The rules in the order in which they are tried; else keep an eye on it."""

DIRECTIONS = (*MATTERING, Direction.MONITOR)


@dataclass(frozen=True, slots=True)
class Strength:
    """Strengths of the rated touchpoints."""

    strength: FloatArray
    """Q, 0 to 1."""
    score: FloatArray
    """K, 0 to 100."""


@dataclass(frozen=True, slots=True)
class StrengthInput:
    """What the protect score rests on; arrays over the rated touchpoints."""

    importance: FloatArray
    joy: FloatArray
    performance: FloatArray
    """0 to 10; NaN where unknown or not counted."""
    effort: FloatArray
    """0 to 1; NaN where unknown or not counted."""
    kano_exponent: FloatArray
    moment_of_truth: BoolArray
    place: Place


@dataclass(frozen=True, slots=True)
class DirectionInput:
    """What the direction rests on; arrays over the rated touchpoints."""

    importance: FloatArray
    severity: FloatArray
    valence: FloatArray
    gap: FloatArray
    """0 to 1; NaN where unknown or not counted."""
    effort: FloatArray
    """0 to 1; NaN where unknown or not counted."""
    surplus: FloatArray
    """-10 to 10; NaN where unknown or not counted."""
    customers_surplus: FloatArray
    """NaN where too few customers gave both parts, or where it is not counted."""
    surveyed: BoolArray
    r_wg: FloatArray
    camp_low_share: FloatArray
    camp_high_share: FloatArray
    moment_of_truth: BoolArray
    control: FloatArray
    not_ours: BoolArray
    """Customers or others hold it in hand, and no opportunity is linked."""
    kano_exponent: FloatArray
    latent_need: BoolArray


def protect_scores(given: StrengthInput, settings: Settings) -> Strength:
    """Return K = 100 i Q (1/2 + 1/2 Y), the mirror of the fix score.

    Q is the blend of joy, performance and ease, bent by Kano the other way round;
    Y the weighted sum of moment of truth, high point and end.
    """
    parts = np.array([given.joy, TEN_POINTS.unit(given.performance), 1 - given.effort])
    of_strength, of_protect = settings.strength, settings.protect
    plain = blend(
        parts, [of_strength.joy, of_strength.performance, of_strength.ease]
    ).sum(axis=0)
    strength = plain ** (1 / given.kano_exponent)
    exposures = [
        given.moment_of_truth,
        given.place.high_point,
        given.place.end,
    ]
    weights = within_one(
        [of_protect.moment_of_truth, of_protect.high_point, of_protect.end]
    )
    exposure = (np.array(exposures) * weights[:, np.newaxis]).sum(axis=0)
    score = HALF_SCORE * given.importance * strength * (1 + exposure)
    return Strength(strength=strength, score=score)


def directions_of(given: DirectionInput, rule: DirectionRule) -> IntArray:
    """Return for each touchpoint the place in ``DIRECTIONS`` of the first rule met."""
    severe = at_least(given.severity, rule.severe_from)
    important = at_least(given.importance, rule.important_from)
    hurts = (
        below(given.valence, 0)
        | at_least(given.gap, rule.gap_from)
        | at_least(given.effort, rule.effort_from)
    )
    wished_for = (given.kano_exponent > 1) | given.latent_need
    little_say = below(given.control, rule.little_control_below) | given.not_ours
    conditions = [
        _two_camps(given, rule),
        given.moment_of_truth & little_say & severe,
        important & severe & hurts,
        important & at_least(given.valence, rule.good_from),
        important & ~severe & wished_for,
        ~important & _surplus_from_customers(given, rule),
        ~important & severe,
    ]
    chosen = np.full(len(severe), len(MATTERING), dtype=np.intp)
    for place in reversed(range(len(MATTERING))):
        chosen[conditions[place]] = place
    return chosen


def surplus_questions(
    given: DirectionInput, directions: IntArray, rule: DirectionRule
) -> BoolArray:
    """Tell where only the question is due: would anyone miss it? (rule 5).

    The room says that she gets more than she expects of something that matters
    little, but neither a survey nor enough customers say so.
    """
    important = at_least(given.importance, rule.important_from)
    settled = important | (directions <= MATTERING.index(Direction.OVER_INVESTED))
    unheard = ~given.surveyed & np.isnan(given.customers_surplus)
    return ~settled & unheard & at_least(given.surplus, rule.surplus_from)


def _two_camps(given: DirectionInput, rule: DirectionRule) -> BoolArray:
    return (
        below(given.r_wg, rule.disagree_below)
        & at_least(given.camp_low_share, rule.camp_share)
        & at_least(given.camp_high_share, rule.camp_share)
    )


def _surplus_from_customers(given: DirectionInput, rule: DirectionRule) -> BoolArray:
    by_survey = given.surveyed & at_least(given.surplus, rule.surplus_from)
    return by_survey | at_least(given.customers_surplus, rule.surplus_from)
