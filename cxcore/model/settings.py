"""Every weight and threshold of the method, so that a result can be recomputed.

The meaning of each number, and the section of docs/method.md it belongs to,
stands beside it; the defaults are the method's own.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StrictFloat

from cxcore.model.base import (
    Count,
    Importance,
    Line,
    Record,
    Share,
    Switch,
    TenPoints,
    Valence,
)
from cxcore.model.method import EvidenceType

Weight = Annotated[float, Field(strict=True, ge=0, le=1)]
Points = Annotated[float, Field(strict=True, ge=0, le=10)]
"""A distance on the scale of valence."""


class Weighting(StrEnum):
    """Whose voice weighs the same: every participant, or every viewpoint."""

    PARTICIPANTS = "participants"
    VIEWPOINTS = "viewpoints"


class SeverityWeights(Record):
    """Weights ``a`` of the signals inside severity (4.3); they sum to 1."""

    pain: Weight = 0.50
    gap: Weight = 0.25
    effort: Weight = 0.25


class ExposureWeights(Record):
    """Weights ``b`` of what makes a touchpoint weigh more (4.3)."""

    moment_of_truth: Weight = 0.40
    low_point: Weight = 0.20
    end: Weight = 0.20
    handover: Weight = 0.20


class StrengthWeights(Record):
    """Weights of the parts of Q, the strength of a touchpoint (4.4)."""

    joy: Weight = 0.50
    performance: Weight = 0.30
    ease: Weight = 0.20


class ProtectWeights(Record):
    """Weights of what makes a strength worth protecting more (4.4)."""

    moment_of_truth: Weight = 0.40
    high_point: Weight = 0.30
    end: Weight = 0.30


class CriticalRule(Record):
    """The only definition of critical (4.3)."""

    noticeable_from: Annotated[float, Field(strict=True, ge=0, le=100)] = 8.0
    strong_from: Annotated[float, Field(strict=True, ge=0, le=100)] = 20.0
    """Only colours the bars."""
    most: Count = 3
    one_in: Annotated[int, Field(strict=True, ge=1, le=100)] = 4
    below_zero_share: Share = 0.25
    gap_from: Share = 0.10


class DirectionRule(Record):
    """Thresholds of the direction of a touchpoint (4.4)."""

    disagree_below: Share = 0.5
    camp_share: Share = 0.25
    camp_low: Valence = -2.0
    camp_high: Valence = 2.0
    little_control_below: Share = 0.3
    severe_from: Share = 0.25
    important_from: Share = 0.5
    gap_from: Share = 0.10
    effort_from: Share = 0.5
    good_from: Valence = 2.0
    surplus_from: Annotated[float, Field(strict=True, ge=0, le=10)] = 2.0
    customers_from: Count = 3
    assumption_below: Share = 0.3


class JourneyScoreRule(Record):
    """The shortfall norm of the journey score (4.5)."""

    norm: Annotated[float, Field(strict=True, ge=1, le=20)] = 2.0
    target: Valence = 2.0


class HeadlineRule(Record):
    """When a journey says what in its one sentence (4.5)."""

    rated_from: Share = 0.5
    """Part of the touchpoints that must be rated before it is summed up."""
    fine_from: Share = 0.5
    """Weighted mean A from which a journey looks fine: "so-so" or better."""
    several_good: Count = 2
    """So many good moments can hide a bad one even where the mean is not fine."""
    mostly_bad_above: Share = 0.5
    """Part of the rated ones under zero that makes a journey bad throughout."""


class EvidenceRule(Record):
    """How far each type of evidence can be trusted (4.6)."""

    confidence: Mapping[EvidenceType, Share] = {
        EvidenceType.ASSUMPTION: 0.05,
        EvidenceType.INTERNAL_OPINION: 0.15,
        EvidenceType.STAFF_KNOWLEDGE: 0.35,
        EvidenceType.BEHAVIOURAL_DATA: 0.35,
        EvidenceType.SURVEY: 0.50,
        EvidenceType.COMPLAINTS: 0.50,
        EvidenceType.INTERVIEW: 0.65,
        EvidenceType.DIARY: 0.65,
        EvidenceType.CO_CREATION: 0.65,
        EvidenceType.OBSERVATION: 0.70,
        EvidenceType.MYSTERY_SHOPPING: 0.70,
        EvidenceType.WALK_THROUGH: 0.70,
        EvidenceType.EXPERIMENT: 0.85,
    }
    most: Share = 0.95
    insiders_most: Share = 0.49
    """Data from inside alone never reaches half (4.6)."""
    insiders: tuple[EvidenceType, ...] = (
        EvidenceType.ASSUMPTION,
        EvidenceType.INTERNAL_OPINION,
        EvidenceType.STAFF_KNOWLEDGE,
        EvidenceType.BEHAVIOURAL_DATA,
    )
    """Sources inside the organisation; all others come from contact with customers."""
    old_after_days: Count = 365
    old_worth: Share = 0.5
    """What an item older than that is worth, as a part of its full worth."""


class RobustnessRule(Record):
    """How the ranking is shaken to see what holds (4.7)."""

    sureness: Annotated[float, Field(strict=True, ge=0, le=1000)] = 10.0
    """k of the Dirichlet around the weights: 50 we know, 10 default, 0 no idea."""
    draws: Annotated[int, Field(strict=True, ge=100, le=100_000)] = 2_000
    seed: Count = 20_261_122
    feeling_noise: Annotated[float, Field(strict=True, ge=0, le=10)] = 2.5
    performance_noise: Annotated[float, Field(strict=True, ge=0, le=10)] = 2.5
    importance_noise: Share = 0.25
    effort_noise: Share = 0.25
    holds_from: Share = 0.67
    could_change_from: Share = 0.33


class RevealRule(Record):
    """What a room is told after a reveal, and after a second look (4.8)."""

    raters_from: Count = 3
    """So many voices are needed to say that the room agrees."""
    agree_from: Share = 0.7
    """Agreement from which it does (Brown and Hauenstein 2005: acceptable)."""
    customers_gap_from: Points = 2.0
    """How far customers and the others are apart before it is said."""
    moved_from: Points = 0.5
    """How far a mean has to move between two rounds."""
    closer_from: Points = 0.5
    """How much the spread has to change before a room is closer, or further apart."""


class AgreementRule(Record):
    """Who is said to stand apart from the others (4.8)."""

    apart_from: Points = 2.0
    """Mean distance of one participant's valences from the others' mean."""
    apart_moments: Count = 3
    """So many touchpoints must both have rated."""


class CompareRule(Record):
    """When two states of a journey are said to differ (4.8)."""

    kept_within: Points = 1.0
    """Today counts as wanted when it is at most so far under it."""
    raters_from: Count = 3
    """With fewer voices on either side a change cannot be told from chance."""
    sure_from: Annotated[float, Field(strict=True, ge=0.5, lt=1)] = 0.9
    """Part of the re-runs in which a change has to point the same way."""


class DriversRule(Record):
    """How importance is derived from survey answers (1.7)."""

    rows_per_touchpoint: Annotated[int, Field(strict=True, ge=2, le=100)] = 10
    draws: Annotated[int, Field(strict=True, ge=100, le=10_000)] = 500
    """Samples of the respondents, for the interval."""
    low_to: Valence = -3.0
    """A valence up to here is a low one in the penalty-reward contrast (1.3)."""
    high_from: Valence = 3.0
    """A valence from here is a high one."""
    asymmetry_from: Share = 0.1
    """Impact asymmetry from which a kind is suggested; 0.1 and 0.2 are in use."""


class WhatIfRule(Record):
    """What is searched for when a room asks what would lift the journey most."""

    changes: Annotated[int, Field(strict=True, ge=1, le=5)] = 3
    """So many changes at most."""
    usual_work: TenPoints = 5.0
    """How much work a change takes, 0 to 10, where nobody has said it."""
    alternatives: Annotated[int, Field(strict=True, ge=0, le=20)] = 3
    """So many of the next best answers are shown."""


class Settings(Record):
    """All weights and thresholds of one workshop; they travel in its file."""

    severity: SeverityWeights = SeverityWeights()
    exposure: ExposureWeights = ExposureWeights()
    strength: StrengthWeights = StrengthWeights()
    protect: ProtectWeights = ProtectWeights()
    critical: CriticalRule = CriticalRule()
    direction: DirectionRule = DirectionRule()
    journey_score: JourneyScoreRule = JourneyScoreRule()
    headline: HeadlineRule = HeadlineRule()
    evidence: EvidenceRule = EvidenceRule()
    robustness: RobustnessRule = RobustnessRule()
    reveal: RevealRule = RevealRule()
    agreement: AgreementRule = AgreementRule()
    compare: CompareRule = CompareRule()
    drivers: DriversRule = DriversRule()
    what_if: WhatIfRule = WhatIfRule()
    weighting: Weighting = Weighting.PARTICIPANTS
    signal_counts_from: Share = 0.8
    """A signal counts once this share of the rated touchpoints has it (4.2)."""
    importance_if_unknown: Importance = 3.0
    """What is taken, and said to be taken, where nobody was asked."""
    importance_without_dot: Share = 0.25
    """Importance of a touchpoint without a dot, so that no pain is multiplied away."""
    end_of_stage: Share = 0.5
    """What the end of a stage adds, where that of the whole journey adds 1 (4.3)."""
    show_names: Switch = False
    checkup: Mapping[Line, StrictFloat] = {}
    """Thresholds of the check-up that differ from its defaults, by name."""
