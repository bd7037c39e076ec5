"""What each form of a private round asks, and how long it takes."""

import pytest

from cxcore.model import (
    Channel,
    ImportanceMode,
    Ownership,
    Participant,
    Persona,
    Rating,
    Standpoint,
    Viewpoint,
    Workshop,
)
from cxcore.rounds import (
    CARDS,
    HINTS,
    NEW_PERSONA,
    SECONDS_A_CARD,
    RoundForm,
    asked_about,
    asked_by,
    counting_dots,
    delivered,
    minutes,
    question,
    staff_of,
    taps,
)
from tests.core.builders import small_workshop

DEEPER = ("expectation", "performance", "effort")
IMPORTANT = Rating(importance=4.0)


def with_dots():
    workshop = small_workshop()
    visit = workshop.journeys["visit"]
    dots = visit.model_copy(update={"importance_mode": ImportanceMode.DOTS})
    return workshop.model_copy(update={"journeys": {"visit": dots}})


def with_survey():
    workshop = with_importance()
    visit = workshop.journeys["visit"]
    told = visit.model_copy(update={"importance_mode": ImportanceMode.SURVEY})
    return workshop.model_copy(update={"journeys": {"visit": told}})


def with_importance(standpoint=Standpoint.AS_PERSONA, who="ana", where="pay"):
    ratings = {where: {who: {standpoint: IMPORTANT}}}
    return small_workshop().model_copy(update={"ratings": ratings})


def light(workshop):
    asked = asked_by(workshop, "visit", RoundForm.LIGHT)
    return asked.parts, asked.counts_dots


def test_a_light_round_turns_a_fresh_journey_to_dots():
    assert light(small_workshop()) == (("overall", "dot", "valence"), True)


def test_a_light_round_asks_for_dots_where_the_journey_counts_them():
    assert light(with_dots()) == (("overall", "dot", "valence"), False)


@pytest.mark.parametrize("standpoint", Standpoint)
def test_a_light_round_does_not_ask_again_what_matters(standpoint):
    assert light(with_importance(standpoint)) == (("overall", "valence"), False)


def test_what_a_survey_says_matters_no_round_asks():
    full = asked_by(with_survey(), "visit", RoundForm.FULL)

    assert light(with_survey()) == (("overall", "valence"), False)
    assert full.parts == ("valence", *DEEPER)


def test_a_journey_leaves_its_survey_for_no_dots():
    (dots,) = counting_dots(small_workshop().journeys["visit"])

    assert dots.value is ImportanceMode.DOTS
    assert counting_dots(with_survey().journeys["visit"]) == ()


def test_importance_of_what_was_taken_away_does_not_count():
    ana = Participant(id="ana", name="Ana", removed=True)
    workshop = with_importance()
    without = workshop.model_copy(
        update={"participants": {**workshop.participants, "ana": ana}}
    )

    assert light(without)[1]


@pytest.mark.parametrize(
    ("workshop", "importance"), [(small_workshop(), "importance"), (with_dots(), "dot")]
)
def test_a_full_round_asks_what_matters_before_how_it_feels(workshop, importance):
    asked = asked_by(workshop, "visit", RoundForm.FULL)

    assert asked.parts == (importance, "valence", *DEEPER)


def test_a_second_look_asks_only_how_it_feels():
    asked = asked_by(small_workshop(), "visit", RoundForm.SECOND_LOOK)

    assert (asked.parts, asked.touchpoint_ids) == (("valence",), None)


def test_the_deeper_questions_are_about_the_first_three_of_the_ranking():
    ranking = ("pay", "queue", "leave", "gone")

    asked = asked_by(small_workshop(), "visit", RoundForm.TOP_THREE, ranking)

    assert (asked.parts, asked.touchpoint_ids) == (DEEPER, ranking[:3])


def test_the_deeper_questions_need_a_ranking():
    assert asked_by(small_workshop(), "visit", RoundForm.TOP_THREE).parts == ()


@pytest.mark.parametrize("form", RoundForm)
def test_a_journey_without_moments_is_asked_nothing(form):
    workshop = Workshop(id="bare", journeys=small_workshop().journeys)

    assert asked_by(workshop, "visit", form, ("pay",)).parts == ()


def test_a_light_round_takes_one_tap_a_moment_and_four_more():
    asked = asked_by(small_workshop(), "visit", RoundForm.LIGHT)

    assert taps(asked, 10) == 14
    assert taps(asked, 2) == 5
    assert minutes(14) == 2


def test_a_round_never_takes_no_time():
    assert minutes(1) == 1


@pytest.mark.parametrize("part", HINTS)
def test_each_part_is_asked_of_the_persona_or_of_the_customer(part):
    assert "Marta" in question(part, "Marta")
    assert "the customer" in question(part, None)


def test_the_questions_of_a_light_round():
    assert [question(part, "Marta") for part in ("overall", "dot", "valence")] == [
        "All in all, how is it for Marta?",
        "Which three moments matter most to Marta?",
        "As Marta, how does it feel?",
    ]


def test_a_persona_with_braces_in_her_name_is_asked_like_any_other():
    assert question("valence", "{0} {who}") == "As {0} {who}, how does it feel?"


def test_a_persona_without_a_name_is_asked_for_one_on_the_first_card():
    new = asked_about(Persona(id="her", name=NEW_PERSONA))
    named = asked_about(Persona(id="her", name="Marta"))

    assert (new.parts, named.parts) == (("name", *CARDS), CARDS)
    for asked in (new, named):
        assert taps(asked, 0) == 5
    assert minutes(5, SECONDS_A_CARD) == 3


def test_the_cards_ask_nothing_of_a_journey():
    assert asked_by(small_workshop(), "visit", RoundForm.CARDS).parts == ()


def shop(**changes):
    """A shop whose touchpoints have these fields, by id."""
    workshop = small_workshop()
    touchpoints = {
        key: each.model_copy(update=changes.get(key, {}))
        for key, each in workshop.touchpoints.items()
    }
    return workshop.model_copy(update={"touchpoints": touchpoints})


def test_a_staff_round_asks_two_things_of_each_moment_that_may_need_a_person():
    online = {"channel": Channel.WEB}
    workshop = shop(queue=online, pay={"channel": Channel.PHONE})

    asked = asked_by(workshop, "visit", RoundForm.STAFF)

    assert asked.parts == ("able", "willing")
    assert asked.touchpoint_ids == ("pay", "leave")
    assert taps(asked, 2) == 4


def test_where_no_moment_needs_a_person_staff_are_asked_about_all_that_are_ours():
    online, others = {"channel": Channel.WEB}, {"ownership": Ownership.PARTNER}
    workshop = shop(queue=online, pay=online, leave=others)

    assert delivered(workshop, "visit") == ("queue", "pay")


def test_what_others_deliver_is_not_asked_of_our_staff():
    others = {"ownership": Ownership.SOCIAL}
    workshop = shop(queue=others, pay=others, leave=others)

    assert asked_by(workshop, "visit", RoundForm.STAFF).parts == ()


def test_staff_are_the_front_line_and_those_behind_the_scenes():
    people = {
        each.value: Participant(id=each.value, name=each.value, viewpoint=each)
        for each in Viewpoint
    }
    gone = people["front_line"].model_copy(update={"id": "gone", "removed": True})
    crowd = people | {"gone": gone, "ana": Participant(id="ana", name="Ana")}
    workshop = small_workshop().model_copy(update={"participants": crowd})

    assert staff_of(workshop) == {"front_line", "back_stage"}
