"""Ground rules of every domain type, and the small types they are made of."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from cxcore.model.text import UNSAFE, UNSEEN

NAME_MAX = 200
NOTE_MAX = 10_000
POSITION_MAX = 4_000

_LINE = rf"[^{UNSAFE}\n\t]*"
_NAME_PATTERN = rf"^{_LINE}[^{UNSAFE}{UNSEEN}]{_LINE}$"
_LINE_PATTERN = rf"^{_LINE}$"
_NOTE_PATTERN = rf"^[^{UNSAFE}]*$"


class Record(BaseModel):
    """Base of every domain type: immutable and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


@dataclass(frozen=True)
class SharedText:
    """Marks a field as text that several people may edit (decision 2)."""


@dataclass(frozen=True)
class Ref:
    """Marks a field that holds the id of another thing, of the kind named."""

    kind: str


_NUMBER = re.compile(r"\s*[-+]?[\d.]+\s*")


def _only_text(value: object) -> object:
    """Refuse numbers where a date is due: pydantic would take them as seconds."""
    if isinstance(value, (date, datetime)):
        return value
    if isinstance(value, str) and not _NUMBER.fullmatch(value):
        return value
    msg = "a date is written as text, such as 2026-11-22"
    raise ValueError(msg)


Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
"""Stable identity, minted by the caller from 128 random bits (decision 8)."""

ParticipantId = Annotated[Id, Ref("participant")]
PersonaId = Annotated[Id, Ref("persona")]
StatementId = Annotated[Id, Ref("statement")]
NeedId = Annotated[Id, Ref("need")]
JourneyId = Annotated[Id, Ref("journey")]
StageId = Annotated[Id, Ref("stage")]
TouchpointId = Annotated[Id, Ref("touchpoint")]
EvidenceId = Annotated[Id, Ref("evidence")]
ProcessId = Annotated[Id, Ref("process")]
BrandValueId = Annotated[Id, Ref("brand_value")]

Name = Annotated[
    str,
    StringConstraints(min_length=1, max_length=NAME_MAX, pattern=_NAME_PATTERN),
    SharedText(),
]
"""One line that names a thing; some of it can be seen."""

Line = Annotated[
    str, StringConstraints(max_length=NAME_MAX, pattern=_LINE_PATTERN), SharedText()
]
"""One line that may be left empty."""

Note = Annotated[
    str, StringConstraints(max_length=NOTE_MAX, pattern=_NOTE_PATTERN), SharedText()
]
"""Text of several lines that may be left empty."""

Position = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9A-Za-z]*[1-9A-Za-z]$", max_length=POSITION_MAX),
]
"""Place among siblings, as a key between two neighbours (decision 7)."""

Switch = Annotated[bool, Field(strict=True)]
Count = Annotated[int, Field(strict=True, ge=0, le=1_000_000_000)]
Share = Annotated[float, Field(strict=True, ge=0, le=1)]
"""A part of a whole, 0 to 1."""
Day = Annotated[date, BeforeValidator(_only_text)]
"""A calendar day; on paper 2026-11-22."""
Moment = Annotated[datetime, BeforeValidator(_only_text)]
"""A point in time with its zone, handed in by the caller."""

Valence = Annotated[float, Field(strict=True, ge=-5, le=5)]
"""How a moment feels: -5 (very bad) to +5 (very good), 0 is neutral."""
Importance = Annotated[float, Field(strict=True, ge=1, le=5)]
"""How much a moment matters to the persona: 1 to 5."""
TenPoints = Annotated[float, Field(strict=True, ge=0, le=10)]
"""Expectation, performance, and answers about the whole: 0 to 10."""
Effort = Annotated[float, Field(strict=True, ge=1, le=7)]
"""How hard a moment is for the persona: 1 (easy) to 7."""
FivePoints = Annotated[float, Field(strict=True, ge=1, le=5)]
"""Readiness of staff: 1 (no) to 5 (yes)."""


class Thing(Record):
    """Something with an id that a workshop holds in a collection of its own.

    Removal is a flag (decision 6): a removed thing keeps its values and its
    children, so bringing it back brings everything back.
    """

    kind: ClassVar[str]
    collection: ClassVar[str]
    parent: ClassVar[str] = ""
    """Name of the field that holds the parent's id; empty where there is none."""
    kept: ClassVar[bool] = False
    """Written once and never changed again, such as the outcome of a round."""

    id: Id
    removed: Switch = False
