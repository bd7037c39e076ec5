"""Rounds over restarts and broken disks: what was acknowledged is there."""

import pytest

from cxcore.rounds import RoundForm
from cxlive.errors import DamagedRoomError, NotSavedError
from cxlive.ids import new_id
from cxlive.room.room import Room
from cxlive.rounds.facilitation import Phase
from cxlive.store.contract import FacilitationRecord
from tests.live.build import PATIENCE, rename
from tests.live.line import wait_for
from tests.rounds.build import overall, say


def test_a_restart_in_the_middle_keeps_the_round_and_its_answers(here):
    here.room.leading.change(here.seat("ana"), locked=True, names=True).result()
    here.room.leading.start_timer(here.seat("ana"), 600).result()
    here.open()
    here.do("ben", say(-4.2))
    here.do("ben", overall(3.0))
    here.say("ben", "done", value=True)
    here.say("ben", "bet", touchpoint="pay")
    here.say("ben", "note", "Long", "pay")
    before, led = here.table("ben"), here.room.led

    again = here.reopened()

    assert again.table("ben") == before
    assert again.room.led.facilitation == led.facilitation
    assert again.open_round == led.facilitation.round
    again.do("cleo", say(1.0))
    again.reveal()
    assert again.valences() == {"ben": -4.2, "cleo": 1.0}
    again.home.lobby.close()


def test_a_restart_after_the_reveal_finds_it_shown(here):
    here.open()
    here.everybody_says(ben=-4.0, cleo=-4.0, dan=-4.0)
    here.say("ben", "bet", touchpoint="pay")
    here.reveal()
    before = here.table("cleo")

    again = here.reopened()

    assert again.open_round is None
    assert again.table("cleo") == before
    again.home.lobby.close()


def test_a_restart_knows_that_a_round_was_stopped(here):
    here.open()
    here.do("ben", say(-4.0))
    here.stop()

    again = here.reopened()

    assert again.open_round is None
    assert again.room.led.facilitation.phase is Phase.DRAW
    again.home.lobby.close()


def test_an_answer_that_was_not_saved_has_not_been_given(shaky):
    shaky.open()
    shaky.do("ben", say(-4.0))
    shaky.home.store.is_broken = True

    with pytest.raises(NotSavedError):
        shaky.do("ben", say(2.0))
    with pytest.raises(NotSavedError):
        shaky.say("ben", "done", value=True)

    assert shaky.table("ben")["mine/pay"]["valence"] == -4.0
    assert not shaky.table("ben")["round/me"]["done"]
    shaky.home.store.is_broken = False
    wait_for(lambda: shaky.room.read_only is None)
    shaky.do("ben", say(2.0))
    assert shaky.table("ben")["mine/pay"]["valence"] == 2.0


def test_a_reveal_that_was_not_saved_has_shown_nothing(shaky):
    shaky.open(anonymous=True)
    shaky.everybody_says(ben=-4.0, cleo=-2.0, dan=1.0)
    led, snapshot = shaky.room.led, shaky.room.snapshot
    shaky.home.store.is_broken = True

    with pytest.raises(NotSavedError):
        shaky.reveal()

    assert shaky.room.snapshot is snapshot
    assert shaky.room.led is led
    shaky.home.store.is_broken = False
    wait_for(lambda: shaky.room.read_only is None)
    assert shaky.open_round == led.facilitation.round
    shaky.reveal()
    assert len(shaky.voices()) == 3
    assert shaky.table("ben")["mine/pay"]["valence"] == -4.0


def test_a_reveal_that_was_saved_although_the_disk_said_no_is_shown_whole(shaky):
    shaky.open(anonymous=True)
    shaky.everybody_says(ben=-4.0, cleo=-2.0, dan=1.0)
    shaky.home.store.breaks_after_commit = True

    with pytest.raises(NotSavedError):
        shaky.reveal()

    shaky.home.store.breaks_after_commit = False
    shaky.home.store.is_broken = False
    wait_for(lambda: shaky.room.read_only is None)
    assert shaky.open_round is None
    assert len(shaky.voices()) == 3
    assert shaky.table("ben")["mine/pay"]["valence"] == -4.0


def test_while_nothing_can_be_saved_nothing_is_led(shaky):
    shaky.home.store.is_broken = True
    with pytest.raises(NotSavedError):
        shaky.do("ben", say(2.0))

    leading, ana = shaky.room.leading, shaky.seat("ana")
    for act in (
        shaky.open,
        lambda: leading.change(ana, locked=True),
        lambda: leading.start_timer(ana, 60),
        lambda: leading.stop_round(ana),
        lambda: leading.reveal(ana, frozenset()),
        lambda: shaky.say("ben", "done", value=True),
    ):
        with pytest.raises(NotSavedError):
            act()


def test_nobody_sees_a_round_that_is_not_saved_yet(shaky):
    shaky.home.store.go.clear()
    leading = shaky.room.leading
    opened = leading.open_round(
        shaky.seat("ana"), "visit", RoundForm.LIGHT, anonymous=False
    )

    assert shaky.table("ben")["round"] is None
    # What comes next meets the round all the same: it belongs to it already.
    said = shaky.room.submit(shaky.seat("ben"), say(-4.0), new_id())
    shaky.home.store.go.set()
    opened.result(PATIENCE)
    said.result(PATIENCE)

    assert shaky.table("ben")["round"] is not None
    assert shaky.valences() == {}


def test_answers_and_changes_of_the_workshop_are_saved_in_one_order(shaky):
    shaky.open()
    shaky.home.store.go.clear()
    futures = []
    for number in range(20):
        value = number / 10
        futures.append(shaky.room.submit(shaky.seat("ben"), say(value), new_id()))
        command = rename("pay", f"Pay {number}", seen=f"Pay {number - 1}")
        if number == 0:
            command = rename("pay", "Pay 0")
        futures.append(shaky.room.submit(shaky.seat("cleo"), command, new_id()))
    shaky.home.store.go.set()
    for future in futures:
        future.result(PATIENCE)

    again = shaky.reopened()

    assert again.table("ben")["mine/pay"]["valence"] == 1.9
    assert again.workshop.touchpoints["pay"].name == "Pay 19"
    again.home.lobby.close()


def test_how_a_room_is_led_that_nobody_can_read_is_damage_not_a_crash(shaky):
    room_id, store = shaky.home.room_id, shaky.home.store
    store.append([FacilitationRecord(room_id, b'{"phase": "unheard of"}')])

    with pytest.raises(DamagedRoomError):
        Room.load(room_id, store, shaky.room._writer)  # noqa: SLF001
