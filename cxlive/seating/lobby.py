"""All rooms of this server: made, opened, and who sits where."""

from collections.abc import Collection, Sequence

from cxcore.commands import Entry, Remove
from cxcore.edit import place_of, visible
from cxcore.model import NAME_MAX, Participant, Viewpoint, Workshop, one_line
from cxlive.customers.customers import Customers
from cxlive.errors import NoSeatError, NotAllowedError
from cxlive.ids import new_id
from cxlive.limits import CLOSE_SECONDS
from cxlive.room.opening import Opening, now
from cxlive.room.room import Room
from cxlive.room.writer import Writer
from cxlive.seating.claims import Claim, Claims
from cxlive.seating.device import Device, DeviceHash, device_hash
from cxlive.seating.links import Links, Way
from cxlive.seating.open_rooms import OpenRooms
from cxlive.seating.plan import SeatingPlan, seat_record
from cxlive.seating.recent import Recent, RecentRoom
from cxlive.seating.requests import LinkRequests
from cxlive.seating.seats import Right, Seat
from cxlive.store.contract import RoomRecord, Store

YOU = "You"
"""Name of the first participant, until they say who they are."""

_TAKEN = (
    "Another device sits here as this person. Whoever it belongs to can ask to be "
    "let in as them, and that device says yes."
)
_PRIVATE_NOW = (
    "A private round is open, so only their own device can confirm this: whoever "
    "sits in their place sees what they say."
)
_NOT_HERE = "This participant is not in the workshop any more."


