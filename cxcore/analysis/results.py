"""What the analysis returns: codes and unrounded numbers, never sentences.

``cxcore.words`` turns the codes into English. None means that there is nothing
to compute, which is never zero. Sections are those of docs/method.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Signal(StrEnum):
    """What severity and strength are made of (4.2)."""

    PAIN = "pain"
    GAP = "gap"
    EFFORT = "effort"
    PERFORMANCE = "performance"


class Reason(StrEnum):
    """Why a touchpoint has its fix score: the terms of the sum (4.3)."""

    PAIN = "pain"
    GAP = "gap"
    EFFORT = "effort"
    MOMENT_OF_TRUTH = "moment_of_truth"
    LOW_POINT = "low_point"
    END = "end"
    HANDOVER = "handover"


class Direction(StrEnum):
    """What to do with a touchpoint: the first rule that fits (4.4)."""

    TWO_EXPERIENCES = "two_experiences"
    BUILD_IMPACT = "build_impact"
    FIX = "fix"
    PROTECT = "protect"
    AMPLIFY = "amplify"
    OVER_INVESTED = "over_invested"
    LOW_PRIORITY = "low_priority"
    MONITOR = "monitor"


class KnownFrom(StrEnum):
    """Where what we know of a touchpoint comes from (4.6)."""

    GUESS = "guess"
    STAFF = "staff"
    CUSTOMERS = "customers"


class Verdict(StrEnum):
    """How the answer about the whole stands to its parts (4.5)."""

    BETTER_THAN_PARTS = "better_than_parts"
    LIKE_ITS_PARTS = "like_its_parts"
    WORSE_THAN_PARTS = "worse_than_parts"


class HeadlineCode(StrEnum):
    """What a journey says in one sentence."""

    NOTHING_RATED = "nothing_rated"
    TOO_LITTLE = "too_little"
    ALL_GOOD = "all_good"
    LOW_STAKES = "low_stakes"
    HIDDEN = "hidden"
    NEEDS_WORK = "needs_work"
    BAD_THROUGHOUT = "bad_throughout"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Headline:
    """One sentence about a journey, as data."""

    code: HeadlineCode
    touchpoint_ids: tuple[str, ...] = ()
    """Whom it names, most in need first."""
    agreed_id: str | None = None
    """In a split room: the most critical touchpoint on which it agrees."""
    below_zero: int = 0
    """In a split room: how many found the first named one bad."""
    above_zero: int = 0
    """In a split room: how many found it good."""
    rated: int = 0
    """Touchpoints that anybody rated."""
    total: int = 0
    """Touchpoints of the journey."""


@dataclass(frozen=True, slots=True)
class Camps:
    """How many raters stand at either side, far from the middle (4.4, rule 0)."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class SignalCount:
    """At how many rated touchpoints a signal is known, and whether it counts."""

    signal: Signal
    known: int
    rated: int
    counted: bool


@dataclass(frozen=True, slots=True)
class TouchpointAnalysis:
    """Everything computed of one touchpoint; all parts unrounded."""

    id: str
    stage_id: str
    rated: bool
    """Somebody gave a valence; otherwise there is no score and no rank."""
    raters: int
    """Participants who gave a valence."""
    valence: float | None
    """Mean valence, -5 to 5: the point of the group's emotion curve."""
    low: float | None
    """Lower end of the middle half of the raters, -5 to 5."""
    high: float | None
    """Upper end of the middle half of the raters, -5 to 5."""
    level: float | None
    """The mean valence on 0 to 1."""
    importance: float
    """How much it matters, 0 to 1, reach included."""
    importance_assumed: bool
    """Nobody was asked; ``settings.importance_if_unknown`` was taken."""
    pain: float | None
    """Bad feeling, 0 to 1, taken per participant before it is averaged."""
    joy: float | None
    """Good feeling, 0 to 1, taken per participant before it is averaged."""
    gap: float | None
    """Shortfall of performance against expectation, 0 to 1."""
    effort: float | None
    """How hard it is, 0 to 1."""
    expectation: float | None
    """Mean expectation, 0 to 10."""
    performance: float | None
    """Mean performance, 0 to 10."""
    surplus: float | None
    """Performance above expectation, -10 to 10, of those who gave both."""
    signals: tuple[Signal, ...]
    """Signals that severity is based on here."""
    severity: float | None
    """S of section 4.3, 0 to 1."""
    fix: float | None
    """Fix score F, 0 to 100 (4.3); the reasons sum to it."""
    reasons: Mapping[Reason, float]
    """Additive parts of the fix score; empty where it is None."""
    rank: int | None
    """Place in the ranking, from 1; ties keep the order of the map."""
    is_critical: bool
    """The only definition of critical (4.3)."""
    strength: float | None
    """Q of section 4.4, 0 to 1."""
    protect: float | None
    """Protect score K, 0 to 100 (4.4)."""
    direction: Direction | None
    surplus_question: bool
    """It seems to be more than expected, but no customer said so (4.4, rule 5)."""
    share: float | None
    """Part of the journey's squared shortfall, 0 to 1 (4.5)."""
    lift: float | None
    """What the journey score would win if this one felt as targeted (4.5)."""
    confidence: float
    """How well what is said of it is known, 0 to 1 (4.6)."""
    known_from: KnownFrom
    assumption: bool
    """Badge: confidence is low, whatever the direction."""
    r_wg: float | None
    """Agreement of the raters, 0 to 1; None with fewer than two (4.4)."""
    disputed: bool
    """Badge: the raters disagree, whatever the direction."""
    below_zero: int
    """Raters with a valence under zero."""
    above_zero: int
    """Raters with a valence over zero."""
    camps: Camps
    customers_valence: float | None
    """Mean valence of the customers, in the room and in surveys: their own curve."""
    customers: int
    """Customers whose own valence is known, in the room and in surveys."""
    respondents: int
    """How many of these answered a survey; they take no part in the workshop."""
    survey_valence: float | None
    """Mean valence of those who answered a survey, -5 to 5."""
    others_valence: float | None
    """Mean valence of all but the customers; None where no customer has a say."""
    wanted: float | None
    """How the team wants it to feel, -5 to 5."""


