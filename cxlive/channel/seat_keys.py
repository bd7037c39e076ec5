"""Keys of the table that only some seats see: links to hand out, who asks to come."""

import asyncio
from collections.abc import Callable
from typing import Any

from cxlive.channel.messages import Table
from cxlive.customers.customers import today
from cxlive.customers.waiting import count
from cxlive.room.room import Room
from cxlive.seating.lobby import Lobby
from cxlive.seating.seats import Right, Seat
from cxlive.web.address import Reach
from cxlive.web.handout import customer_handout, handout


class SeatKeys:
    """Looked up anew only when somebody has come, sat down, or made a link."""

    def __init__(self, lobby: Lobby, reach: Callable[[], Reach], room: Room) -> None:
        self._lobby, self._reach = lobby, reach
        self._room = room
        self._links: dict[str, Any] = {}
        self._for_customers: list[dict[str, Any]] = []

    async def refresh(self) -> None:
        """Look up what there is to hand out; it reads the disk, so in a thread."""
        self._links, self._for_customers = await asyncio.to_thread(self._look_up)

    def _look_up(self) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        reach = self._reach()  # the network may have changed since the server started
        made = self._lobby.customers.of_room(self._room.id)
        links = handout(self._lobby, self._room.id, reach)
        return links, [customer_handout(each, reach) for each in made]

    def __call__(self, seat: Seat) -> Table:
        """Return what a seat sees besides the journey and its own ratings."""
        keys: Table = {"claims": self._claims(seat)}
        if seat.right is Right.FACILITATOR:
            keys["links"] = self._links
            keys["customer_links"] = self._customer_links()
        return keys

    def _customer_links(self) -> list[dict[str, Any]]:
        """Counted anew for each showing: customers come without anybody's doing."""
        workshop, led = self._room.snapshot.workshop, self._room.led
        day = today().isoformat()
        return [
            each
            | count(workshop, led.answers, each["link"])
            | {"over": each["until"] < day}
            for each in self._for_customers
        ]

    def _claims(self, seat: Seat) -> list[dict[str, str]]:
        people = self._room.snapshot.workshop.participants
        return [
            {
                "claim": claim.id,
                "participant": claim.participant_id,
                "name": people[claim.participant_id].name,
            }
            for claim in self._lobby.claims(seat)
            if claim.participant_id in people
        ]
