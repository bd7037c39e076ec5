"""What moves customers' answers about the whole, as codes and unrounded numbers (1.7).

It is found in answers of customers, respondent by respondent. That two answers go
together does not make one the cause of the other.
"""

from dataclasses import dataclass
from enum import StrEnum

from cxcore.analysis.scales import FloatArray
from cxcore.model import KanoKind


class LeftOutBecause(StrEnum):
    """Why a touchpoint of the journey is not compared with the others."""

    NOT_ASKED = "not_asked"
    """No survey asks about it."""
    FEW_ANSWERS = "few_answers"
    """Those who answered everything else would be too few with it."""
    ALL_ALIKE = "all_alike"
    """Everybody gave the same answer, so it moves nothing."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A touchpoint that is not compared with the others."""

    touchpoint_id: str
    because: LeftOutBecause
    answers: int
    """By respondents who also spoke about the whole."""


@dataclass(frozen=True, eq=False)
class SurveyRows:
    """Respondents who answered about the whole and about every touchpoint taken.

    Two of them are equal where everything in them is, so a result can be kept.
    """

    journey_id: str
    ids: tuple[str, ...]
    """Touchpoints taken, in map order."""
    felt: FloatArray
    """(respondents, touchpoints), valence, -5 to 5; nothing is missing."""
    overall: FloatArray
    """Per respondent, 0 to 10."""
    asked: int
    """Everybody who answered a survey about any of this journey's touchpoints."""
    without_overall: int
    """How many of these said nothing of the whole."""
    incomplete: int
    """How many spoke about the whole, but not about every touchpoint taken."""
    left_out: tuple[LeftOut, ...]
    """The other touchpoints of the journey, in map order."""

    def __eq__(self, other: object) -> bool:
        """Tell whether everything in them is the same."""
        if not isinstance(other, SurveyRows):
            return NotImplemented
        return self._all() == other._all()

    def __hash__(self) -> int:
        """Return the same for what is equal."""
        return hash(self._all())

    def _all(self) -> tuple[object, ...]:
        counts = (self.asked, self.without_overall, self.incomplete)
        answers = (self.felt.tobytes(), self.overall.tobytes())
        return (self.journey_id, self.ids, *counts, self.left_out, *answers)


class Refusal(StrEnum):
    """Why it cannot be told what moves the answers about the whole."""

    NO_SURVEY = "no_survey"
    """No survey asks customers about any touchpoint of the journey."""
    NO_OVERALL = "no_overall"
    """Nobody who answered about a touchpoint spoke about the whole too."""
    ALL_ALIKE = "all_alike"
    """The answers about the whole, or about every touchpoint, are all the same."""
    TOO_FEW = "too_few"
    """There are fewer respondents than ``rows_per_touchpoint`` for each touchpoint."""
    UNRELATED = "unrelated"
    """The touchpoints explain no more of the whole than chance would."""


@dataclass(frozen=True, slots=True)
class NoDrivers:
    """That it cannot be told, and why."""

    rows: SurveyRows
    refusal: Refusal
    needed: int
    """How many respondents there would have to be, at least."""


class Split(StrEnum):
    """How what the touchpoints explain together is split among them."""

    LMG = "lmg"
    """Mean gain of R² over all orders of taking them in (Lindeman, Merenda, Gold)."""
    JOHNSON = "johnson"
    """Relative weights (Johnson 2000); taken where there are too many for ``LMG``."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """What a low and a high answer about one touchpoint do to the whole (1.3)."""

    penalty: float
    """Points, 0 to 10, by which the whole is lower after a low answer than after one
    in between; below 0 where it is higher."""
    reward: float
    """Points by which it is higher after a high answer than after one in between."""
    asymmetry: float
    """Impact asymmetry, -1 only a penalty to 1 only a reward."""
    kind: KanoKind
    """What that suggests."""
    holds: float
    """Part of the samples of respondents that suggest the same, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Driver:
    """How far the answers about the whole move with those about one touchpoint."""

    touchpoint_id: str
    share: float
    """Part of all differences between the answers about the whole, 0 to 1; over all
    touchpoints they sum to what is explained."""
    interval: tuple[float, float]
    """5 and 95 % of the shares found in samples of the respondents."""
    importance: float
    """What is taken over: the largest share is 1, no share the floor of a touchpoint
    without a dot."""
    johnson: float
    """The share by Johnson's relative weights, to compare."""
    correlation: float
    """Of its answers with those about the whole; below 0: the better it felt, the
    worse they found the whole."""
    contrast: Contrast | None
    """None where too few answers are low, high or in between, where others always go
    with them, or where neither a low one costs nor a high one pays."""


@dataclass(frozen=True, slots=True)
class Drivers:
    """What moves the answers about the whole of one journey."""

    rows: SurveyRows
    split: Split
    explained: float
    """R²: part of the differences that goes with the touchpoints together, 0 to 1."""
    drivers: tuple[Driver, ...]
    """The touchpoints taken, the largest share first; ties in map order."""
