"""Which device holds which seat in which room: every change of that, in one place."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from cxlive.errors import (
    NoSeatError,
    NotAllowedError,
    TooManyDevicesError,
    WasTakenOutError,
)
from cxlive.limits import DEVICES
from cxlive.room.opening import now
from cxlive.seating.device import Device, DeviceHash, device_hash
from cxlive.seating.seats import Right, Seat
from cxlive.store.contract import SeatRecord, Store

_LOCKS = 64


class SeatingPlan:
    """The seats of all rooms, as the store has them; safe from any thread.

    Two changes in one room come one after the other: whoever is taken out just now
    cannot come back by a change that had looked before.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._locks = tuple(threading.Lock() for _ in range(_LOCKS))
        self._known: dict[tuple[str, DeviceHash], Seat] = {}
        self._changes = 0

    def seat(self, room_id: str, device: Device) -> Seat | None:
        """Return the seat of a device in a room; None where it has none.

        Every run of a page asks for it, so what was found is kept until a seat of
        this server changes.
        """
        key = (room_id, device_hash(device))
        known = self._known.get(key)
        if known is not None:
            return known
        changes = self._changes
        found = self._store.seat(*key)
        if found is None:
            return None
        seat = _seat(found)
        if self._changes == changes:  # else it may be an old one
            self._known[key] = seat
        return seat

    def held(self, room_id: str) -> list[SeatRecord]:
        """Return all seats of a room, by device."""
        return self._store.seats(room_id)

    def admit(
        self, room_id: str, device: Device, right: Right, since: datetime
    ) -> Seat:
        """Let a device in by a link that was made at this time.

        A device that has a seat keeps it, with the higher of both rights; a new one
        stands until it sits down.

        Raises:
            WasTakenOutError: it was taken out after the link was made.
            TooManyDevicesError: the room knows as many devices as it can.
        """
        hashed = device_hash(device)
        with self._changing(room_id):
            old = self._store.seat(room_id, hashed)
            if old is None:
                self._may_come(room_id, hashed, since)
                new = seat_record(room_id, hashed, "", right)
            else:
                new = replace(old, right=old.right.at_least(right), seen_at=now())
            if old is None or new.right is not old.right:
                self._store.put_seat(new)
            return _seat(new)

    def move(self, room_id: str, device: DeviceHash, participant_id: str) -> Seat:
        """Seat a device as a participant; it keeps its right.

        Raises:
            NoSeatError: it has not been let in, or was taken out meanwhile.
        """
        with self._changing(room_id):
            old = self._store.seat(room_id, device)
            if old is None:
                raise NoSeatError
            new = replace(old, participant_id=participant_id, seen_at=now())
            self._store.put_seat(new)
            return _seat(new)

    def hand_over(self, room_id: str, giver_id: str, taker_id: str) -> None:
        """Make the taker's devices lead instead of the giver's.

        Raises:
            NotAllowedError: nobody sits as the taker, so nobody would lead.
        """
        with self._changing(room_id):
            held = [seat for seat in self.held(room_id) if seat.participant_id]
            takers = [seat for seat in held if seat.participant_id == taker_id]
            if not takers:
                msg = "Nobody sits here as this person yet, so they cannot lead."
                raise NotAllowedError(msg)
            givers = [seat for seat in held if seat.participant_id == giver_id]
            self._store.put_seat(
                *(replace(seat, right=Right.FACILITATOR) for seat in takers),
                *(replace(seat, right=Right.PARTICIPANT) for seat in givers),
            )

    def take_out(self, room_id: str, participant_id: str) -> None:
        """Take the seats of a participant away; an old link brings none back."""
        with self._changing(room_id):
            self._store.take_out(room_id, participant_id, now())

    def _may_come(self, room_id: str, device: DeviceHash, since: datetime) -> None:
        lost_at = self._store.taken_out_at(room_id, device)
        if lost_at is not None and since <= lost_at:
            raise WasTakenOutError
        if len(self.held(room_id)) >= DEVICES:
            raise TooManyDevicesError(DEVICES)

    @contextmanager
    def _changing(self, room_id: str) -> Iterator[None]:
        with self._locks[hash(room_id) % _LOCKS]:
            try:
                yield
            finally:
                self._changes += 1
                self._known = {}


def seat_record(
    room_id: str, device: DeviceHash, participant_id: str, right: Right
) -> SeatRecord:
    """Return a seat as the store keeps it, held from now on."""
    return SeatRecord(room_id, device, participant_id, right, now())


def _seat(record: SeatRecord) -> Seat:
    return Seat(record.room_id, record.participant_id, record.right)
