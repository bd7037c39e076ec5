"""Everybody was so friendly, and the machine is still broken (method.md 2.10)."""

import pytest

from cxcore.analysis import Reason
from tests.samples.opened import main_journey, participants, pins, workshop

NAME = "appliance-repair"

IDS = ("find-number", "call", "appointment", "waiting", "visit", "invoice")

FIX = (2.57, 1.58, 12.11, 76.34, 4.33, 7.37)
PROTECT = (7.66, 33.97, 8.26, 1.46, 56.15, 6.80)
SHARE = (0.076, 0.008, 0.176, 0.594, 0.037, 0.110)
LIFT = (0.0144, 0, 0.0399, 0.1827, 0, 0.0246)
CONFIDENCE = (0.3, 0.7, 0.5, 0.7, 0.5, 0.1)

REASONS = {
    Reason.PAIN: (0.69, 0, 3.33, 23.58, 0, 2.08),
    Reason.GAP: (0, 0, 1.67, 7.37, 0, 0.87),
    Reason.EFFORT: (1.45, 1.22, 5.09, 11.46, 2.55, 2.31),
    Reason.MOMENT_OF_TRUTH: (0, 0, 0, 16.96, 1.02, 0),
    Reason.LOW_POINT: (0, 0, 0, 8.48, 0, 0),
    Reason.END: (0, 0.12, 0, 0, 0.25, 1.05),
    Reason.HANDOVER: (0.43, 0.24, 2.02, 8.48, 0.51, 1.05),
}


def column(part):
    return [getattr(touchpoint, part) for touchpoint in main_journey(NAME).touchpoints]


def test_it_is_the_table_of_the_method_in_three_stages_and_six_touchpoints():
    journey = main_journey(NAME)

    assert tuple(touchpoint.id for touchpoint in journey.touchpoints) == IDS
    assert [len(stage.touchpoint_ids) for stage in journey.stages] == [2, 3, 1]
    assert len(participants(NAME)) == 3


def test_fix_scores_are_those_of_the_table():
    assert column("fix") == pytest.approx(FIX, abs=0.006)


def test_protect_scores_are_those_of_the_table():
    assert column("protect") == pytest.approx(PROTECT, abs=0.006)


@pytest.mark.parametrize("reason", REASONS)
def test_reasons_are_those_of_the_table(reason):
    found = [why.get(reason, 0) for why in column("reasons")]

    assert found == pytest.approx(REASONS[reason], abs=0.006)


def test_shares_are_those_of_the_table():
    assert column("share") == pytest.approx(SHARE, abs=0.0006)


def test_lifts_are_those_of_the_table():
    assert column("lift") == pytest.approx(LIFT, abs=0.00006)


def test_evidence_reaches_the_confidences_of_the_table_exactly():
    assert column("confidence") == pytest.approx(CONFIDENCE, abs=1e-12)


def test_journey_score_mean_and_what_is_remembered_are_those_of_the_table():
    journey = main_journey(NAME)

    assert journey.mean == pytest.approx(0.4875, abs=0.00006)
    assert journey.score == pytest.approx(0.4160, abs=0.00006)
    assert journey.remembered == pytest.approx(0.5007, abs=0.00006)


def test_its_evidence_never_ages():
    assert all(item.date is None for item in workshop(NAME).evidence.values())


def test_pin_1_the_wait_holds_more_than_half_of_what_the_journey_lacks():
    pin = pins(NAME)[0]

    waiting = main_journey(NAME).touchpoint(pin.touchpoint_id)
    assert waiting.id == "waiting"
    assert waiting.share > 0.5
    assert waiting.rank == 1


def test_pin_1_nobody_is_there_while_she_waits():
    touchpoint = workshop(NAME).touchpoints[pins(NAME)[0].touchpoint_id]

    assert touchpoint.front_stage == "Nothing"


def test_pin_2_the_call_is_the_warmest_moment_and_a_warmer_one_would_move_nothing():
    pin = pins(NAME)[1]

    journey = main_journey(NAME)
    assert pin.touchpoint_id == journey.peak_id == "call"
    assert journey.touchpoint("call").lift == 0
    assert journey.touchpoint("call").share < 0.01


def test_pin_3_the_invoice_is_third_and_last_and_rests_on_our_own_opinion():
    pin = pins(NAME)[2]

    journey = main_journey(NAME)
    assert pin.touchpoint_id == journey.ranking[2] == journey.end_id == "invoice"
    assert journey.touchpoint("invoice").assumption
    assert [
        item.evidence_type
        for item in workshop(NAME).evidence.values()
        if "invoice" in item.touchpoint_ids
    ] == ["internal_opinion"]


def test_the_notice_holds_friendly_people_and_a_low_where_nobody_talks_to_her():
    journey = main_journey(NAME)

    assert journey.low_id == "waiting"
    assert journey.touchpoint("call").valence > 3
    assert journey.touchpoint("visit").valence > 2
