"""A workshop without the parts that a private round asks."""

from hypothesis import given
from hypothesis import strategies as st

from cxcore.edit import apply, fits, without_parts
from cxcore.model import Answers, Journey, Rating, Stage, Standpoint, Touchpoint
from tests.core.builders import TOUCHPOINTS, commands, small_workshop

PARTS = ("valence", "importance", "dot", "expectation", "performance", "effort")
PEOPLE = ("ana", "ben")

parts = st.sets(st.sampled_from([*PARTS, "overall", "able", "willing"]))
ratings = st.builds(
    Rating,
    valence=st.sampled_from([None, -3.0, 2.0]),
    importance=st.sampled_from([None, 4.0]),
    dot=st.sampled_from([None, True, False]),
    effort=st.sampled_from([None, 5.0]),
)
answers = st.builds(
    Answers,
    overall=st.sampled_from([None, 7.0]),
    would_return=st.sampled_from([None, 3.0]),
    able=st.sampled_from([None, 2.0]),
)
said = st.dictionaries(
    st.sampled_from([*TOUCHPOINTS, "elsewhere"]),
    st.dictionaries(
        st.sampled_from(PEOPLE), st.dictionaries(st.sampled_from(Standpoint), ratings)
    ),
)
answered = st.dictionaries(
    st.sampled_from(["visit", "other", "till", *TOUCHPOINTS, "elsewhere"]),
    st.dictionaries(st.sampled_from(PEOPLE), answers),
)


def two_journeys(said_of_touchpoints, answered_of_journeys):
    """The small workshop and a second journey of one touchpoint."""
    start = small_workshop()
    return start.model_copy(
        update={
            "journeys": {**start.journeys, "other": Journey(id="other", name="Other")},
            "stages": {
                **start.stages,
                "far": Stage(id="far", name="Far", journey_id="other", position="H"),
            },
            "touchpoints": {
                **start.touchpoints,
                "elsewhere": Touchpoint(
                    id="elsewhere", name="Elsewhere", stage_id="far", position="H"
                ),
            },
            "ratings": said_of_touchpoints,
            "answers": answered_of_journeys,
        }
    )


workshops = st.builds(two_journeys, said, answered)


def values_of(workshop):
    """Every value that somebody gave, by where it stands."""
    of_touchpoints = {
        (touchpoint, who, at, part): value
        for touchpoint, people in workshop.ratings.items()
        for who, by_standpoint in people.items()
        for at, rating in by_standpoint.items()
        for part, value in rating
        if value is not None
    }
    of_the_whole = {
        (subject, who, part): value
        for subject, people in workshop.answers.items()
        for who, record in people.items()
        for part, value in record
        if value is not None
    }
    return of_touchpoints | of_the_whole


@given(workshops, parts, st.none() | st.sets(st.sampled_from(TOUCHPOINTS)))
def test_nothing_of_the_parts_is_left_and_all_else_is_equal(workshop, hidden, asked):
    left = without_parts(workshop, "visit", hidden, asked)

    touchpoints = set(TOUCHPOINTS) if asked is None else asked
    gone = {
        key
        for key in values_of(workshop)
        if key[-1] in hidden and (key[0] in touchpoints or key[0] == "visit")
    }
    expected = {k: v for k, v in values_of(workshop).items() if k not in gone}
    assert values_of(left) == expected
    given_back = {"ratings": workshop.ratings, "answers": workshop.answers}
    assert left.model_copy(update=given_back) == workshop


@given(workshops, parts)
def test_hiding_twice_is_hiding_once(workshop, hidden):
    once = without_parts(workshop, "visit", hidden)

    assert without_parts(once, "visit", hidden) == once


@given(st.lists(commands, max_size=8), parts)
def test_what_is_hidden_is_hidden_whatever_was_done_before(orders, hidden):
    workshop = small_workshop()
    for order in orders:
        workshop = apply(workshop, order) if fits(workshop, order) is None else workshop

    left = without_parts(workshop, "visit", hidden)

    assert not [key for key in values_of(left) if key[-1] in hidden]


def test_who_said_nothing_else_is_not_there_any_more():
    only = {"queue": {"ana": {Standpoint.AS_PERSONA: Rating(valence=-3.0)}}}
    workshop = two_journeys(only, {"visit": {"ana": Answers(overall=7.0)}})

    left = without_parts(workshop, "visit", {"valence", "overall"})

    assert (left.ratings, left.answers) == ({"queue": {}}, {"visit": {}})


def test_a_removed_touchpoint_is_hidden_like_the_others():
    only = {"queue": {"ana": {Standpoint.CUSTOMERS_TOLD: Rating(valence=-3.0)}}}
    workshop = two_journeys(only, {})
    gone = workshop.touchpoints["queue"].model_copy(update={"removed": True})
    touchpoints = {**workshop.touchpoints, "queue": gone}

    left = without_parts(
        workshop.model_copy(update={"touchpoints": touchpoints}), "visit", {"valence"}
    )

    assert left.ratings == {"queue": {}}


def test_touchpoints_that_are_not_asked_are_not_copied():
    at = {Standpoint.AS_PERSONA: Rating(valence=-3.0)}
    workshop = two_journeys({"queue": {"ana": at}, "elsewhere": {"ana": at}}, {})

    left = without_parts(workshop, "visit", {"valence"})

    assert left.ratings["elsewhere"] is workshop.ratings["elsewhere"]
    assert without_parts(workshop, "visit", set()) is workshop
