"""The contract of a store, rule by rule, on each of them."""

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.exc import OperationalError

from cxcore.commands import Entry
from cxlive.errors import StoreTooNewError
from cxlive.seating.seats import LinkKind, Right
from cxlive.store import (
    ChangedRoom,
    LinkRecord,
    MemoryStore,
    RoomRecord,
    SeatRecord,
    SnapshotRecord,
    SqlStore,
    Stored,
)
from cxlive.store.tables import SCHEMA_VERSION
from tests.live.build import add, rate, rename

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(params=["memory", "sql"])
def store(request, tmp_path):
    made = MemoryStore() if request.param == "memory" else SqlStore(tmp_path / "db")
    made.add_room(room("r"), seat("r", "d"))
    yield made
    made.close()


def room(room_id):
    return RoomRecord(room_id, "site", NOON, "Shop", b'{"workshop": {"id": "w"}}')


def seat(room_id, device, who="ana", at=NOON):
    return SeatRecord(room_id, device, who, Right.FACILITATOR, at)


def link(hashed, room_id="r", right=Right.PARTICIPANT, kind=LinkKind.CODE):
    return LinkRecord(hashed, room_id, right, kind, NOON)


def stored(revision, room_id="r", entry_id=None, command=None, at=NOON):
    entry = Entry(
        id=entry_id or f"e{revision}",
        lamport=revision,
        site="site",
        actor="ana",
        at=at,
        command=command or rate("pay", -1.5),
    )
    return Stored(room_id, revision, entry)


def test_rule_1_a_room_is_read_as_it_was_made(store):
    assert store.room("r") == room("r")
    assert store.room("unknown") is None


def test_rule_2_a_room_whose_id_is_taken_is_refused_with_its_seat(store):
    with pytest.raises(Exception, match=r".*"):
        store.add_room(room("r"), seat("r", "other"))

    assert store.seat("r", "other") is None


def test_rule_3_entries_come_back_in_order_and_equal(store):
    batch = [
        stored(1, command=rename("pay", "Pay by card")),
        stored(2, command=add("New", after="")),
        stored(3, command=rate("pay", None)),
    ]

    store.append(batch)

    assert store.entries("r") == batch
    assert store.entries("r", after=2) == batch[2:]


def test_rule_4_a_batch_with_a_taken_place_leaves_nothing_behind(store):
    store.append([stored(1)])

    with pytest.raises(Exception, match=r".*"):
        store.append([stored(2), stored(1, entry_id="late")])

    assert store.entries("r") == [stored(1)]


def test_rule_5_an_id_is_taken_once_in_a_room(store):
    store.append([stored(1, entry_id="same")])

    with pytest.raises(Exception, match=r".*"):
        store.append([stored(2, entry_id="same")])

    assert len(store.entries("r")) == 1


def test_rule_6_two_rooms_can_hold_the_same_id(store):
    store.add_room(room("other"), seat("other", "d"))

    store.append([stored(1, entry_id="same"), stored(1, "other", entry_id="same")])

    assert len(store.entries("other")) == 1


def test_rule_7_a_room_that_is_not_there_takes_no_entries(store):
    with pytest.raises(Exception, match=r".*"):
        store.append([stored(1, "nowhere")])


def test_rule_8_a_device_s_rooms_come_last_changed_first_however_many_it_has(store):
    for n in range(5):
        store.add_room(room(f"r{n}"), seat(f"r{n}", "d", at=NOON + timedelta(days=n)))
    store.append([stored(1), stored(2, at=NOON + timedelta(hours=1))])

    found = store.changed_last("d", 2)

    assert found[0] == ChangedRoom("r", "Shop", 2, NOON + timedelta(hours=1))
    assert (found[1].revision, found[1].changed_at) == (0, NOON)
    assert len(found) == 2
    assert store.changed_last("nobody", 2) == []


def test_rule_9_only_the_newest_snapshot_counts(store):
    store.add_snapshot(SnapshotRecord("r", 2, b"two"))
    store.add_snapshot(SnapshotRecord("r", 1, b"one"))
    store.add_snapshot(SnapshotRecord("r", 2, b"again"))

    assert store.snapshot("r") == SnapshotRecord("r", 2, b"two")
    assert store.snapshot("unknown") is None


def test_rule_10_a_device_has_one_seat_in_a_room_the_newest(store):
    store.put_seat(seat("r", "d", "ben"))

    assert store.seat("r", "d") == seat("r", "d", "ben")


def test_rule_11_a_probe_leaves_no_trace(store):
    store.probe()
    store.probe()

    assert store.entries("r") == []


