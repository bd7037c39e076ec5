"""Making rooms, finding them again, and sitting down."""

import contextlib
from concurrent.futures import ThreadPoolExecutor

import pytest

from cxcore.commands import LAMPORT_MAX
from cxcore.edit import place_of
from cxcore.model import NAME_MAX, Participant, Workshop
from cxlive.errors import (
    DamagedRoomError,
    NoSeatError,
    NoSuchRoomError,
    NotAllowedError,
    RoomFullError,
)
from cxlive.limits import PARTICIPANTS, RECENT_ROOMS
from cxlive.seating.device import new_device
from cxlive.seating.lobby import YOU, Lobby
from cxlive.seating.seats import Right
from cxlive.store import MemoryStore
from tests.core.builders import entry, small_workshop
from tests.live.build import PATIENCE, add, house, mint, rename


def test_who_makes_a_room_leads_it_and_sits_as_the_first_participant(home):
    assert home.ana.right is Right.FACILITATOR
    assert home.ana.participant_id == "ana"
    assert home.room.snapshot.revision == 0


def test_in_a_workshop_without_people_a_participant_called_you_is_added(home):
    room_id = home.lobby.make(home.device, Workshop(id="empty"))

    seat = home.lobby.seat(room_id, home.device)

    snapshot = home.lobby.room(room_id).snapshot
    assert snapshot.workshop.participants[seat.participant_id].name == YOU
    assert snapshot.revision == 1


def test_the_same_file_opened_twice_makes_two_rooms(home):
    other = home.lobby.make(home.device, small_workshop())
    home.do(home.ana, rename("pay", "Pay by card"))

    assert other != home.room_id
    assert home.lobby.room(other).snapshot.revision == 0


def test_a_room_is_opened_once_for_all(home):
    assert home.lobby.room(home.room_id) is home.lobby.room(home.room_id)


def test_a_room_that_is_not_there_is_named_as_such(home):
    with pytest.raises(NoSuchRoomError):
        home.lobby.room("nowhere")


def test_a_device_that_was_never_here_has_no_seat(home):
    assert home.lobby.seat(home.room_id, new_device()) is None
    assert home.lobby.recent(new_device()) == []


def test_the_facilitator_can_sit_as_anybody(home):
    seat = home.lobby.sit(home.room_id, home.device, "ben")

    assert (seat.participant_id, seat.right) == ("ben", Right.FACILITATOR)
    assert home.ana == seat


def test_a_participant_cannot_sit_as_somebody_else(home):
    device = home.device_for("ben")

    with pytest.raises(NotAllowedError):
        home.lobby.sit(home.room_id, device, "ana")
    assert home.lobby.sit(home.room_id, device, "ben").participant_id == "ben"


def test_who_was_let_in_can_only_sit_as_somebody_new_and_never_leads(home):
    newcomer = home.device_for("")

    with pytest.raises(NotAllowedError):
        home.lobby.sit(home.room_id, newcomer, "ana")
    seat = home.lobby.sit(home.room_id, newcomer, None, "Cleo")

    assert seat.right is Right.PARTICIPANT
    people = home.room.snapshot.workshop.participants
    assert people[seat.participant_id].name == "Cleo"


def test_a_stranger_sits_nowhere(home):
    for who in (None, "ana"):
        with pytest.raises(NoSeatError):
            home.lobby.sit(home.room_id, new_device(), who, "Mallory")

    assert len(home.room.snapshot.workshop.participants) == 2


def test_nobody_sits_as_somebody_who_is_not_there(home):
    with pytest.raises(NotAllowedError):
        home.lobby.sit(home.room_id, home.device, "nobody")


def test_a_room_takes_so_many_people_and_no_more():
    people = {
        f"p{n}": Participant(id=f"p{n}", name=f"P{n}") for n in range(PARTICIPANTS)
    }
    full = house(workshop=Workshop(id="full", participants=people))

    with pytest.raises(RoomFullError):
        full.lobby.sit(full.room_id, full.device_for(""), None, "One more")
    full.lobby.close()


