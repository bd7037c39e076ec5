"""What became of a moment since a review: rose, fell, came, went."""

import pytest

from cxcore.commands import Add, Remove, SetRating
from cxcore.compare import (
    Changed,
)
from cxcore.edit import apply
from cxcore.model import (
    Participant,
    Rating,
    RevealRule,
    Settings,
    Standpoint,
    Touchpoint,
    Viewpoint,
    Weighting,
)
from cxcore.model.settings import CompareRule
from tests.analysis.builders import Moment, who, workshop_of
from tests.compare.reviewed import (
    felt,
    kept,
    later,
    moved,
    since,
)


class TestOneMoment:
    @pytest.mark.parametrize(
        ("before", "after", "code"),
        [
            ([-2, -2, -2], [1, 1, 1], Changed.ROSE),
            ([1, 1, 1], [-2, -2, -2], Changed.FELL),
            ([1, 1, 1], [1.4, 1.4, 1.4], Changed.STAYED),
            ([1, 1, 1], [1.5, 1.5, 1.5], Changed.ROSE),
            ([0, 0, 0], [None, None, None], Changed.CANNOT_TELL),
            ([None, None, None], [0, 0, 0], Changed.CANNOT_TELL),
        ],
    )
    def test_rises_falls_stays_or_cannot_be_told(self, before, after, code):
        assert moved(before, after).code is code

    def test_from_which_distance_it_has_moved_stands_in_the_settings(self):
        settings = Settings(reveal=RevealRule(moved_from=0.0))

        assert moved([1, 1], [1, 1], settings=settings).code is Changed.STAYED
        assert moved([1, 1], [1.1, 1.1], settings=settings).code is Changed.ROSE

    def test_the_means_are_those_that_the_score_uses(self):
        seats = [Viewpoint.CUSTOMER, None, None, None]
        settings = Settings(weighting=Weighting.VIEWPOINTS)

        change = moved([4, 0, 0, 0], [4, 1, 1, 1], viewpoints=seats, settings=settings)

        assert (change.then, change.now) == (2, 2.5)

    def test_who_spoke_is_counted_on_either_side(self):
        change = moved([1, 2, None], [1, None, None])

        assert (change.voices_then, change.voices_now) == (2, 1)


class TestWhetherItCouldBeChance:
    def test_all_who_rose_by_the_same_surely_rose_however_far_they_are_apart(self):
        change = moved([-4, 0, 3], [-3, 1, 4])

        assert change.is_sure
        assert change.sureness.interval == pytest.approx((1, 1, 1))

    def test_the_same_means_of_other_people_could_be_chance(self):
        change = moved([-4, 0, 3], [None, None, None, -3, 1, 4])

        assert change.code is Changed.ROSE
        assert not change.is_sure

    def test_one_who_rose_far_and_others_who_fell_could_be_chance(self):
        assert not moved([-5, 1, 1, 1], [5, 0, 0, 0]).is_sure

    def test_two_voices_are_too_few_on_either_side(self):
        assert not moved([-4, -4], [4, 4]).is_sure
        assert not moved([-4, -4, -4], [4, 4]).is_sure
        assert moved([-4, -4, -4], [4, 4, 4]).is_sure

    def test_how_many_and_how_sure_stands_in_the_settings(self):
        few = Settings(compare=CompareRule(raters_from=2))
        mixed = [-1, 0, 1, 2], [1, 0.5, 0.5, 3]

        assert moved([-4, -4], [4, 4], settings=few).is_sure
        lenient = Settings(compare=CompareRule(sure_from=0.5))
        strict = Settings(compare=CompareRule(sure_from=0.999))
        assert moved(*mixed, settings=lenient).is_sure
        assert not moved(*mixed, settings=strict).is_sure

    def test_what_stayed_is_not_sure_of_anything(self):
        assert not moved([1, 1, 1], [1.1, 1.1, 1.1]).is_sure

    def test_the_interval_is_about_that_of_the_bootstrap_of_the_differences(self):
        before, after = [-2, 0, 1, 2, -1, 0], [0, 1, 1, 4, 2, 0]
        change = moved(before, after)

        low, middle, high = change.sureness.interval
        # Variance of a Bayesian bootstrap mean: the population's over n + 1 (Rubin).
        assert middle == pytest.approx(4 / 3, abs=0.1)
        assert (high - low) / (2 * 1.645) == pytest.approx(
            (14 / 9 / 7) ** 0.5, rel=0.15
        )


