"""Complaints: one row a complaint, or so many of the same."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cxcore.edit import place_of
from cxcore.errors import CxError
from cxcore.exchange.alike import plain_name
from cxcore.exchange.cells import is_day_first
from cxcore.exchange.tables import Refused, Table
from cxcore.model import Touchpoint, Workshop

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "text": ("complaint", "text", "comment", "message", "description", "feedback"),
    "touchpoint": ("touchpoint", "moment", "where", "category", "topic", "step"),
    "journey": ("journey", "scenario"),
    "day": ("date", "day", "received", "created", "when", "timestamp"),
    "count": ("count", "number", "cases", "how many", "times", "n"),
    "persona": ("persona", "who", "segment", "customer type"),
}
"""Words that a column's heading is likely to hold, the likeliest first."""

Said = tuple[str, str]
"""What a row says of its place: the journey, if a column says it, and the moment."""


class ComplaintsError(CxError):
    """Columns that make no complaints; the text says what to choose."""


@dataclass(frozen=True)
class Moment:
    """A touchpoint that complaints can be about."""

    id: str
    name: str
    journey_id: str
    journey: str


@dataclass(frozen=True)
class ComplaintsMapping:
    """What each column means, by its place; None: no column says it."""

    text: int | None = None
    touchpoint: int | None = None
    journey: int | None = None
    day: int | None = None
    count: int | None = None
    persona: int | None = None
    day_first: bool = True
    """1/3 is the first of March."""
    about: str | None = None
    """The one touchpoint that all rows are about, where no column says it."""
    by_hand: Mapping[Said, str] = field(default_factory=dict)
    """Touchpoint ids chosen by hand for what stands in the cells."""


@dataclass(frozen=True)
class Complaint:
    """One row that can be taken."""

    row: int
    text: str
    """One line."""
    touchpoint_id: str
    day: date | None = None
    count: int = 1
    persona_id: str | None = None


@dataclass(frozen=True)
class Unmatched:
    """What stands in cells that are like the name of no moment, or of two."""

    said: Said
    rows: int


@dataclass(frozen=True)
class Complaints:
    """What can be taken, by moment, and in sentences what cannot."""

    by_touchpoint: Mapping[str, tuple[Complaint, ...]]
    """In the order of the map."""
    refused: tuple[Refused, ...]
    unmatched: tuple[Unmatched, ...]
    """To be chosen by hand; those of most rows first."""

    @property
    def rows(self) -> int:
        """Rows that are taken."""
        return sum(map(len, self.by_touchpoint.values()))


def moments_of(workshop: Workshop) -> tuple[Moment, ...]:
    """Return all moments of a workshop, journey by journey in the order of the map.

    Args:
        workshop: as people see it, without removed things.
    """
    by_stage: dict[str, list[Touchpoint]] = defaultdict(list)
    for touchpoint in sorted(workshop.touchpoints.values(), key=place_of):
        by_stage[touchpoint.stage_id].append(touchpoint)
    stages = sorted(workshop.stages.values(), key=place_of)
    return tuple(
        Moment(touchpoint.id, touchpoint.name, journey.id, journey.name)
        for journey in sorted(workshop.journeys.values(), key=place_of)
        for stage in stages
        if stage.journey_id == journey.id
        for touchpoint in by_stage[stage.id]
    )


def guess_complaints(table: Table) -> ComplaintsMapping:
    """Return what the headings make likely; the longest texts are the complaints."""
    plain = [plain_name(heading) for heading in table.headings]
    found: dict[str, Any] = {}
    for part, words in _HEADINGS.items():
        free = [at for at in range(len(plain)) if at not in found.values()]
        held = (at for word in words for at in free if f" {word} " in f" {plain[at]} ")
        place = next(held, None)
        if place is not None:
            found[part] = place
    if "text" not in found:
        free = [at for at in range(len(plain)) if at not in found.values()]
        if free:
            found["text"] = max(free, key=lambda at: sum(map(len, table.column(at))))
    day = found.get("day")
    day_first = day is None or is_day_first(table.column(day))
    return ComplaintsMapping(**found, day_first=day_first)
