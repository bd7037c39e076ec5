"""How far a room agrees, on the command line."""

import json

import pytest

from cxcore.model import Viewpoint
from tests.analysis.builders import Moment, said, workshop_of
from tests.analysis.reference import repair_service


def test_the_numbers_of_the_reference_journey_are_in_the_document(analyse):
    journey = json.loads(analyse(repair_service(), "--json"))["journeys"][0]
    touchpoints = {one["id"]: one for one in journey["touchpoints"]}

    assert journey["kendall_w"] == pytest.approx(0.9238, abs=0.00005)
    assert journey["alpha_valence"] == pytest.approx(0.8942, abs=0.00005)
    assert journey["alpha_importance"] == pytest.approx(0.7377, abs=0.00005)
    assert touchpoints["call"]["rwg"] == pytest.approx(0.967, abs=0.0005)
    assert touchpoints["waiting"]["discuss"] == pytest.approx(0.1)


def test_what_cannot_be_computed_is_null(analyse):
    alone = workshop_of(Moment("pay", said(valence=[-4])))

    journey = json.loads(analyse(alone, "--json"))["journeys"][0]

    assert journey["kendall_w"] is journey["alpha_valence"] is None
    assert journey["alpha_importance"] is None
    assert journey["touchpoints"][0]["rwg"] is None
    assert journey["touchpoints"][0]["discuss"] is None


def test_whether_we_agree_is_told_in_a_line(analyse):
    assert (
        "We mostly agree on what hurts. (Kendall's W 0.92, Krippendorff's alpha 0.89)\n"
    ) in analyse(repair_service())


def test_what_is_seen_differently_and_where_customers_would_start_is_told(analyse):
    moments = [
        Moment(name, said(valence=[theirs] * 3 + [ours] * 2))
        for name, theirs, ours in (("pay", -4, 2), ("wait", -1, -4), ("go", 3, 3))
    ]

    lines = analyse(workshop_of(*moments, viewpoints=[Viewpoint.CUSTOMER] * 3))

    assert "Customers would start elsewhere: pay, wait. We: wait.\n" in lines
    told = lines.split("What to talk about, as we see it differently\n")[1]
    assert told.splitlines()[1].split() == ["pay", "−4.0", "and", "+2.0"]
    assert "go" not in told.split("\n\n")[0]


def test_where_nothing_is_rated_nothing_is_told_of_it(analyse):
    assert "agree" not in analyse(workshop_of(Moment("pay"), people=3))
