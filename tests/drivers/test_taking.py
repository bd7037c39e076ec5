"""Taking importance over from a survey, and going back."""

import pytest

from cxcore.analysis import analyse
from cxcore.commands import Batch, Remove, SetValue
from cxcore.drivers import go_back, is_taken_over, take_over
from cxcore.edit import apply
from cxcore.model import ImportanceMode
from tests.analysis.builders import (
    JOURNEY,
    TODAY,
    Moment,
    said,
    with_things,
    workshop_of,
)
from tests.drivers.answers import MOMENTS, found, some_answers, survey


def asked(*moments, mode="scale"):
    felt, overall = some_answers()
    columns = {key: felt[:, at] for at, key in enumerate(MOMENTS)}
    return with_things(workshop_of(*moments, mode=mode), survey(columns, overall))


def plain_moments(**fields):
    return [
        Moment(key, said(valence=[-3], importance=[2]), **fields) for key in MOMENTS
    ]


def taken(workshop):
    return applied(workshop, take_over(workshop, found(workshop)))


def applied(workshop, command):
    for single in command.commands if isinstance(command, Batch) else (command,):
        workshop = apply(workshop, single)
    return workshop


def mode(workshop):
    return workshop.journeys[JOURNEY].importance_mode


def test_taken_over_the_survey_says_what_matters():
    workshop = asked(*plain_moments())
    drivers = found(workshop)

    after = taken(workshop)

    assert mode(after) is ImportanceMode.SURVEY
    matters = {each.touchpoint_id: each.importance for each in drivers.drivers}
    for each in analyse(after, TODAY).journey(JOURNEY).touchpoints:
        assert each.importance == pytest.approx(matters[each.id])
        assert not each.importance_assumed


def test_it_is_one_change_with_a_name():
    batch = take_over(workshop := asked(*plain_moments()), found(workshop))

    assert batch.label == "Importance taken over from a survey"
    assert len(batch.commands) == len(MOMENTS) + 1


def test_what_people_said_stays_and_counts_again_afterwards():
    workshop = asked(*plain_moments())
    after = taken(workshop)

    back = applied(after, go_back(after, JOURNEY))

    assert back.ratings == workshop.ratings
    assert mode(back) is ImportanceMode.SCALE
    before = analyse(workshop, TODAY).journey(JOURNEY)
    assert analyse(back, TODAY).journey(JOURNEY) == before


def test_a_journey_that_has_dots_goes_back_to_dots():
    dotted = [Moment("book", said(dot=[True])), *map(Moment, MOMENTS[1:])]
    after = taken(asked(*dotted, mode="dots"))

    assert mode(applied(after, go_back(after, JOURNEY))) is ImportanceMode.DOTS


def test_dots_that_were_taken_away_are_none():
    dotted = [Moment("book", said(dot=[False])), *map(Moment, MOMENTS[1:])]
    after = taken(asked(*dotted))

    assert mode(applied(after, go_back(after, JOURNEY))) is ImportanceMode.SCALE


def test_dots_of_somebody_who_was_removed_are_none():
    dotted = [Moment("book", said(dot=[True])), *map(Moment, MOMENTS[1:])]
    after = taken(asked(*dotted, mode="dots"))
    (who,) = after.participants

    alone = applied(after, Remove(of="participant", id=who))

    assert mode(applied(alone, go_back(alone, JOURNEY))) is ImportanceMode.SCALE


def test_what_an_older_survey_said_of_other_moments_is_cleared():
    workshop = asked(*plain_moments(), Moment("leave", derived_importance=0.9))

    after = taken(workshop)

    assert after.touchpoints["leave"].derived_importance is None
    (leave,) = [
        each
        for each in analyse(after, TODAY).journey(JOURNEY).touchpoints
        if each.id == "leave"
    ]
    assert (leave.importance, leave.importance_assumed) == (0.5, True)


def test_going_back_is_a_single_choice():
    workshop = asked(*plain_moments())

    assert go_back(workshop, JOURNEY) == SetValue(
        of="journey", id=JOURNEY, field="importance_mode", value="scale"
    )


def test_it_is_known_whether_just_this_counts():
    workshop = asked(*plain_moments())
    drivers = found(workshop)
    after = taken(workshop)
    wait = {"of": "touchpoint", "id": "wait", "field": "derived_importance"}

    assert not is_taken_over(workshop, drivers)
    assert is_taken_over(after, drivers)
    assert not is_taken_over(applied(after, go_back(after, JOURNEY)), drivers)
    for other in (None, 0.9):
        moved = applied(after, SetValue(**wait, value=other))
        assert not is_taken_over(moved, drivers)


def test_what_an_older_survey_still_says_of_another_moment_is_not_just_this():
    after = taken(asked(*plain_moments(), Moment("leave")))
    drivers = found(after)
    leave = {"of": "touchpoint", "id": "leave", "field": "derived_importance"}

    assert is_taken_over(after, drivers)
    assert not is_taken_over(applied(after, SetValue(**leave, value=0.9)), drivers)
