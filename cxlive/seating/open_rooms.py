"""The rooms in memory: opened when somebody comes, put away when nobody does."""

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Collection

from cxlive.errors import TooManyRoomsError
from cxlive.limits import IDLE_ROOM_SECONDS, OPEN_ROOMS
from cxlive.room.room import Room
from cxlive.room.writer import Writer
from cxlive.store.contract import Store

log = logging.getLogger(__name__)

_LOCKS = 64


class OpenRooms:
    """At any time there is at most one room of an id that takes changes.

    A room is opened and put away under the same lock, and one that was put away
    refuses changes: whoever still holds it finds the new one here.
    """

    def __init__(
        self,
        store: Store,
        writer: Writer,
        *,
        most: int = OPEN_ROOMS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._writer = writer
        self._most = most
        self._clock = clock
        self._lock = threading.Lock()
        self._moving = tuple(threading.Lock() for _ in range(_LOCKS))
        self._rooms: dict[str, Room] = {}
        self._used: OrderedDict[str, float] = OrderedDict()
        """When each was asked for last, the longest ago first."""

    def __len__(self) -> int:
        """Return how many rooms are in memory."""
        return len(self._rooms)

    def get(self, room_id: str) -> Room:
        """Return a room, opened if need be.

        Raises:
            TooManyRoomsError: so many others are in use.
            CxError: as ``Room.load`` says.
        """
        room = self.find(room_id)
        if room is None:
            self._make_place()
            with self._moving_of(room_id):  # two who come at once get the same room
                room = self.find(room_id)
                if room is None:
                    room = Room.load(room_id, self._store, self._writer)
                    with self._lock:
                        self._rooms[room_id] = room
        self._touch(room_id)
        return room

    def find(self, room_id: str) -> Room | None:
        """Return a room that is in memory; it is not kept there for that."""
        with self._lock:
            room = self._rooms.get(room_id)
        return None if room is None or room.is_away else room

    def close(self, room_id: str) -> None:
        """Put a room away, whoever looks on; it opens again when somebody comes."""
        self._put_away(room_id, though_watched=True)

    def close_idle(self, in_use: Collection[str] = ()) -> int:
        """Put away what nobody has used of late; return how many rooms that were.

        A room whose changes somebody is told of counts as used.
        """
        until = self._clock() - IDLE_ROOM_SECONDS
        with self._lock:
            idle = [room_id for room_id, at in self._used.items() if at <= until]
        closed = 0
        for room_id in idle:
            if room_id not in in_use and self._put_away(room_id):
                closed += 1
            else:
                self._touch(room_id)
        return closed

    def close_all(self) -> None:
        """Put all rooms away."""
        for room_id in list(self._rooms):
            self.close(room_id)

    def _make_place(self) -> None:
        while len(self._rooms) >= self._most:
            with self._lock:
                longest_ago_first = list(self._used)
            if not any(self._put_away(room_id) for room_id in longest_ago_first):
                raise TooManyRoomsError(self._most)

    def _put_away(self, room_id: str, *, though_watched: bool = False) -> bool:
        with self._moving_of(room_id):
            with self._lock:
                room = self._rooms.get(room_id)
            if room is None or not room.put_away(though_watched=though_watched):
                return False
            with self._lock:
                del self._rooms[room_id]
                self._used.pop(room_id, None)
        try:
            room.keep_snapshot()
        except Exception:  # it only saves time when the room is opened again
            log.exception("no snapshot was kept of room %s", room_id)
        return True

    def _touch(self, room_id: str) -> None:
        with self._lock:
            if room_id in self._rooms:
                self._used[room_id] = self._clock()
                self._used.move_to_end(room_id)

    def _moving_of(self, room_id: str) -> threading.Lock:
        return self._moving[hash(room_id) % _LOCKS]
