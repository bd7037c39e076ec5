"""The journey as a whole, what was forecast, and what is said of a review."""

import pytest

from cxcore.commands import Add, Remove
from cxcore.compare import (
    Changed,
    Forecast,
    day_by_day,
    reviews_of,
    standing_at,
)
from cxcore.edit import apply
from cxcore.model import (
    Touchpoint,
)
from cxcore.words import (
    change_text,
    changes_sentence,
    forecast_text,
    forecasts_sentence,
    front_sentences,
    sure_text,
    whole_sentence,
)
from tests.analysis.builders import JOURNEY, TODAY, Moment, said, workshop_of
from tests.compare.reviewed import (
    BEFORE,
    felt,
    kept,
    later,
    moved,
    now_of,
    since,
)


class TestTheWhole:
    def test_it_is_over_the_moments_rated_both_times(self):
        workshop = kept(workshop_of(felt("gate", 1, 1, 1), Moment("pay"), people=3))

        change = since(later(workshop, felt("gate", 2, 2, 2), felt("pay", -5, -5, -5)))

        assert (change.whole.then, change.whole.now) == (1, 2)
        assert change.whole.moments == 1
        assert change.whole.code is Changed.ROSE
        assert change.whole.is_sure

    def test_it_is_weighted_by_what_matters_now(self):
        def journey(gate, pay):
            return (
                Moment("gate", said(valence=[gate], importance=[5])),
                Moment("pay", said(valence=[pay], importance=[2])),
            )

        workshop = kept(workshop_of(*journey(0, 0)))

        change = since(later(workshop, *journey(5, 0)))

        assert change.whole.now == pytest.approx(4)
        assert change.whole.now == pytest.approx(
            now_of(workshop_of(*journey(5, 0))).analysis.valence
        )

    def test_without_a_moment_rated_both_times_it_cannot_be_told(self):
        workshop = kept(workshop_of(Moment("gate"), people=1))

        whole = since(later(workshop, felt("gate", 1))).whole

        assert (whole.code, whole.then, whole.is_sure) == (
            Changed.CANNOT_TELL,
            None,
            False,
        )

    def test_it_says_who_came_into_what_needs_work_and_who_is_out_of_it(self):
        workshop = kept(workshop_of(felt("gate", -4, -4), felt("pay", 3, 3)))

        change = since(later(workshop, felt("gate", 3, 3), felt("pay", -4, -4)))

        assert change.critical_then == ("gate",)
        assert (change.came_in, change.dropped_out) == (("pay",), ("gate",))

    def test_what_went_was_critical_then_all_the_same(self):
        workshop = kept(workshop_of(felt("gate", 2), felt("pay", -4)))
        workshop = apply(workshop, Remove(of="touchpoint", id="pay"))

        assert since(workshop).dropped_out == ("pay",)


class TestForecasts:
    def outcome(self, expected, *after):
        workshop = workshop_of(felt("gate", -2), people=1)
        workshop = kept(workshop, forecast={"gate": expected})
        return since(later(workshop, felt("gate", *after))).moments[0].forecast

    def test_one_is_met_where_less_than_a_movement_is_missing(self):
        assert self.outcome(2.0, 2.0) is Forecast.MET
        assert self.outcome(2.0, 5.0) is Forecast.MET
        assert self.outcome(2.0, 1.6) is Forecast.MET
        assert self.outcome(2.0, 1.5) is Forecast.NOT_MET

    def test_one_cannot_be_told_where_nobody_has_rated_it_now(self):
        assert self.outcome(2.0, None) is Forecast.NOT_TOLD

    def test_nor_where_the_moment_went(self):
        workshop = kept(workshop_of(felt("gate", -2)), forecast={"gate": 1.0})
        workshop = apply(workshop, Remove(of="touchpoint", id="gate"))

        (change,) = since(workshop).moments

        assert change.forecast is Forecast.NOT_TOLD

    def test_nor_on_the_day_on_which_it_was_made(self):
        workshop = kept(workshop_of(felt("gate", -2)), TODAY, forecast={"gate": 3.0})

        assert since(workshop).moments[0].forecast is Forecast.NOT_TOLD

    def test_what_was_not_forecast_says_nothing(self):
        assert moved([1], [2]).forecast is None


