"""What a workshop file holds, and what reading and writing it say."""

from dataclasses import dataclass

from cxcore.commands import History
from cxcore.model import Workshop

FORMAT = "cx-workshop"

JsonObject = dict[str, object]
"""A JSON object as plain data, before it is known to be right."""
Path = tuple[str | int, ...]
"""The way from the top of the file to one value: keys, and places in lists."""


@dataclass(frozen=True)
class Envelope:
    """A workshop with its past (decision 4).

    ``fold(start, history)`` is ``workshop``. A file without history is one
    whose past begins now: once read, its ``base`` is its ``workshop``.
    """

    workshop: Workshop
    base: Workshop | None = None
    """State before the first command of ``history``; None: an empty workshop."""
    history: History = ()

    @property
    def start(self) -> Workshop:
        """The state that ``history`` builds on; without one, that is the workshop."""
        if not self.history:
            return self.workshop
        return self.base or Workshop(id=self.workshop.id)


@dataclass(frozen=True)
class Repair:
    """One thing that was mended while reading; nothing is ever mended in silence."""

    name: str
    """Kind of repair, such as ``UnknownField``; stable across wordings."""
    place: str
    """Where, in human words: in the touchpoint “Security”."""
    sentence: str
    """What was done, fit for a facilitator."""


@dataclass(frozen=True)
class Loaded:
    """A file that was opened, and all that had to be mended in it."""

    envelope: Envelope
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True)
class Written:
    """A file ready to be saved."""

    data: bytes
    moved_base: bool
    """The history was too long: it was folded into ``base`` and is empty now."""
