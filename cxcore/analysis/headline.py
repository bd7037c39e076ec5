"""The one sentence about a journey, as data; ``cxcore.words`` says it (4.5)."""

from collections.abc import Sequence
from dataclasses import replace

from cxcore.analysis.results import (
    Direction,
    Headline,
    HeadlineCode,
    TouchpointAnalysis,
)
from cxcore.analysis.scales import CLOSE
from cxcore.model.settings import DirectionRule

ENOUGH_RATED = 0.5
"""Part of a journey's touchpoints that must be rated before it is summed up."""

FINE_FROM = 0.5
"""Weighted mean A, 0 to 1, from which a journey looks fine: "so-so" or better."""

SEVERAL = 2
"""So many good moments can hide a bad one even where the mean is not fine."""

MOSTLY = 0.5
"""Part of the rated touchpoints under zero that makes a journey bad throughout."""


def headline_of(
    touchpoints: Sequence[TouchpointAnalysis],
    critical: Sequence[str],
    mean: float | None,
    rule: DirectionRule,
) -> Headline:
    """Return what a journey says in one sentence.

    In this order: nothing rated, too little, a split room (two experiences are
    ranked first, or they are all there is), nothing critical, bad moments hidden
    by good ones, bad throughout, and plainly some that need work.

    Args:
        touchpoints: all of the journey, in map order.
        critical: ids of the critical ones, worst first.
        mean: the weighted mean A, 0 to 1; None where nothing is rated.
        rule: what counts as good, and as bad.
    """
    rated = [touchpoint for touchpoint in touchpoints if touchpoint.rated]
    nothing = Headline(
        HeadlineCode.NOTHING_RATED, rated=len(rated), total=len(touchpoints)
    )
    if mean is None:
        return nothing
    if len(rated) < ENOUGH_RATED * len(touchpoints):
        return replace(nothing, code=HeadlineCode.TOO_LITTLE)
    by_id = {touchpoint.id: touchpoint for touchpoint in rated}
    worst = [by_id[touchpoint_id] for touchpoint_id in critical]
    split = _split(rated, worst)
    if split is not None:
        return replace(
            nothing,
            code=HeadlineCode.SPLIT,
            touchpoint_ids=(split.id,),
            agreed_id=next((t.id for t in worst if not t.disputed), None),
            below_zero=split.below_zero,
            above_zero=split.above_zero,
        )
    code, named = _plain(rated, worst, mean, rule)
    return replace(nothing, code=code, touchpoint_ids=tuple(t.id for t in named))


def _split(
    rated: Sequence[TouchpointAnalysis], worst: Sequence[TouchpointAnalysis]
) -> TouchpointAnalysis | None:
    """Return the touchpoint that splits the room, where that is the main thing."""
    if worst:
        return worst[0] if _is_split(worst[0]) else None
    return next(filter(_is_split, rated), None)


def _is_split(touchpoint: TouchpointAnalysis) -> bool:
    return touchpoint.direction is Direction.TWO_EXPERIENCES


def _plain(
    rated: Sequence[TouchpointAnalysis],
    worst: Sequence[TouchpointAnalysis],
    mean: float,
    rule: DirectionRule,
) -> tuple[HeadlineCode, Sequence[TouchpointAnalysis]]:
    feelings = [t.valence for t in rated if t.valence is not None]
    if not worst:
        felt_bad = min(feelings) <= rule.camp_low + CLOSE
        return (HeadlineCode.LOW_STAKES if felt_bad else HeadlineCode.ALL_GOOD), ()
    good = sum(feeling >= rule.good_from - CLOSE for feeling in feelings)
    bad = [t for t in worst if (t.valence or 0.0) < -CLOSE and not _is_split(t)]
    if bad and (good >= SEVERAL or mean >= FINE_FROM - CLOSE):
        return HeadlineCode.HIDDEN, bad
    under = sum(feeling < -CLOSE for feeling in feelings)
    if not good and under > MOSTLY * len(feelings):
        return HeadlineCode.BAD_THROUGHOUT, worst
    return HeadlineCode.NEEDS_WORK, worst
