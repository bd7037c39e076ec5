"""Journeys with nothing, or next to nothing, in them (4.9 of the method)."""

import pytest

from cxcore.analysis import analyse
from cxcore.model import Journey, Workshop
from tests.analysis.builders import TODAY, Moment, analysed, of, who, workshop_of


def test_one_touchpoint_is_a_journey():
    journey = analysed(workshop_of(Moment("only", [{"valence": -3.0}])))

    assert journey.touchpoints[0].rank == 1
    assert journey.score == pytest.approx(0.2)
    assert journey.touchpoints[0].share == pytest.approx(1)
    assert journey.touchpoints[0].reasons["low_point"] == 0
    assert journey.touchpoints[0].reasons["end"] > 0


def test_where_nothing_matters_no_fix_score_and_equal_weights():
    moments = [
        Moment(n, [{"valence": v, "importance": 1.0}])
        for n, v in (("a", -5.0), ("b", 5.0))
    ]

    journey = analysed(workshop_of(*moments))

    assert [t.fix for t in journey.touchpoints] == [0, 0]
    assert journey.mean == pytest.approx(0.5)


def test_where_all_is_great_only_gap_and_effort_are_left_to_fix():
    ratings = [
        {
            "valence": 5.0,
            "importance": 5.0,
            "expectation": 9.0,
            "performance": 6.0,
            "effort": 7.0,
        }
    ]

    touchpoint = of(workshop_of(Moment("a", ratings)), "a")

    assert touchpoint.reasons["pain"] == 0
    assert touchpoint.reasons["gap"] > 0
    assert touchpoint.reasons["effort"] > 0
    assert analysed(workshop_of(Moment("a", ratings))).score == 1
    assert touchpoint.share == 0


def test_without_ratings_there_is_no_score_rather_than_zero():
    journey = analysed(workshop_of(Moment("a"), Moment("b"), people=2))

    assert (journey.score, journey.mean, journey.hidden) == (None, None, None)
    assert journey.ranking == ()
    assert [t.fix for t in journey.touchpoints] == [None, None]
    assert [s.score for s in journey.stages] == [None]
    assert (journey.voices, journey.raters) == (2, 0)


def test_a_journey_without_stages_is_empty_and_no_error():
    workshop = Workshop(id="w", journeys={"j": Journey(id="j", name="Empty")})

    journey = analyse(workshop, TODAY).journey("j")

    assert (journey.total, journey.touchpoints, journey.stages) == (0, (), ())


def test_importance_alone_is_no_rating():
    workshop = workshop_of(Moment("a", [{"importance": 5.0, "effort": 7.0}]))

    assert of(workshop, "a").fix is None
    assert of(workshop, "a").importance == 1
    assert who(0) in workshop.participants
