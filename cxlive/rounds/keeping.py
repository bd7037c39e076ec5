"""Keeping a journey as it stands today, so that change can be seen (decision 26)."""

from collections.abc import Iterator, Mapping
from datetime import date

from cxcore.commands import Add
from cxcore.edit import visible
from cxcore.model import Rating, Review, Standpoint, Workshop
from cxcore.model.base import ParticipantId
from cxcore.rounds import touchpoints_of
from cxlive.errors import ReviewError, TooManyReviewsError
from cxlive.limits import REVIEW_BYTES, REVIEWS_PER_JOURNEY

_NOT_RATED = Rating()

_INSIDE = 4
"""Spaces before every line of a review in a file."""

ROUND_IS_OPEN = (
    "A private round is open. Show it or stop it first: what is kept is what "
    "everybody may see."
)


def keeping(
    workshop: Workshop, journey_id: str, review_id: str, on: date,
    note: str, forecast: Mapping[str, float],
) -> Add:  # fmt: skip
    """Return what keeps a journey as it stands.

    Args:
        workshop: all of it; no private round is open in it.
        journey_id: the journey to keep.
        review_id: what it is to be called by.
        on: the day, by the clock of the room.
        note: why it is kept today.
        forecast: what is expected by the next review, -5 to 5 by touchpoint; what is
            not on the map of the journey is left out.

    Raises:
        ReviewError: the journey is not there, or nobody has rated it.
        TooManyReviewsError: the file could not hold it.
    """
    shown = visible(workshop)
    if journey_id not in shown.journeys:
        msg = "This journey is not there any more."
        raise ReviewError(msg)
    there = touchpoints_of(shown, journey_id)
    ratings = dict(_said(shown, there))
    if not ratings:
        msg = "Nobody has said how it feels yet, so there is nothing to keep."
        raise ReviewError(msg)
    review = Review(
        id=review_id,
        journey_id=journey_id,
        on=on,
        note=note,
        touchpoint_ids=tuple(there),
        ratings=ratings,
        forecast={key: value for key, value in forecast.items() if key in there},
    )
    _must_have_room(workshop, review)
    return Add(of=Review.kind, thing=review, after=None)


def _said(
    shown: Workshop, there: list[str]
) -> Iterator[tuple[str, dict[ParticipantId, dict[Standpoint, Rating]]]]:
    """Yield what was said of each touchpoint; who took all of it back said nothing."""
    for touchpoint_id in there:
        said = {
            who: kept
            for who, at in shown.ratings.get(touchpoint_id, {}).items()
            if (
                kept := {
                    point: each for point, each in at.items() if each != _NOT_RATED
                }
            )
        }
        if said:
            yield touchpoint_id, said


def _must_have_room(workshop: Workshop, review: Review) -> None:
    """Refuse what would make the file larger than what can be opened again."""
    others = list(workshop.reviews.values())
    mine = [each for each in others if each.journey_id == review.journey_id]
    if len(mine) >= REVIEWS_PER_JOURNEY:
        raise TooManyReviewsError
    if sum(map(size_of, (*others, review))) > REVIEW_BYTES:
        raise TooManyReviewsError


def size_of(review: Review) -> int:
    """Return how many bytes it takes in a file, as far inside as it stands there."""
    text = review.model_dump_json(exclude_defaults=True, indent=2)
    return len(text.encode()) + _INSIDE * text.count("\n")
