"""The command that takes another one back, as seen from the state before it."""

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
    Single,
    WriteText,
)
from cxcore.edit.apply import apply
from cxcore.edit.lookup import find
from cxcore.model import THINGS, Answers, Rating, Record, Thing, Workshop


def invert(before: Workshop, command: Command) -> Command | None:
    """Return the command that undoes this one; None where that would change nothing.

    visible(apply(apply(before, command), invert(before, command))) is
    visible(before): what was added is taken away by its flag, not erased.
    """
    inverse: Command | None
    if isinstance(command, Batch):
        inverse = _invert_batch(before, command)
    else:
        inverse = _invert_single(before, command)
    after = apply(before, command)
    if inverse is None or apply(after, inverse) == after:
        return None
    return inverse


def _invert_batch(before: Workshop, batch: Batch) -> Batch | None:
    inverses: list[Single] = []
    for command in batch.commands:
        inverse = _invert_single(before, command)
        if inverse is not None:
            inverses.append(inverse)
        before = apply(before, command)
    if not inverses:
        return None
    return Batch(commands=tuple(reversed(inverses)), label=batch.label)


def _invert_single(before: Workshop, command: Single) -> Single | None:
    match command:
        case Add():
            return _invert_add(before, command)
        case SetRating():
            return _invert_rating(before, command)
        case SetAnswer():
            return _invert_answer(before, command)
        case WriteText() | SetValue() | Place() | Remove() | Restore():
            record = find(before, command.of, command.id)
            return None if record is None else _invert_change(record, command)
        case _:
            assert_never(command)


def _invert_add(before: Workshop, command: Add) -> Remove | None:
    if find(before, command.of, command.thing.id) is not None or command.thing.kept:
        return None
    return Remove(of=command.of, id=command.thing.id)


def _invert_change(
    record: Record, command: WriteText | SetValue | Place | Remove | Restore
) -> Single | None:
    of, thing_id = command.of, command.id
    match command:
        case WriteText(field=field, text=text):
            old = getattr(record, field)
            return WriteText(of=of, id=thing_id, field=field, text=old, seen=text)
        case SetValue(field=field):
            old = getattr(record, field)
            return SetValue(of=of, id=thing_id, field=field, value=old)
        case Place():
            return _invert_place(record, command)
        case Remove() | Restore():
            return _invert_removed(record, command)
        case _:
            assert_never(command)


def _invert_place(record: Record, command: Place) -> Place | None:
    if command.of not in THINGS or command.position is None:
        return None
    parent = THINGS[command.of].parent
    return Place(
        of=command.of,
        id=command.id,
        parent_id=getattr(record, parent) if parent else None,
        position=getattr(record, "position", None),
    )


def _invert_removed(record: Record, command: Remove | Restore) -> Single | None:
    removing = isinstance(command, Remove)
    if not isinstance(record, Thing) or record.kept or record.removed is removing:
        return None
    opposite = Restore if removing else Remove
    return opposite(of=command.of, id=command.id)


def _invert_rating(before: Workshop, command: SetRating) -> SetRating:
    of_touchpoint = before.ratings.get(command.touchpoint_id, {})
    of_participant = of_touchpoint.get(command.participant_id, {})
    rating = of_participant.get(command.standpoint, Rating())
    return command.model_copy(update={"value": getattr(rating, command.part)})


def _invert_answer(before: Workshop, command: SetAnswer) -> SetAnswer:
    of_subject = before.answers.get(command.subject_id, {})
    answers = of_subject.get(command.participant_id, Answers())
    return command.model_copy(update={"value": getattr(answers, command.part)})
