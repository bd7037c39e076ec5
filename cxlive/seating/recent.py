"""The rooms in which a device has a seat, with what can be said of them."""

import logging
from dataclasses import dataclass
from datetime import datetime

from cxcore.edit import visible
from cxcore.model import Brief
from cxlive.limits import RECENT_ROOMS
from cxlive.room.room import Room
from cxlive.room.writer import Writer
from cxlive.seating.device import Device, device_hash
from cxlive.seating.open_rooms import OpenRooms
from cxlive.store.contract import ChangedRoom, Store

log = logging.getLogger(__name__)


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


class Recent:
    """Looks into rooms without keeping them open, and remembers what it saw."""

    def __init__(self, store: Store, writer: Writer, rooms: OpenRooms) -> None:
        self._store = store
        self._writer = writer
        self._rooms = rooms
        self._counted: dict[str, tuple[int, tuple[str, int, int]]] = {}

    def of(self, device: Device) -> list[RecentRoom]:
        """Return the rooms in which the device has a seat, last changed first."""
        rooms = self._store.changed_last(device_hash(device), RECENT_ROOMS)
        return [self._look_at(room) for room in rooms]

    def _look_at(self, room: ChangedRoom) -> RecentRoom:
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
        room = self._rooms.find(room_id)
        if room is None:  # only to look at: it is not kept open for that
            room = Room.load(room_id, self._store, self._writer)
        workshop = visible(room.snapshot.workshop)
        return room.title, len(workshop.journeys), len(workshop.participants)
