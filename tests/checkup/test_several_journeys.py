"""One check, several journeys of today: found in any, passed only in all."""

from tests.analysis.rooms import both
from tests.checkup.build import (
    Moment,
    adding,
    evidence,
    felt,
    has_passed,
    is_found,
    is_open,
    looked_at,
    workshop_of,
)


def two_journeys(one, other):
    """Two journeys of a moment each, named so that their ids are apart."""
    workshop = both(workshop_of(*one), workshop_of(*other))
    touchpoints = {
        key: touchpoint.model_copy(update={"id": key})
        for key, touchpoint in workshop.touchpoints.items()
    }
    return workshop.model_copy(update={"touchpoints": touchpoints})


GUESS = (Moment("a", felt(1)),)
KNOWN = (Moment("b", felt(1), confidence=["walk_through", "interview"]),)


def test_found_in_one_is_found_and_only_that_one_is_counted():
    result = looked_at(two_journeys(KNOWN, GUESS), "CX10")

    assert is_found(result)
    assert result.where == ("a-other",)
    assert (result.numbers["guessed"], result.numbers["of"]) == (1, 1)


def test_found_in_both_counts_and_names_the_moments_of_both():
    result = looked_at(two_journeys(GUESS, GUESS), "CX10")

    assert result.where == ("a", "a-other")
    assert (result.numbers["guessed"], result.numbers["of"]) == (2, 2)


def test_it_passes_only_where_it_passes_in_each():
    alike, unrated = (Moment("a", felt(3)),), (Moment("b"),)

    assert has_passed(looked_at(two_journeys(alike, alike), "CX04"))
    assert is_open(looked_at(two_journeys(alike, unrated), "CX04"))


def test_a_journey_without_moments_is_passed_over():
    walk = evidence("walk", "walk_through", "a")

    room = adding(two_journeys((Moment("a", felt(3)),), ()), walk)

    assert has_passed(looked_at(room, "CX13"))
