"""Which fields a command changes; undo, merge and the live change all use it."""

from typing import assert_never

from cxcore.commands import (
    Add,
    Batch,
    Command,
    Place,
    Remove,
    Restore,
    SetAnswer,
    SetRating,
    SetValue,
    WriteText,
)

FieldKey = tuple[str, ...]
"""Names one field of a workshop: kind, id, field; or rating and its path."""


def touches(command: Command) -> frozenset[FieldKey]:
    """Return the keys of all fields that a command changes (decision 9).

    Parent and position are one field, and so is being there or removed.
    """
    if isinstance(command, Batch):
        return frozenset().union(*(touches(single) for single in command.commands))
    return frozenset({_key(command)})


def _key(command: Command) -> FieldKey:
    match command:
        case Add(of=of, thing=thing):
            return (of, thing.id, "there")
        case Remove(of=of, id=thing_id) | Restore(of=of, id=thing_id):
            return (of, thing_id, "there")
        case Place(of=of, id=thing_id):
            return (of, thing_id, "place")
        case WriteText() | SetValue():
            return (command.of, command.id, command.field)
        case SetRating():
            about = (command.touchpoint_id, command.participant_id)
            return ("rating", *about, command.standpoint, command.part)
        case SetAnswer():
            return ("answer", command.subject_id, command.participant_id, command.part)
        case Batch():
            msg = "a batch has the keys of its commands"
            raise TypeError(msg)
        case _:
            assert_never(command)
