"""Keys of the table that only some seats see: links to hand out, who asks to come."""

import asyncio
from collections.abc import Callable
from typing import Any

from cxlive.channel.messages import Table
from cxlive.room.room import Room
from cxlive.seating.lobby import Lobby
from cxlive.seating.seats import Right, Seat
from cxlive.web.address import Reach
from cxlive.web.handout import handout


class SeatKeys:
    """Looked up anew only when somebody has come, sat down, or made a link."""

    def __init__(self, lobby: Lobby, reach: Callable[[], Reach], room: Room) -> None:
        self._lobby, self._reach = lobby, reach
        self._room = room
        self._links: dict[str, Any] = {}

    async def refresh(self) -> None:
        """Look up what there is to hand out; it reads the disk, so in a thread."""
        self._links = await asyncio.to_thread(self._look_up)

    def _look_up(self) -> dict[str, Any]:
        # The network may have changed since the server was started.
        return handout(self._lobby, self._room.id, self._reach())

    def __call__(self, seat: Seat) -> Table:
        """Return what a seat sees besides the journey and its own ratings."""
        keys: Table = {"claims": self._claims(seat)}
        if seat.right is Right.FACILITATOR:
            keys["links"] = self._links
        return keys

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
