"""What a store promises; the numbered rules stand in tests/live/test_store.py."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from cxcore.commands import Entry
from cxlive.seating.device import DeviceHash
from cxlive.seating.seats import Right


@dataclass(frozen=True)
class RoomRecord:
    """A room as it was made; ``opening`` is its document at revision 0, as JSON."""

    id: str
    site: str
    created_at: datetime
    name: str
    opening: bytes


@dataclass(frozen=True)
class Stored:
    """An entry at its place in the order of its room."""

    room_id: str
    revision: int
    entry: Entry


@dataclass(frozen=True)
class SnapshotRecord:
    """The workshop of a room at a revision, as JSON."""

    room_id: str
    revision: int
    body: bytes


@dataclass(frozen=True)
class SeatRecord:
    """A seat as one device holds it, and when it last did."""

    room_id: str
    device: DeviceHash
    participant_id: str
    right: Right
    seen_at: datetime


@dataclass(frozen=True)
class ChangedRoom:
    """A room, its newest revision, and when it was changed last, or else made."""

    room_id: str
    name: str
    revision: int
    changed_at: datetime


class Store(Protocol):
    """Rooms, their entries and seats; every call is safe from any thread.

    What a call has written is durable when it returns. A write that fails raises
    ``OSError`` or an error of the database, and has changed nothing. What an older
    version of the app has written is handed out as the newest would have.
    """

    def add_room(self, room: RoomRecord, seat: SeatRecord) -> None:
        """Keep a new room and the seat of the device that made it, both or none."""
        ...

    def room(self, room_id: str) -> RoomRecord | None:
        """Return a room; None where there is none."""
        ...

    def append(self, batch: Sequence[Stored]) -> None:
        """Keep entries, all or none; a place or id that is taken is an error."""
        ...

    def entries(self, room_id: str, after: int = 0) -> list[Stored]:
        """Return the entries of a room behind a revision, in order."""
        ...

    def add_snapshot(self, snapshot: SnapshotRecord) -> None:
        """Keep a snapshot; one that is there already is left alone."""
        ...

    def snapshot(self, room_id: str) -> SnapshotRecord | None:
        """Return the newest snapshot of a room; None where there is none."""
        ...

    def put_seat(self, seat: SeatRecord) -> None:
        """Keep or replace the seat of a device in a room."""
        ...

    def seat(self, room_id: str, device: DeviceHash) -> SeatRecord | None:
        """Return the seat of a device in a room; None where it has none."""
        ...

    def changed_last(self, device: DeviceHash, most: int) -> list[ChangedRoom]:
        """Return rooms in which a device has a seat, the one changed last first."""
        ...

    def probe(self) -> None:
        """Write something that nobody reads, to see whether writing works."""
        ...

    def close(self) -> None:
        """Let go of the store; it cannot be used afterwards."""
        ...
