"""The journey of the picture: flying for the first time."""

import pytest

from cxcore.analysis import Direction, HeadlineCode, KnownFrom, Signal, Verdict
from cxcore.model import EvidenceType, JourneyKind, Ownership, Viewpoint
from cxcore.words import headline_sentence
from tests.samples.opened import (
    analysis,
    journey,
    main_journey,
    participants,
    pins,
    said,
    workshop,
)

NAME = "first-flight"

FIX = {
    "security": 59,
    "delay-notice": 54,
    "bag-drop": 25,
    "baggage-claim": 24,
    "pay": 20,
    "find-the-gate": 14,
}

GUESSES = {"check-in-reminder", "train-to-airport", "find-the-gate", "follow-up-mail"}
STAFF_KNOW = {"compare-flights", "read-reviews", "choose-seat", "boarding"}
CUSTOMERS_SAID = {"pay", "delay-notice", "baggage-claim"}
SEEN_AND_ASKED = {"bag-drop", "security", "crew-greeting"}


def touchpoint(touchpoint_id):
    return main_journey(NAME).touchpoint(touchpoint_id)


def opportunity(opportunity_id):
    return workshop(NAME).opportunities[opportunity_id]


def kinds_of_evidence(touchpoint_id):
    return {
        item.evidence_type
        for item in workshop(NAME).evidence.values()
        if touchpoint_id in item.touchpoint_ids
    }


def test_twelve_people_of_all_viewpoints_have_rated():
    people = participants(NAME)

    assert len(people) == main_journey(NAME).raters == 12
    assert {person.viewpoint for person in people} == set(Viewpoint)


def test_the_ranking_is_that_of_the_picture():
    assert main_journey(NAME).ranking[:6] == tuple(FIX)


@pytest.mark.parametrize("name", FIX)
def test_fix_scores_are_close_to_the_picture(name):
    assert touchpoint(name).fix == pytest.approx(FIX[name], abs=2)


def test_only_bad_feeling_is_counted():
    found = main_journey(NAME)

    assert found.counted == (Signal.PAIN,)
    gap = next(count for count in found.signals if count.signal is Signal.GAP)
    assert 0 < gap.known < 0.8 * gap.rated


def test_what_to_protect_is_that_of_the_picture():
    found = main_journey(NAME)

    assert found.protect == ("crew-greeting", "check-in-reminder")
    assert touchpoint("crew-greeting").protect == pytest.approx(55, abs=2)
    assert touchpoint("check-in-reminder").protect == pytest.approx(14, abs=2)
    assert touchpoint("crew-greeting").direction is Direction.PROTECT
    assert touchpoint("check-in-reminder").direction is Direction.PROTECT


def test_the_journey_is_36_of_100_and_its_plain_mean_41():
    found = main_journey(NAME)

    assert 100 * found.score == pytest.approx(36, abs=2)
    assert 100 * found.mean == pytest.approx(41, abs=2)


def test_good_moments_hide_security_and_delay_notice():
    headline = main_journey(NAME).headline

    assert headline.code is HeadlineCode.HIDDEN
    assert headline.touchpoint_ids[:2] == ("security", "delay-notice")


def test_the_headline_says_what_good_moments_hide():
    touchpoints = workshop(NAME).touchpoints
    names = {key: touchpoint.name for key, touchpoint in touchpoints.items()}

    sentence = headline_sentence(main_journey(NAME).headline, names)

    assert sentence.startswith("Good moments hide")
    assert "Security, Delay notice" in sentence


def test_the_notice_two_moments_hurt_twice_as_much_as_any_other():
    found = main_journey(NAME)

    third = found.touchpoint(found.ranking[2])
    assert touchpoint("delay-notice").fix > 2 * third.fix


def test_pin_1_security_hurts_most_and_is_the_airports():
    found = touchpoint("security")

    drawn = workshop(NAME).touchpoints["security"]
    assert pins(NAME)[0].touchpoint_id == found.id
    assert found.rank == 1
    assert main_journey(NAME).low_id == found.id
    assert drawn.ownership is Ownership.PARTNER
    assert drawn.owner == "Airport"
    assert drawn.control < 0.3
    assert drawn.moment_of_truth


