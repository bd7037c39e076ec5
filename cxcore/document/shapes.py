"""The shape of a workshop file, read off the types: where which record stands.

Repair and the words for places both walk plain data along these shapes, before
anybody knows whether the data is right.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from cxcore.commands import Command, Entry
from cxcore.model import THINGS, Record, Thing, Workshop


@dataclass(frozen=True)
class RecordShape:
    """An object with the fields of one record."""

    record: type[Record]
    known: frozenset[str]
    nested: tuple[tuple[str, "Shape"], ...]
    """The fields that hold records in their turn."""


@dataclass(frozen=True)
class EachShape:
    """A list of, or a mapping to, values of one shape."""

    inner: "Shape"


@dataclass(frozen=True)
class CommandShape:
    """A command: which one, its own ``kind`` says."""


@dataclass(frozen=True)
class ThingShape:
    """A thing inside a command: which one, the command's ``of`` says."""


Shape = RecordShape | EachShape | CommandShape | ThingShape

COMMANDS: dict[str, type[Record]] = {
    command.model_fields["kind"].default: command for command in get_args(Command)
}
"""Every command, by the ``kind`` it is written with."""


def exact_shape(shape: "Shape | None", data: Any, holder: Any) -> "Shape | None":  # noqa: ANN401 - plain data
    """Return the shape of this very data, once commands said what they are.

    None where the data does not say it: then nothing is known of its fields.
    """
    if isinstance(shape, CommandShape):
        kind = data.get("kind") if isinstance(data, dict) else None
        return _of_kind(COMMANDS, kind)
    if isinstance(shape, ThingShape):
        kind = holder.get("of") if isinstance(holder, dict) else None
        return _of_kind(THINGS, kind)
    return shape


def _of_kind(records: Mapping[str, type[Record]], kind: Any) -> "Shape | None":  # noqa: ANN401 - plain data
    known = isinstance(kind, str) and kind in records
    return record_shape(records[kind]) if known else None


@cache
def record_shape(record: type[Record]) -> RecordShape:
    """Return the shape of one record."""
    shapes = {
        name: _shape_of(info.annotation) for name, info in record.model_fields.items()
    }
    return RecordShape(
        record=record,
        known=frozenset(shapes),
        nested=tuple((name, shape) for name, shape in shapes.items() if shape),
    )


@cache
def file_shapes() -> Mapping[str, Shape]:
    """Return the shapes of what stands at the top of a file."""
    workshop = record_shape(Workshop)
    return {
        "workshop": workshop,
        "base": workshop,
        "history": EachShape(record_shape(Entry)),
    }


def _shape_of(annotation: Any) -> Shape | None:  # noqa: ANN401 - a type may be anything
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return ThingShape() if annotation is Thing else record_shape(annotation)
    if set(get_args(annotation)) & set(COMMANDS.values()):
        return CommandShape()
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape_of(arguments[0])
    shapes = [_shape_of(argument) for argument in arguments]
    inner = next((shape for shape in reversed(shapes) if shape is not None), None)
    if inner is None or not isinstance(origin, type):
        return inner
    return EachShape(inner) if issubclass(origin, (Mapping, tuple)) else inner
