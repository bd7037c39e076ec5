"""How a room stands, as what is counted from it can be kept by."""

from dataclasses import dataclass

from cxcore.model import Workshop
from cxlive.room.room import Room
from cxlive.rounds.rounds import Led


@dataclass(frozen=True, eq=False)
class Stand:
    """How a room stands: the same only where workshop and rounds are the very same."""

    workshop: Workshop
    """With removed things, and with what an open round asks: see ``shown``."""
    led: Led

    @classmethod
    def of(cls, room: Room) -> "Stand":
        """Return how a room stands now."""
        return cls(room.snapshot.workshop, room.led)

    @property
    def shown(self) -> Workshop:
        """The workshop as everybody may see it: open rounds stay private."""
        return self.led.shown(self.workshop)

    @property
    def asks_now(self) -> bool:
        """A private round is open."""
        return self.led.open_round(self.workshop) is not None

    def __eq__(self, other: object) -> bool:
        """Tell whether nothing at all has changed between both."""
        if not isinstance(other, Stand):
            return NotImplemented
        return other.workshop is self.workshop and other.led is self.led

    def __hash__(self) -> int:
        """Return the same number for the same workshop."""
        return id(self.workshop)
