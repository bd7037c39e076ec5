"""What customers and those who lead can do with customer links."""

import re
import threading
from collections import OrderedDict
from collections.abc import Callable
from datetime import date, timedelta

from cxcore.edit import visible
from cxcore.model import NOTE_MAX, Workshop, one_line
from cxcore.rounds import touchpoints_of
from cxlive.customers.arrival import Arrival, removing
from cxlive.customers.links import CustomerLinks, HandedOut
from cxlive.customers.questions import Questions, questions_of, touchpoints_by_field
from cxlive.customers.said import Form, read_said
from cxlive.customers.waiting import arrive, forget_waiting, must_have_place
from cxlive.errors import (
    CustomerLinkError,
    CustomerLinkOverError,
    NoSeatError,
    RoomPutAwayError,
    TooManySendingsError,
)
from cxlive.ids import new_id
from cxlive.limits import (
    CLOSE_SECONDS,
    CUSTOMER_LINK_DAYS,
    SENDINGS_BURST,
    SENDINGS_PER_SECOND,
    SHOWN_ROOMS,
)
from cxlive.rate import Bucket
from cxlive.room.opening import now
from cxlive.room.room import Room
from cxlive.seating.device import Device
from cxlive.seating.seats import Seat
from cxlive.store.contract import CustomerLinkRecord, Store

SAY_YOU = "Write to the customer: “You …”. “{name}” is the persona’s name, not theirs."
"""A scenario is told of the persona; a customer reads it about themselves."""


def today() -> date:
    """Return the day where the server stands: a link ends with it."""
    return now().astimezone().date()


