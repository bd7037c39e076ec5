"""Who speaks, and how voices become one number (4.2 of the method)."""

import numpy as np
import pytest

from cxcore.analysis.voices import middle_half
from cxcore.model import Rating, Settings, Standpoint, Viewpoint, Weighting
from tests.analysis.builders import Moment, analysed, of, said, who, workshop_of

CUSTOMER, LEADER = Viewpoint.CUSTOMER, Viewpoint.MANAGEMENT
PERSONA, OWN, TOLD = Standpoint

BY_VIEWPOINT = Settings(weighting=Weighting.VIEWPOINTS)


def by_standpoint(**ratings):
    """One touchpoint that one customer rates from the standpoints given."""
    workshop = workshop_of(Moment("pay"), viewpoints=[CUSTOMER])
    said_there = {Standpoint(name): Rating(**r) for name, r in ratings.items()}
    return workshop.model_copy(update={"ratings": {"pay": {who(0): said_there}}})


def test_a_participant_speaks_as_the_persona_first():
    workshop = by_standpoint(
        customers_told={"valence": -1.0},
        own_experience={"valence": -2.0},
        as_persona={"valence": -3.0},
    )

    assert of(workshop, "pay").valence == -3
    assert of(workshop, "pay").raters == 1


def test_own_experience_comes_before_what_customers_told():
    workshop = by_standpoint(
        customers_told={"valence": -1.0}, own_experience={"valence": -2.0}
    )

    assert of(workshop, "pay").valence == -2


def test_a_part_that_the_persona_lacks_is_taken_from_the_next_standpoint():
    workshop = by_standpoint(
        as_persona={"importance": 5.0}, customers_told={"valence": -1.0}
    )

    assert (of(workshop, "pay").importance, of(workshop, "pay").valence) == (1, -1)


def test_customers_own_curve_prefers_what_they_lived_through():
    workshop = by_standpoint(
        as_persona={"valence": 3.0}, own_experience={"valence": -2.0}
    )

    touchpoint = of(workshop, "pay")

    assert touchpoint.valence == 3
    assert (touchpoint.customers_valence, touchpoint.customers) == (-2, 1)


def test_customers_own_curve_falls_back_to_the_persona_but_not_to_hearsay():
    persona = of(by_standpoint(as_persona={"valence": 3.0}), "pay")
    hearsay = of(by_standpoint(customers_told={"valence": 3.0}), "pay")

    assert (persona.customers_valence, persona.customers) == (3, 1)
    assert (hearsay.customers_valence, hearsay.customers) == (None, 0)
    assert hearsay.valence == 3


def test_a_rating_of_somebody_unknown_is_passed_over():
    workshop = workshop_of(Moment("pay", said(valence=[-2])))
    ratings = {"pay": dict(workshop.ratings["pay"])}
    ratings["pay"]["ghost"] = {PERSONA: Rating(valence=5.0)}

    again = workshop.model_copy(update={"ratings": ratings})

    assert of(again, "pay").valence == -2


def test_five_leaders_do_not_outvote_one_customer_when_viewpoints_weigh_the_same():
    seats = [CUSTOMER, *[LEADER] * 5]
    moment = Moment("pay", said(valence=[-4, *[2] * 5], importance=[5, *[1] * 5]))

    each = of(workshop_of(moment, viewpoints=seats), "pay")
    fair = of(workshop_of(moment, viewpoints=seats, settings=BY_VIEWPOINT), "pay")

    assert (each.valence, fair.valence) == (1, -1)
    assert fair.importance == pytest.approx(0.5)


def test_those_without_a_viewpoint_are_one_group():
    moment = Moment("pay", said(valence=[-4, 2, 4]))
    seats = [CUSTOMER, None, None]

    fair = of(workshop_of(moment, viewpoints=seats, settings=BY_VIEWPOINT), "pay")

    assert fair.valence == pytest.approx(-0.5)


def test_a_viewpoint_that_did_not_rate_there_weighs_nothing():
    moment = Moment("pay", said(valence=[None, 2, 4]))
    seats = [CUSTOMER, LEADER, LEADER]

    fair = of(workshop_of(moment, viewpoints=seats, settings=BY_VIEWPOINT), "pay")

    assert fair.valence == pytest.approx(3)


def test_a_gap_needs_both_parts_of_one_participant():
    moment = Moment(
        "pay", said(valence=[0, 0], expectation=[9, None], performance=[None, 2])
    )

    assert of(workshop_of(moment), "pay").gap is None


