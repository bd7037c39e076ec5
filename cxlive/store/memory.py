"""A store that forgets everything at the end; for tests, held to the same rules."""

import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from cxlive.seating.device import DeviceHash
from cxlive.seating.seats import LinkKind, Right
from cxlive.store.contract import (
    AnswerRecord,
    ChangedRoom,
    CustomerLinkRecord,
    FacilitationRecord,
    LinkRecord,
    RoomRecord,
    Saved,
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
        self._facilitation: dict[str, FacilitationRecord] = {}
        self._answers: dict[tuple[str, ...], AnswerRecord] = {}
        self._seats: dict[tuple[str, DeviceHash], SeatRecord] = {}
        self._taken_out: dict[tuple[str, DeviceHash], datetime] = {}
        self._links: dict[str, LinkRecord] = {}
        self._customer_links: dict[str, CustomerLinkRecord] = {}

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

    def append(self, batch: Sequence[Saved]) -> None:
        """Keep everything or nothing."""
        with self._lock:
            self._add_entries([each for each in batch if isinstance(each, Stored)])
            for each in batch:
                if isinstance(each, FacilitationRecord):
                    self._facilitation[each.room_id] = each
                elif isinstance(each, AnswerRecord):
                    self._answers[_answer_key(each)] = each

    def facilitation(self, room_id: str) -> FacilitationRecord | None:
        """Return how a room is led."""
        with self._lock:
            return self._facilitation.get(room_id)

    def answers(self, room_id: str) -> list[AnswerRecord]:
        """Return what was said in the private rounds of a room."""
        with self._lock:
            return [a for a in self._answers.values() if a.room_id == room_id]

    def _add_entries(self, batch: Sequence[Stored]) -> None:
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

    def put_seat(self, *seats: SeatRecord) -> None:
        """Keep or replace the seats of devices in their rooms."""
        with self._lock:
            self._seats |= {(seat.room_id, seat.device): seat for seat in seats}

    def seats(self, room_id: str) -> list[SeatRecord]:
        """Return all seats of a room."""
        with self._lock:
            return [seat for seat in self._seats.values() if seat.room_id == room_id]

    def take_out(self, room_id: str, participant_id: str, at: datetime) -> None:
        """Delete the seats of a participant, and keep when."""
        with self._lock:
            for key, seat in list(self._seats.items()):
                if (seat.room_id, seat.participant_id) == (room_id, participant_id):
                    self._taken_out[key] = at
                    del self._seats[key]

    def taken_out_at(self, room_id: str, device: DeviceHash) -> datetime | None:
        """Return when a device lost its seat last."""
        with self._lock:
            return self._taken_out.get((room_id, device))

    def put_link(self, link: LinkRecord) -> None:
        """Keep or replace a link."""
        with self._lock:
            if link.room_id not in self._rooms:
                raise KeyError(link.room_id)
            self._links[link.hash] = link

    def link(self, hashed: str) -> LinkRecord | None:
        """Return a link by its hash."""
        with self._lock:
            return self._links.get(hashed)

    def withdraw_links(self, room_id: str, right: Right, kind: LinkKind) -> None:
        """Mark all links of a room that are of this right and kind as withdrawn."""
        with self._lock:
            for link in list(self._links.values()):
                if (link.room_id, link.right, link.kind) == (room_id, right, kind):
                    self._links[link.hash] = replace(link, is_withdrawn=True)

    def put_customer_link(self, link: CustomerLinkRecord) -> None:
        """Keep or replace a customer link."""
        with self._lock:
            if link.room_id not in self._rooms:
                raise KeyError(link.room_id)
            self._customer_links[link.hash] = link

    def customer_link(self, hashed: str) -> CustomerLinkRecord | None:
        """Return a customer link by its hash."""
        with self._lock:
            return self._customer_links.get(hashed)

    def customer_links(self, room_id: str) -> list[CustomerLinkRecord]:
        """Return all customer links of a room, the one made first first."""
        with self._lock:
            found = [
                each
                for each in self._customer_links.values()
                if each.room_id == room_id
            ]
        return sorted(found, key=lambda link: (link.made_at, link.id))

    def seat(self, room_id: str, device: DeviceHash) -> SeatRecord | None:
        """Return the seat of a device in a room."""
        with self._lock:
            return self._seats.get((room_id, device))

    def changed_last(self, device: DeviceHash, most: int) -> list[ChangedRoom]:
        """Return rooms in which a device has a seat, the one changed last first."""
        with self._lock:
            rooms = [self._rooms[room] for room, each in self._seats if each == device]
        return self._last_first(rooms)[:most]

    def all_rooms(self) -> list[ChangedRoom]:
        """Return every room there is, the one changed last first."""
        with self._lock:
            rooms = list(self._rooms.values())
        return self._last_first(rooms)

    def _last_first(self, rooms: list[RoomRecord]) -> list[ChangedRoom]:
        found = [self._changed(room) for room in rooms]
        return sorted(found, key=lambda room: room.changed_at, reverse=True)

    def _changed(self, room: RoomRecord) -> ChangedRoom:
        entries = self.entries(room.id)
        revision = entries[-1].revision if entries else 0
        at = entries[-1].entry.at if entries else None
        return ChangedRoom(room.id, room.name, revision, at or room.created_at)

    def probe(self) -> None:
        """Memory always takes more."""

    def close(self) -> None:
        """Nothing to let go of."""


def _answer_key(answer: AnswerRecord) -> tuple[str, ...]:
    room, said_in, who = answer.room_id, answer.round_id, answer.participant_id
    return (room, said_in, who, answer.subject_id, answer.part)
