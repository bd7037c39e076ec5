"""A journey as a list: stages, and the touchpoints in them (decision 32)."""

from dataclasses import dataclass

from cxcore.errors import CxError
from cxcore.model import NAME_MAX, Channel, one_line

LINES_MAX = 1_000
TEXT_MAX = 200_000
"""Characters of a pasted text."""

FIRST_STAGE = "Start"
"""Where touchpoints go that stand before the first stage."""


class OutlineError(CxError):
    """A pasted list that cannot be read."""


class EmptyOutlineError(OutlineError):
    """There is no line to read."""

    def __init__(self) -> None:
        super().__init__(
            "There is nothing to read yet. Write one stage per line, "
            "and its touchpoints indented below it."
        )


class OutlineTooLongError(OutlineError):
    """The list has more lines, or more characters, than a journey needs."""

    def __init__(self, found: int, limit: int, what: str) -> None:
        self.found = found
        self.limit = limit
        super().__init__(f"The list has {found:,} {what}; at most {limit:,} are read.")


class LineTooLongError(OutlineError):
    """A line is longer than a name can be."""

    def __init__(self, line: int, found: int) -> None:
        self.line = line
        self.found = found
        self.limit = NAME_MAX
        super().__init__(
            f"Line {line} has {found:,} characters; "
            f"a name has at most {NAME_MAX}. Is it a list?"
        )


@dataclass(frozen=True)
class OutlineTouchpoint:
    """One line of the list."""

    name: str
    channel: Channel | None = None
    valence: float | None = None
    """What the list says of its feeling, -5 to 5: to be taken or left."""


@dataclass(frozen=True)
class OutlineStage:
    """One stage of the list, with the touchpoints below it."""

    name: str
    touchpoints: tuple[OutlineTouchpoint, ...] = ()


@dataclass(frozen=True)
class Outline:
    """What a list says, and in sentences what of it could not be taken."""

    title: str
    stages: tuple[OutlineStage, ...]
    losses: tuple[str, ...] = ()


class OutlineBuilder:
    """Puts an outline together, line by line, and keeps account of losses."""

    def __init__(self) -> None:
        self.title = ""
        self._stages: list[tuple[str, list[OutlineTouchpoint]]] = []
        self._losses: list[str] = []

    def name(self, line: int, text: str) -> str:
        """Return a text as a name: one line without hidden characters.

        Raises:
            LineTooLongError: no name is that long.
        """
        name = one_line(text)
        if name != " ".join(text.split()):
            self.lose(line, "hidden characters were left out")
        if len(name) > NAME_MAX:
            raise LineTooLongError(line, len(name))
        return name

    def stage(self, line: int, text: str) -> None:
        """Begin a stage."""
        name = self.name(line, text)
        if name:
            self._stages.append((name, []))

    def touchpoint(self, line: int, touchpoint: OutlineTouchpoint) -> None:
        """Add a touchpoint to the present stage."""
        if not touchpoint.name:
            return
        if not self._stages:
            self._stages.append((FIRST_STAGE, []))
            said = f"“{touchpoint.name}” stands before any stage; it went to"
            self.lose(line, f"{said} “{FIRST_STAGE}”")
        self._stages[-1][1].append(touchpoint)

    def lose(self, line: int | None, what: str) -> None:
        """Note what could not be taken."""
        where = f"Line {line}: " if line else ""
        said = f"{where}{what}."
        self._losses.append(said[:1].upper() + said[1:])

    def outline(self) -> Outline:
        """Return what was put together.

        Raises:
            EmptyOutlineError: nothing was.
        """
        if not self._stages:
            raise EmptyOutlineError
        stages = tuple(OutlineStage(name, tuple(row)) for name, row in self._stages)
        return Outline(self.title, stages, tuple(self._losses))
