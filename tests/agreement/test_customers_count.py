"""What counts where customers' ranking stands beside ours (4.8)."""

import pytest

from cxcore.model import Settings, Viewpoint, Weighting
from tests.agreement.test_customers_first import (
    CUSTOMER,
    LEADER,
    THREE_AND_TWO,
    beside,
    survey,
)
from tests.analysis.builders import Moment, analysed, said, with_things, workshop_of


@pytest.mark.parametrize("mode", ["scale", "dots"])
def test_what_matters_is_what_the_room_says_that_matters(mode):
    moments = [
        Moment(
            name,
            said(
                valence=[-3] * 3 + [2] * 2,
                importance=[5, 5, 5, 1, 1] if name == "a" else [3] * 5,
                dot=[None] * 3 + [True] * 2 if name == "b" else [None] * 5,
            ),
        )
        for name in "abc"
    ]

    found = beside(workshop_of(*moments, viewpoints=THREE_AND_TWO, mode=mode))

    assert found.theirs[0] == ("b" if mode == "dots" else "a")


def test_with_a_survey_alone_ours_is_the_ranking_of_the_room():
    rows = {
        "a": (-1, 2, 6, 7),
        "b": (-2, 5, 8, 3),
        "c": (1, 7, 7, 2),
        "d": (-4, 1, 3, 3),
    }
    moments = [
        Moment(
            name,
            said(
                valence=[felt, felt - 1],
                effort=[effort, effort],
                expectation=[expects, expects],
                performance=[gets, gets],
            ),
            "One" if name in "ab" else "Two",
            owner=name,
            moment_of_truth=name == "b",
        )
        for name, (felt, effort, expects, gets) in rows.items()
    ]
    workshop = workshop_of(*moments)
    asked = with_things(workshop, survey(**{name: [1, 1, 1] for name in rows}))

    assert beside(asked).ours == analysed(workshop).ranking[:3]


def test_a_customer_speaks_for_themselves_of_effort_where_both_have_said_it():
    def first(*ours):
        moments = [
            Moment(
                name,
                said(
                    valence=[-2] * 3 + [-2] * 2,
                    effort=[hard] * 3 + [None if e is None else e for e in ours],
                ),
            )
            for name, hard in zip("abc", (1, 7, 2), strict=True)
        ]
        found = beside(workshop_of(*moments, viewpoints=THREE_AND_TWO))
        return found.theirs[0], found.ours[0]

    assert first(4, 4) == ("b", "c")  # alike to us: the last impression comes first
    assert first(None, None) == ("b", "b")  # what the room says, for both


def test_one_customer_of_three_does_not_speak_for_them_of_effort():
    def first(*theirs):
        moments = [
            Moment("a", said(valence=[-2] * 5, effort=[4] * 5)),
            Moment("b", said(valence=[-2] * 5, effort=[*theirs, 1, 1])),
            Moment("c", said(valence=[-2] * 5, effort=[4] * 5)),
        ]
        return beside(workshop_of(*moments, viewpoints=THREE_AND_TWO)).theirs[0]

    assert first(7, 7, 7) == "b"
    assert first(7, None, None) == "c"  # the room finds "b" easier: (7 + 1 + 1) / 3


def test_customers_miss_what_they_expected_themselves():
    def first(*got):
        moments = [
            Moment(
                name,
                said(
                    valence=[-2] * 5,
                    expectation=[8] * 5,
                    performance=[*(got if name == "b" else [8] * 3), 8, 8],
                ),
            )
            for name in "abc"
        ]
        found = beside(workshop_of(*moments, viewpoints=THREE_AND_TWO))
        return found.theirs[0], found.ours[0]

    assert first(1, 1, 1) == ("b", "c")


def test_each_side_has_its_own_low_point():
    moments = [
        Moment("a", said(valence=[-2.0] * 3 + [-1.9] * 2)),
        Moment("b", said(valence=[-1.9] * 3 + [-2.0] * 2)),
        Moment("c", said(valence=[3] * 5), "Later"),
    ]

    found = beside(workshop_of(*moments, viewpoints=THREE_AND_TWO))

    assert (found.theirs[0], found.ours[0]) == ("a", "b")


def test_a_signal_that_does_not_count_in_the_journey_counts_for_nobody_here():
    moments = [
        Moment(
            name,
            said(
                valence=[-2] * 5,
                expectation=[8 if name == "a" else None] * 5,
                performance=[0] * 5,
                effort=[7 if name == "a" else None] * 5,
            ),
        )
        for name in "abc"
    ]

    found = beside(workshop_of(*moments, viewpoints=THREE_AND_TWO))

    assert found.theirs == found.ours == ("c", "a", "b")  # but for the last: alike


def test_the_map_stays_whole_where_only_a_part_of_it_is_compared():
    """What is not compared still ends the journey, and stands between two others."""
    moments = [
        Moment(name, said(valence=[-2] * 5), owner="Desk") for name in ("a", "b", "c")
    ]
    between = Moment("x", said(valence=[None] * 3 + [2] * 2), owner="Web")
    end = Moment("y", said(valence=[None] * 3 + [2] * 2), owner="Desk")

    found = beside(
        workshop_of(*moments[:2], between, moments[2], end, viewpoints=THREE_AND_TWO)
    )

    assert found.theirs == ("b", "c", "a")  # both beside the Web, none of them the end


def test_by_viewpoints_four_leaders_do_not_outvote_one_who_serves():
    moments = [
        Moment(name, said(valence=[0] * 3 + [leaders] * 4 + [serves]))
        for name, leaders, serves in (("a", -3, 0), ("b", -1, -5), ("c", 1, 1))
    ]
    people = [CUSTOMER] * 3 + [LEADER] * 4 + [Viewpoint.FRONT_LINE]
    fair = Settings(weighting=Weighting.VIEWPOINTS)

    each = beside(workshop_of(*moments, viewpoints=people))
    by_viewpoints = beside(workshop_of(*moments, viewpoints=people, settings=fair))

    assert (each.ours[0], by_viewpoints.ours[0]) == ("a", "b")