@dataclass(frozen=True, slots=True)
class GroupScore:
    """Roll-up of the touchpoints of one stage, or of one department (4.5)."""

    id: str
    """Id of the stage, or name of the department (empty: nobody)."""
    touchpoint_ids: tuple[str, ...]
    rated: int
    weight: float
    """Summed weight in the journey, 0 to 1."""
    score: float | None
    """Journey score J within the group, 0 to 1."""
    mean: float | None
    """Weighted mean A within the group, 0 to 1."""
    share: float
    """Part of the journey's squared shortfall, 0 to 1."""
    remembered: float | None
    """What is remembered of a stage, -5 to 5; None for departments."""


@dataclass(frozen=True, slots=True)
class Overall:
    """What the room answered about the whole journey (4.5)."""

    answers: int
    value: float
    """Mean answer, 0 to 10."""
    verdict: Verdict | None
    """None where no touchpoint is rated."""
    implied_norm: float | None
    """The norm q that turns the parts into this answer; None outside its span."""


@dataclass(frozen=True)
class JourneyAnalysis:
    """Everything computed of one journey; all parts unrounded."""

    journey_id: str
    total: int
    """Touchpoints on the map."""
    rated: int
    """Touchpoints that somebody gave a valence."""
    voices: int
    """Participants of the workshop."""
    raters: int
    """Participants who gave a valence in this journey."""
    score: float | None
    """Journey score J, 0 to 1 (4.5)."""
    mean: float | None
    """Weighted mean A, 0 to 1 (4.5)."""
    hidden: float | None
    """A minus J: what the average hides, 0 to 1 (4.5)."""
    remembered: float | None
    """Journey score of what is remembered of each stage, 0 to 1 (4.5)."""
    valence: float | None
    """The weighted mean as a valence, -5 to 5."""
    overall: Overall | None
    counted: tuple[Signal, ...]
    """Signals that count in this journey (4.2)."""
    signals: tuple[SignalCount, ...]
    headline: Headline
    touchpoints: tuple[TouchpointAnalysis, ...]
    """In map order."""
    ranking: tuple[str, ...]
    """Ids of the rated touchpoints by fix score, worst first."""
    critical: tuple[str, ...]
    """Ids of the critical touchpoints, worst first."""
    protect: tuple[str, ...]
    """Ids of the touchpoints to protect, by protect score."""
    peak_id: str | None
    low_id: str | None
    end_id: str | None
    stages: tuple[GroupScore, ...]
    """In map order, empty stages included."""
    departments: tuple[GroupScore, ...]
    """In order of first appearance on the map."""

    def touchpoint(self, touchpoint_id: str) -> TouchpointAnalysis:
        """Return one touchpoint.

        Raises:
            KeyError: the journey has no such touchpoint.
        """
        return self._by_id[touchpoint_id]

    @cached_property
    def _by_id(self) -> Mapping[str, TouchpointAnalysis]:
        return {each.id: each for each in self.touchpoints}


@dataclass(frozen=True, slots=True)
class Analysis:
    """The analyses of all visible journeys, in their order."""

    journeys: tuple[JourneyAnalysis, ...]

    def journey(self, journey_id: str) -> JourneyAnalysis:
        """Return one journey.

        Raises:
            KeyError: the workshop shows no such journey.
        """
        for journey in self.journeys:
            if journey.journey_id == journey_id:
                return journey
        raise KeyError(journey_id)