class Lobby:
    """Finds rooms and seats; the only way to either."""

    def __init__(
        self,
        store: Store,
        writer: Writer | None = None,
        *,
        requests: LinkRequests | None = None,
    ) -> None:
        self._store = store
        self._writer = writer or Writer(store)
        self._rooms = OpenRooms(store, self._writer)
        self._plan = SeatingPlan(store)
        self._claims = Claims()
        self.links = Links(store, self._plan, requests=requests)
        self.customers = Customers(store, self.room, self.seat)
        self._recent = Recent(store, self._writer, self._rooms)

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
        seat = seat_record(room_id, device_hash(device), mine.id, Right.FACILITATOR)
        self._store.add_room(record, seat)
        if first is None:
            self.room(room_id).admit(mine, new_id()).result(CLOSE_SECONDS)
        return room_id

    def room(self, room_id: str) -> Room:
        """Return a room, opened if need be.

        Raises:
            TooManyRoomsError: so many others are in use.
            CxError: as ``Room.load`` says.
        """
        return self._rooms.get(room_id)

    def seat(self, room_id: str, device: Device) -> Seat | None:
        """Return the seat of a device in a room; None where it has none."""
        return self._plan.seat(room_id, device)

    def sit(
        self,
        room_id: str,
        device: Device,
        participant_id: str | None,
        name: str = "",
        viewpoint: Viewpoint | None = None,
    ) -> Seat:
        """Sit down as a participant, or as somebody new of this name.

        The device keeps the right that its link has given it.

        Raises:
            NoSeatError: the device was not let in.
            NotAllowedError: it looks on only, or would sit as somebody else.
            RoomFullError: there are as many participants as there can be.
            NoSuchRoomError: there is no such room.
        """
        seat = self._seat_of(room_id, device)
        seat.must_edit()
        room = self.room(room_id)
        if participant_id is None:
            participant_id = self._add_participant(room, name, viewpoint)
        else:
            _may_sit_as(participant_id, seat, room.snapshot.workshop)
            self._must_be_free(seat, device_hash(device), participant_id)
        return self._plan.move(room_id, device_hash(device), participant_id)

    def claim(self, room_id: str, device: Device, participant_id: str) -> Claim:
        """Say that this device belongs to somebody who is here already.

        They themselves or the facilitator confirm it: ``answer_claim``.

        Raises:
            NoSeatError: the device was not let in.
            NotAllowedError: it looks on only, or nobody like that is here.
            TooManyClaimsError: so many others wait.
        """
        self._seat_of(room_id, device).must_edit()
        _must_be_there(participant_id, self.room(room_id).snapshot.workshop)
        return self._claims.ask(room_id, device_hash(device), participant_id)

    def claims(self, seat: Seat) -> list[Claim]:
        """Return the claims that this seat may answer, the first asked first."""
        return self._claims.waiting(seat)

    def answer_claim(
        self, room_id: str, device: Device, claim_id: str, *, yes: bool
    ) -> Claim:
        """Confirm a claim, or turn it down; the device keeps its own right.

        To lead, a device needs a facilitator's link, or to be handed over to.

        Raises:
            NoSuchClaimError: it does not wait any more.
            NotAllowedError: it is not for this seat to answer.
            NoSeatError: the device was taken out meanwhile.
        """
        seat = self._seat_of(room_id, device)
        if yes:
            self._must_not_peek(seat, claim_id)
        claim = self._claims.take(claim_id, seat)
        if yes:
            workshop = self.room(claim.room_id).snapshot.workshop
            _must_be_there(claim.participant_id, workshop)
            self._plan.move(claim.room_id, claim.device, claim.participant_id)
        return claim

    def hand_over(self, room_id: str, device: Device, participant_id: str) -> None:
        """Let somebody else lead; I am a participant then.

        Raises:
            NotAllowedError: I do not lead, or nobody sits there.
        """
        seat = self._leading_seat(room_id, device)
        if participant_id == seat.participant_id:
            msg = "You lead already."
            raise NotAllowedError(msg)
        _must_be_there(participant_id, self.room(room_id).snapshot.workshop)
        self._plan.hand_over(room_id, seat.participant_id, participant_id)

    def remove_person(self, room_id: str, device: Device, participant_id: str) -> None:
        """Take somebody out: their devices lose the seat, their values do not count.

        Raises:
            NotAllowedError: I do not lead, stand, or it would be me.
            NotSavedError: the disk takes nothing at the moment.
        """
        seat = self._leading_seat(room_id, device)
        seat.must_sit()  # else their seats were gone before the removal is refused
        if participant_id == seat.participant_id:
            msg = "You lead, so you cannot take yourself out. Hand over first."
            raise NotAllowedError(msg)
        room = self.room(room_id)
        room.must_save()
        if participant_id not in room.snapshot.workshop.participants:
            raise NotAllowedError(_NOT_HERE)
        self._plan.take_out(room_id, participant_id)
        if participant_id in visible(room.snapshot.workshop).participants:
            remove = Remove(of=Participant.kind, id=participant_id)
            room.submit(seat, remove, new_id()).result(CLOSE_SECONDS)

    def for_paper(self, room_id: str, device: Device, participant_id: str) -> Seat:
        """Return the seat for typing in what this person has ticked on paper.

        Only for whoever leads; their device keeps the seat it has.

        Raises:
            NotAllowedError: I do not lead, or nobody of that name is here.
        """
        self._leading_seat(room_id, device)
        workshop = self.room(room_id).snapshot.workshop
        _must_be_there(participant_id, workshop)
        if workshop.participants[participant_id].anonymous:
            msg = "This is a voice without a name: nobody can speak for it."
            raise NotAllowedError(msg)
        return Seat(room_id, participant_id, Right.FACILITATOR)

    def add_person(self, room_id: str, device: Device, name: str) -> str:
        """Add somebody who has no device; return the id of the participant.

        Raises:
            NotAllowedError: I do not lead.
            RoomFullError: there are as many participants as there can be.
        """
        self._leading_seat(room_id, device)
        return self._add_participant(self.room(room_id), name, None)

    def make_link(self, room_id: str, device: Device, way: str) -> str:
        """Make a new code or link into the room; return it in plain text.

        Raises:
            NotAllowedError: I do not lead.
        """
        self._leading_seat(room_id, device)
        return self.links.make(room_id, Way(way))

    def withdraw(self, room_id: str, device: Device, way: str) -> None:
        """Let nobody in any more by this way; seats already taken stay.

        Raises:
            NotAllowedError: I do not lead.
        """
        self._leading_seat(room_id, device)
        self.links.withdraw(room_id, Way(way))

    def arrived(self, room_id: str) -> int:
        """Return how many devices have come in, besides the one that made the room."""
        return max(0, len(self._plan.held(room_id)) - 1)

    def recent(self, device: Device) -> list[RecentRoom]:
        """Return the rooms in which the device has a seat, last changed first."""
        return self._recent.of(device)

    def close_room(self, room_id: str) -> None:
        """Close a room that nobody needs now; it opens again when somebody does."""
        self._rooms.close(room_id)

    def close_idle(self, in_use: Collection[str] = ()) -> int:
        """Put away rooms that nobody uses; return how many."""
        return self._rooms.close_idle(in_use)

    @property
    def open_rooms(self) -> int:
        """How many rooms are in memory."""
        return len(self._rooms)

    def close(self) -> None:
        """Write what is left and close all rooms."""
        self._rooms.close_all()
        self._writer.close()

    def _seat_of(self, room_id: str, device: Device) -> Seat:
        seat = self.seat(room_id, device)
        if seat is None:
            raise NoSeatError
        return seat

    def _leading_seat(self, room_id: str, device: Device) -> Seat:
        """Return the seat as it is now, not as a window remembers it."""
        seat = self._seat_of(room_id, device)
        seat.must_lead()
        return seat

    def _must_be_free(
        self, seat: Seat, device: DeviceHash, participant_id: str
    ) -> None:
        """Refuse a chair on which another device sits: it would see all they say."""
        if any(
            each.participant_id == participant_id and each.device != device
            for each in self._plan.held(seat.room_id)
        ):
            raise NotAllowedError(_TAKEN)

    def _must_not_peek(self, seat: Seat, claim_id: str) -> None:
        """Let nobody but themselves confirm somebody while a private round is open."""
        room = self.room(seat.room_id)
        is_open = room.led.open_round(room.snapshot.workshop) is not None
        for claim in self._claims.waiting(seat):
            theirs = claim.participant_id == seat.participant_id
            if claim.id == claim_id and is_open and not theirs:
                raise NotAllowedError(_PRIVATE_NOW)

    def _add_participant(
        self, room: Room, name: str, viewpoint: Viewpoint | None
    ) -> str:
        participant = Participant(
            id=new_id(), name=one_line(name[:NAME_MAX]) or YOU, viewpoint=viewpoint
        )
        room.admit(participant, new_id()).result(CLOSE_SECONDS)
        return participant.id


def _first_participant(workshop: Workshop) -> Participant | None:
    present = visible(workshop).participants.values()
    named = (person for person in present if not person.anonymous)
    return min(named, key=place_of, default=None)


def _must_be_there(participant_id: str, workshop: Workshop) -> None:
    person = visible(workshop).participants.get(participant_id)
    if person is None or person.anonymous:  # nobody sits down as an unnamed voice
        raise NotAllowedError(_NOT_HERE)


def _may_sit_as(participant_id: str, seat: Seat, workshop: Workshop) -> None:
    _must_be_there(participant_id, workshop)
    is_mine = seat.participant_id == participant_id
    if not (is_mine or seat.right is Right.FACILITATOR):
        msg = "Only the facilitator can seat you as somebody who is already here."
        raise NotAllowedError(msg)
