"""Rooms leave memory when nobody uses them, and there are never two of one."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from cxlive import limits
from cxlive.errors import NoSuchRoomError, RoomPutAwayError, TooManyRoomsError
from cxlive.room.writer import Writer
from cxlive.seating.open_rooms import OpenRooms
from tests.core.builders import small_workshop
from tests.live.build import PATIENCE, FailingStore, add, house, mint, rate, rename


@pytest.fixture
def writer(home):
    made = Writer(home.store, probe_seconds=0.02)
    yield made
    made.close()


@pytest.fixture
def rooms(home, writer, clock):
    """The rooms of the test's store, three in memory at most."""
    return OpenRooms(home.store, writer, most=3, clock=clock)


@pytest.fixture
def ids(home):
    return [home.lobby.make(home.device, small_workshop()) for _ in range(5)]


def test_a_room_that_nobody_uses_leaves_memory_and_comes_back_as_it_was(
    home, rooms, clock
):
    room = rooms.get(home.room_id)
    room.submit(home.ana, rename("pay", "Till"), mint()).result(PATIENCE)
    clock.now += limits.IDLE_ROOM_SECONDS

    assert rooms.close_idle() == 1

    assert len(rooms) == 0
    assert home.store.snapshot(home.room_id).revision == 1
    again = rooms.get(home.room_id)
    assert again is not room
    assert again.snapshot.workshop == room.snapshot.workshop


def test_a_room_that_was_used_of_late_stays(home, rooms, clock):
    rooms.get(home.room_id)
    clock.now += limits.IDLE_ROOM_SECONDS - 1
    rooms.get(home.room_id)
    clock.now += limits.IDLE_ROOM_SECONDS - 1

    assert rooms.close_idle() == 0


def test_a_room_that_somebody_watches_stays_and_keeps_a_while_after_that(
    home, rooms, clock
):
    room = rooms.get(home.room_id)
    stop = room.subscribe(lambda _: None)
    clock.now += limits.IDLE_ROOM_SECONDS
    assert rooms.close_idle() == 0

    stop()
    clock.now += limits.IDLE_ROOM_SECONDS - 1
    assert rooms.close_idle() == 0
    clock.now += 1
    assert rooms.close_idle() == 1


def test_a_room_that_is_said_to_be_in_use_stays(home, rooms, clock):
    rooms.get(home.room_id)
    clock.now += limits.IDLE_ROOM_SECONDS

    assert rooms.close_idle({home.room_id}) == 0


def test_a_room_that_was_put_away_takes_nothing_any_more(home, rooms):
    room = rooms.get(home.room_id)
    room.submit(home.ana, rename("pay", "Pay by card"), mint()).result(PATIENCE)
    rooms.close(home.room_id)

    with pytest.raises(RoomPutAwayError):
        room.submit(home.ana, rename("pay", "Till"), mint())
    with pytest.raises(RoomPutAwayError):
        room.undo(home.ana, mint())
    with pytest.raises(RoomPutAwayError):
        room.subscribe(lambda _: None)
    assert len(home.store.entries(home.room_id)) == 1
    again = rooms.get(home.room_id).undo(home.ana, mint())
    assert again.result(PATIENCE).rev == 2


def test_where_there_is_no_place_who_was_used_longest_ago_leaves(rooms, ids):
    for room_id in ids[:3]:
        rooms.get(room_id)
    rooms.get(ids[0])

    rooms.get(ids[3])

    assert len(rooms) == 3
    assert rooms.find(ids[1]) is None
    assert rooms.find(ids[0]) is not None


def test_rooms_with_tabs_keep_their_place_and_others_leave_first(rooms, ids):
    rooms.get(ids[0]).subscribe(lambda _: None)
    for room_id in ids[1:]:
        rooms.get(room_id)

    assert rooms.find(ids[0]) is not None


def test_where_all_places_are_in_use_one_more_is_refused_with_a_sentence(rooms, ids):
    for room_id in ids[:3]:
        rooms.get(room_id).subscribe(lambda _: None)

    with pytest.raises(TooManyRoomsError, match="3 workshops are in use"):
        rooms.get(ids[3])
    assert len(rooms) == 3


def test_a_room_that_is_not_there_takes_no_place(rooms):
    for n in range(10):
        with pytest.raises(NoSuchRoomError):
            rooms.get(f"nowhere{n}")

    assert len(rooms) == 0


def test_a_room_that_cannot_save_is_never_put_away(clock):
    shaky = house(FailingStore())
    writer = Writer(shaky.store, probe_seconds=0.02)
    rooms = OpenRooms(shaky.store, writer, clock=clock)
    room = rooms.get(shaky.room_id)
    shaky.store.is_broken = True
    failed = room.submit(shaky.ana, rename("pay", "Till"), mint())
    assert failed.exception(PATIENCE) is not None
    clock.now += limits.IDLE_ROOM_SECONDS

    assert rooms.close_idle() == 0

    shaky.store.is_broken = False
    assert rooms.get(shaky.room_id) is room
    writer.close()
    shaky.lobby.close()


def test_what_was_accepted_is_saved_before_a_room_is_put_away(clock):
    held = house(FailingStore())
    writer = Writer(held.store, probe_seconds=0.02)
    rooms = OpenRooms(held.store, writer, clock=clock)
    room = rooms.get(held.room_id)
    held.store.go.clear()
    futures = [room.submit(held.ana, add(f"n{n}"), mint()) for n in range(5)]

    with ThreadPoolExecutor(1) as pool:
        closing = pool.submit(rooms.close, held.room_id)
        held.store.go.set()
        closing.result(PATIENCE)

    assert [future.result(0).rev for future in futures] == [1, 2, 3, 4, 5]
    assert rooms.get(held.room_id).snapshot.revision == 5
    writer.close()
    held.lobby.close()


def test_people_who_write_while_rooms_come_and_go_lose_nothing(home, rooms):
    """Whatever was acknowledged is in the store once; nothing else is."""
    acknowledged, refused = [], []
    stop = threading.Event()

    def write(n):
        for k in range(60):
            entry_id = f"w{n}-{k}"
            while True:
                room = rooms.get(home.room_id)
                try:
                    future = room.submit(home.ana, rate("pay", k % 5), entry_id)
                    acknowledged.append(future.result(PATIENCE).entry.id)
                    break
                except RoomPutAwayError:
                    refused.append(entry_id)

    def put_away():
        while not stop.is_set():
            rooms.close(home.room_id)

    closer = threading.Thread(target=put_away)
    closer.start()
    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(write, n) for n in range(4)]:
            done.result()
    stop.set()
    closer.join()

    stored = home.store.entries(home.room_id)
    assert sorted(entry.entry.id for entry in stored) == sorted(acknowledged)
    assert [entry.revision for entry in stored] == list(range(1, 241))
    assert rooms.get(home.room_id).snapshot.revision == 240


def test_who_comes_while_a_room_is_put_away_gets_the_one_that_works(home, rooms):
    def come(_):
        room = rooms.get(home.room_id)
        if not room.is_away:
            return room
        return rooms.get(home.room_id)

    for _ in range(30):
        with ThreadPoolExecutor(5) as pool:
            closing = pool.submit(rooms.close, home.room_id)
            list(pool.map(come, range(4)))
            closing.result()
        alive = rooms.get(home.room_id)
        assert alive is rooms.get(home.room_id)
        assert not alive.is_away


def test_the_lobby_puts_idle_rooms_away(home):
    assert home.lobby.open_rooms == 0
    home.lobby.room(home.room_id)

    assert home.lobby.close_idle() == 0
    assert home.lobby.open_rooms == 1
