"""The importance-performance map: its crosshairs, and what they can and cannot say."""

import numpy as np
import pytest

from cxcore.analysis import Crosshair, Measure, Quadrant
from cxcore.analysis.quadrants import (
    Lines,
    importance_performance,
    lines_of,
    quadrants_of,
)
from cxcore.analysis.scales import Scale
from tests.analysis.builders import Moment, analysed, said, workshop_of

FOUR_POINTS = Scale(1, 4)
LETTERS = {
    Quadrant.WORK_HERE: "A",
    Quadrant.KEEP_UP: "B",
    Quadrant.LEAVE: "C",
    Quadrant.MORE_THAN_NEEDED: "D",
}
# Martilla and James 1977, an automobile dealer: table 2.1 of the method.
DEALER = """
3.83 2.63, 3.63 2.73, 3.60 3.15, 3.56 3.00, 3.41 3.05, 3.41 3.29, 3.38 3.03,
3.37 3.11, 3.29 2.00, 3.27 3.02, 2.52 2.25, 2.43 2.49, 2.37 2.35, 2.05 3.33
"""
IMPORTANCE, PERFORMANCE = FOUR_POINTS.unit(
    np.array([pair.split() for pair in DEALER.split(",")], dtype=float).T
)


def letters(importance, performance, crosshair):
    found = quadrants_of(importance, performance, crosshair)
    return "".join(LETTERS[each] for each in found)


def top_three(priority):
    """The numbers of the attributes with the highest priority, from 1."""
    return (np.argsort(-priority, kind="stable")[:3] + 1).tolist()


@pytest.mark.parametrize(
    ("crosshair", "printed"),
    [
        (Crosshair.MEAN, "AABBBBBBABCCCD"),
        (Crosshair.MEDIAN, "AABABBBDCDCCCD"),
        (Crosshair.SCALE, "BBBBBBBBABACCD"),
    ],
)
def test_the_car_dealer_s_map_depends_on_its_crosshair(crosshair, printed):
    assert letters(IMPORTANCE, PERFORMANCE, crosshair) == printed


def test_the_car_dealer_s_lines_are_the_printed_means_and_medians():
    for crosshair, printed in (
        (Crosshair.MEAN, (3.1514, 2.8164)),
        (Crosshair.MEDIAN, (3.375, 3.010)),
        (Crosshair.SCALE, (2.5, 2.5)),
    ):
        lines = lines_of(IMPORTANCE, PERFORMANCE, crosshair)
        there = FOUR_POINTS.at(np.array([lines.importance, lines.performance]))
        assert there == pytest.approx(printed, abs=0.0001)


def test_three_ways_of_ranking_name_the_dealer_s_quadrant_to_work_on():
    needs, works = IMPORTANCE, PERFORMANCE
    opportunity = needs + np.maximum(needs - works, 0)
    concentrate = letters(needs, works, Crosshair.MEAN)

    assert top_three(needs * (1 - works)) == [9, 1, 2]
    assert top_three(needs - works) == [9, 1, 2]
    assert top_three(opportunity) == [1, 9, 2]
    assert {at + 1 for at, each in enumerate(concentrate) if each == "A"} == {1, 2, 9}


def test_above_the_diagonal_is_work_and_below_it_the_middle_of_the_scale_decides():
    importance = np.array([0.4, 0.9, 0.6, 0.2, 0.2, 0.7])
    performance = np.array([0.3, 0.8, 0.9, 0.3, 0.8, 0.7])

    found = letters(importance, performance, Crosshair.DIAGONAL)

    assert found == "AABCDB"  # the last one lies on the diagonal


@pytest.mark.parametrize("crosshair", [Crosshair.MEAN, Crosshair.MEDIAN])
def test_a_data_centred_crosshair_relabels_a_moment_when_others_are_added(crosshair):
    importance, performance = np.array([0.6, 0.4]), np.array([0.4, 0.6])
    more = (
        np.append(importance, [1.0, 1.0, 1.0]),
        np.append(performance, [0.0, 0.0, 0.0]),
    )

    alone = letters(importance, performance, crosshair)
    together = letters(*more, crosshair)

    assert alone[0] == "A"
    assert together[0] != alone[0]


@pytest.mark.parametrize("crosshair", [Crosshair.SCALE, Crosshair.DIAGONAL])
def test_a_crosshair_on_the_scale_never_relabels_what_is_there(crosshair):
    more = np.append(IMPORTANCE, [1.0, 0.0]), np.append(PERFORMANCE, [0.0, 1.0])

    alone = letters(IMPORTANCE, PERFORMANCE, crosshair)

    assert letters(*more, crosshair)[: len(IMPORTANCE)] == alone


def test_a_moment_on_a_line_matters_and_goes_well_enough():
    assert letters(np.array([0.5]), np.array([0.5]), Crosshair.SCALE) == "B"


def mapped(*moments, crosshair=Crosshair.SCALE):
    return importance_performance(analysed(workshop_of(*moments)), crosshair)


def test_feeling_tells_how_well_it_goes_while_performance_does_not_count():
    found = mapped(
        Moment("Queue", said(valence=[-4, -4], importance=[5, 5])),
        Moment("Pay", said(valence=[3, 3], importance=[1, 2], performance=[9, 9])),
    )

    assert found.measure is Measure.VALENCE
    assert [each.performance for each in found.placed] == pytest.approx([0.1, 0.8])
    assert [each.importance for each in found.placed] == pytest.approx([1.0, 0.125])
    assert found.within(Quadrant.WORK_HERE) == ("Queue",)
    assert found.within(Quadrant.MORE_THAN_NEEDED) == ("Pay",)


def test_performance_tells_it_once_it_counts_and_one_without_it_has_no_place():
    rated = said(valence=[-4], importance=[5], performance=[9])
    found = mapped(
        *(Moment(f"m{number}", rated) for number in range(4)),
        Moment("Unknown", said(valence=[1], importance=[5])),
    )

    assert found.measure is Measure.PERFORMANCE
    assert {each.performance for each in found.placed} == {0.9}
    assert found.left_out == ("Unknown",)


def test_what_was_not_asked_has_no_place_and_moves_no_line():
    found = mapped(
        Moment("Queue", said(valence=[-4], importance=[5])),
        Moment("Pay", said(valence=[5])),
        Moment("Leave"),
        crosshair=Crosshair.MEAN,
    )

    assert found.left_out == ("Pay", "Leave")
    assert found.lines == Lines(1.0, pytest.approx(0.1))


def test_a_journey_without_ratings_has_an_empty_map():
    found = mapped(Moment("Queue"), crosshair=Crosshair.MEDIAN)

    assert found.placed == ()
    assert found.lines == Lines(0.5, 0.5)