def test_a_gap_is_taken_per_participant_before_it_is_averaged():
    moment = Moment("pay", said(valence=[0, 0], expectation=[8, 2], performance=[2, 8]))

    touchpoint = of(workshop_of(moment), "pay")

    assert touchpoint.gap == pytest.approx(0.3)
    assert touchpoint.surplus == 0


def test_reach_takes_from_importance():
    moment = Moment("pay", said(valence=[-1], importance=[5]), reach=0.4)

    assert of(workshop_of(moment), "pay").importance == pytest.approx(0.4)


def test_importance_is_assumed_where_nobody_was_asked():
    workshop = workshop_of(Moment("pay", said(valence=[-1])))

    touchpoint = of(workshop, "pay")

    assert (touchpoint.importance, touchpoint.importance_assumed) == (0.5, True)


# Dots


def test_a_dot_counts_among_those_who_placed_any():
    workshop = workshop_of(
        Moment("pay", said(valence=[-1] * 4, dot=[True, True, False, None])),
        Moment("wait", said(valence=[-1] * 4, dot=[None, True, True, None])),
        mode="dots",
    )

    pay, wait = analysed(workshop).touchpoints

    assert pay.importance == pytest.approx(0.25 + 0.75 * 2 / 3)
    assert wait.importance == pytest.approx(0.25 + 0.75 * 2 / 3)
    assert not pay.importance_assumed


def test_a_moment_without_a_dot_keeps_a_quarter_and_reach_counts():
    workshop = workshop_of(
        Moment("pay", said(valence=[-1], dot=[True])),
        Moment("wait", said(valence=[-1], dot=[None]), reach=0.4),
        mode="dots",
    )

    assert [t.importance for t in analysed(workshop).touchpoints] == [
        1,
        pytest.approx(0.1),
    ]


def test_what_a_moment_without_a_dot_keeps_is_the_workshop_s_own():
    workshop = workshop_of(
        Moment("pay", said(valence=[-1], dot=[True])),
        Moment("wait", said(valence=[-1], dot=[None])),
        mode="dots",
        settings=Settings(importance_without_dot=0.1),
    )

    assert of(workshop, "wait").importance == 0.1


def test_without_any_dot_importance_is_assumed():
    workshop = workshop_of(
        Moment("pay", said(valence=[-1], dot=[False], importance=[5])), mode="dots"
    )

    touchpoint = of(workshop, "pay")

    assert (touchpoint.importance, touchpoint.importance_assumed) == (0.5, True)


# Spread


def test_the_middle_half_is_that_of_the_raters():
    touchpoint = of(workshop_of(Moment("a", said(valence=[-4, 0, None, 2, 4]))), "a")

    assert (touchpoint.low, touchpoint.high) == (-1, 2.5)


@pytest.mark.parametrize("size", [1, 2, 3, 4, 9])
def test_the_middle_half_is_what_numpy_calls_quartiles(size):
    values = np.random.default_rng(size).uniform(-5, 5, (1, size))

    low, high = middle_half(values, np.array([size]))

    assert (low[0], high[0]) == pytest.approx(tuple(np.quantile(values, [0.25, 0.75])))


def test_zero_is_neither_bad_nor_good():
    touchpoint = of(workshop_of(Moment("a", said(valence=[-4, 0, 0, 2]))), "a")

    assert (touchpoint.below_zero, touchpoint.above_zero) == (1, 1)


def test_the_answer_about_the_whole_stands_beside_its_parts():
    moments = (
        Moment("a", said(valence=[4], importance=[5])),
        Moment("b", said(valence=[1], importance=[5])),
    )

    def overall(answer):
        return analysed(workshop_of(*moments, overall=[answer])).overall

    assert overall(8.0).verdict == "better_than_parts"
    assert overall(5.0).verdict == "worse_than_parts"
    assert overall(7.2).verdict == "like_its_parts"
    assert overall(7.2).implied_norm == pytest.approx(1.6, abs=0.1)
    assert (overall(7.2).answers, overall(7.2).value) == (1, 7.2)
    assert overall(None) is None


def test_an_answer_without_rated_parts_has_no_verdict():
    overall = analysed(workshop_of(Moment("a"), overall=[7.0])).overall

    assert (overall.value, overall.verdict, overall.implied_norm) == (7, None, None)
