"""A great shop and an awful car park do not add up to a good Saturday."""

from itertools import pairwise
from statistics import mean

import pytest

from cxcore.analysis import Direction, HeadlineCode, Reason, Verdict
from cxcore.model import Ownership, Viewpoint
from cxcore.words import valence_word
from tests.samples.opened import (
    journey,
    main_journey,
    overall_of,
    pins,
    valence_of,
    workshop,
)

NAME = "saturday-shop"

INSIDE = ("twin-trolley", "fruit", "warm-roll", "ask", "till", "packing")
CAR_PARK = ("find-space", "pay-parking", "load-car", "barrier")


def steps():
    """How the curve moves from each touchpoint to the next."""
    return [
        (after.valence - before.valence, before.id, after.id)
        for before, after in pairwise(main_journey(NAME).touchpoints)
    ]


def owner(touchpoint_id):
    return workshop(NAME).touchpoints[touchpoint_id].owner


def surveyed_share(evidence_id):
    item = workshop(NAME).evidence[evidence_id]
    happy, asked = (int(word) for word in item.title.split() if word.isdigit())
    assert asked == item.n
    return happy / asked


def test_the_shop_is_great_and_the_car_park_awful():
    found = main_journey(NAME)

    assert all(found.touchpoint(name).valence > 2.5 for name in INSIDE)
    assert all(found.touchpoint(name).valence < -0.5 for name in CAR_PARK)
    assert valence_word(found.touchpoint("barrier").valence) == "awful"


def test_the_car_park_alone_needs_work():
    found = main_journey(NAME)

    assert found.critical == ("barrier", "pay-parking", "find-space")
    assert sum(found.touchpoint(name).share for name in CAR_PARK) > 0.9


def test_what_matters_is_asked_with_three_dots_a_person():
    opened = workshop(NAME)
    dots = [
        who
        for ratings in opened.ratings.values()
        for who, by in ratings.items()
        for rating in by.values()
        if rating.dot
    ]

    assert journey(NAME).importance_mode == "dots"
    assert {dots.count(who) for who in opened.participants} == {3}


def test_a_partner_runs_the_last_moment_and_we_control_little_of_it():
    found = main_journey(NAME)

    last = workshop(NAME).touchpoints[found.end_id]
    assert last.id == "barrier"
    assert last.ownership is Ownership.PARTNER
    assert last.control < 0.3


def test_managers_sit_about_two_steps_above_the_parents():
    found = main_journey(NAME)
    above = [
        valence_of(NAME, t.id, Viewpoint.MANAGEMENT) - t.customers_valence
        for t in found.touchpoints
    ]

    assert mean(above) == pytest.approx(2, abs=0.25)
    assert min(above) > 1


def test_pin_1_the_deepest_fall_is_at_a_handover_to_another_company():
    _, before, after = min(steps())

    assert (before, after) == ("packing", "pay-parking")
    assert pins(NAME)[0].touchpoint_id == after
    assert owner(before) != owner(after)
    assert workshop(NAME).touchpoints[after].ownership is Ownership.PARTNER
    assert main_journey(NAME).touchpoint(after).reasons[Reason.HANDOVER] > 0


def test_pin_2_at_the_last_moment_the_advice_is_to_get_a_say():
    found = main_journey(NAME)

    assert pins(NAME)[1].touchpoint_id == found.end_id == "barrier"
    assert found.touchpoint("barrier").direction is Direction.BUILD_IMPACT
    assert found.touchpoint("barrier").rank == 1


def test_pin_3_ninety_inside_and_sixty_outside_are_not_seventy_five_together():
    found = main_journey(NAME)

    inside, outside = surveyed_share("shop-survey"), surveyed_share("parking-survey")
    assert (inside, outside) == (0.9, 0.6)
    assert found.score < found.mean < (inside + outside) / 2
    assert found.hidden > 0.05


def test_pin_3_the_parents_give_their_saturday_three_of_ten():
    given = overall_of(NAME, journey(NAME).id, Viewpoint.CUSTOMER)

    assert round(given) == 3


def test_the_room_finds_the_whole_worse_than_its_parts():
    assert main_journey(NAME).overall.verdict is Verdict.WORSE_THAN_PARTS


def test_good_moments_hide_the_way_out():
    headline = main_journey(NAME).headline

    assert headline.code is HeadlineCode.HIDDEN
    assert headline.touchpoint_ids[:2] == ("barrier", "pay-parking")


def test_the_helping_hands_are_to_be_protected():
    assert main_journey(NAME).protect == ("packing", "warm-roll")
