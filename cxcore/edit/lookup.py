"""Finding and replacing one thing in a workshop, copying only the path to it."""

from collections.abc import Mapping
from typing import Any

from cxcore.model import SINGLE, THINGS, Record, Thing, Workshop


def find(workshop: Workshop, of: str, thing_id: str) -> Record | None:
    """Return a thing, removed or not; None where there is none."""
    if of in SINGLE:
        single: Record = getattr(workshop, of)
        return single if thing_id == of else None
    return things(workshop, of).get(thing_id)


def things(workshop: Workshop, of: str) -> Mapping[str, Thing]:
    """Return all things of a kind, removed ones included."""
    collection: Mapping[str, Thing] = getattr(workshop, THINGS[of].collection)
    return collection


def put(workshop: Workshop, of: str, thing_id: str, record: Record) -> Workshop:
    """Return the workshop with this record in its place."""
    if of in SINGLE:
        return workshop.model_copy(update={of: record})
    name = THINGS[of].collection
    return workshop.model_copy(
        update={name: {**getattr(workshop, name), thing_id: record}}
    )


def with_fields(
    workshop: Workshop, of: str, thing_id: str, fields: dict[str, Any]
) -> Workshop:
    """Return the workshop with fields of one thing replaced; total.

    The values come from a validated command, so they are not validated again.
    """
    record = find(workshop, of, thing_id)
    if record is None:
        return workshop
    return put(workshop, of, thing_id, record.model_copy(update=fields))


def siblings(workshop: Workshop, of: str, parent_id: str | None) -> list[Thing]:
    """Return the things of a kind under one parent, in order, removed ones too."""
    field = THINGS[of].parent
    found = [
        thing
        for thing in things(workshop, of).values()
        if not field or getattr(thing, field) == parent_id
    ]
    return sorted(found, key=place_of)


def place_of(thing: Thing) -> tuple[str, str]:
    """Sort key of a thing among its siblings (decision 4)."""
    return (getattr(thing, "position", ""), thing.id)
