"""What a reveal writes, and the rounds that follow: a second look, the top three."""

import pytest

from cxcore.commands import Remove
from cxcore.document import read
from cxcore.edit import DoesNotFitError, fold
from cxcore.model import Standpoint
from cxcore.rounds import RoundForm
from cxlive.errors import NothingToUndoError
from cxlive.ids import new_id
from cxlive.rounds.facilitation import Phase
from cxlive.seating.seats import Right
from tests.live.build import add, remove
from tests.rounds.build import overall, say


def first_round(here, **valences):
    here.open()
    here.everybody_says(**valences)
    here.reveal()


def test_everything_said_stands_in_the_workshop_in_one_go(here):
    here.open()
    before = len(here.room.snapshot.history)
    seen = []
    here.room.subscribe(lambda snapshot: seen.append(snapshot.revision))
    here.do("ben", say(-4.2))
    here.do("ben", say(value=True, part="dot"))
    here.do("ben", overall(3.0))
    here.do("cleo", say(2.0, "queue"))
    seen.clear()

    done = here.reveal()

    assert here.valences() == {"ben": -4.2}
    assert here.valences("queue") == {"cleo": 2.0}
    assert here.workshop.ratings["pay"]["ben"][Standpoint.AS_PERSONA].dot is True
    assert here.workshop.answers["visit"]["ben"].overall == 3.0
    assert len(here.room.snapshot.history) == before + 1
    assert seen == [done.rev]


def test_the_outcome_keeps_the_round_as_it_was(here):
    here.do("dan", say(5.0))
    first_round(here, ben=-4.0, cleo=-2.0)
    here.do("ben", say(1.0))

    outcome = here.outcome()

    said = {
        who: rating[Standpoint.AS_PERSONA].valence
        for who, rating in outcome.ratings["pay"].items()
    }
    assert said == {"ben": -4.0, "cleo": -2.0}
    assert (outcome.number, outcome.asked, outcome.anonymous) == (1, 4, False)
    assert here.valences() == {"ben": 1.0, "cleo": -2.0, "dan": 5.0}


def test_an_outcome_can_be_changed_by_nobody(here):
    first_round(here, ben=-4.0)

    with pytest.raises(DoesNotFitError):
        here.room.write(Remove(of="round", id=here.outcome().id), new_id())


def test_a_reveal_is_nobody_s_to_take_back(here):
    first_round(here, ana=1.0, ben=-4.0)

    for who in ("ana", "ben"):
        with pytest.raises(NothingToUndoError):
            here.undo(who)


def test_after_the_reveal_own_values_are_changed_as_ever(here):
    first_round(here, ben=-4.0)

    here.do("ben", say(2.0))
    here.undo("ben")

    assert here.valences() == {"ben": -4.0}


def test_the_room_is_told_what_the_round_has_shown(here):
    here.open()
    here.everybody_says(ben=-4.0, cleo=-4.0, dan=-4.0)
    for who, touchpoint in (("ben", "pay"), ("cleo", "pay"), ("dan", "queue")):
        here.say(who, "bet", touchpoint=touchpoint)
    here.reveal()

    table = here.table("ana")
    revealed = table["revealed"]

    assert table["round"] is None
    assert table["round/me"] is None
    assert table["lead"]["phase"] == Phase.TALK
    assert (revealed["asked"], revealed["answered"]) == (4, 3)
    assert "pay" in revealed["headline"]
    assert revealed["bets"] == "2 of 3 guessed the worst moment."
    assert (revealed["movement"], revealed["moved"]) == ([], None)
    assert table["computed"]["ranking"] == ["pay"]


def test_names_stand_beside_a_split_only_where_the_facilitator_wants_them(here):
    first_round(here, ana=-5.0, ben=-5.0, cleo=5.0, dan=5.0)

    (split,) = here.table("ben")["revealed"]["splits"]
    assert split["values"] == [[-5.0, None], [-5.0, None], [5.0, None], [5.0, None]]

    here.room.leading.change(here.seat("ana"), names=True).result()
    (split,) = here.table("ben")["revealed"]["splits"]
    assert split["values"] == [
        [-5.0, "Ana"],
        [-5.0, "Ben"],
        [5.0, "Cleo"],
        [5.0, "Dan"],
    ]


def test_notes_become_remarks_that_do_not_say_whose(here):
    here.open()
    here.do("ben", say(-4.0))
    here.do("cleo", say(-2.0))
    here.say("ben", "note", "Too long", "queue")
    here.say("cleo", "note", "Too late")
    here.say("cleo", "note", "Never mind", "pay")
    here.say("cleo", "note", "", "pay")
    here.reveal()

    pins = here.workshop.pins.values()

    assert {(pin.touchpoint_id, pin.text) for pin in pins} == {
        ("queue", "Too long"),
        (None, "Too late"),
    }
    assert len({pin.position for pin in pins}) == len(pins)


