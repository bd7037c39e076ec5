"""The table of state as a value."""

import json
from datetime import date

import pytest

from cxcore.commands import SetValue, WriteText
from cxcore.edit import apply
from cxcore.model import Persona, Pin
from cxcore.rounds import NAME, asked_about
from cxlive.board.led import Source
from cxlive.board.table import Mine, RoomFacts, board, change, shared_board
from cxlive.board.view import Cell, journey_view, shown_journey
from cxlive.room.ledger import Snapshot
from cxlive.rounds.answers import Answers
from cxlive.rounds.facilitation import Facilitation
from cxlive.rounds.own import Own
from cxlive.rounds.rounds import Led
from cxlive.seating.seats import Right, Seat
from tests.core.builders import small_workshop
from tests.live.build import rate, remove, rename

TODAY = date(2026, 11, 22)
ROOM = RoomFacts("r", "Shop")
ANA = Seat("r", "ana", Right.PARTICIPANT)
LED = Led(Facilitation(), Answers())

RESULT_KEYS = [
    *("rated", "valence", "low", "high", "word", "importance", "confidence"),
    *("score", "rank", "critical", "direction", "direction_word", "parts", "sum"),
    *("because", "signals_note", "protect", "split", "bad", "good", "raters"),
]
COMPUTED_KEYS = [
    *("headline", "subline", "ranking", "protect", "empty", "notes", "rated"),
    *("touchpoints", "raters", "participants"),
]


def workshop_after(*commands):
    workshop = small_workshop()
    for command in commands:
        workshop = apply(workshop, command)
    return workshop


def view_of(workshop, old=None, journey=None):
    shown = shown_journey(workshop, journey)
    source = Source(Snapshot(0, workshop, ()), LED, frozenset(), TODAY)
    return journey_view(source, shown, old)


def table_of(workshop, seat=ANA, room=ROOM):
    mine = Mine(seat, Own(seat.participant_id))
    return board(view_of(workshop).shared, workshop, room, mine)


RATED = [
    rate(t, v, who)
    for t, v, who in (
        ("queue", -4.0, "ana"),
        ("queue", -3.0, "ben"),
        ("pay", 3.5, "ana"),
        ("leave", 1.0, "ana"),
    )
]


def test_every_key_of_the_documented_table_is_there():
    table = table_of(workshop_after(*RATED))

    assert {key.split("/")[0] for key in table} == {
        "room",
        "me",
        "people",
        "journeys",
        "journey",
        "order",
        "stage",
        "touchpoint",
        "personas",
        "badges",
        "mine",
        "result",
        "computed",
        "pins",
        "undo",
        "words",
        "lead",
        "round",
        "revealed",
        "customers",
    }
    assert "round/me" in table
    assert list(table["result/pay"]) == RESULT_KEYS
    assert list(table["computed"]) == COMPUTED_KEYS


def test_the_table_is_plain_json():
    table = table_of(workshop_after(*RATED))

    assert json.loads(json.dumps(table, allow_nan=False)) == table


def test_the_parts_of_a_score_come_largest_first_and_sum_to_it():
    result = table_of(workshop_after(*RATED))["result/queue"]

    values = [value for _, value, _ in result["parts"]]
    assert values == sorted(values, reverse=True)
    assert sum(values) == pytest.approx(result["score"], abs=0.001)
    assert result["critical"]
    assert result["rank"] == 1
    assert result["word"] == "bad"


def test_the_headline_and_the_ranking_name_what_needs_work():
    computed = table_of(workshop_after(*RATED))["computed"]

    assert "queue" in computed["headline"]
    assert computed["ranking"][0] == "queue"
    assert computed["empty"] is None
    assert computed["subline"].endswith("2 of 2 rated")


def test_where_nothing_is_rated_nothing_is_computed():
    table = table_of(small_workshop())

    result = table["result/pay"]
    assert result["rated"] is False
    for key in ("valence", "word", "score", "rank", "sum", "because"):
        assert result[key] is None
    assert result["parts"] == []
    assert table["computed"]["empty"] == "Nothing is rated yet."


def test_mine_is_the_seat_s_own_rating_as_the_persona():
    table = table_of(workshop_after(rate("pay", -2.5)))

    assert table["mine/pay"]["valence"] == -2.5
    assert set(table["mine/queue"].values()) == {None}


