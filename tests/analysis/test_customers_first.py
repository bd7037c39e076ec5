"""What customers would start with, beside what the others would (4.8)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxcore.analysis import agreement_of, analyse_grid, grid_of
from cxcore.model import Evidence, EvidenceType, Settings, Viewpoint, Weighting
from cxcore.model.settings import DirectionRule
from tests.analysis.builders import (
    JOURNEY,
    TODAY,
    Moment,
    analysed,
    said,
    who,
    with_things,
    workshop_of,
)
from tests.analysis.rooms import laws

CUSTOMER, LEADER = Viewpoint.CUSTOMER, Viewpoint.MANAGEMENT
THREE_AND_TWO = [CUSTOMER] * 3 + [LEADER] * 2


def beside(workshop):
    """The first moments of both sides; None where they cannot be compared."""
    grid = grid_of(workshop, JOURNEY, TODAY)
    return agreement_of(grid, workshop.settings).customers


def room(theirs, ours, **more):
    """Three customers and two leaders, one feeling each for every moment."""
    moments = [
        Moment(name, said(valence=[theirs[name]] * 3 + [ours[name]] * 2))
        for name in theirs
    ]
    return workshop_of(*moments, viewpoints=THREE_AND_TWO, **more)


def survey(**answers):
    return Evidence(
        id="survey",
        evidence_type=EvidenceType.SURVEY,
        title="Survey",
        survey={key: tuple(map(float, said)) for key, said in answers.items()},
        touchpoint_ids=tuple(answers),
    )


def test_customers_start_elsewhere_where_they_feel_otherwise():
    found = beside(
        room(
            theirs={"pay": -4, "wait": -1, "leave": 2, "call": -3},
            ours={"pay": 1, "wait": -4, "leave": -2, "call": 3},
        )
    )

    assert found.theirs == ("pay", "call", "wait")
    assert found.ours == ("wait", "leave")
    assert found.differs
    assert found.compared == 4


def test_where_all_feel_alike_they_start_with_the_same():
    felt = {"pay": -4, "wait": -1, "leave": 2}

    found = beside(room(theirs=felt, ours=felt))

    assert found.ours == found.theirs == ("pay", "wait")
    assert not found.differs


def test_another_order_of_the_same_three_is_a_difference():
    found = beside(
        room(
            theirs={"pay": -4, "wait": -3, "leave": -2},
            ours={"pay": -3, "wait": -4, "leave": -2},
        )
    )

    assert set(found.ours) == set(found.theirs)
    assert found.differs


def test_what_hurts_nobody_does_not_come_first():
    felt = {"pay": 4, "wait": 1, "leave": 2}

    assert beside(room(theirs=felt, ours=felt)).ours == ()


# Who is asked


def test_without_customers_there_is_nothing_beside_us():
    moments = [Moment(n, said(valence=[-4, 2])) for n in "abc"]

    assert beside(workshop_of(*moments, viewpoints=[LEADER, None])) is None


def test_customers_among_themselves_have_nobody_beside_them():
    moments = [Moment(n, said(valence=[-4, 2, 1])) for n in "abc"]

    assert beside(workshop_of(*moments, viewpoints=[CUSTOMER] * 3)) is None


def test_fewer_customers_than_it_takes_are_not_ranked():
    moments = [Moment(n, said(valence=[-4, 2, 1])) for n in "abc"]
    workshop = workshop_of(*moments, viewpoints=[CUSTOMER, CUSTOMER, LEADER])
    two = Settings(direction=DirectionRule(customers_from=2))

    assert beside(workshop) is None
    assert beside(workshop.model_copy(update={"settings": two})).compared == 3


def test_a_moment_that_too_few_customers_rated_is_not_compared():
    moments = [Moment(n, said(valence=[-1, -1, -1, 2, 2])) for n in "abc"]
    alone = Moment("alone", said(valence=[-5, None, None, 2, 2]))
    workshop = workshop_of(*moments, alone, viewpoints=THREE_AND_TWO)

    assert beside(workshop).compared == 3
    assert "alone" not in beside(workshop).theirs


def test_two_moments_are_no_ranking():
    assert beside(room(theirs={"a": -4, "b": 2}, ours={"a": 2, "b": -4})) is None


def test_what_customers_pass_on_from_others_is_not_their_own():
    moments = [Moment(n, said(valence=[-1, -1, -1, 2, 2])) for n in "abc"]
    workshop = workshop_of(*moments, viewpoints=THREE_AND_TWO)
    said_of_a = {
        voice: {"customers_told": next(iter(said.values()))}
        for voice, said in workshop.ratings["a"].items()
    }
    told = type(workshop).model_validate(
        workshop.model_dump() | {"ratings": {**workshop.ratings, "a": said_of_a}}
    )

    assert beside(workshop) is not None
    assert beside(told) is None


def test_who_answers_a_survey_is_a_customer():
    moments = [
        Moment(name, said(valence=[felt]))
        for name, felt in zip("abc", (-4, -2, 3), strict=True)
    ]
    asked = survey(a=[4, 4, 4], b=[-2, -2, -2], c=[-5, -5, -5])

    found = beside(with_things(workshop_of(*moments), asked))

    assert found.theirs == ("c", "b")
    assert found.ours == ("a", "b")


def test_pain_is_taken_answer_by_answer_in_a_survey_too():
    moments = [Moment(n, said(valence=[0])) for n in "abcd"]
    asked = survey(
        a=[-5, 5, -5, 5], b=[-1, -1, -1, -1], c=[4, 4, 4, 4], d=[0, 0, 0, -1]
    )

    assert beside(with_things(workshop_of(*moments), asked)).theirs[0] == "a"


def test_customers_in_the_room_and_in_a_survey_count_once_each():
    def first(*answers):
        moments = [
            Moment(n, said(valence=[v, v, 0]))
            for n, v in zip("abc", (-4, -3, 3), strict=True)
        ]
        workshop = workshop_of(*moments, viewpoints=[CUSTOMER, CUSTOMER, LEADER])
        asked = survey(a=answers, b=[-3] * len(answers), c=[3] * len(answers))
        return beside(with_things(workshop, asked)).theirs[0]

    assert first(-1) == "a"  # (4 + 4 + 1) / 3 is 3
    assert first(-0.9) == "b"
    assert first(*[-0.9] * 9) == "b"


def test_a_lone_customer_by_link_is_not_heard_here_either():
    moments = [Moment(n, said(valence=[-4, 2])) for n in "abc"]
    workshop = workshop_of(*moments, viewpoints=[CUSTOMER, LEADER])
    one = Settings(direction=DirectionRule(customers_from=1))
    cleo = workshop.participants[who(0)].model_copy(update={"anonymous": True})
    by_link = workshop.model_copy(
        update={
            "settings": one,
            "participants": {**workshop.participants, who(0): cleo},
        }
    )

    assert beside(workshop.model_copy(update={"settings": one})) is not None
    assert beside(by_link) is None


# What counts


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

    assert found.theirs == ("c", "b", "a")  # between the Web and the end; beside it


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


# Laws

feelings = st.lists(st.integers(-5, 5).map(float), min_size=5, max_size=5)


@laws
@given(st.lists(feelings, min_size=3, max_size=5))
def test_everybody_answering_as_the_customers_do_would_start_where_they_do(rows):
    moments = [
        Moment(f"t{at}", said(valence=[*row[:3], *row[:3]]))
        for at, row in enumerate(rows)
    ]

    found = beside(workshop_of(*moments, viewpoints=[*[CUSTOMER] * 3, *[LEADER] * 3]))

    assert not found.differs


@laws
@given(st.lists(feelings, min_size=3, max_size=5))
def test_customers_of_a_survey_rank_as_they_would_in_the_room(rows):
    in_room = workshop_of(
        *(Moment(f"t{at}", said(valence=row)) for at, row in enumerate(rows)),
        viewpoints=THREE_AND_TWO,
    )
    outside = with_things(
        workshop_of(
            *(Moment(f"t{at}", said(valence=row[3:])) for at, row in enumerate(rows))
        ),
        survey(**{f"t{at}": row[:3] for at, row in enumerate(rows)}),
    )

    assert beside(outside) == beside(in_room)


@laws
@given(st.lists(feelings, min_size=3, max_size=5))
def test_a_survey_changes_nothing_but_what_is_beside_us(rows):
    workshop = workshop_of(
        *(Moment(f"t{at}", said(valence=row)) for at, row in enumerate(rows))
    )
    asked = with_things(workshop, survey(t0=[-5, -5, -5]))
    settings = workshop.settings

    before = agreement_of(grid_of(workshop, JOURNEY, TODAY), settings)
    after = agreement_of(grid_of(asked, JOURNEY, TODAY), settings)

    assert after == before
    assert analyse_grid(grid_of(asked, JOURNEY, TODAY), settings).ranking == (
        analysed(workshop).ranking
    )
