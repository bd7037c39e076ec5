"""Who may do what in a room: a right belongs to a seat, a seat to devices."""

from dataclasses import dataclass
from enum import StrEnum

from cxlive.errors import NotAllowedError


class Right(StrEnum):
    """What a seat may do; nothing follows from names or addresses."""

    FACILITATOR = "facilitator"
    PARTICIPANT = "participant"
    OBSERVER = "observer"


@dataclass(frozen=True)
class Seat:
    """A participant's place in a room, as one device holds it."""

    room_id: str
    participant_id: str
    right: Right

    @property
    def can_edit(self) -> bool:
        """Observers look on."""
        return self.right is not Right.OBSERVER

    def must_edit(self) -> None:
        """Raise ``NotAllowedError`` unless the seat may change the workshop."""
        if not self.can_edit:
            msg = "You are looking on here. Ask the facilitator for a seat to edit."
            raise NotAllowedError(msg)
