"""Who sees a journey differently from all the others, and who may be told (4.8)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxcore.agreement import (
    StandsApart,
    named_apart,
)
from cxcore.agreement.standing_apart import who_stands_apart
from cxcore.model import Participant, Viewpoint, Workshop
from cxcore.model.settings import AgreementRule
from tests.analysis.rooms import laws

NAN = np.nan
RULE = AgreementRule()


def apart(*columns, rule=RULE):
    """Who stands apart; the valences of one person a column, named a, b, c, …"""
    voices = tuple("abcdefghijkl"[: len(columns)])
    valence = np.array(columns, dtype=float).T if columns else np.zeros((4, 0))
    return who_stands_apart(valence, voices, rule)


def test_somebody_far_from_all_others_stands_apart():
    found = apart([4, 3, 4, 2], [4, 4, 4, 2], [-3, -2, -3, 1], [4, 3, 3, 3])

    assert [one.participant_id for one in found] == ["c"]
    assert found[0].distance == pytest.approx((7 + 16 / 3 + 20 / 3 + 4 / 3) / 4)
    assert found[0].better == -found[0].distance
    assert found[0].touchpoints == 4


def test_only_one_of_three_stands_apart_though_all_are_far_from_the_rest():
    found = apart([3, 3, 3], [3, 3, 3], [-3, -3, -3])

    assert [one.participant_id for one in found] == ["c"]


def test_in_a_room_of_two_camps_nobody_stands_apart():
    assert apart(*[[-4, -4, -4]] * 3, *[[4, 4, 4]] * 3) == ()


def test_both_of_two_who_see_it_otherwise_than_eight_stand_apart():
    found = apart(*[[3, 3, 3]] * 8, [-4, -4, -4], [-2, -2, -2])

    assert [one.participant_id for one in found] == ["i", "j"]
    assert found[0].distance > found[1].distance


def test_somebody_can_stand_apart_and_be_neither_better_nor_worse():
    found = apart([4, -4] * 2, [4, -4] * 2, [-4, 4] * 2)

    assert found[0].better == pytest.approx(0)
    assert found[0].distance == 8


@pytest.mark.parametrize(
    "columns",
    [
        [],
        [[4, 4, 4]],
        [[4, 4, 4], [-4, -4, -4]],
        [[4, 4], [4, 4], [-4, -4]],
        [[4, 4, 4], [4, 4, 4], [-4, -4, NAN]],
        [[4, 4, 4], [4, 4, NAN], [-4, -4, -4]],
        [[NAN] * 3] * 3,
        [[3, 3, 3], [3, 3, 3], [1.1, 1.1, 1.1]],
    ],
    ids=[
        "nobody",
        "one",
        "only two",
        "two moments",
        "two moments of theirs",
        "only one other at the third",
        "nothing rated",
        "near enough",
    ],
)
def test_with_too_little_to_compare_nobody_stands_apart(columns):
    assert apart(*columns) == ()


def test_from_how_far_and_on_how_many_moments_are_settings():
    columns = ([3, 3], [3, 3], [1.5, 1.5])
    rule = AgreementRule(apart_from=1.5, apart_moments=2)

    assert [one.participant_id for one in apart(*columns, rule=rule)] == ["c"]


def test_what_others_left_out_is_not_zero():
    found = apart([-3, -3, -3, NAN], [-3, -3, -3, NAN], [3, 3, 3, -5])

    assert found[0].distance == 6
    assert found[0].touchpoints == 3


@laws
@given(
    st.lists(
        st.lists(st.none() | st.integers(-5, 5).map(float), min_size=4, max_size=4).map(
            lambda said: [NAN if value is None else value for value in said]
        ),
        min_size=1,
        max_size=6,
    ),
    st.data(),
)
def test_the_order_of_people_changes_nobody_s_distance(columns, data):
    order = data.draw(st.permutations(range(len(columns))))

    before = {"abcdef".index(one.participant_id): one for one in apart(*columns)}
    after = {
        order["abcdef".index(one.participant_id)]: one
        for one in apart(*(columns[at] for at in order))
    }

    assert {at: one.distance for at, one in after.items()} == pytest.approx(
        {at: one.distance for at, one in before.items()}
    )
    assert all(one.distance >= 2 - 1e-9 for one in before.values())


# Who may be told


def told(**fields):
    """Whether somebody who stands apart is named."""
    cleo = Participant(id="cleo", name="Cleo", **fields)
    workshop = Workshop(id="w", participants={"cleo": cleo})
    found = (StandsApart("cleo", 3.0, -3.0, 4),)
    return named_apart(workshop, found) == found


def test_somebody_with_a_name_is_named():
    assert told()


def test_a_voice_without_a_name_is_never_named():
    assert not told(anonymous=True)
    assert not told(anonymous=True, viewpoint=Viewpoint.CUSTOMER, shown_alone=True)


def test_a_customer_is_named_only_who_has_agreed_to_be_shown_alone():
    assert not told(viewpoint=Viewpoint.CUSTOMER)
    assert told(viewpoint=Viewpoint.CUSTOMER, shown_alone=True)


def test_whoever_is_not_in_the_room_any_more_is_not_named():
    workshop = Workshop(id="w")

    assert named_apart(workshop, (StandsApart("gone", 3.0, 1.0, 4),)) == ()
