"""Which other things a thing refers to, read off the types of its fields."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_origin

from cxcore.model import Record, Thing
from cxcore.model.base import Ref


def references(thing: Thing) -> Iterator[tuple[str, str]]:
    """Yield the kind and id of everything that a thing refers to."""
    for field, of in reference_fields(type(thing)):
        value = getattr(thing, field)
        targets = value if isinstance(value, tuple) else (value,)
        yield from ((of, target) for target in targets if target is not None)


@cache
def reference_fields(record: type[Record]) -> tuple[tuple[str, str], ...]:
    """Return the fields of a record that hold ids, each with the kind meant."""
    found = []
    for name, info in record.model_fields.items():
        if get_origin(info.annotation) is Mapping:
            continue  # keys of nested values are not references of the thing itself
        mark = _mark([*info.metadata, info.annotation])
        if mark is not None:
            found.append((name, mark.kind))
    return tuple(found)


def _mark(parts: list[Any]) -> Ref | None:
    """Look for a mark in the metadata of a type, and of the types inside it."""
    for part in parts:
        if isinstance(part, Ref):
            return part
        inner = getattr(part, "__metadata__", ()) + get_args(part)
        mark = _mark(list(inner)) if inner else None
        if mark is not None:
            return mark
    return None
