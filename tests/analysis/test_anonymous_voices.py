"""Voices of a round without names: heard, but never one person more."""

import pytest

from cxcore.edit import without_parts
from cxcore.model import Answers, Participant, Rating, Standpoint, Weighting
from tests.analysis.builders import JOURNEY, Moment, analysed, said, who, workshop_of

PERSONA = Standpoint.AS_PERSONA


def with_voices(workshop, *ratings, overall=()):
    """Add one anonymous voice for each rating of the moment "pay"."""
    names = [f"voice{at}" for at in range(max(len(ratings), len(overall)))]
    voices = {
        name: Participant(id=name, name=name.title(), anonymous=True) for name in names
    }
    rated = {
        name: {PERSONA: rating} for name, rating in zip(names, ratings, strict=False)
    }
    pay = {**workshop.ratings["pay"], **rated}
    whole = {
        name: Answers(overall=value)
        for name, value in zip(names, overall, strict=False)
    }
    return workshop.model_copy(
        update={
            "participants": {**workshop.participants, **voices},
            "ratings": {**workshop.ratings, "pay": pay},
            "answers": {JOURNEY: whole},
        }
    )


def test_the_voices_of_a_round_are_heard_and_not_counted_as_more_people():
    workshop = with_voices(
        workshop_of(Moment("pay"), people=3), *[Rating(valence=-2.0)] * 3
    )

    journey = analysed(workshop)

    assert journey.touchpoint("pay").valence == -2
    assert (journey.raters, journey.voices) == (3, 3)


def test_more_voices_than_people_are_all_counted():
    workshop = with_voices(
        workshop_of(Moment("pay"), people=1), *[Rating(valence=-2.0)] * 3
    )

    assert (analysed(workshop).raters, analysed(workshop).voices) == (3, 3)


@pytest.mark.parametrize("rating", [Rating(), None])
def test_a_voice_whose_ratings_were_cleared_counts_nowhere(rating):
    alone = workshop_of(Moment("pay", said(valence=[-2, 3])))
    cleared = with_voices(alone, *([rating] if rating else []), overall=[None])

    assert analysed(cleared) == analysed(alone)


def test_a_voice_that_answered_only_about_the_whole_is_heard_there():
    workshop = with_voices(
        workshop_of(Moment("pay", said(valence=[-2]))), overall=[6.0, None]
    )

    journey = analysed(workshop)

    assert (journey.overall.answers, journey.overall.value) == (1, 6)
    assert (journey.raters, journey.voices) == (1, 1)


def test_voices_share_one_weight_where_viewpoints_weigh_the_same():
    workshop = with_voices(
        workshop_of(Moment("pay", said(valence=[-4])), viewpoints=["customer"]),
        *[Rating(valence=2.0)] * 3,
    )
    fair = workshop.settings.model_copy(update={"weighting": Weighting.VIEWPOINTS})

    assert analysed(workshop).touchpoint("pay").valence == 0.5
    seen = analysed(workshop.model_copy(update={"settings": fair}))
    assert seen.touchpoint("pay").valence == -1


def test_what_a_round_hides_is_not_rated_rather_than_zero():
    workshop = workshop_of(
        Moment("pay", said(valence=[-4, 2], effort=[5, 6], importance=[5, 4])),
        Moment("wait", said(valence=[-1, 1], effort=[2, 2], importance=[3, 3])),
        overall=[3.0, 4.0],
    )

    hidden = without_parts(
        workshop, JOURNEY, {"valence", "importance", "effort", "overall"}
    )

    journey = analysed(hidden)
    bare = analysed(workshop_of(Moment("pay"), Moment("wait"), people=2))
    assert journey == bare
    assert (journey.rated, journey.score, journey.ranking) == (0, None, ())
    assert journey.overall is None
    pay = journey.touchpoint("pay")
    assert (pay.valence, pay.effort, pay.fix, pay.r_wg) == (None, None, None, None)
    assert pay.importance_assumed


def test_what_a_round_hides_at_three_moments_leaves_the_others_scored():
    workshop = workshop_of(
        Moment("pay", said(valence=[-4, 2])), Moment("wait", said(valence=[-1, -3]))
    )

    journey = analysed(without_parts(workshop, JOURNEY, {"valence"}, ["pay"]))

    assert journey.ranking == ("wait",)
    assert journey.touchpoint("pay").valence is None
    assert who(0) in workshop.ratings["pay"]
