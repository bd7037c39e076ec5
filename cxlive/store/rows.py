"""Records as rows of a table, and back; times as ISO text, commands as JSON."""

from datetime import datetime
from typing import Any, cast

from cxcore.commands import COMMAND, Entry
from cxlive.device import DeviceHash
from cxlive.seats import Right
from cxlive.store.contract import RoomRecord, SeatRecord, SnapshotRecord, Stored

Row = dict[str, Any]
AnyColumns = Any


def time(text: str | None) -> datetime | None:
    """Read a time as it stands in a table."""
    return None if text is None else datetime.fromisoformat(text)


def room_row(room: RoomRecord) -> Row:
    """Return the row of a room."""
    return {
        "id": room.id,
        "site": room.site,
        "created_at": room.created_at.isoformat(),
        "name": room.name,
        "opening": room.opening,
    }


def read_room(row: Row) -> RoomRecord:
    """Read the row of a room."""
    created_at = datetime.fromisoformat(row["created_at"])
    return RoomRecord(**{**row, "created_at": created_at})


def entry_row(stored: Stored) -> Row:
    """Return the row of an entry."""
    entry = stored.entry
    return {
        "room": stored.room_id,
        "revision": stored.revision,
        "id": entry.id,
        "lamport": entry.lamport,
        "site": entry.site,
        "actor": entry.actor,
        "at": None if entry.at is None else entry.at.isoformat(),
        "undoes": entry.undoes,
        "body": COMMAND.dump_json(entry.command),
    }


def read_entry(row: Row) -> Stored:
    """Read the row of an entry."""
    entry = Entry(
        id=row["id"],
        lamport=row["lamport"],
        site=row["site"],
        actor=row["actor"],
        at=time(row["at"]),
        undoes=row["undoes"],
        command=COMMAND.validate_json(row["body"]),
    )
    return Stored(row["room"], row["revision"], entry)


def snapshot_row(snapshot: SnapshotRecord) -> Row:
    """Return the row of a snapshot."""
    return {
        "room": snapshot.room_id,
        "revision": snapshot.revision,
        "body": snapshot.body,
    }


def read_snapshot(row: Row) -> SnapshotRecord:
    """Read the row of a snapshot."""
    return SnapshotRecord(row["room"], row["revision"], row["body"])


def seat_row(seat: SeatRecord) -> Row:
    """Return the row of a seat."""
    return {
        "room": seat.room_id,
        "device_hash": seat.device,
        "participant": seat.participant_id,
        "right": seat.right.value,
        "seen_at": seat.seen_at.isoformat(),
    }


def read_seat(row: Row) -> SeatRecord:
    """Read the row of a seat."""
    return SeatRecord(
        room_id=row["room"],
        device=DeviceHash(cast("str", row["device_hash"])),
        participant_id=row["participant"],
        right=Right(row["right"]),
        seen_at=datetime.fromisoformat(row["seen_at"]),
    )