def test_rule_12_many_seats_are_put_at_once_and_listed(store):
    seats = [seat("r", "d", "ben"), seat("r", "e"), seat("r", "f", "")]
    store.add_room(room("other"), seat("other", "d"))

    store.put_seat(*seats)

    assert sorted(store.seats("r"), key=lambda each: each.device) == seats
    assert store.seats("other") == [seat("other", "d")]
    assert store.seats("nowhere") == []


def test_rule_13_taking_a_participant_out_ends_their_seats_in_this_room_only(store):
    store.add_room(room("other"), seat("other", "e"))
    store.put_seat(seat("r", "d", "ben"), seat("r", "e"), seat("r", "f"))
    later = NOON + timedelta(hours=1)

    store.take_out("r", "ana", NOON)
    store.put_seat(seat("r", "f"))
    store.take_out("r", "ana", later)

    assert [each.device for each in store.seats("r")] == ["d"]
    assert store.seat("r", "e") is None
    assert store.seat("other", "e") is not None
    taken_out = [store.taken_out_at("r", device) for device in "def"]
    assert taken_out == [None, NOON, later]
    assert store.taken_out_at("other", "e") is None
    assert [each.room_id for each in store.changed_last("e", 9)] == ["other"]


def test_rule_14_a_link_is_found_by_its_hash_as_it_was_made(store):
    store.put_link(link("h"))
    store.put_link(link("l", right=Right.FACILITATOR, kind=LinkKind.LINK))

    assert store.link("h") == link("h")
    assert store.link("l").right is Right.FACILITATOR
    assert store.link("unknown") is None


def test_rule_15_withdrawing_marks_links_of_one_room_right_and_kind(store):
    store.add_room(room("other"), seat("other", "d"))
    link_of_same_right = link("l", kind=LinkKind.LINK)
    kept = [link_of_same_right, link("o", "other"), link("f", right=Right.OBSERVER)]
    for each in [link("h1"), link("h2"), *kept]:
        store.put_link(each)

    store.withdraw_links("r", Right.PARTICIPANT, LinkKind.CODE)

    assert [store.link(name).is_withdrawn for name in ("h1", "h2")] == [True, True]
    assert [store.link(each.hash) for each in kept] == kept


def test_rule_16_a_link_into_a_room_that_is_not_there_is_refused(store):
    with pytest.raises(Exception, match=r".*"):
        store.put_link(link("h", "nowhere"))

    assert store.link("h") is None


def test_rule_17_all_rooms_come_last_changed_first(store):
    store.add_room(room("other"), seat("other", "d"))
    store.append([stored(1, at=NOON + timedelta(hours=1))])

    found = store.all_rooms()

    assert found[0] == ChangedRoom("r", "Shop", 1, NOON + timedelta(hours=1))
    assert [each.room_id for each in found] == ["r", "other"]


def test_a_probe_works_although_an_earlier_one_was_cut_short(tmp_path):
    store = SqlStore(tmp_path / "db")
    with store._writer.begin() as connection:  # noqa: SLF001
        connection.exec_driver_sql("INSERT INTO probes VALUES (1)")

    store.probe()

    store.close()


def test_what_was_written_is_there_when_the_database_is_opened_again(tmp_path):
    first = SqlStore(tmp_path / "db")
    first.add_room(room("r"), seat("r", "d"))
    first.append([stored(1)])
    first.close()

    second = SqlStore(tmp_path / "db")

    assert second.entries("r") == [stored(1)]
    second.close()


def test_a_database_of_a_newer_version_is_refused_and_left_untouched(tmp_path):
    SqlStore(tmp_path / "db").close()
    with sqlite3.connect(tmp_path / "db") as connection:
        connection.execute(f"UPDATE schema SET version = {SCHEMA_VERSION + 1}")
    connection.close()
    before = (tmp_path / "db").read_bytes()

    with pytest.raises(StoreTooNewError) as refused:
        SqlStore(tmp_path / "db")

    assert refused.value.found == SCHEMA_VERSION + 1
    assert refused.value.supported == SCHEMA_VERSION
    assert (tmp_path / "db").read_bytes() == before


def test_a_commit_is_on_disk_before_the_call_returns(tmp_path):
    store = SqlStore(tmp_path / "db")

    with store._writer.connect() as connection:  # noqa: SLF001
        pragma = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }

    full = 2
    assert pragma == {"journal_mode": "wal", "synchronous": full, "foreign_keys": 1}
    store.close()


def test_a_reader_cannot_write(tmp_path):
    store = SqlStore(tmp_path / "db")

    with store._reader.connect() as connection, pytest.raises(OperationalError):  # noqa: SLF001
        connection.exec_driver_sql("DELETE FROM rooms")

    store.close()
