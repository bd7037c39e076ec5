"""A store that forgets everything at the end; for tests, held to the same rules."""

import threading
from collections.abc import Sequence

from cxlive.seating.device import DeviceHash
from cxlive.store.contract import (
    ChangedRoom,
    RoomRecord,
    SeatRecord,
    SnapshotRecord,
    Stored,
)


class TakenError(ValueError):
    """A place or id is there already."""


class MemoryStore:
    """Keeps everything in dictionaries behind one lock."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rooms: dict[str, RoomRecord] = {}
        self._entries: dict[str, list[Stored]] = {}
        self._snapshots: dict[str, SnapshotRecord] = {}
        self._seats: dict[tuple[str, DeviceHash], SeatRecord] = {}

    def add_room(self, room: RoomRecord, seat: SeatRecord) -> None:
        """Keep a new room and its first seat."""
        with self._lock:
            if room.id in self._rooms:
                raise TakenError(room.id)
            self._rooms[room.id] = room
            self._entries[room.id] = []
            self._seats[room.id, seat.device] = seat

    def room(self, room_id: str) -> RoomRecord | None:
        """Return a room; None where there is none."""
        with self._lock:
            return self._rooms.get(room_id)

    def append(self, batch: Sequence[Stored]) -> None:
        """Keep entries, all or none."""
        with self._lock:
            places = {(e.room_id, e.revision) for e in batch}
            names = {(e.room_id, e.entry.id) for e in batch}
            rooms = {stored.room_id for stored in batch}
            there = [stored for room in rooms for stored in self._entries[room]]
            taken = any(
                (e.room_id, e.revision) in places or (e.room_id, e.entry.id) in names
                for e in there
            )
            if taken or len(places) < len(batch) or len(names) < len(batch):
                raise TakenError
            for stored in batch:
                self._entries[stored.room_id].append(stored)

    def entries(self, room_id: str, after: int = 0) -> list[Stored]:
        """Return the entries of a room behind a revision, in order."""
        with self._lock:
            found = [e for e in self._entries.get(room_id, []) if e.revision > after]
        return sorted(found, key=lambda stored: stored.revision)

    def add_snapshot(self, snapshot: SnapshotRecord) -> None:
        """Keep a snapshot if it is the newest."""
        with self._lock:
            old = self._snapshots.get(snapshot.room_id)
            if old is None or old.revision < snapshot.revision:
                self._snapshots[snapshot.room_id] = snapshot

    def snapshot(self, room_id: str) -> SnapshotRecord | None:
        """Return the newest snapshot of a room."""
        with self._lock:
            return self._snapshots.get(room_id)

    def put_seat(self, seat: SeatRecord) -> None:
        """Keep or replace the seat of a device in a room."""
        with self._lock:
            self._seats[seat.room_id, seat.device] = seat

    def seat(self, room_id: str, device: DeviceHash) -> SeatRecord | None:
        """Return the seat of a device in a room."""
        with self._lock:
            return self._seats.get((room_id, device))

    def changed_last(self, device: DeviceHash, most: int) -> list[ChangedRoom]:
        """Return rooms in which a device has a seat, the one changed last first."""
        with self._lock:
            rooms = [self._rooms[room] for room, each in self._seats if each == device]
        found = [self._changed(room) for room in rooms]
        return sorted(found, key=lambda room: room.changed_at, reverse=True)[:most]

    def _changed(self, room: RoomRecord) -> ChangedRoom:
        entries = self.entries(room.id)
        revision = entries[-1].revision if entries else 0
        at = entries[-1].entry.at if entries else None
        return ChangedRoom(room.id, room.name, revision, at or room.created_at)

    def probe(self) -> None:
        """Memory always takes more."""

    def close(self) -> None:
        """Nothing to let go of."""
