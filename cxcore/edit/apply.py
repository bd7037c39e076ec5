"""The one way a workshop changes: pure, and total for validated commands."""

from collections.abc import Iterable
from functools import reduce
from typing import assert_never

from cxcore.commands import (
    Add,
    Batch,
    Command,
    Entry,
    Place,
    Remove,
    Restore,
    SetAnswer,
    SetRating,
    SetValue,
    WriteText,
)
from cxcore.edit.lookup import find, put, with_fields
from cxcore.model import THINGS, Answers, Rating, Thing, Workshop

_NOT_RATED = Rating()
_NOT_ANSWERED = Answers()


def apply(workshop: Workshop, command: Command) -> Workshop:
    """Return the workshop after the command; total, it never raises.

    What no longer fits leaves the workshop as it is. Refusing is the room's job:
    a guard in here would lose edits when copies are merged (decision 3).
    """
    match command:
        case Add():
            return _add(workshop, command)
        case WriteText() | SetValue():
            return _set_field(workshop, command)
        case Place():
            return _place(workshop, command)
        case Remove() | Restore():
            return _set_removed(workshop, command)
        case SetRating() | SetAnswer():
            return _say(workshop, command)
        case Batch():
            return reduce(apply, command.commands, workshop)
        case _:
            assert_never(command)


def fold(base: Workshop, history: Iterable[Entry]) -> Workshop:
    """Return the workshop after a history, in the order given."""
    return reduce(apply, (entry.command for entry in history), base)


def _add(workshop: Workshop, command: Add) -> Workshop:
    if find(workshop, command.of, command.thing.id) is not None:
        return workshop
    return put(workshop, command.of, command.thing.id, command.thing)


def _set_field(workshop: Workshop, command: WriteText | SetValue) -> Workshop:
    value = command.text if isinstance(command, WriteText) else command.value
    return with_fields(workshop, command.of, command.id, {command.field: value})


def _place(workshop: Workshop, command: Place) -> Workshop:
    record = find(workshop, command.of, command.id)
    if command.of not in THINGS or record is None or command.position is None:
        return workshop
    fields = {"position": command.position}
    parent = THINGS[command.of].parent
    if parent and command.parent_id is not None:
        fields[parent] = command.parent_id
    return with_fields(workshop, command.of, command.id, fields)


def _set_removed(workshop: Workshop, command: Remove | Restore) -> Workshop:
    thing = find(workshop, command.of, command.id)
    if not isinstance(thing, Thing) or thing.kept:
        return workshop
    fields = {"removed": isinstance(command, Remove)}
    return with_fields(workshop, command.of, command.id, fields)


def _say(workshop: Workshop, command: SetRating | SetAnswer) -> Workshop:
    if isinstance(command, SetRating):
        return _set_rating(workshop, command)
    return _set_answer(workshop, command)


def _set_rating(workshop: Workshop, command: SetRating) -> Workshop:
    of_touchpoint = workshop.ratings.get(command.touchpoint_id, {})
    of_participant = of_touchpoint.get(command.participant_id, {})
    old = of_participant.get(command.standpoint, _NOT_RATED)
    new = old.model_copy(update={command.part: command.value})
    ratings = {
        **workshop.ratings,
        command.touchpoint_id: {
            **of_touchpoint,
            command.participant_id: {**of_participant, command.standpoint: new},
        },
    }
    return workshop.model_copy(update={"ratings": ratings})


def _set_answer(workshop: Workshop, command: SetAnswer) -> Workshop:
    of_subject = workshop.answers.get(command.subject_id, {})
    old = of_subject.get(command.participant_id, _NOT_ANSWERED)
    new = old.model_copy(update={command.part: command.value})
    answers = {
        **workshop.answers,
        command.subject_id: {**of_subject, command.participant_id: new},
    }
    return workshop.model_copy(update={"answers": answers})