def test_pin_1_the_first_job_at_security_is_to_get_a_say():
    assert touchpoint("security").direction is Direction.BUILD_IMPACT


def test_pin_2_delay_notice_is_ours_from_end_to_end_and_to_be_fixed():
    found = touchpoint("delay-notice")

    drawn = workshop(NAME).touchpoints["delay-notice"]
    assert pins(NAME)[1].touchpoint_id == found.id
    assert found.direction is Direction.FIX
    assert found.is_critical
    assert drawn.ownership is Ownership.BRAND
    assert drawn.control >= 0.9
    assert drawn.moment_of_truth


def test_pin_3_six_find_the_gate_hunt_bad_five_good_and_one_is_in_between():
    found = touchpoint("find-the-gate")

    assert pins(NAME)[2].touchpoint_id == found.id
    assert (found.camps.low, found.camps.high, found.raters) == (6, 5, 12)
    assert found.direction is Direction.TWO_EXPERIENCES


def test_pin_3_the_average_of_find_the_gate_is_true_for_nobody():
    found = touchpoint("find-the-gate")

    given = [rating.valence for rating in said(NAME, "find-the-gate").values()]
    assert all(abs(valence - found.valence) > 0.5 for valence in given)


def test_nobody_has_rated_the_follow_up_mail():
    found = main_journey(NAME)

    assert [t.id for t in found.touchpoints if not t.rated] == ["follow-up-mail"]
    assert "follow-up-mail" not in workshop(NAME).ratings


def test_every_other_touchpoint_says_how_it_is_wanted():
    found = main_journey(NAME)

    assert [t.id for t in found.touchpoints if t.wanted is None] == ["follow-up-mail"]
    assert all(t.wanted > t.valence for t in found.touchpoints if t.wanted is not None)


def test_where_our_knowledge_comes_from_is_that_of_the_picture():
    known = {t.id: t.known_from for t in main_journey(NAME).touchpoints}

    assert known == (
        dict.fromkeys(GUESSES, KnownFrom.GUESS)
        | dict.fromkeys(STAFF_KNOW, KnownFrom.STAFF)
        | dict.fromkeys(CUSTOMERS_SAID | SEEN_AND_ASKED, KnownFrom.CUSTOMERS)
    )


def test_only_where_the_picture_says_so_has_somebody_both_seen_and_asked():
    both = {EvidenceType.OBSERVATION, EvidenceType.INTERVIEW}
    found = {
        t.id for t in main_journey(NAME).touchpoints if both <= kinds_of_evidence(t.id)
    }

    assert found == SEEN_AND_ASKED


def test_the_bag_drop_machine_starts_before_anybody_is_trained():
    machine = opportunity("bag-drop-machine")

    assert machine.touchpoint_ids == ("bag-drop",)
    assert machine.launch_on < machine.trained_on


def test_telling_her_first_starts_after_the_training():
    first = opportunity("tell-her-first")

    assert first.trained_on < first.launch_on


def test_she_could_travel_without_us():
    opened = workshop(NAME)
    other = analysis(NAME).journeys[1]

    drawn = opened.journeys[other.journey_id]
    assert drawn.journey_kind is JourneyKind.ELSEWHERE
    assert drawn.persona_id == journey(NAME).persona_id
    assert other.total == other.rated == 5
    assert len(other.stages) == 3


def test_without_us_it_is_dull_but_nothing_is_as_bad_as_security():
    other = analysis(NAME).journeys[1]

    assert (
        min(t.valence for t in other.touchpoints) > touchpoint("security").valence + 1
    )


def test_the_room_finds_the_whole_like_its_parts():
    assert main_journey(NAME).overall.verdict is Verdict.LIKE_ITS_PARTS


def test_the_first_round_is_kept_as_it_was():
    outcome = workshop(NAME).rounds["first-round"]

    assert outcome.journey_id == journey(NAME).id
    assert outcome.asked == 12
    for touchpoint_id, ratings in outcome.ratings.items():
        now = said(NAME, touchpoint_id)
        assert {who: by["as_persona"].valence for who, by in ratings.items()} == {
            who: rating.valence for who, rating in now.items()
        }
