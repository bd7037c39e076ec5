"""What a participant can ask for: a small set of orders, each plain data.

Every change to a workshop is one of these (docs/decisions/0002). They name the
kind of thing they are about, so a new kind of thing needs no new command.
"""

from typing import Annotated, Any, Literal

from pydantic import (
    Field,
    SerializeAsAny,
    StrictBool,
    StrictFloat,
    TypeAdapter,
    field_validator,
    model_validator,
)

from cxcore.model import (
    NAME_MAX,
    NOTE_MAX,
    SINGLE,
    THINGS,
    AnswerPart,
    Answers,
    Rating,
    RatingPart,
    Record,
    Standpoint,
    Thing,
    is_shared_text,
)
from cxcore.model.base import Id, Line, ParticipantId, Position, TouchpointId

BATCH_MAX = 5_000

FirstPlace = Literal[""]
"""Asks for the first place among the siblings."""


class Add(Record):
    """Add a thing; ``after`` asks the room for a place behind a sibling."""

    kind: Literal["add"] = "add"
    of: Annotated[str, Field(max_length=40)]
    thing: SerializeAsAny[Thing]
    after: Id | FirstPlace | None = None
    """A sibling's id, or empty for the first place; None: as ``position`` says."""

    @field_validator("of")
    @classmethod
    def _known(cls, of: str) -> str:
        return _known_kind(of, THINGS)

    @model_validator(mode="before")
    @classmethod
    def _read_thing(cls, data: Any) -> Any:  # noqa: ANN401 - pydantic hands in anything
        match data:
            case {"of": str(of), "thing": dict(thing)} if of in THINGS:
                return {**data, "thing": THINGS[of].model_validate(thing)}
        return data

    @model_validator(mode="after")
    def _same_kind(self) -> "Add":
        same = isinstance(self.thing, THINGS[self.of])
        if not same:
            msg = f"the thing added is not a {self.of}"
            raise ValueError(msg)
        return self


class _Change(Record):
    """About one field of one thing."""

    of: Annotated[str, Field(max_length=40)]
    id: Id

    @field_validator("of")
    @classmethod
    def _known(cls, of: str) -> str:
        return _known_kind(of, THINGS | SINGLE)


class WriteText(_Change):
    """Change shared text; refused where ``seen`` is no longer what stands there."""

    kind: Literal["write_text"] = "write_text"
    field: Annotated[str, Field(max_length=40)]
    text: Annotated[str, Field(max_length=NOTE_MAX)]
    seen: Annotated[str, Field(max_length=NOTE_MAX)]
    """The text its author had before them."""

    @model_validator(mode="after")
    def _fits_field(self) -> "WriteText":
        record = _record_of(self.of, self.field, shared_text=True)
        _field_adapter(record, self.field).validate_python(self.text)
        return self


class SetValue(_Change):
    """Choose, switch or clear one field that is not shared text; the last wins."""

    kind: Literal["set_value"] = "set_value"
    field: Annotated[str, Field(max_length=40)]
    value: Any

    @model_validator(mode="before")
    @classmethod
    def _read_value(cls, data: Any) -> Any:  # noqa: ANN401 - pydantic hands in anything
        match data:
            case {"of": str(of), "field": str(field), "value": value}:
                record = _record_of(of, field, shared_text=False)
                read = _field_adapter(record, field).validate_python(value)
                return {**data, "value": read}
        return data


class Place(_Change):
    """Move a thing among its siblings, or under another parent; the last wins.

    Parent and position only make sense together, so they are one field.
    """

    kind: Literal["place"] = "place"
    parent_id: Id | None = None
    """The new parent; None for kinds that have none."""
    position: Position | None = None
    after: Id | FirstPlace | None = None
    """Asks the room for a position; see ``Add``."""

    @field_validator("of")
    @classmethod
    def _known(cls, of: str) -> str:
        """What there is exactly one of has no siblings to be moved among."""
        return _known_kind(of, THINGS)


class Remove(_Change):
    """Take a thing away; it and its children keep their values (decision 6)."""

    kind: Literal["remove"] = "remove"


class Restore(_Change):
    """Bring a removed thing back, with all that was in it."""

    kind: Literal["restore"] = "restore"


class SetRating(Record):
    """Say, change or clear one part of my rating; one command per gesture."""

    kind: Literal["set_rating"] = "set_rating"
    touchpoint_id: TouchpointId
    participant_id: ParticipantId
    standpoint: Standpoint = Standpoint.AS_PERSONA
    part: RatingPart
    value: StrictFloat | StrictBool | None
    """None clears the part: not rated, which is never zero."""

    @model_validator(mode="after")
    def _in_range(self) -> "SetRating":
        _field_adapter(Rating, self.part).validate_python(self.value)
        return self


class SetAnswer(Record):
    """Say, change or clear my answer about a whole journey, or a process."""

    kind: Literal["set_answer"] = "set_answer"
    subject_id: Id
    participant_id: ParticipantId
    part: AnswerPart
    value: StrictFloat | None

    @model_validator(mode="after")
    def _in_range(self) -> "SetAnswer":
        _field_adapter(Answers, self.part).validate_python(self.value)
        return self


Single = Annotated[
    Add | WriteText | SetValue | Place | Remove | Restore | SetRating | SetAnswer,
    Field(discriminator="kind"),
]
"""One change of one thing."""


class Batch(Record):
    """Several changes that are one to their author: a stage drag, a paste."""

    kind: Literal["batch"] = "batch"
    commands: Annotated[tuple[Single, ...], Field(min_length=1, max_length=BATCH_MAX)]
    label: Line = Field(default="", max_length=NAME_MAX)


Command = (
    Add
    | WriteText
    | SetValue
    | Place
    | Remove
    | Restore
    | SetRating
    | SetAnswer
    | Batch
)
"""Everything that changes a workshop."""

CommandField = Annotated[Command, Field(discriminator="kind")]
COMMAND: TypeAdapter[Command] = TypeAdapter(CommandField)
"""Reads and writes any command."""

_ADAPTERS: dict[tuple[type[Record], str], TypeAdapter[Any]] = {}
_PLACED = frozenset({"id", "removed", "position"})


def _known_kind(of: str, kinds: dict[str, Any]) -> str:
    if of not in kinds:
        msg = f"there is no kind of thing called {of!r}"
        raise ValueError(msg)
    return of


def _record_of(of: str, field: str, *, shared_text: bool) -> type[Record]:
    """Return the record whose field this is, or raise ``ValueError``."""
    record = (THINGS | SINGLE).get(of)
    if record is None or field not in record.model_fields or _is_placed(record, field):
        msg = f"{of!r} has no field {field!r} to change"
        raise ValueError(msg)
    if is_shared_text(record, field) is not shared_text:
        verb = "set_value" if shared_text else "write_text"
        msg = f"{field!r} is changed by {verb}"
        raise ValueError(msg)
    return record


def _is_placed(record: type[Record], field: str) -> bool:
    """Fields that only adding, placing and removing change."""
    if not issubclass(record, Thing):
        return False
    return record.kept or field in _PLACED or field == record.parent


def _field_adapter(record: type[Record], field: str) -> TypeAdapter[Any]:
    """Return the validator of one field, made once."""
    key = (record, field)
    if key not in _ADAPTERS:
        info = record.model_fields[field]
        _ADAPTERS[key] = TypeAdapter(info.rebuild_annotation())
    return _ADAPTERS[key]


def singles_of(command: Command) -> tuple[Single, ...]:
    """Return the changes of a batch, or the one that a command is."""
    return command.commands if isinstance(command, Batch) else (command,)