def test_recent_lists_a_device_s_rooms_last_changed_first(home):
    other = home.lobby.make(home.device, small_workshop(), name="Other")
    home.do(home.ana, add("New"))

    recent = home.lobby.recent(home.device)

    assert [(each.room_id, each.name) for each in recent] == [
        (home.room_id, "Shop"),
        (other, "Other"),
    ]
    assert (recent[0].journeys, recent[0].people) == (1, 2)


def test_looking_at_recent_rooms_does_not_open_them(home):
    after = home.reopened()

    after.lobby.recent(after.device)

    assert after.lobby.open_rooms == 0


def test_a_room_used_every_day_stays_recent_however_many_are_opened_later(home):
    for _ in range(RECENT_ROOMS):
        home.lobby.make(home.device, small_workshop())
    home.do(home.ana, add("New"))

    recent = home.lobby.recent(home.device)

    assert recent[0].room_id == home.room_id
    assert len(recent) == RECENT_ROOMS


def test_a_damaged_room_is_listed_as_such_and_hides_no_other(home):
    other = home.lobby.make(home.device, small_workshop(), name="Other")
    home.lobby.close_room(other)
    with home.store._writer.begin() as connection:  # noqa: SLF001
        connection.exec_driver_sql(
            "UPDATE rooms SET opening = '{broken' WHERE name = 'Other'"
        )

    recent = {each.name: each.can_open for each in home.lobby.recent(home.device)}

    assert recent == {"Shop": True, "Other": False}
    with pytest.raises(DamagedRoomError):
        home.lobby.room(other)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" Ana\n Lucía ", "Ana Lucía"),
        ("A\u202ena\x00\x1b", "Ana"),
        ("\u200b\u200d \u2060", YOU),
        ("\t", YOU),
        ("\ud800", YOU),
        ("👩‍🚀", "👩‍🚀"),
        ("x" * 500, "x" * NAME_MAX),
    ],
)
def test_a_name_becomes_one_line_without_hidden_signs(home, typed, kept):
    seat = home.lobby.sit(home.room_id, home.device_for(""), None, typed)

    people = home.room.snapshot.workshop.participants
    assert people[seat.participant_id].name == kept
    assert home.reopened().lobby.recent(home.device)[0].can_open


def test_a_newcomer_comes_behind_all_others(home):
    seats = [
        home.lobby.sit(home.room_id, home.device_for(""), None, name) for name in "CDE"
    ]

    people = sorted(home.room.snapshot.workshop.participants.values(), key=place_of)
    assert [each.id for each in people[-3:]] == [seat.participant_id for seat in seats]


def test_people_who_come_at_once_do_not_overfill_a_room():
    people = {
        f"p{n}": Participant(id=f"p{n}", name=f"P{n}") for n in range(PARTICIPANTS - 1)
    }
    nearly = house(workshop=Workshop(id="nearly", participants=people))

    def come(_):
        with contextlib.suppress(RoomFullError):
            nearly.lobby.sit(nearly.room_id, nearly.device_for(""), None, "New")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(come, range(8)))

    assert len(nearly.room.snapshot.workshop.participants) == PARTICIPANTS
    nearly.lobby.close()


def test_a_history_that_has_counted_to_the_end_is_left_out_and_the_room_works(home):
    workshop = small_workshop()
    last = entry(1, rename("pay", "Till")).model_copy(update={"lamport": LAMPORT_MAX})

    room_id = home.lobby.make(home.device, workshop, base=workshop, history=[last])

    room = home.lobby.room(room_id)
    seat = home.lobby.seat(room_id, home.device)
    assert room.snapshot.history == ()
    assert room.start == workshop
    assert room.submit(seat, add("New"), mint()).result(PATIENCE).rev == 1


def test_the_store_never_sees_the_token_of_a_device():
    store = MemoryStore()
    lobby, device = Lobby(store), new_device()

    lobby.make(device, small_workshop())

    assert device not in repr(vars(store))
    lobby.close()
