"""What a room says right after a reveal, as data: agreement, splits, customers."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from cxcore.analysis.customers import Customers
from cxcore.analysis.results import JourneyAnalysis, TouchpointAnalysis
from cxcore.analysis.scales import CLOSE
from cxcore.model import RevealRule


class RevealCode(StrEnum):
    """What is the matter of the room."""

    NOTHING = "nothing"
    ONE_VOICE = "one_voice"
    FEW = "few"
    """No touchpoint has enough voices to say that they agree."""
    AGREED = "agreed"
    SPLIT = "split"
    MIXED = "mixed"
    """Neither: opinions differ, but there are no two sides."""


@dataclass(frozen=True)
class Split:
    """A touchpoint on which the room has two sides."""

    touchpoint_id: str
    below_zero: int
    above_zero: int


@dataclass(frozen=True)
class Reveal:
    """What to say of a round; ids and counts only."""

    code: RevealCode
    agreed_id: str | None = None
    """Where the feeling is strongest of all on which the room agrees."""
    splits: tuple[Split, ...] = ()
    """First where most voices are on the smaller side; ties as on the map."""
    throughout: bool = False
    """The room agrees, or is split, on each of several rated touchpoints."""
    customers_id: str | None = None
    """Where customers differ most from the others, if that is far."""
    customers_worse: bool = False


def reveal_of(
    journey: JourneyAnalysis, rule: RevealRule, customers: Customers | None = None
) -> Reveal:
    """Return what a journey's ratings say to the room that gave them (4.8).

    Args:
        journey: what is computed of it.
        rule: how many make an agreement, and how far apart is worth a word.
        customers: their own curve; what it withholds is not spoken of either.
    """
    rated = [each for each in journey.touchpoints if each.rated]
    if not rated:
        return Reveal(RevealCode.NOTHING)
    if journey.raters == 1:
        return Reveal(RevealCode.ONE_VOICE)
    splits = _splits(rated)
    agreed = [each for each in rated if _is_agreed(each, rule)]
    differs = _customers(rated, rule, customers)
    return Reveal(
        _code(rated, splits, agreed, rule),
        agreed_id=_strongest(agreed),
        splits=splits,
        throughout=len(rated) > 1 and len(rated) in (len(splits), len(agreed)),
        customers_id=None if differs is None else differs[0],
        customers_worse=differs is not None and differs[1] < 0,
    )


def _code(
    rated: Sequence[TouchpointAnalysis],
    splits: Sequence[Split],
    agreed: Sequence[TouchpointAnalysis],
    rule: RevealRule,
) -> RevealCode:
    if splits:
        return RevealCode.SPLIT
    if agreed:
        return RevealCode.AGREED
    if max(each.raters for each in rated) < rule.raters_from:
        return RevealCode.FEW
    return RevealCode.MIXED


def _splits(rated: Sequence[TouchpointAnalysis]) -> tuple[Split, ...]:
    two_sided = [t for t in rated if t.disputed and t.below_zero and t.above_zero]
    two_sided.sort(key=lambda t: -min(t.below_zero, t.above_zero))
    return tuple(Split(t.id, t.below_zero, t.above_zero) for t in two_sided)


def _is_agreed(touchpoint: TouchpointAnalysis, rule: RevealRule) -> bool:
    """Tell whether enough voices say nearly the same; one voice never does."""
    if touchpoint.r_wg is None or touchpoint.raters < rule.raters_from:
        return False
    return touchpoint.r_wg >= rule.agree_from - CLOSE and not touchpoint.disputed


def _strongest(agreed: Sequence[TouchpointAnalysis]) -> str | None:
    """Return the one furthest from so-so; of a bad and a good one, the bad."""
    felt = [(t.valence or 0.0, t.id) for t in agreed]
    if not felt:
        return None
    return max(felt, key=lambda pair: (round(abs(pair[0]), 9), -pair[0]))[1]


def _customers(
    rated: Sequence[TouchpointAnalysis], rule: RevealRule, customers: Customers | None
) -> tuple[str, float] | None:
    """Return where customers and the others are furthest apart, if that is far.

    With how much better it is to customers, by what may be shown of them (4.8).
    """
    shown = {} if customers is None else customers.points
    heard = [t for t in rated if t.id in shown and t.others_valence is not None]
    gaps = [(t.id, shown[t.id] - (t.others_valence or 0.0)) for t in heard]
    furthest = max(gaps, key=lambda pair: abs(pair[1]), default=None)
    if furthest is None or abs(furthest[1]) < rule.customers_gap_from - CLOSE:
        return None
    return furthest
