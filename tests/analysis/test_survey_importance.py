"""Importance taken over from a survey: it counts in its mode and nowhere else."""

import pytest
from hypothesis import given

from cxcore.analysis import analyse_grid, grid_of, with_cell
from tests.analysis.builders import (
    JOURNEY,
    TODAY,
    Moment,
    analysed,
    of,
    said,
    workshop_of,
)
from tests.analysis.rooms import laws, workshops

RATED = said(valence=[-5], importance=[5], dot=[True])


def surveyed(importance, **fields):
    moment = Moment("pay", RATED, derived_importance=importance, **fields)
    return workshop_of(moment, Moment("wait", RATED), mode="survey")


def test_in_its_mode_it_stands_in_the_place_of_what_the_room_said():
    assert of(surveyed(0.3), "pay").importance == pytest.approx(0.3)
    assert not of(surveyed(0.3), "pay").importance_assumed


def test_who_does_not_pass_does_not_count():
    assert of(surveyed(0.8, reach=0.5), "pay").importance == pytest.approx(0.4)


def test_where_no_survey_says_it_the_middle_is_taken_and_said_to_be():
    found = of(surveyed(0.3), "wait")

    assert (found.importance, found.importance_assumed) == (0.5, True)


def test_no_importance_at_all_is_not_the_same_as_none_said():
    assert of(surveyed(0.0), "pay").fix == 0


@pytest.mark.parametrize(("mode", "importance"), [("scale", 1.0), ("dots", 1.0)])
def test_in_the_other_modes_it_does_not_count(mode, importance):
    workshop = workshop_of(Moment("pay", RATED, derived_importance=0.3), mode=mode)

    assert of(workshop, "pay").importance == importance


def test_a_drag_shows_the_same_as_what_is_read_anew():
    grid = grid_of(surveyed(0.3), JOURNEY, TODAY)

    moved = analyse_grid(with_cell(grid, "pay", "p000", "importance", 1.0), SETTINGS)

    assert moved.touchpoint("pay").importance == pytest.approx(0.3)


SETTINGS = surveyed(0.3).settings


@laws
@given(workshops())
def test_what_a_survey_says_changes_nothing_until_it_is_taken_over(workshop):
    touchpoints = {
        key: each.model_copy(update={"derived_importance": 0.9})
        for key, each in workshop.touchpoints.items()
    }

    told = workshop.model_copy(update={"touchpoints": touchpoints})

    assert analysed(told) == analysed(workshop)
