"""What has become of a journey since its reviews, for the page "Compare"."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from cxcore.compare import (
    MomentChange,
    Standing,
    StandingChange,
    Sureness,
    changes_until,
    compare_standings,
    day_by_day,
    reviews_of,
    standing_at,
    standing_now,
)
from cxcore.model import OpportunityStatus, Review, Workshop
from cxcore.words import (
    CHANGED_WORDS,
    change_text,
    changes_sentence,
    forecast_text,
    forecasts_sentence,
    front_sentences,
    sure_text,
    valence_word,
    whole_sentence,
)
from cxlive.board.values import number
from cxlive.board.view import JourneyView
from cxlive.channel.messages import Table
from cxlive.limits import COMPARED_REVIEWS, REVIEW_SERIES

_READ = Workshop.model_fields.keys() - {"ratings", "answers", "rounds", "reviews"}
"""What a standing is read by besides its review, see ``standing_at``."""

_WORKED_ON = frozenset({OpportunityStatus.PLANNED, OpportunityStatus.DOING})


def since(view: JourneyView) -> Table:
    """Return the keys of what a journey was like at its reviews.

    What stood on the map at a review may be gone by now, so its name is read from the
    whole workshop; of what was said, nothing is read but what was kept.
    """
    if view.journey_id is None or view.grid is None or view.analysis is None:
        return {}
    whole = view.source.snapshot.workshop
    kept = reviews_of(whole, view.journey_id)[-REVIEW_SERIES:]
    held = [_Kept(whole, review) for review in kept]
    now = standing_now(view.grid, view.analysis, view.source.day)
    standings = [*map(_standing, held), now]
    newest, names = held[-COMPARED_REVIEWS:], _names(whole)
    return {
        "reviews": _heads(newest),
        **_until_now(view, newest, now, names),
        **_one_after_another(newest),
        "days": _days(kept, standings),
        "names": _names_of(names, standings),
        "work_on": _work_on(view.workshop, now),
    }


class _Kept:
    """A review, and all of the workshop that it is read by.

    The same while only ratings change, which is what changes all the time.
    """

    def __init__(self, workshop: Workshop, review: Review) -> None:
        self.workshop, self.review = workshop, review
        self._parts = (review, *(getattr(workshop, name) for name in _READ))
        self._hash = hash(tuple(map(id, self._parts)))

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Kept):
            return NotImplemented
        pairs = zip(self._parts, other._parts, strict=True)
        return all(mine is theirs for mine, theirs in pairs)


@lru_cache(maxsize=4 * REVIEW_SERIES)
def _standing(kept: _Kept) -> Standing:
    return standing_at(kept.workshop, kept.review)


@lru_cache(maxsize=4 * COMPARED_REVIEWS)
def _between(then: _Kept, later: _Kept) -> Table:
    settings, forecast = later.workshop.settings, then.review.forecast
    change = compare_standings(
        _standing(then), _standing(later), settings, forecast=forecast
    )
    return _change(change, _names(later.workshop))


def _names(workshop: Workshop) -> dict[str, str]:
    return {key: touchpoint.name for key, touchpoint in workshop.touchpoints.items()}


def _heads(kept: Sequence[_Kept]) -> list[Table]:
    """Return which reviews are compared, the newest first."""
    following = {one.review.id: other.review.id for one, other in pairwise(kept)}
    return [
        {
            "id": each.review.id,
            "on": each.review.on.isoformat(),
            "note": each.review.note,
            "next": following.get(each.review.id),
        }
        for each in reversed(kept)
    ]


def _until_now(
    view: JourneyView, kept: Sequence[_Kept], now: Standing, names: Mapping[str, str]
) -> Table:
    """Compare reviews with today, each under a key of its own."""
    if not kept:
        return {}
    pairs = [(each.review, _standing(each)) for each in kept]
    changes = changes_until(now, pairs, view.workshop.settings)
    return {
        f"since/{each.review.id}": _change(change, names)
        for each, change in zip(kept, changes, strict=True)
    }


def _one_after_another(kept: Sequence[_Kept]) -> Table:
    """Compare each review with the next one."""
    return {
        f"since/{then.review.id}/{later.review.id}": _between(then, later)
        for then, later in pairwise(kept)
    }


def _change(change: StandingChange, names: Mapping[str, str]) -> Table:
    whole = change.whole
    return {
        "line": changes_sentence(change.moments),
        "whole": whole_sentence(whole),
        "then": number(whole.then),
        "now": number(whole.now),
        "both": whole.moments,
        "interval": _interval(whole.sureness),
        "front": list(front_sentences(change, names)),
        "forecast": forecasts_sentence(change.moments),
        "came_in": list(change.came_in),
        "moments": [_moment(each) for each in change.moments],
    }


def _moment(change: MomentChange) -> Table:
    symbol, word = CHANGED_WORDS[change.code]
    return {
        "id": change.touchpoint_id,
        "code": change.code.value,
        "symbol": symbol,
        "word": word,
        "text": change_text(change),
        "sure": sure_text(change.code, is_sure=change.is_sure),
        "then": number(change.then),
        "now": number(change.now),
        "voices": [change.voices_then, change.voices_now],
        "interval": _interval(change.sureness),
        "expected": number(change.expected),
        "forecast": forecast_text(change),
        "outcome": None if change.forecast is None else change.forecast.value,
    }


def _interval(sureness: Sureness | None) -> list[float | None] | None:
    return None if sureness is None else [number(each) for each in sureness.interval]


def _days(kept: Sequence[Review], standings: Sequence[Standing]) -> list[Table]:
    """Return how the journey felt at each review, and today."""
    ids: list[str | None] = [*(review.id for review in kept), None]
    return [
        {
            "id": review_id,
            "on": day.on.isoformat(),
            "valence": number(day.valence),
            "word": None if day.valence is None else valence_word(day.valence),
            "moments": {key: number(value) for key, value in day.moments.items()},
        }
        for review_id, day in zip(ids, day_by_day(standings), strict=True)
    ]


def _names_of(
    names: Mapping[str, str], standings: Sequence[Standing]
) -> dict[str, str]:
    """Return the names of all that ever stood on the map, today's in map order."""
    now = standings[-1].grid.ids
    earlier = sorted({each for standing in standings for each in standing.there})
    ids = dict.fromkeys((*now, *earlier))
    return {each: names[each] for each in ids if each in names}


def _work_on(workshop: Workshop, now: Standing) -> list[dict[str, Any]]:
    """Return what the team works on, and how it should feel once that is done."""
    targets: dict[str, float | None] = dict.fromkeys(now.analysis.critical)
    changes = sorted(workshop.opportunities.values(), key=lambda each: each.id)
    for change in changes:
        if change.status in _WORKED_ON:
            for touchpoint_id in change.touchpoint_ids:
                known = targets.get(touchpoint_id)
                targets[touchpoint_id] = change.target if known is None else known
    return [
        {"touchpoint": each, "target": targets[each]}
        for each in now.grid.ids
        if each in targets
    ]