def test_reviews_come_in_the_order_of_their_days():
    workshop = workshop_of(felt("gate", 1))
    for key, on in (("b", BEFORE), ("c", TODAY), ("a", BEFORE)):
        workshop = kept(workshop, on, key)

    assert [each.id for each in reviews_of(workshop, JOURNEY)] == ["a", "b", "c"]
    assert reviews_of(workshop, "another") == ()


def test_a_series_says_how_it_felt_day_by_day():
    workshop = kept(workshop_of(felt("gate", 1), Moment("pay"), people=1))
    workshop = later(workshop, felt("gate", 2), felt("pay", 4))
    (review,) = reviews_of(workshop, JOURNEY)

    first, today = day_by_day([standing_at(workshop, review), now_of(workshop)])

    assert (first.on, first.valence, first.moments) == (BEFORE, 1, {"gate": 1})
    assert (today.on, today.valence) == (TODAY, 3)
    assert today.moments == {"gate": 2, "pay": 4}


class TestInWords:
    def test_what_moved_is_said_from_word_to_word(self):
        assert change_text(moved([-3], [0])) == "from bad to so-so"
        assert change_text(moved([-2.5], [-3.5])) == "still bad, but a little worse"
        assert change_text(moved([2.5], [3.5])) == "still good, but a little better"

    def test_what_did_not_move_is_said_too(self):
        assert change_text(moved([3], [3])) == "good, as it was"
        assert change_text(moved([1.9], [2.1])) == "good, about as it was"
        assert change_text(moved([3], [None])) == "good then, not rated now"

    def test_what_came_and_went_is_said(self):
        workshop = kept(workshop_of(felt("gate", 1), felt("pay", -3), Moment("bow")))
        for gone in ("pay", "bow"):
            workshop = apply(workshop, Remove(of="touchpoint", id=gone))
        new = Touchpoint(id="new", stage_id="Stage", name="New", position="z")
        workshop = apply(workshop, Add(of="touchpoint", thing=new))

        texts = {
            each.touchpoint_id: change_text(each) for each in since(workshop).moments
        }

        assert texts["pay"] == "off the map: it was bad"
        assert texts["bow"] == "off the map"
        assert texts["new"] == "new on the map: not rated yet"

    def test_chance_is_named_only_where_something_moved(self):
        assert sure_text(Changed.ROSE, is_sure=True) == "surely"
        assert sure_text(Changed.FELL, is_sure=False) == "could be chance"
        assert sure_text(Changed.STAYED, is_sure=False) is None

    @pytest.mark.parametrize(
        ("after", "sentence"),
        [
            ([3, 3, 3], "All in all it surely feels better."),
            ([-3, -3, -3], "All in all it surely feels worse."),
            ([0.1, 0, 0], "All in all it feels about as it did."),
            ([3], "All in all it feels better, but that could be chance."),
            (
                [None],
                "No moment was rated both times, so the whole cannot be compared.",
            ),
        ],
    )
    def test_the_whole_is_one_sentence(self, after, sentence):
        workshop = kept(workshop_of(felt("gate", 0, 0, 0)))
        rest = [None] * (3 - len(after))

        change = since(later(workshop, felt("gate", *after, *rest)))

        assert whole_sentence(change.whole) == sentence

    def test_counts_forecasts_and_what_needs_work_are_one_sentence_each(self):
        workshop = kept(
            workshop_of(felt("gate", -4, -4), felt("pay", 3, 3)),
            forecast={"gate": 3.0, "pay": 5.0},
        )
        change = since(later(workshop, felt("gate", 3, 3), felt("pay", -4, -4)))
        names = {"gate": "Gate", "pay": "Pay"}

        assert changes_sentence(change.moments) == "One rose, one fell."
        assert front_sentences(change, names) == (
            "New in what needs work first: Pay.",
            "Not in it any more: Gate.",
        )
        assert forecasts_sentence(change.moments) == (
            "What we had expected: one met, one not met."
        )
        assert [forecast_text(each) for each in change.moments] == [
            "we expected good: met",
            "we expected great: not met",
        ]

    def test_where_there_is_nothing_nothing_is_made_up(self):
        change = since(kept(workshop_of(Moment("gate"), people=1)))

        assert changes_sentence(()) == "No moments yet."
        assert forecasts_sentence(change.moments) is None
        assert forecast_text(change.moments[0]) is None
        assert front_sentences(change, {}) == ()
