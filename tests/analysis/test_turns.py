"""The low and high points of a journey."""

from datetime import date

from cxcore.analysis import analyse, turns_of
from cxcore.edit import apply
from tests.core.builders import small_workshop
from tests.live.build import rate


def turns(**valences):
    workshop = small_workshop()
    for touchpoint, valence in valences.items():
        workshop = apply(workshop, rate(touchpoint, valence, "ana"))
    journey = analyse(workshop, date(2026, 11, 22)).journeys[0]
    return [(each.touchpoint_id, each.code.value) for each in turns_of(journey)]


def test_best_and_worst_are_named_in_the_order_of_the_map():
    assert turns(queue=-4.0, pay=1.0, leave=3.0) == [
        ("queue", "lowest"),
        ("leave", "highest"),
    ]


def test_the_lowest_of_a_stage_counts_where_it_is_bad():
    assert turns(queue=-4.0, pay=3.0, leave=-1.0) == [
        ("queue", "lowest"),
        ("pay", "highest"),
        ("leave", "lowest_of_stage"),
    ]


def test_a_stage_whose_moments_all_feel_good_has_no_low_point():
    assert turns(queue=-4.0, pay=3.0, leave=1.0) == [
        ("queue", "lowest"),
        ("pay", "highest"),
    ]


def test_a_journey_that_nobody_rated_has_none():
    assert turns() == []
