"""Workshops with a review, and what has become of them since."""

from datetime import timedelta

from cxcore.analysis import analyse_grid, grid_of
from cxcore.compare import (
    compare_standings,
    reviews_of,
    standing_at,
    standing_now,
)
from cxcore.edit import visible
from cxcore.model import (
    Review,
)
from tests.analysis.builders import JOURNEY, TODAY, Moment, said, workshop_of

BEFORE = TODAY - timedelta(days=30)


def felt(name, *valences, **fields):
    return Moment(name, said(valence=valences), **fields)


def kept(workshop, on=BEFORE, key="review", **fields):
    """The workshop with a review of it as it stands."""
    shown = visible(workshop)
    review = Review(
        id=key,
        journey_id=JOURNEY,
        on=on,
        touchpoint_ids=tuple(shown.touchpoints),
        ratings=shown.ratings,
        **fields,
    )
    reviews = {**workshop.reviews, key: review}
    return workshop.model_copy(update={"reviews": reviews})


def later(workshop, *moments, **how):
    """The same workshop after people said something else of its moments."""
    ratings = {**workshop.ratings, **workshop_of(*moments, **how).ratings}
    return workshop.model_copy(update={"ratings": ratings})


def now_of(workshop):
    shown = visible(workshop)
    grid = grid_of(shown, JOURNEY, TODAY)
    return standing_now(grid, analyse_grid(grid, shown.settings), TODAY)


def since(workshop):
    (review,) = reviews_of(workshop, JOURNEY)
    then = standing_at(workshop, review)
    return compare_standings(
        then, now_of(workshop), workshop.settings, forecast=review.forecast
    )


def moved(before, after, **how):
    """What became of one moment that these people felt like this, then like that."""
    workshop = kept(workshop_of(felt("gate", *before), people=6, **how))
    return since(later(workshop, felt("gate", *after))).moments[0]
