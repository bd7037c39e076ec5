"""Every number of the reference journey, to its printed digits."""

import pytest

from cxcore.analysis import Direction, HeadlineCode
from tests.analysis.builders import Moment, analysed, of, said, workshop_of
from tests.analysis.reference import repair_service

NAMES = ("number", "call", "booking", "waiting", "visit", "invoice")


def row(*values):
    return dict(zip(NAMES, values, strict=True))


@pytest.fixture(scope="module")
def journey():
    return analysed(repair_service())


def column(journey, field):
    return {t.id: getattr(t, field) for t in journey.touchpoints}


def reason(journey, code):
    return {t.id: t.reasons[code] for t in journey.touchpoints}


@pytest.mark.parametrize(
    ("field", "printed", "digits"),
    [
        ("fix", row(2.57, 1.58, 12.11, 76.34, 4.33, 7.37), 0.005),
        ("protect", row(7.66, 33.97, 8.26, 1.46, 56.15, 6.80), 0.005),
        ("share", row(0.076, 0.008, 0.176, 0.594, 0.037, 0.110), 0.0005),
        ("lift", row(0.0144, 0, 0.0399, 0.1827, 0, 0.0246), 0.00005),
        ("r_wg", row(0.9, 0.967, 0.9, 0.9, 0.967, 0.9), 0.0005),
    ],
)
def test_scores_are_those_of_the_reference(journey, field, printed, digits):
    assert column(journey, field) == pytest.approx(printed, abs=digits)


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("pain", row(0.69, 0, 3.33, 23.58, 0, 2.08)),
        ("gap", row(0, 0, 1.67, 7.37, 0, 0.87)),
        ("effort", row(1.45, 1.22, 5.09, 11.46, 2.55, 2.31)),
        ("moment_of_truth", row(0, 0, 0, 16.96, 1.02, 0)),
        ("low_point", row(0, 0, 0, 8.48, 0, 0)),
        ("end", row(0, 0.12, 0, 0, 0.25, 1.05)),
        ("handover", row(0.43, 0.24, 2.02, 8.48, 0.51, 1.05)),
    ],
)
def test_reasons_are_those_of_the_reference(journey, code, printed):
    assert reason(journey, code) == pytest.approx(printed, abs=0.005)


def test_the_journey_scores_are_those_of_the_reference(journey):
    assert journey.mean == pytest.approx(0.4875, abs=1e-9)
    assert journey.score == pytest.approx(0.4160, abs=0.00005)
    assert journey.remembered == pytest.approx(0.5007, abs=0.00005)
    assert journey.hidden == pytest.approx(journey.mean - journey.score)


def test_the_reference_needs_work_on_waiting_then_booking(journey):
    assert journey.ranking[:3] == ("waiting", "booking", "invoice")
    assert journey.critical == ("waiting", "booking")
    assert journey.headline.code is HeadlineCode.HIDDEN
    assert journey.headline.touchpoint_ids == ("waiting", "booking")


def test_the_reference_protects_the_visit_before_the_call(journey):
    assert journey.protect == ("visit", "call")


def test_the_reference_remembers_its_landmarks(journey):
    assert (journey.peak_id, journey.low_id, journey.end_id) == (
        "call",
        "waiting",
        "invoice",
    )


def test_a_split_room_is_pain_and_not_a_so_so():
    workshop = workshop_of(
        Moment("split", said(valence=[-4] * 6 + [4] * 6, importance=[5] * 12)),
        Moment("dull", said(valence=[-1] * 12, importance=[4] * 12)),
    )

    touchpoints = analysed(workshop).touchpoints

    assert [t.fix for t in touchpoints] == pytest.approx([20.0, 10.5])
    assert touchpoints[0].pain == pytest.approx(0.4)
    assert touchpoints[0].joy == pytest.approx(0.4)


def test_a_must_be_that_people_like_is_protected():
    ratings = said(
        valence=[4], importance=[5], expectation=[9], performance=[9], effort=[3]
    )

    touchpoint = of(workshop_of(Moment("must", ratings, kano="must_be")), "must")

    assert touchpoint.severity == pytest.approx(0.2887, abs=0.00005)
    assert touchpoint.direction is Direction.PROTECT
