"""What the average hides, split over the touchpoints: parts that sum exactly."""

import pytest
from hypothesis import given

from cxcore.analysis import hidden_parts
from cxcore.model import Settings
from cxcore.model.settings import JourneyScoreRule
from tests.analysis.builders import Moment, analysed, said, workshop_of
from tests.analysis.rooms import laws, workshops

NEAR = 1e-9


def felt(**valences):
    moments = (Moment(n, said(valence=[v])) for n, v in valences.items())
    return analysed(workshop_of(*moments))


@laws
@given(workshops())
def test_the_parts_sum_to_what_the_average_hides(workshop):
    journey = analysed(workshop)

    parts = hidden_parts(journey)

    assert sum(each.part for each in parts) == pytest.approx(
        journey.hidden or 0.0, abs=NEAR
    )
    rated = [each.id for each in journey.touchpoints if each.rated]
    assert [each.id for each in parts] == rated


@laws
@given(workshops())
def test_what_is_worse_than_the_journey_is_hidden_and_what_is_better_hides(workshop):
    journey = analysed(workshop)

    for each in hidden_parts(journey):
        level = journey.touchpoint(each.id).level
        if level <= journey.score:
            assert each.part >= -NEAR
        else:
            assert each.part <= NEAR


def test_ninety_and_sixty_of_a_hundred_the_worse_one_is_hidden():
    good, bad = hidden_parts(felt(Good=4, Bad=1))

    shortfall = (0.5 * 0.1**2 + 0.5 * 0.4**2) ** 0.5
    assert bad.part == pytest.approx(0.5 * 0.4 * (0.4 / shortfall - 1))
    assert good.part == pytest.approx(0.5 * 0.1 * (0.1 / shortfall - 1))
    assert bad.in_mean + good.in_mean == pytest.approx(0.25)
    assert bad.part + good.part == pytest.approx(0.75 - (1 - shortfall))


def test_moments_that_are_alike_hide_nothing():
    assert [each.part for each in hidden_parts(felt(One=2, Two=2))] == pytest.approx(
        [0, 0]
    )


def test_a_journey_without_a_fault_or_without_ratings_hides_nothing():
    assert [each.part for each in hidden_parts(felt(One=5, Two=5))] == [0, 0]
    assert hidden_parts(felt(One=None)) == ()


def test_the_plain_mean_hides_nothing_from_itself():
    plain = Settings(journey_score=JourneyScoreRule(norm=1.0))
    moments = (
        Moment("Good", said(valence=[5])),
        Moment("Bad", said(valence=[-4])),
    )

    parts = hidden_parts(analysed(workshop_of(*moments, settings=plain)))

    assert [each.part for each in parts] == pytest.approx([0, 0])
