"""All rooms of this server: made, opened, and who sits where."""

import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cxcore.commands import Entry
from cxcore.edit import place_of, visible
from cxcore.model import NAME_MAX, Brief, Participant, Workshop, one_line
from cxlive.errors import NotAllowedError
from cxlive.ids import new_id
from cxlive.limits import CLOSE_SECONDS, RECENT_ROOMS
from cxlive.room.opening import Opening, now
from cxlive.room.room import Room
from cxlive.room.writer import Writer
from cxlive.seating.device import Device, DeviceHash, device_hash
from cxlive.seating.seats import Right, Seat
from cxlive.store.contract import ChangedRoom, RoomRecord, SeatRecord, Store

log = logging.getLogger(__name__)

YOU = "You"
"""Name of the first participant, until they say who they are."""


@dataclass(frozen=True)
class RecentRoom:
    """A room in which a device has a seat."""

    room_id: str
    name: str
    changed_at: datetime
    journeys: int = 0
    people: int = 0
    can_open: bool = True
    """False: what is stored of it cannot be read, so nothing else is known."""


class Lobby:
    """Finds rooms and seats; the only way to either."""

    def __init__(self, store: Store, writer: Writer | None = None) -> None:
        self._store = store
        self._writer = writer or Writer(store)
        self._lock = threading.Lock()
        self._rooms: dict[str, Room] = {}
        self._opening: dict[str, threading.Lock] = {}
        self._counted: dict[str, tuple[int, tuple[str, int, int]]] = {}

    def make(
        self,
        device: Device,
        workshop: Workshop,
        *,
        base: Workshop | None = None,
        history: Sequence[Entry] = (),
        name: str = "",
    ) -> str:
        """Make a room around a workshop; the device gets its facilitator seat.

        It sits as the first participant, or as a new one where there is none.
        Returns the id of the room.
        """
        opening = Opening.of(workshop, base, tuple(history))
        room_id = new_id()
        record = RoomRecord(
            id=room_id,
            site=new_id(),
            created_at=now(),
            name=name,
            opening=opening.model_dump_json().encode(),
        )
        first = _first_participant(workshop)
        mine = Participant(id=new_id(), name=YOU) if first is None else first
        seat = _seat_record(room_id, device, mine.id, Right.FACILITATOR)
        self._store.add_room(record, seat)
        if first is None:
            self.room(room_id).admit(mine, new_id()).result(CLOSE_SECONDS)
        return room_id

    def room(self, room_id: str) -> Room:
        """Return a room, opened if need be.

        Raises:
            CxError: as ``Room.load`` says.
        """
        with self._lock:
            room = self._rooms.get(room_id)
            opening = self._opening.setdefault(room_id, threading.Lock())
        if room is not None:
            return room
        with opening:  # two who come at once get the same room
            with self._lock:
                room = self._rooms.get(room_id)
            if room is None:
                room = Room.load(room_id, self._store, self._writer)
                with self._lock:
                    self._rooms[room_id] = room
        return room

    def seat(self, room_id: str, device: Device) -> Seat | None:
        """Return the seat of a device in a room; None where it has none."""
        found = self._store.seat(room_id, device_hash(device))
        if found is None:
            return None
        return Seat(found.room_id, found.participant_id, found.right)

    def sit(
        self, room_id: str, device: Device, participant_id: str | None, name: str = ""
    ) -> Seat:
        """Sit down as a participant, or as somebody new of this name.

        Raises:
            NotAllowedError: only the facilitator may sit as somebody else.
            RoomFullError: there are as many participants as there can be.
            NoSuchRoomError: there is no such room.
        """
        room = self.room(room_id)
        seat = self.seat(room_id, device)
        right = seat.right if seat else Right.PARTICIPANT
        if participant_id is None:
            participant_id = self._add_participant(room, name)
        else:
            _may_sit_as(participant_id, seat, room.snapshot.workshop)
        self._store.put_seat(_seat_record(room_id, device, participant_id, right))
        return Seat(room_id, participant_id, right)

    def recent(self, device: Device) -> list[RecentRoom]:
        """Return the rooms in which the device has a seat, last changed first."""
        rooms = self._store.changed_last(device_hash(device), RECENT_ROOMS)
        return [self._recent(room) for room in rooms]

    def close_room(self, room_id: str) -> None:
        """Close a room that nobody needs now; it opens again when somebody does."""
        with self._lock:
            room = self._rooms.pop(room_id, None)
        if room is not None and self._writer.flush():
            room.keep_snapshot()

    def close(self) -> None:
        """Write what is left and close all rooms."""
        self._writer.flush()
        for room_id in list(self._rooms):
            self.close_room(room_id)
        self._writer.close()

    def _add_participant(self, room: Room, name: str) -> str:
        participant = Participant(id=new_id(), name=one_line(name[:NAME_MAX]) or YOU)
        room.admit(participant, new_id()).result(CLOSE_SECONDS)
        return participant.id

    def _recent(self, room: ChangedRoom) -> RecentRoom:
        seen, counted = self._counted.get(room.room_id, (-1, ("", 0, 0)))
        if seen != room.revision:
            try:
                counted = self._count(room.room_id)
            except Exception:  # one damaged room must not hide all others
                log.exception("room %s cannot be opened", room.room_id)
                name = room.name or Brief().name
                return RecentRoom(room.room_id, name, room.changed_at, can_open=False)
            self._counted[room.room_id] = (room.revision, counted)
        return RecentRoom(room.room_id, counted[0], room.changed_at, *counted[1:])

    def _count(self, room_id: str) -> tuple[str, int, int]:
        with self._lock:
            room = self._rooms.get(room_id)
        if room is None:  # only to look at: it is not kept open for that
            room = Room.load(room_id, self._store, self._writer)
        workshop = visible(room.snapshot.workshop)
        return room.title, len(workshop.journeys), len(workshop.participants)


def _first_participant(workshop: Workshop) -> Participant | None:
    present = visible(workshop).participants.values()
    return min(present, key=place_of, default=None)


def _may_sit_as(participant_id: str, seat: Seat | None, workshop: Workshop) -> None:
    is_mine = seat is not None and seat.participant_id == participant_id
    leads = seat is not None and seat.right is Right.FACILITATOR
    if participant_id not in visible(workshop).participants:
        msg = "This participant is not in the workshop any more."
        raise NotAllowedError(msg)
    if not (is_mine or leads):
        msg = "Only the facilitator can seat you as somebody who is already here."
        raise NotAllowedError(msg)


def _seat_record(
    room_id: str, device: Device, participant_id: str, right: Right
) -> SeatRecord:
    hashed: DeviceHash = device_hash(device)
    return SeatRecord(room_id, hashed, participant_id, right, now())
