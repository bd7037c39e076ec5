"""What customers would start with, beside what the others would (4.8)."""

from hypothesis import given
from hypothesis import strategies as st

from cxcore.agreement import agreement_of
from cxcore.analysis import (
    analyse_grid,
    grid_of,
)
from cxcore.model import Evidence, EvidenceType, Settings, Viewpoint
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
