"""A new hip, two ways home, and a first night that nobody stands behind."""

import pytest

from cxcore.analysis import Direction, HeadlineCode, KnownFrom, Verdict
from cxcore.model import EvidenceType, Viewpoint
from cxcore.words import valence_word
from tests.samples.opened import analysis, main_journey, pins, valence_of, workshop

NAME = "going-home"

STAFF = (Viewpoint.FRONT_LINE, Viewpoint.BACK_STAGE, Viewpoint.MANAGEMENT)
ALL_OTHERS = (*STAFF, Viewpoint.PARTNER)


def karim():
    return analysis(NAME).journey("karim-home")


def name_of(touchpoint):
    return workshop(NAME).touchpoints[touchpoint.id].name


def with_process():
    return {
        touchpoint_id
        for process in workshop(NAME).processes.values()
        for touchpoint_id in process.touchpoint_ids
    }


def test_edith_and_karim_meet_the_same_touchpoints():
    ediths = {name_of(touchpoint) for touchpoint in main_journey(NAME).touchpoints}

    assert {name_of(touchpoint) for touchpoint in karim().touchpoints} < ediths
    journeys = workshop(NAME).journeys.values()
    assert {journey.persona_id for journey in journeys} == {"edith", "karim"}


def test_pin_1_the_same_discharge_is_awful_for_edith_and_good_for_karim():
    ediths = main_journey(NAME).touchpoint("discharge")
    karims = karim().touchpoint("karim-discharge")

    assert pins(NAME)[0].touchpoint_id == ediths.id
    assert name_of(ediths) == name_of(karims)
    assert ediths.valence == pytest.approx(-4, abs=0.1)
    assert karims.valence == pytest.approx(2, abs=0.1)
    assert valence_word(ediths.valence) == "awful"
    assert valence_word(karims.valence) == "good"


def test_pin_1_the_average_of_the_two_describes_nobody():
    ediths = main_journey(NAME).touchpoint("discharge")
    karims = karim().touchpoint("karim-discharge")

    middle = (ediths.valence + karims.valence) / 2
    assert abs(middle) < 1.5
    assert ediths.high < middle < karims.low


def test_pin_2_only_the_first_night_has_no_process_behind_it():
    found = main_journey(NAME)

    without = {t.id for t in found.touchpoints} - with_process()
    assert without == {"first-night"} == {pins(NAME)[1].touchpoint_id}


def test_pin_2_only_the_first_night_has_no_owner():
    touchpoints = workshop(NAME).touchpoints

    unowned = [
        t.id for t in main_journey(NAME).touchpoints if not touchpoints[t.id].owner
    ]
    assert unowned == ["first-night"]


def test_pin_3_at_the_ward_round_patients_and_the_rest_are_two_steps_apart():
    found = main_journey(NAME).touchpoint("ward-round")

    others = valence_of(NAME, found.id, *ALL_OTHERS)
    assert pins(NAME)[2].touchpoint_id == found.id
    assert valence_word(found.customers_valence) == "bad"
    assert valence_word(others) == "so-so"
    assert others - found.customers_valence >= 2


def test_staff_see_every_painful_moment_more_kindly_than_the_patients():
    found = main_journey(NAME)

    for name in found.critical:
        theirs = found.touchpoint(name).customers_valence
        assert valence_of(NAME, name, *STAFF) - theirs > 1


def test_the_first_night_is_critical_and_rests_on_a_guess():
    night = main_journey(NAME).touchpoint("first-night")

    assert night.is_critical
    assert night.assumption
    assert night.known_from is KnownFrom.GUESS
    assert night.valence < -2.5


def test_those_who_plan_the_first_night_hardly_feel_how_bad_it_is():
    night = main_journey(NAME).touchpoint("first-night")

    assert valence_of(NAME, night.id, *STAFF) - night.customers_valence > 2.5


def test_discharge_and_first_night_come_first():
    found = main_journey(NAME)

    assert found.ranking[:2] == ("discharge", "first-night")
    assert found.touchpoint("discharge").direction is Direction.FIX
    assert found.touchpoint("first-night").direction is Direction.FIX


def test_nothing_hurts_karim_much():
    assert karim().critical == ()
    assert karim().headline.code is HeadlineCode.ALL_GOOD


def test_edith_has_a_latent_need_on_her_first_night():
    latent = [need for need in workshop(NAME).needs.values() if need.latent]

    linked = [n for n in latent if "first-night" in n.touchpoint_ids]
    assert [need.persona_id for need in linked] == ["edith"]


def test_interviews_stand_beside_guesses():
    kinds = {item.evidence_type for item in workshop(NAME).evidence.values()}

    assert {EvidenceType.INTERVIEW, EvidenceType.ASSUMPTION} < kinds
    assert {t.known_from for t in main_journey(NAME).touchpoints} == set(KnownFrom)


def test_the_room_finds_ediths_journey_worse_than_its_parts():
    assert main_journey(NAME).overall.verdict is Verdict.WORSE_THAN_PARTS