def test_the_file_of_a_room_with_rounds_opens_again(here):
    here.everybody_says(ben=1.0)
    first_round(here, ben=-4.0, cleo=-2.0)
    here.open(RoundForm.SECOND_LOOK, anonymous=True)
    here.everybody_says(ben=-3.0, cleo=-2.0, dan=1.0)
    here.reveal()

    envelope = read(here.file().encode()).envelope

    assert envelope.workshop == here.workshop
    folded = fold(here.room.start, here.room.snapshot.history)
    assert folded == here.workshop


def test_what_was_taken_away_meanwhile_is_not_written(here):
    here.open()
    here.do("ben", say(-4.0))
    here.do("ben", say(2.0, "leave"))
    here.say("ben", "note", "Ugly", "leave")
    here.do("ana", remove("leave"))
    here.reveal()

    assert "leave" not in here.outcome().ratings
    assert here.valences("leave") == {}


def test_a_second_look_starts_from_ones_own_values(here):
    first_round(here, ben=-4.0, cleo=-2.0)
    here.open(RoundForm.SECOND_LOOK)

    assert here.table("ben")["mine/pay"]["valence"] == -4.0
    assert here.table("cleo")["mine/pay"]["valence"] == -2.0
    assert here.table("dan")["mine/pay"]["valence"] is None
    assert here.table("ben")["result/pay"]["valence"] is None
    assert here.table("ben")["round"]["second_look"]


def test_what_is_left_as_it_was_counts_in_a_second_look(here):
    here.do("ana", add("Extra"))
    extra = next(t.id for t in here.workshop.touchpoints.values() if t.name == "Extra")
    here.open()
    here.do("ben", say(-4.0))
    here.do("ben", say(1.0, extra))
    here.reveal()
    here.open(RoundForm.SECOND_LOOK)
    here.do("ben", say(3.0))
    here.reveal()

    said = here.outcome(2).ratings[extra]["ben"][Standpoint.AS_PERSONA]
    assert said.valence == 1.0


def test_the_movement_since_the_first_round_is_told(here):
    first_round(here, ben=-4.0, cleo=-4.0)
    here.open(RoundForm.SECOND_LOOK)
    here.everybody_says(ben=-1.0, cleo=-1.0)
    here.reveal()

    revealed = here.table("dan")["revealed"]

    (move,) = revealed["movement"]
    assert (move["touchpoint"], move["before"], move["after"]) == ("pay", -4.0, -1.0)
    assert move["text"].startswith("pay moved from awful to ")
    assert revealed["moved"].startswith("Second look: 1 of 1 moments moved")
    assert revealed["number"] == 2
    assert here.outcome(1).ratings["pay"]["ben"]["as_persona"].valence == -4.0


def test_the_top_three_ask_the_deeper_questions_of_what_needs_work(here):
    here.do("ana", add("Fine"))
    fine = next(t.id for t in here.workshop.touchpoints.values() if t.name == "Fine")
    here.open()
    for touchpoint, value in zip(
        ("queue", "pay", "leave", fine), (-5.0, -3.0, -1.0, 5.0), strict=True
    ):
        here.do("ben", say(value, touchpoint))
    here.reveal()

    here.open(RoundForm.TOP_THREE)
    table = here.table("cleo")

    assert set(table["round"]["touchpoints"]) == {"queue", "pay", "leave"}
    assert table["round"]["parts"] == ["expectation", "performance", "effort"]
    assert table["result/queue"]["valence"] == -5.0
    here.do("cleo", say(7.0, "queue", "effort"))
    here.do("cleo", say(2.0, fine, "effort"))
    assert "queue" not in here.workshop.ratings or (
        "cleo" not in here.workshop.ratings["queue"]
    )
    assert here.workshop.ratings[fine]["cleo"]["as_persona"].effort == 2.0
    here.reveal()
    assert here.workshop.ratings["queue"]["cleo"]["as_persona"].effort == 7.0


def test_the_next_round_has_the_next_number(here):
    first_round(here, ben=-4.0)
    first_round(here, ben=-3.0)

    assert [each.number for each in here.workshop.rounds.values()] == [1, 2]


def test_who_looks_on_sees_all_of_a_reveal(here):
    first_round(here, ben=-4.0)

    table = here.table("", Right.OBSERVER)

    assert table["result/pay"]["valence"] == -4.0
    assert table["revealed"]["answered"] == 1
