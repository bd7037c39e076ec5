"""Five cards about a persona: who sees what is written, and what it becomes."""

import json

import pytest

from cxcore.commands import Add, Remove, WriteText
from cxcore.model import Persona, Statement
from cxcore.rounds import CARDS, NAME, NEW_PERSONA, RoundForm
from cxlive.errors import NothingToUndoError, RoundError, RoundOverError
from cxlive.limits import CARD_CHARACTERS
from cxlive.seating.seats import Right
from tests.rounds.build import CROWD, overall, say

SECRET = "A second visit in vain"


def table_cards(table):
    """What a reveal shows: texts and how many said each, by card."""
    return {
        card["topic"]: [(each["text"], each["times"]) for each in card["texts"]]
        for card in table["revealed"]["cards"]
    }


def name_of(here):
    return here.workshop.personas["her"].name


def test_a_card_is_in_no_workshop_no_history_no_file_and_no_other_table(here):
    here.open_cards()

    here.say("ben", "fears", SECRET)
    here.room.keep_snapshot()

    snapshot = here.home.store.snapshot(here.home.room_id)
    stored = "" if snapshot is None else snapshot.body.decode()
    assert SECRET not in here.file() + stored
    assert here.table("ben")["round/me"]["cards"] == {"fears": SECRET}
    for who, right in [("ana", None), ("cleo", None), ("", Right.OBSERVER)]:
        assert SECRET not in json.dumps(here.table(who, right))


def test_the_reveal_writes_everything_at_once_as_our_guess(here):
    here.open_cards()
    here.say("ben", "wants", "A cool kitchen again")
    here.say("cleo", "others", "Her sister")

    here.reveal()

    assert here.cards("wants") == ["A cool kitchen again"]
    assert here.cards("others") == ["Her sister"]
    for statement in here.workshop.statements.values():
        assert statement.persona_id == "her"
        assert statement.heard_from == ""
    assert here.open_round is None
    assert not here.workshop.rounds
    authors = {entry.actor for entry in here.room.snapshot.history}
    assert authors == {None}


def test_the_same_text_is_one_card_however_it_is_written(here):
    here.open_cards()
    for who, text in zip(CROWD, ("Noise ", "noise", "NOISE", "Dirt"), strict=True):
        here.say(who, "fears", text)

    here.reveal()

    assert [text.casefold() for text in here.cards("fears")] == ["noise", "dirt"]
    assert [times for _, times in table_cards(here.table("dan"))["fears"]] == [3, 1]


def test_what_stands_there_already_is_counted_and_not_written_again(here):
    here.open_cards()
    here.say("ben", "fears", "Noise")
    here.reveal()
    here.open_cards()
    here.say("cleo", "fears", "noise")

    here.reveal()

    assert here.cards("fears") == ["Noise"]
    assert table_cards(here.table("dan")) == {"fears": [("Noise", 1)]}


def test_a_persona_without_a_name_takes_the_one_most_often_proposed(here):
    here.open_cards()
    for who, name in zip(CROWD, ("Greta", "Marta", "marta ", "Ada"), strict=True):
        here.say(who, NAME, name)

    here.reveal()

    assert name_of(here) == "Marta"
    assert here.cards("free") == ["Ada", "Greta"]
    titles = {each.title for each in here.workshop.statements.values()}
    assert titles == {"Another name"}
    assert here.table("ana")["revealed"]["headline"].startswith("Marta, as four of us")


def test_a_name_given_by_hand_meanwhile_stays(here):
    here.open_cards()
    here.say("ben", NAME, "Greta")
    give = {"of": Persona.kind, "id": "her", "field": "name"}
    here.do("ana", WriteText(**give, text="Helena", seen=NEW_PERSONA))

    here.reveal()

    assert name_of(here) == "Helena"
    assert here.cards("free") == ["Greta"]


def test_a_persona_with_a_name_is_not_named_again(here):
    give = {"of": Persona.kind, "id": "her", "field": "name"}
    here.do("ana", WriteText(**give, text="Helena, two boys", seen=NEW_PERSONA))

    here.open_cards()

    asked = here.table("ben")["round"]
    assert asked["parts"] == list(CARDS)
    assert asked["steps"][1]["title"] == "What does Helena want to get done?"
    with pytest.raises(RoundError, match="does not ask"):
        here.say("ben", NAME, "Greta")


def test_a_round_about_a_persona_shows_whatever_journey_is_looked_at(here):
    here.open_cards()
    here.say("ben", "done", value=True)

    for journey in ("visit", None):
        asked = here.table("cleo", present=CROWD, journey=journey)["round"]
        assert asked["about"] == {"kind": "persona", "id": "her", "name": NEW_PERSONA}
        assert (asked["taps"], asked["minutes"]) == (5, 3)
        assert [step["part"] for step in asked["steps"]] == list(CARDS)
        assert (asked["done"], asked["of"]) == (1, 4)
        assert not any(step["stages"] for step in asked["steps"])

    here.say("ben", "wants", "Peace")
    here.reveal()
    for journey in ("visit", None):
        shown = here.table("cleo", journey=journey)["revealed"]
        assert shown["persona"] == {"id": "her", "name": NEW_PERSONA}
        assert (shown["asked"], shown["answered"]) == (4, 1)


def test_ratings_go_on_in_the_open_beside_cards(here):
    here.open_cards()

    here.do("ben", say(-4.0))
    here.do("ben", overall(3.0))

    assert here.valences() == {"ben": -4.0}
    table = here.table("cleo")
    assert table["result/pay"]["valence"] == -4.0
    assert not table["computed"]["headline"].startswith("Private round")
    assert table["lead"]["round_in"] is None


