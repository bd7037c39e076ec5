"""Which signals count in a journey (4.2 of the method)."""

import pytest

from cxcore.analysis import Signal
from cxcore.model import Settings, Standpoint, Viewpoint, Weighting
from tests.analysis.builders import Moment, analysed, said, workshop_of

CUSTOMER, LEADER = Viewpoint.CUSTOMER, Viewpoint.MANAGEMENT
PERSONA, OWN, TOLD = Standpoint

BY_VIEWPOINT = Settings(weighting=Weighting.VIEWPOINTS)


def with_effort_at(known, of_all, **settings):
    moments = [
        Moment(f"t{at}", said(valence=[-2], effort=[7 if at < known else None]))
        for at in range(of_all)
    ]
    return workshop_of(*moments, settings=Settings(**settings))


def effort_of(journey):
    return next(count for count in journey.signals if count.signal is Signal.EFFORT)


def test_a_signal_known_for_three_of_fourteen_changes_no_score():
    journey = analysed(with_effort_at(3, 14))

    assert (effort_of(journey).known, effort_of(journey).rated) == (3, 14)
    assert Signal.EFFORT not in journey.counted
    assert {t.severity for t in journey.touchpoints} == {0.4}
    assert journey.touchpoints[0].effort == 1


def test_a_signal_counts_from_four_of_five_on():
    journey = analysed(with_effort_at(4, 5))

    assert Signal.EFFORT in journey.counted
    assert journey.touchpoints[0].severity == pytest.approx((0.5 * 0.4 + 0.25) / 0.75)


def test_a_counted_signal_that_is_missing_somewhere_is_left_out_there():
    touchpoints = analysed(with_effort_at(4, 5)).touchpoints

    assert touchpoints[0].signals == (Signal.PAIN, Signal.EFFORT)
    assert touchpoints[4].signals == (Signal.PAIN,)
    assert touchpoints[4].severity == pytest.approx(0.4)


def test_only_rated_touchpoints_are_asked_for_signals():
    moments = [
        Moment("rated", said(valence=[-2], effort=[7])),
        *(Moment(f"t{at}", said(valence=[None], effort=[7])) for at in range(9)),
    ]

    assert effort_of(analysed(workshop_of(*moments))).rated == 1


def test_a_signal_that_nobody_gave_never_counts():
    journey = analysed(with_effort_at(0, 3, signal_counts_from=0.0))

    assert journey.counted == (Signal.PAIN,)


def test_the_parts_of_strength_follow_the_same_rule():
    def journey(known):
        return analysed(
            workshop_of(
                *(
                    Moment(
                        f"t{at}",
                        said(valence=[5], performance=[0 if at < known else None]),
                    )
                    for at in range(5)
                )
            )
        )

    assert journey(3).touchpoints[0].strength == pytest.approx(1)
    assert journey(4).touchpoints[0].strength == pytest.approx(0.5 / 0.8)
    assert journey(4).touchpoints[4].strength == pytest.approx(1)
