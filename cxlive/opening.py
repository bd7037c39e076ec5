"""The document a room begins with: the same three parts as a workshop file."""

from datetime import UTC, datetime

from cxcore.commands import Entry
from cxcore.model import Record, Workshop


class Opening(Record):
    """The workshop at revision 0, and the history that led to it."""

    workshop: Workshop
    base: Workshop | None = None
    """The state before ``history``; None: empty (decision 4)."""
    history: tuple[Entry, ...] = ()

    @property
    def start(self) -> Workshop:
        """The state before the first command of ``history``."""
        if not self.history:
            return self.workshop
        return self.base or Workshop(id=self.workshop.id)


def now() -> datetime:
    """Return the time that the room puts on what it accepts."""
    return datetime.now(UTC)