@pytest.mark.parametrize("part", ["bet", "note"])
def test_cards_ask_for_no_bet_and_no_note(here, part):
    here.open_cards()

    with pytest.raises(RoundError, match="does not ask"):
        here.say("ben", part, "x", "pay")


def test_a_card_is_not_asked_in_a_round_about_a_journey(here):
    here.open()

    with pytest.raises(RoundError, match="does not ask"):
        here.say("ben", "fears", SECRET)


def test_a_card_that_is_too_long_is_refused_with_both_numbers(here):
    here.open_cards()

    with pytest.raises(RoundError, match=r"500 characters at most; this has 501"):
        here.say("ben", "fears", "x" * (CARD_CHARACTERS + 1))


def test_a_card_taken_back_is_no_answer(here):
    here.open_cards()
    here.say("ben", "fears", SECRET)
    here.say("ben", "fears", " \u200b ")

    with pytest.raises(RoundError, match="Nobody has answered"):
        here.reveal()


def test_a_name_is_one_line_without_what_turns_the_reading_direction(here):
    here.open_cards()
    here.say("ben", NAME, "Mar\u202eta\n<b>M</b>")

    here.reveal()

    assert name_of(here) == "Marta <b>M</b>"


def test_what_comes_after_its_round_is_not_said_in_the_next_one(here):
    here.open_cards()
    first = here.open_round.id
    here.stop()
    with pytest.raises(RoundOverError):
        here.say("ben", "fears", SECRET, said_for=first)
    here.open_cards()

    with pytest.raises(RoundOverError):
        here.say("ben", "fears", SECRET, said_for=first)

    assert here.table("ben")["round/me"]["cards"] == {}


def test_whoever_was_taken_out_is_not_heard(here):
    here.open_cards()
    here.say("ben", "fears", SECRET)
    here.say("cleo", "fears", "Noise")
    here.do("ana", Remove(of="participant", id="ben"))

    here.reveal()

    assert here.cards("fears") == ["Noise"]


def test_cards_that_were_stopped_are_never_shown(here):
    here.open_cards()
    here.say("ben", "fears", SECRET)

    here.stop()

    assert SECRET not in here.file()
    assert here.table("ben")["revealed"] is None
    assert here.table("ben")["round/me"] is None


def test_nobody_can_undo_what_was_shown(here):
    here.open_cards()
    here.say("ben", "fears", SECRET)
    here.reveal()

    with pytest.raises(NothingToUndoError):
        here.undo("ben")
    assert here.cards("fears") == [SECRET]


def test_a_card_removed_by_hand_is_gone_from_what_came_out(here):
    here.open_cards()
    here.say("ben", "fears", SECRET)
    here.say("cleo", "wants", "Peace")
    here.reveal()
    (removed,) = (
        each.id for each in here.workshop.statements.values() if each.topic == "fears"
    )

    here.do("ana", Remove(of="statement", id=removed))

    assert table_cards(here.table("dan")) == {"wants": [("Peace", 1)]}


def test_what_was_said_survives_a_restart_and_so_does_what_was_shown(here):
    here.open_cards()
    here.say("ben", "fears", SECRET)

    again = here.reopened()

    assert again.table("ben")["round/me"]["cards"] == {"fears": SECRET}
    again.reveal()
    after = again.reopened()
    assert after.open_round is None
    assert table_cards(after.table("dan")) == {"fears": [(SECRET, 1)]}


def test_a_reveal_that_the_disk_refuses_has_not_happened(shaky):
    shaky.open_cards()
    shaky.say("ben", "fears", SECRET)
    shaky.home.store.is_broken = True

    with pytest.raises(Exception, match="saved"):
        shaky.reveal()

    assert shaky.open_round is not None
    assert SECRET not in shaky.file()


def test_a_persona_taken_away_ends_her_round_until_she_is_back(here):
    here.open_cards()
    here.say("ben", "fears", SECRET)

    here.do("ana", Remove(of="persona", id="her"))
    assert here.table("ben")["round"] is None
    here.undo("ana")

    assert here.table("ben")["round/me"]["cards"] == {"fears": SECRET}


def test_cards_need_a_persona_that_is_there(here):
    here.do("ana", Remove(of="persona", id="her"))

    for persona in ("her", "visit", ""):
        with pytest.raises(RoundError, match="persona is not there"):
            here.open_cards(persona)


def test_a_journey_is_not_asked_about_by_a_persona(here):
    with pytest.raises(RoundError, match="journey is not there"):
        here.room.leading.open_round(
            here.seat("ana"), "her", RoundForm.LIGHT, anonymous=False
        )


def test_cards_leave_the_rounds_of_a_journey_alone(here):
    here.open()
    here.do("ben", say(1.0))
    here.reveal()
    here.open_cards()
    here.say("ben", "fears", "Noise")
    here.reveal()

    here.open(RoundForm.SECOND_LOOK)

    assert here.table("ben")["round"]["number"] == 2


def test_a_name_that_stands_there_already_can_be_all_that_was_said(here):
    here.open_cards()
    here.say("ben", NAME, "Helena")
    give = {"of": Persona.kind, "id": "her", "field": "name"}
    here.do("ana", WriteText(**give, text="Helena", seen=NEW_PERSONA))

    here.reveal()

    assert here.table("ana")["revealed"]["cards"] == []
    assert here.open_round is None


def test_statements_written_by_hand_stay_before_those_of_a_round(here):
    old = Statement(id="old", persona_id="her", topic="fears", text="Dust")
    here.do("ana", Add(of="statement", thing=old, after=""))
    here.open_cards()
    here.say("ben", "fears", "Noise")

    here.reveal()

    assert here.cards("fears") == ["Dust", "Noise"]
