"""An accepted command, with who asked for it and its place in the order."""

from typing import Annotated

from pydantic import Field

from cxcore.commands.changes import Command, CommandField
from cxcore.model.base import Id, Moment, ParticipantId, Record

LAMPORT_MAX = 2**53


class Entry(Record):
    """One accepted command; its stamp orders it in the fold (decision 12)."""

    id: Id
    lamport: Annotated[int, Field(strict=True, ge=0, le=LAMPORT_MAX)]
    site: Id
    """The room it was accepted in."""
    actor: ParticipantId | None = None
    at: Moment | None = None
    undoes: Id | None = None
    """Id of the entry this one takes back; None for an ordinary change."""
    command: CommandField

    @property
    def stamp(self) -> tuple[int, str, str]:
        """Sorts entries of any number of copies the same way everywhere."""
        return (self.lamport, self.site, self.id)


History = tuple[Entry, ...]

__all__ = ["LAMPORT_MAX", "Command", "Entry", "History"]
