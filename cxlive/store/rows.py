"""Records as rows of a table, and back; times as ISO text, commands as JSON.

A row with a part of a document says of which version it is; what an older one
holds is read as the newest would have written it.
"""

from datetime import date, datetime
from typing import Any, cast

from cxcore.commands import COMMAND, Entry
from cxcore.document import VERSION
from cxlive.seating.device import DeviceHash
from cxlive.seating.seats import LinkKind, Right
from cxlive.store.contract import (
    AnswerRecord,
    ChangedRoom,
    CustomerLinkRecord,
    FacilitationRecord,
    LinkRecord,
    RoomRecord,
    SeatRecord,
    SnapshotRecord,
    Stored,
)
from cxlive.store.versions import newest_command, newest_opening

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
        "version": VERSION,
        "opening": room.opening,
    }


def read_room(row: Row) -> RoomRecord:
    """Read the row of a room."""
    return RoomRecord(
        id=row["id"],
        site=row["site"],
        created_at=datetime.fromisoformat(row["created_at"]),
        name=row["name"],
        opening=newest_opening(row["opening"], row["version"]),
    )


def read_changed(row: Row) -> ChangedRoom:
    """Read when a room was changed last."""
    changed_at = datetime.fromisoformat(row["changed_at"])
    return ChangedRoom(row["id"], row["name"], row["revision"], changed_at)


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
        "version": VERSION,
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
        command=COMMAND.validate_json(newest_command(row["body"], row["version"])),
    )
    return Stored(row["room"], row["revision"], entry)


def facilitation_row(facilitation: FacilitationRecord) -> Row:
    """Return the row of how a room is led."""
    return {"room": facilitation.room_id, "body": facilitation.body}


def read_facilitation(row: Row) -> FacilitationRecord:
    """Read the row of how a room is led."""
    return FacilitationRecord(row["room"], row["body"])


def answer_row(answer: AnswerRecord) -> Row:
    """Return the row of an answer in a round."""
    return {
        "room": answer.room_id,
        "round": answer.round_id,
        "participant": answer.participant_id,
        "subject": answer.subject_id,
        "part": answer.part,
        "value": answer.value,
    }


def read_answer(row: Row) -> AnswerRecord:
    """Read the row of an answer in a round."""
    return AnswerRecord(
        room_id=row["room"],
        round_id=row["round"],
        participant_id=row["participant"],
        subject_id=row["subject"],
        part=row["part"],
        value=row["value"],
    )


def snapshot_row(snapshot: SnapshotRecord) -> Row:
    """Return the row of a snapshot."""
    return {
        "room": snapshot.room_id,
        "revision": snapshot.revision,
        "version": VERSION,
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


def link_row(link: LinkRecord) -> Row:
    """Return the row of a link."""
    return {
        "hash": link.hash,
        "room": link.room_id,
        "right": link.right.value,
        "kind": link.kind.value,
        "made_at": link.made_at.isoformat(),
        "withdrawn": link.is_withdrawn,
    }


def read_link(row: Row) -> LinkRecord:
    """Read the row of a link."""
    return LinkRecord(
        hash=row["hash"],
        room_id=row["room"],
        right=Right(row["right"]),
        kind=LinkKind(row["kind"]),
        made_at=datetime.fromisoformat(row["made_at"]),
        is_withdrawn=row["withdrawn"],
    )


def customer_link_row(link: CustomerLinkRecord) -> Row:
    """Return the row of a customer link."""
    return {
        "hash": link.hash,
        "id": link.id,
        "room": link.room_id,
        "journey": link.journey_id,
        "scenario": link.scenario,
        "until": link.until.isoformat(),
        "made_at": link.made_at.isoformat(),
        "withdrawn": link.is_withdrawn,
    }


def read_customer_link(row: Row) -> CustomerLinkRecord:
    """Read the row of a customer link."""
    return CustomerLinkRecord(
        hash=row["hash"],
        id=row["id"],
        room_id=row["room"],
        journey_id=row["journey"],
        scenario=row["scenario"],
        until=date.fromisoformat(row["until"]),
        made_at=datetime.fromisoformat(row["made_at"]),
        is_withdrawn=row["withdrawn"],
    )
