"""Where a journey changes hands, and what each department sees of it."""

import pytest
from hypothesis import given

from cxcore.analysis import department_views, handovers_of
from tests.analysis.builders import Moment, analysed, said, workshop_of
from tests.analysis.rooms import laws, workshops


def journey_of(*moments):
    """Analyse moments given as (name, owner, valence)."""
    return analysed(
        workshop_of(
            *(
                Moment(name, said(valence=[valence]), owner=owner)
                for name, owner, valence in moments
            )
        )
    )


TO_AND_FRO = (
    ("find", "Web", 2),
    ("pay", "Web", 3),
    ("ask", "Desk", -2),
    ("wait", "Desk", -3),
    ("read", "Web", 1),
    ("call", "Desk", 0),
)


def test_each_pair_of_departments_has_its_count_and_its_change_of_feeling():
    found = handovers_of(journey_of(*TO_AND_FRO))

    assert found.owners == ("Web", "Web", "Desk", "Desk", "Web", "Desk")
    pairs = [(p.giver, p.taker, p.steps.count, p.steps.change) for p in found.pairs]
    assert pairs == [("Web", "Desk", 2, -3), ("Desk", "Web", 1, 4)]
    assert found.pairs[0].steps.places == (("pay", "ask"), ("read", "call"))


def test_steps_that_change_hands_stand_against_those_that_do_not():
    found = handovers_of(journey_of(*TO_AND_FRO))

    assert (found.across.count, found.within.count) == (3, 2)
    assert found.rate == pytest.approx(3 / 5)
    assert found.across.change == pytest.approx((-5 + 4 - 1) / 3)
    assert found.within.change == 0
    assert found.seam_drop == pytest.approx(-2 / 3)


def test_nobody_is_a_department_to_hand_over_to_and_keeps_what_it_has():
    found = handovers_of(
        journey_of(("a", "Web", 1), ("b", " ", 0), ("c", "", -1), ("d", "Web", 2))
    )

    assert [(p.giver, p.taker) for p in found.pairs] == [("Web", ""), ("", "Web")]
    assert found.within.places == (("b", "c"),)


def test_what_happens_across_an_unrated_moment_is_blamed_on_no_seam():
    found = handovers_of(
        journey_of(("a", "Web", 4), ("b", "Desk", None), ("c", "Web", -4))
    )

    assert (found.across.count, found.across.felt) == (2, 0)
    assert found.across.change is None
    assert found.seam_drop is None


@pytest.mark.parametrize("moments", [(), (("a", "Web", 1),)])
def test_with_fewer_than_two_moments_nothing_changes_hands(moments):
    found = handovers_of(journey_of(*moments))

    assert (found.pairs, found.rate, found.seam_drop) == ((), None, None)


def test_a_department_sees_its_own_moments_and_not_what_the_customer_lives():
    journey = journey_of(*TO_AND_FRO)

    web, desk = department_views(journey)

    assert [moment.touchpoint_id for moment in web.moments] == ["find", "pay", "read"]
    assert [moment.place for moment in desk.moments] == [3, 4, 6]
    assert web.group.mean == pytest.approx(0.7)
    assert web.rosier == pytest.approx(0.7 - journey.score)
    assert web.rosier > 0


def test_a_moment_says_what_the_customer_brings_along_from_elsewhere():
    _, desk = department_views(journey_of(*TO_AND_FRO))

    assert [moment.arrives_with for moment in desk.moments] == [3, None, 1]


def test_an_unrated_department_is_neither_rosy_nor_grey():
    view = department_views(journey_of(("a", "Web", None)))[0]

    assert (view.rosier, view.moments[0].level) == (None, None)


@laws
@given(workshops())
def test_all_steps_are_counted_once(workshop):
    journey = analysed(workshop)

    found = handovers_of(journey)

    assert found.across.count + found.within.count == max(0, journey.total - 1)
    assert sum(pair.steps.count for pair in found.pairs) == found.across.count
    assert sum(len(v.moments) for v in department_views(journey)) == journey.total
