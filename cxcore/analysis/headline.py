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
from cxcore.model import Settings


def headline_of(
    touchpoints: Sequence[TouchpointAnalysis],
    critical: Sequence[str],
    mean: float | None,
    settings: Settings,
) -> Headline:
    """Return what a journey says in one sentence.

    In this order: nothing rated, too little, a split room (two experiences are
    ranked first, or they are all there is), nothing critical, bad moments hidden
    by good ones, bad throughout, and plainly some that need work.

    Args:
        touchpoints: all of the journey, in map order.
        critical: ids of the critical ones, worst first.
        mean: the weighted mean A, 0 to 1; None where nothing is rated.
        settings: what counts as good, as bad, and as several.
    """
    rated = [touchpoint for touchpoint in touchpoints if touchpoint.rated]
    nothing = Headline(
        HeadlineCode.NOTHING_RATED, rated=len(rated), total=len(touchpoints)
    )
    if mean is None:
        return nothing
    if len(rated) < settings.headline.rated_from * len(touchpoints):
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
    code, named = _plain(rated, worst, mean, settings)
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
    settings: Settings,
) -> tuple[HeadlineCode, Sequence[TouchpointAnalysis]]:
    rule, says = settings.direction, settings.headline
    feelings = [t.valence for t in rated if t.valence is not None]
    if not worst:
        felt_bad = min(feelings) <= rule.camp_low + CLOSE
        return (HeadlineCode.LOW_STAKES if felt_bad else HeadlineCode.ALL_GOOD), ()
    good = sum(feeling >= rule.good_from - CLOSE for feeling in feelings)
    bad = [t for t in worst if (t.valence or 0.0) < -CLOSE and not _is_split(t)]
    if bad and (good >= says.several_good or mean >= says.fine_from - CLOSE):
        return HeadlineCode.HIDDEN, bad
    under = sum(feeling < -CLOSE for feeling in feelings)
    if not good and under > says.mostly_bad_above * len(feelings):
        return HeadlineCode.BAD_THROUGHOUT, worst
    return HeadlineCode.NEEDS_WORK, worst
