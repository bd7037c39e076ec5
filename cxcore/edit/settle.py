"""Turning "behind that one" into a position, before a command is taken."""

from typing import cast

from cxcore.commands import (
    Add,
    Batch,
    Command,
    Place,
    SetAnswer,
    SetRating,
    Single,
)
from cxcore.edit.apply import apply
from cxcore.edit.lookup import find, siblings
from cxcore.model import THINGS, Thing, Workshop
from cxcore.order import between


def settle(workshop: Workshop, command: Command) -> Command:
    """Return the command with every ``after`` turned into a position (decision 7).

    Where the sibling named is gone, the thing goes to the end.
    """
    if not isinstance(command, Batch):
        return _settle_single(workshop, command)
    settled: list[Single] = []
    for single in command.commands:
        settled.append(_settle_single(workshop, single))
        if not isinstance(single, (SetRating, SetAnswer)):  # they have no place
            workshop = apply(workshop, settled[-1])
    return command.model_copy(update={"commands": tuple(settled)})


def _settle_single(workshop: Workshop, command: Single) -> Single:
    if isinstance(command, Add) and command.after is not None:
        field = THINGS[command.of].parent
        parent_id = getattr(command.thing, field) if field else None
        position = _behind(workshop, command.of, parent_id, command.after, "")
        thing = command.thing.model_copy(update={"position": position})
        return command.model_copy(update={"thing": thing, "after": None})
    if isinstance(command, Place) and command.after is not None:
        parent_id = command.parent_id or _parent_of(workshop, command)
        position = _behind(workshop, command.of, parent_id, command.after, command.id)
        return command.model_copy(update={"position": position, "after": None})
    return command


def _parent_of(workshop: Workshop, command: Place) -> str | None:
    thing = find(workshop, command.of, command.id)
    field = THINGS[command.of].parent if command.of in THINGS else ""
    return getattr(thing, field) if field and thing is not None else None


def _behind(
    workshop: Workshop, of: str, parent_id: str | None, after: str, moved: str
) -> str:
    row = [thing for thing in siblings(workshop, of, parent_id) if thing.id != moved]
    ids = [thing.id for thing in row]
    if after == "":
        low, high = "", _position(row[0]) if row else ""
    elif after in ids:
        place = ids.index(after)
        low = _position(row[place])
        high = _position(row[place + 1]) if place + 1 < len(row) else ""
    else:
        low, high = (_position(row[-1]), "") if row else ("", "")
    return between(low, high)


def _position(thing: Thing) -> str:
    return cast("str", getattr(thing, "position", ""))