def test_a_workshop_without_a_journey_has_a_table_too():
    no_journey = small_workshop().model_copy(
        update={"journeys": {}, "stages": {}, "touchpoints": {}, "processes": {}}
    )

    table = table_of(no_journey)

    assert table["journey"] is None
    assert table["order"] == []
    assert "computed" not in table


def test_pins_are_numbered_in_their_order():
    pins = {
        name: Pin(id=name, journey_id="visit", text=name, position=place)
        for name, place in (("late", "c"), ("early", "H"))
    }
    table = table_of(small_workshop().model_copy(update={"pins": pins}))

    assert [(pin["id"], pin["number"]) for pin in table["pins"]] == [
        ("early", 1),
        ("late", 2),
    ]


def test_an_observer_and_a_read_only_room_cannot_be_edited():
    observer = Seat("r", "ana", Right.OBSERVER)
    broken = RoomFacts("r", "Shop", "No space left.")

    assert not table_of(small_workshop(), observer)["me"]["can_edit"]
    assert not table_of(small_workshop(), room=broken)["me"]["can_edit"]


def test_who_has_not_sat_down_sees_nothing_of_the_workshop():
    at_the_door = table_of(workshop_after(*RATED), Seat("r", "", Right.PARTICIPANT))

    assert set(at_the_door) == {
        *("room", "me", "people", "words", "lead", "undo", "round/me"),
    }
    assert at_the_door["me"]["standing"]
    assert not at_the_door["me"]["can_edit"]


def test_who_looks_on_sees_everything_without_sitting_down():
    seen = table_of(workshop_after(*RATED), Seat("r", "", Right.OBSERVER))

    assert seen["result/queue"] == table_of(workshop_after(*RATED))["result/queue"]


def test_a_change_turns_the_old_table_into_the_new_one():
    before = table_of(workshop_after(*RATED))
    after = table_of(workshop_after(*RATED, remove("pay"), rename("queue", "Line")))

    changed = change(before, after)

    patched = {**before, **changed}
    gone = before.keys() - after.keys()
    assert {key: patched[key] for key in patched if key not in gone} == after
    assert changed["touchpoint/pay"] is None
    assert "touchpoint/leave" not in changed
    assert change(after, after) == {}


def test_records_that_did_not_change_are_not_read_again():
    old = view_of(small_workshop())
    renamed = apply(old.workshop, rename("pay", "Till"))

    new = view_of(renamed, old)

    assert new.shared.table["touchpoint/queue"] is old.shared.table["touchpoint/queue"]
    assert new.shared.table["touchpoint/pay"]["name"] == "Till"


def test_a_preview_equals_what_the_command_would_make():
    view = view_of(workshop_after(*RATED))

    keys = view.with_cells([Cell("pay", "ana", "valence", -5.0)])

    real = view_of(workshop_after(*RATED, rate("pay", -5.0))).shared.table
    badges = {"badges": real["badges"]}  # what a card wears waits for the command
    assert {**view.shared.table, **keys, **badges} == real


def test_every_number_of_the_words_is_the_core_s():
    words = table_of(small_workshop())["words"]

    starts = [start for start, _, _ in words["valence"]]
    assert starts == sorted(starts)
    assert [word for _, word, _ in words["valence"]] == [
        "awful",
        "bad",
        "rather bad",
        "so-so",
        "rather good",
        "good",
        "great",
    ]


def test_a_persona_without_a_name_is_called_alike_by_browsers_and_rounds():
    words = table_of(small_workshop())["words"]

    new = Persona(id="her", name=words["new_persona"])

    assert NAME in asked_about(new).parts


def test_a_card_wears_what_is_missing_until_it_is_there():
    owner = WriteText(of="touchpoint", id="queue", field="owner", text="Till", seen="")

    before = table_of(workshop_after(*RATED))["badges"]
    after = table_of(workshop_after(*RATED, owner))["badges"]

    assert ["nobody_owns", "nobody owns it"] in before["queue"]
    assert ["nobody_owns", "nobody owns it"] not in after["queue"]
    assert ["nobody_owns", "nobody owns it"] in after["pay"]


def test_a_journey_that_is_only_wanted_wears_nothing():
    planned = SetValue(of="journey", id="visit", field="journey_kind", value="planned")

    assert table_of(workshop_after(*RATED, planned))["badges"] == {}


def test_a_shared_board_needs_no_analysis():
    shared = shared_board(small_workshop(), "visit", None)

    assert "computed" not in shared.table
