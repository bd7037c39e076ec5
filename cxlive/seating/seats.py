"""Who may do what in a room: a right belongs to a seat, a seat to devices."""

from dataclasses import dataclass
from enum import StrEnum

from cxlive.errors import NotAllowedError


class Right(StrEnum):
    """What a seat may do; nothing follows from names or addresses."""

    FACILITATOR = "facilitator"
    PARTICIPANT = "participant"
    OBSERVER = "observer"

    def at_least(self, other: "Right") -> "Right":
        """Return the higher of two rights."""
        return max(self, other, key=_RISING.index)


_RISING = (Right.OBSERVER, Right.PARTICIPANT, Right.FACILITATOR)


class LinkKind(StrEnum):
    """What opens the door: a code to say aloud, or a link too long to guess."""

    CODE = "code"
    LINK = "link"


@dataclass(frozen=True)
class Seat:
    """A participant's place in a room, as one device holds it."""

    room_id: str
    participant_id: str
    """Empty while the device is *standing*: let in, but not sat down as anybody."""
    right: Right

    @property
    def is_standing(self) -> bool:
        """Let in, but not sat down as anybody yet."""
        return not self.participant_id

    @property
    def is_at_the_door(self) -> bool:
        """Sees nothing of the workshop yet; only who is to rate has to sit down."""
        return self.is_standing and self.right is Right.PARTICIPANT

    @property
    def can_edit(self) -> bool:
        """Observers look on."""
        return self.right is not Right.OBSERVER

    def must_lead(self) -> None:
        """Raise ``NotAllowedError`` unless the seat leads."""
        if self.right is not Right.FACILITATOR:
            msg = "Only the facilitator can do this."
            raise NotAllowedError(msg)

    def must_edit(self) -> None:
        """Raise ``NotAllowedError`` unless the seat may change the workshop."""
        if not self.can_edit:
            msg = "You are looking on here. Ask the facilitator for a seat to edit."
            raise NotAllowedError(msg)

    def must_sit(self) -> None:
        """Raise ``NotAllowedError`` unless the seat speaks for a participant."""
        self.must_edit()
        if self.is_standing:
            msg = "Say who you are first, then you can take part."
            raise NotAllowedError(msg)
