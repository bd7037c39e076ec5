"""Rooms, seats and stores for tests, hidden behind what a test wants to say."""

import secrets
import threading
from dataclasses import dataclass

from cxcore.commands import Add, Remove, SetRating, WriteText
from cxcore.model import Participant, RoundOutcome, Touchpoint
from cxlive.ids import new_id
from cxlive.room.opening import now
from cxlive.room.writer import Writer
from cxlive.seating.device import Device, device_hash, new_device
from cxlive.seating.lobby import Lobby
from cxlive.seating.seats import Right, Seat
from cxlive.store import MemoryStore, SeatRecord
from tests.core.builders import small_workshop

PATIENCE = 10


def mint():
    return secrets.token_urlsafe(16)


class BrokenDiskError(OSError):
    """What a full disk says."""


class FailingStore(MemoryStore):
    """A store whose disk can be broken and mended, and held back."""

    def __init__(self):
        super().__init__()
        self.is_broken = False
        self.breaks_after_commit = False
        self.go = threading.Event()
        self.go.set()

    def append(self, batch):
        assert self.go.wait(PATIENCE)
        if self.is_broken:
            raise BrokenDiskError
        super().append(batch)
        if self.breaks_after_commit:
            self.is_broken = True
            raise BrokenDiskError

    def probe(self):
        if self.is_broken:
            raise BrokenDiskError


@dataclass
class House:
    """A lobby with one room, and the devices of those who sit in it."""

    store: MemoryStore
    lobby: Lobby
    room_id: str
    device: Device
    """Of Ana, who made the room and leads."""

    @property
    def room(self):
        return self.lobby.room(self.room_id)

    @property
    def ana(self):
        return self.lobby.seat(self.room_id, self.device)

    def device_for(self, participant_id, right=Right.PARTICIPANT):
        """A device of somebody else who has a seat."""
        device = new_device()
        hashed = device_hash(device)
        record = SeatRecord(self.room_id, hashed, participant_id, right, now())
        self.store.put_seat(record)
        return device

    def seat_for(self, participant_id, right=Right.PARTICIPANT):
        return Seat(self.room_id, participant_id, right)

    def do(self, seat, command):
        return self.room.submit(seat, command, new_id()).result(PATIENCE)

    def names(self):
        return [each.name for each in self.room.snapshot.workshop.touchpoints.values()]

    def reopened(self):
        """The same store, opened by a server that starts anew."""
        self.lobby.close()
        lobby = Lobby(self.store, Writer(self.store, probe_seconds=0.02))
        return House(self.store, lobby, self.room_id, self.device)


def house(store=None, workshop=None):
    store = store or MemoryStore()
    lobby = Lobby(store, Writer(store, probe_seconds=0.02))
    device = new_device()
    room_id = lobby.make(device, workshop or small_workshop(), name="Shop")
    return House(store, lobby, room_id, device)


def rename(touchpoint_id, text, seen=None):
    seen = touchpoint_id if seen is None else seen
    return WriteText(
        of="touchpoint", id=touchpoint_id, field="name", text=text, seen=seen
    )


def rate(touchpoint_id, valence, participant_id="ana"):
    return SetRating(
        touchpoint_id=touchpoint_id,
        participant_id=participant_id,
        part="valence",
        value=valence,
    )


def add(name, after=None, stage_id="buy"):
    thing = Touchpoint(id=mint(), name=name, stage_id=stage_id, position="U")
    return Add(of="touchpoint", thing=thing, after=after)


def add_participant(name):
    return Add(of="participant", thing=Participant(id=mint(), name=name))


def remove(thing_id, of="touchpoint"):
    return Remove(of=of, id=thing_id)


def outcome(outcome_id):
    return RoundOutcome(
        id=outcome_id,
        journey_id="visit",
        number=1,
        parts=("valence",),
        asked=2,
        ratings={},
    )