class TestTheMap:
    def test_what_is_new_came_and_what_was_removed_went_under_its_name(self):
        workshop = kept(workshop_of(felt("gate", 1), felt("pay", -3)))
        workshop = apply(workshop, Remove(of="touchpoint", id="pay"))
        new = Touchpoint(id="bow", stage_id="Stage", name="Bow", position="z")
        workshop = apply(workshop, Add(of="touchpoint", thing=new))

        changes = {each.touchpoint_id: each for each in since(workshop).moments}

        assert {key: each.code for key, each in changes.items()} == {
            "gate": Changed.STAYED,
            "bow": Changed.CAME,
            "pay": Changed.WENT,
        }
        assert changes["pay"].then == -3

    def test_what_stood_there_unrated_did_not_come_with_its_first_rating(self):
        workshop = kept(workshop_of(felt("gate", 1), Moment("pay"), people=1))

        changes = since(later(workshop, felt("pay", 2))).moments

        assert changes[1].code is Changed.CANNOT_TELL

    def test_what_was_removed_and_brought_back_has_not_gone(self):
        workshop = workshop_of(felt("gate", 1), felt("pay", -3))
        workshop = apply(kept(workshop), Remove(of="touchpoint", id="pay"))
        back = workshop.touchpoints["pay"].model_copy(update={"removed": False})
        touchpoints = {**workshop.touchpoints, "pay": back}
        workshop = workshop.model_copy(update={"touchpoints": touchpoints})

        assert {each.code for each in since(workshop).moments} == {Changed.STAYED}

    def test_a_stage_that_was_removed_takes_its_moments_along(self):
        workshop = kept(workshop_of(felt("gate", 1), felt("pay", -3, stage="End")))
        workshop = apply(workshop, Remove(of="stage", id="End"))

        change = since(workshop).moments[1]

        assert (change.code, change.then) == (Changed.WENT, -3)

    def test_what_nobody_can_find_any_more_went_too(self):
        workshop = kept(workshop_of(felt("gate", 1), felt("pay", -3)))
        touchpoints = {"gate": workshop.touchpoints["gate"]}
        workshop = workshop.model_copy(update={"touchpoints": touchpoints})

        change = since(workshop).moments[1]

        assert (change.code, change.then) == (Changed.WENT, None)

    def test_an_older_review_that_names_no_moments_had_those_that_were_rated(self):
        workshop = kept(workshop_of(felt("gate", 1)))
        review = workshop.reviews["review"].model_copy(update={"touchpoint_ids": ()})
        workshop = workshop.model_copy(update={"reviews": {"review": review}})

        assert since(workshop).moments[0].code is Changed.STAYED


class TestWhoIsCounted:
    def test_who_was_taken_out_since_is_not_counted_then_either(self):
        workshop = kept(workshop_of(felt("gate", -4, 2, 2)))
        workshop = apply(workshop, Remove(of="participant", id=who(0)))

        change = since(workshop).moments[0]

        assert (change.then, change.now) == (2, 2)

    def test_who_came_since_is_counted_now_alone(self):
        workshop = kept(workshop_of(felt("gate", 2, 2)))
        new = Add(of="participant", thing=Participant(id="new", name="New"))
        says = SetRating(
            touchpoint_id="gate", participant_id="new", part="valence", value=-4.0
        )

        change = since(apply(apply(workshop, new), says)).moments[0]

        assert (change.then, change.now) == (2, 0)

    def test_a_lone_customer_by_link_is_no_more_shown_than_on_the_map(self):
        workshop = workshop_of(
            felt("gate", 2, -4), viewpoints=[None, Viewpoint.CUSTOMER]
        )
        quiet = workshop.participants[who(1)].model_copy(update={"anonymous": True})
        people = {**workshop.participants, who(1): quiet}
        workshop = kept(workshop.model_copy(update={"participants": people}))

        assert since(workshop).moments[0].then == 2


def test_own_experience_is_kept_and_read_as_on_the_map():
    own = {who(0): {Standpoint.OWN_EXPERIENCE: Rating(valence=-2.0)}}
    workshop = workshop_of(Moment("gate"), people=1)
    workshop = kept(workshop.model_copy(update={"ratings": {"gate": own}}))

    assert since(workshop).moments[0].then == -2
