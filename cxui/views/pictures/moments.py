"""What the touchpoints of a journey are called in pictures: numbered, and cut."""

from collections.abc import Sequence
from dataclasses import dataclass

from cxcore.model import Workshop

NAME_MAX = 60
"""Longer names are cut in charts and sentences; tables have them whole."""


def cut(name: str) -> str:
    """Return a name in one line, as charts and sentences have room for it."""
    line = " ".join(name.split())
    return line if len(line) <= NAME_MAX else f"{line[: NAME_MAX - 1]}…"


@dataclass(frozen=True)
class Moment:
    """One touchpoint as pictures call it."""

    id: str
    number: int
    """Place among those drawn, from 1: two of the same name stay two."""
    name: str
    """Whole, in one line."""

    @property
    def short(self) -> str:
        """Return its name as a sentence says it."""
        return cut(self.name)

    @property
    def label(self) -> str:
        """Return what stands at its marks."""
        return f"{self.number} · {self.short}"

    @property
    def whole(self) -> str:
        """Return what stands in a table."""
        return f"{self.number} · {self.name}"


class Moments:
    """The touchpoints that a picture is about."""

    def __init__(self, workshop: Workshop, ids: Sequence[str]) -> None:
        """Number them in this order.

        Args:
            workshop: as everybody may see it.
            ids: of its touchpoints, in map order.
        """
        names = (" ".join(workshop.touchpoints[key].name.split()) for key in ids)
        self._by_id = {
            key: Moment(key, number, name)
            for number, (key, name) in enumerate(zip(ids, names, strict=True), 1)
        }

    def __getitem__(self, touchpoint_id: str) -> Moment:
        """Return one of them.

        Raises:
            KeyError: it is none of them.
        """
        return self._by_id[touchpoint_id]

    def labels(self, ids: Sequence[str]) -> list[str]:
        """Return what stands at the marks of some of them."""
        return [self[key].label for key in ids]

    def short(self, ids: Sequence[str]) -> list[str]:
        """Return the names of some of them, as a sentence says them."""
        return [self[key].short for key in ids]
