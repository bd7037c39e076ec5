"""The document a room begins with: the same three parts as a workshop file."""

import logging
from datetime import UTC, datetime
from typing import Self

from cxcore.commands import Entry, History
from cxcore.document.history import LAMPORT_READ_MAX
from cxcore.model import Record, Workshop

log = logging.getLogger(__name__)


class Opening(Record):
    """The workshop at revision 0, and the history that led to it."""

    workshop: Workshop
    base: Workshop | None = None
    """The state before ``history``; None: empty (decision 4)."""
    history: tuple[Entry, ...] = ()

    @classmethod
    def of(cls, workshop: Workshop, base: Workshop | None, history: History) -> Self:
        """Return the opening of a room.

        A history whose clock leaves too few numbers to go on is left out: reading a
        file says so to people, and whoever did not read one hears it here.
        """
        if any(entry.lamport > LAMPORT_READ_MAX for entry in history):
            log.warning("a history was left out: its clock is at the end")
            return cls(workshop=workshop)
        return cls(workshop=workshop, base=base, history=history)

    @property
    def start(self) -> Workshop:
        """The state before the first command of ``history``."""
        if not self.history:
            return self.workshop
        return self.base or Workshop(id=self.workshop.id)


def now() -> datetime:
    """Return the time that the room puts on what it accepts."""
    return datetime.now(UTC)