class Customers:
    """The customer links of all rooms, and what arrives by them."""

    def __init__(
        self,
        store: Store,
        room: Callable[[str], Room],
        seat: Callable[[str, Device], Seat | None],
        *,
        day: Callable[[], date] = today,
    ) -> None:
        self.links = CustomerLinks(store)
        self._room, self._seat, self._day = room, seat, day
        self._lock = threading.Lock()
        self._sendings: OrderedDict[str, Bucket] = OrderedDict()

    def make_link(
        self, room_id: str, device: Device, journey_id: str, until: date, scenario: str
    ) -> str:
        """Make a customer link for a journey; return its secret in plain text.

        Args:
            room_id: the room.
            device: of somebody who leads.
            journey_id: the journey that customers are asked about.
            until: its last day.
            scenario: what they read first, written to them: "You …".

        Raises:
            NotAllowedError: I do not lead.
            CustomerLinkError: the text says what to mend.
        """
        self._leading_seat(room_id, device)
        workshop = visible(self._room(room_id).snapshot.workshop)
        scenario = "\n".join(map(one_line, scenario.split("\n"))).strip()
        _must_ask_something(workshop, journey_id)
        _must_be_to_the_customer(workshop, journey_id, scenario)
        self._must_be_soon(until)
        return self.links.make(room_id, journey_id, scenario, until)

    def withdraw(self, room_id: str, device: Device, link_id: str) -> None:
        """Ask nobody any more by this link; what has arrived stays.

        Raises:
            NotAllowedError: I do not lead.
            CustomerLinkError: it is withdrawn already.
        """
        self._leading_seat(room_id, device)
        self.links.withdraw(room_id, link_id)

    def take_out(self, room_id: str, device: Device, link_id: str) -> None:
        """Withdraw a link and take out all that has come by it; undo brings it back.

        Raises:
            NotAllowedError: I do not lead, or stand.
            CustomerLinkError: it is withdrawn already.
        """
        seat = self._leading_seat(room_id, device)
        seat.must_sit()  # else the link was gone before the removal is refused
        room = self._room(room_id)
        room.must_save()
        self.links.withdraw(room_id, link_id)
        forget_waiting(room, link_id)
        out = removing(room.snapshot.workshop, link_id)
        if out is not None:
            room.submit(seat, out, new_id()).result(CLOSE_SECONDS)

    def of_room(self, room_id: str) -> list[HandedOut]:
        """Return the links of a room that are not withdrawn."""
        return self.links.of_room(room_id)

    def is_over(self, link: CustomerLinkRecord) -> bool:
        """Tell whether its last day has passed, or it was withdrawn."""
        return link.is_withdrawn or self._day() > link.until

    def questions(self, link: CustomerLinkRecord) -> Questions:
        """Return what a customer is asked by this link.

        Raises:
            CustomerLinkOverError: nothing, any more.
            EnoughCustomersError: the workshop has no place for one more.
            CxError: the room cannot be opened.
        """
        room = self._open_room(link)
        asked = questions_of(room.snapshot.workshop, link)
        if not asked.moments:
            raise CustomerLinkOverError
        must_have_place(room.snapshot.workshop, room.led.answers)
        return asked

    def take(self, link: CustomerLinkRecord, form: Form) -> None:
        """Take what a customer has sent; it is durable when this returns.

        Sent twice it counts once, whatever the second says.

        Raises:
            CustomerLinkOverError: the link was open when the page was loaded, not now.
            EnoughCustomersError: others have taken the last place.
            AnswersNotTakenError: the form cannot be taken; the text says why.
            TooManySendingsError: more arrive than people send.
            NotSavedError: the disk takes nothing at the moment.
        """
        room = self._open_room(link)
        fields = touchpoints_by_field(room.snapshot.workshop, link)
        said = read_said(form, fields, self._day())
        self._must_be_slow(link)
        arrival = Arrival(
            link_id=link.id, journey_id=link.journey_id, scenario=link.scenario,
            said=said,
        )  # fmt: skip
        try:
            future = arrive(room, arrival)
        except RoomPutAwayError:  # just now; it opens again
            future = arrive(self._room(link.room_id), arrival)
        future.result(CLOSE_SECONDS)

    def _open_room(self, link: CustomerLinkRecord) -> Room:
        if self.is_over(link):
            raise CustomerLinkOverError
        room = self._room(link.room_id)
        journey = room.snapshot.workshop.journeys.get(link.journey_id)
        if journey is None or journey.removed:
            raise CustomerLinkOverError
        return room

    def _leading_seat(self, room_id: str, device: Device) -> Seat:
        """Return the seat as it is now, not as a window remembers it."""
        seat = self._seat(room_id, device)
        if seat is None:
            raise NoSeatError
        seat.must_lead()
        return seat

    def _must_be_soon(self, until: date) -> None:
        first = self._day()
        last = first + timedelta(days=CUSTOMER_LINK_DAYS)
        if not first <= until <= last:
            msg = f"Choose a last day between today and {last:%d %B %Y}."
            raise CustomerLinkError(msg)

    def _must_be_slow(self, link: CustomerLinkRecord) -> None:
        with self._lock:
            new = Bucket(SENDINGS_PER_SECOND, SENDINGS_BURST)
            bucket = self._sendings.setdefault(link.id, new)
            self._sendings.move_to_end(link.id)
            if len(self._sendings) > SHOWN_ROOMS:
                self._sendings.popitem(last=False)
            if not bucket.take():
                raise TooManySendingsError


def _must_ask_something(workshop: Workshop, journey_id: str) -> None:
    if journey_id not in workshop.journeys:
        msg = "This journey is not there any more."
        raise CustomerLinkError(msg)
    if not touchpoints_of(workshop, journey_id):
        msg = "This journey has no moments yet, so there is nothing to ask about."
        raise CustomerLinkError(msg)


def _must_be_to_the_customer(
    workshop: Workshop, journey_id: str, scenario: str
) -> None:
    if not scenario or len(scenario) > NOTE_MAX:
        msg = "Write in a sentence or two which situation you ask about: “You …”."
        raise CustomerLinkError(msg)
    persona = workshop.personas.get(workshop.journeys[journey_id].persona_id or "")
    # "Helena, one machine, two footballers" is called Helena.
    name = "" if persona is None else persona.name.split(",")[0].strip()
    if name and re.search(rf"\b{re.escape(name)}\b", scenario, re.IGNORECASE):
        raise CustomerLinkError(SAY_YOU.format(name=name))
