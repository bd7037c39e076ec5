"""What a store promises; the numbered rules stand in tests/live/test_store.py."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from cxcore.commands import Entry
from cxlive.seating.device import DeviceHash
from cxlive.seating.seats import LinkKind, Right


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
class FacilitationRecord:
    """How a room is led just now, as JSON: never part of its document."""

    room_id: str
    body: bytes


@dataclass(frozen=True)
class AnswerRecord:
    """What one participant says in a private round: one value, the newest wins."""

    room_id: str
    round_id: str
    participant_id: str
    subject_id: str
    """The touchpoint or journey that it is about."""
    part: str
    value: bytes
    """JSON; ``null`` takes the answer back."""


Saved = Stored | FacilitationRecord | AnswerRecord
"""Whatever the writer commits."""


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
class LinkRecord:
    """A way into a room; of what opens it there is only the hash."""

    hash: str
    room_id: str
    right: Right
    kind: LinkKind
    made_at: datetime
    is_withdrawn: bool = False


@dataclass(frozen=True)
class CustomerLinkRecord:
    """A link by which customers rate one journey, up to and including a day."""

    hash: str
    """Of the secret that opens it; the secret itself is kept nowhere."""
    id: str
    """Its name among those who lead, and the id of the evidence it brings."""
    room_id: str
    journey_id: str
    scenario: str
    """What customers read first, as it was when the link was made."""
    until: date
    made_at: datetime
    is_withdrawn: bool = False


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

    def append(self, batch: Sequence[Saved]) -> None:
        """Keep everything or nothing, in order.

        A place or id of an entry that is taken is an error. Answers and
        facilitation replace what stood in their place.
        """
        ...

    def entries(self, room_id: str, after: int = 0) -> list[Stored]:
        """Return the entries of a room behind a revision, in order."""
        ...

    def facilitation(self, room_id: str) -> FacilitationRecord | None:
        """Return how a room is led; None where it never was."""
        ...

    def answers(self, room_id: str) -> list[AnswerRecord]:
        """Return what was said in the private rounds of a room, taken back or not."""
        ...

    def add_snapshot(self, snapshot: SnapshotRecord) -> None:
        """Keep a snapshot; one that is there already is left alone."""
        ...

    def snapshot(self, room_id: str) -> SnapshotRecord | None:
        """Return the newest snapshot of a room; None where there is none."""
        ...

    def put_seat(self, *seats: SeatRecord) -> None:
        """Keep or replace the seats of devices in their rooms, all or none."""
        ...

    def seats(self, room_id: str) -> list[SeatRecord]:
        """Return all seats of a room."""
        ...

    def take_out(self, room_id: str, participant_id: str, at: datetime) -> None:
        """Delete the seats of a participant, and keep when their devices lost them."""
        ...

    def taken_out_at(self, room_id: str, device: DeviceHash) -> datetime | None:
        """Return when a device lost its seat last; None where it never did."""
        ...

    def put_link(self, link: LinkRecord) -> None:
        """Keep or replace a link."""
        ...

    def link(self, hashed: str) -> LinkRecord | None:
        """Return a link by its hash, withdrawn or not; None where there is none."""
        ...

    def withdraw_links(self, room_id: str, right: Right, kind: LinkKind) -> None:
        """Mark all links of a room that are of this right and kind as withdrawn."""
        ...

    def put_customer_link(self, link: CustomerLinkRecord) -> None:
        """Keep or replace a customer link."""
        ...

    def customer_link(self, hashed: str) -> CustomerLinkRecord | None:
        """Return a customer link by its hash, withdrawn or not; None: there is none."""
        ...

    def customer_links(self, room_id: str) -> list[CustomerLinkRecord]:
        """Return all customer links of a room, the one made first first."""
        ...

    def seat(self, room_id: str, device: DeviceHash) -> SeatRecord | None:
        """Return the seat of a device in a room; None where it has none."""
        ...

    def changed_last(self, device: DeviceHash, most: int) -> list[ChangedRoom]:
        """Return rooms in which a device has a seat, the one changed last first."""
        ...

    def all_rooms(self) -> list[ChangedRoom]:
        """Return every room there is, the one changed last first."""
        ...

    def probe(self) -> None:
        """Write something that nobody reads, to see whether writing works."""
        ...

    def close(self) -> None:
        """Let go of the store; it cannot be used afterwards."""
        ...
