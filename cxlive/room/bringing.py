"""Bringing a persona into a room, as one change of whoever does it."""

from cxcore.edit import siblings
from cxcore.exchange import PersonaCopy, persona_commands
from cxcore.model import Persona
from cxlive.ids import new_id
from cxlive.limits import CLOSE_SECONDS
from cxlive.room.room import Room
from cxlive.seating.seats import Seat


def bring_in(room: Room, seat: Seat, copy: PersonaCopy) -> None:
    """Add a persona behind all others, with fresh ids, and wait until it is saved.

    Raises:
        CxError: too much is said of her, or the room refuses it; the text says why.
    """
    row = siblings(room.snapshot.workshop, Persona.kind, None)
    batch = persona_commands(copy, new_id, row[-1].id if row else "")
    room.submit(seat, batch, new_id()).result(CLOSE_SECONDS)
