"""What the room asks of a command before it takes it (decision 3)."""

from collections.abc import Iterator
from dataclasses import dataclass
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
from cxcore.edit.lookup import find, put, things
from cxcore.edit.references import references
from cxcore.errors import CxError
from cxcore.model import THINGS, Participant, Record, Thing, Workshop


class DoesNotFitError(CxError):
    """The command is about something that is not there, or is there already."""


class StaleTextError(CxError):
    """Somebody else changed the text since its author looked at it."""

    def __init__(self, now: str, text: str) -> None:
        self.now = now
        self.text = text
        super().__init__(
            f"Somebody has changed this to “{now}” meanwhile. "
            "Your text is kept: choose which one to keep."
        )


@dataclass(frozen=True)
class Clash:
    """A text that has moved on: what stands there now, and what was to be written."""

    now: str
    text: str


def fits(workshop: Workshop, command: Command) -> str | None:
    """Return None where the command can be done, else a sentence that says why not."""
    for before, single in _one_by_one(workshop, command):
        reason = _fits_single(before, single)
        if reason is not None:
            return reason
    return None


def stale(workshop: Workshop, command: Command) -> Clash | None:
    """Return what stands there now where it is not what the author saw."""
    for before, single in _one_by_one(workshop, command):
        if isinstance(single, WriteText):
            record = find(before, single.of, single.id)
            now = getattr(record, single.field, single.seen)
            if now not in (single.seen, single.text):
                return Clash(now=now, text=single.text)
    return None


def _one_by_one(
    workshop: Workshop, command: Command
) -> Iterator[tuple[Workshop, Single]]:
    """Yield each change with the state that it meets: those before it are done."""
    if not isinstance(command, Batch):
        yield workshop, command
        return
    for single in command.commands:
        yield workshop, single
        # What people say is asked for by none of these checks, and is most of a batch.
        if not isinstance(single, (SetRating, SetAnswer)):
            workshop = apply(workshop, single)


def _fits_single(workshop: Workshop, command: Single) -> str | None:
    match command:
        case Add():
            return _fits_add(workshop, command)
        case WriteText() | SetValue() | Remove() | Restore():
            return _fits_change(workshop, command)
        case Place():
            return _fits_place(workshop, command)
        case SetRating():
            known = command.touchpoint_id in workshop.touchpoints
            return _rater(workshop, command.participant_id, known=known)
        case SetAnswer():
            known = any(
                find(workshop, of, command.subject_id) is not None
                for of in ("journey", "process", "touchpoint")
            )
            return _rater(workshop, command.participant_id, known=known)
        case _:
            assert_never(command)


def _fits_add(workshop: Workshop, command: Add) -> str | None:
    # Of whatever kind: no file with one id for two things could be opened again.
    if any(command.thing.id in things(workshop, of) for of in THINGS):
        return "It is there already."
    return _dangling(workshop, command.thing)


def _fits_change(
    workshop: Workshop, command: WriteText | SetValue | Remove | Restore
) -> str | None:
    record = find(workshop, command.of, command.id)
    if record is None:
        return "It is not there any more."
    if isinstance(command, (Remove, Restore)):
        return _fits_switch(record, command)
    if isinstance(record, Participant) and _names_a_voice(record, command):
        return "Who spoke in a round without names stays unnamed."
    if isinstance(command, SetValue) and isinstance(record, Thing):
        changed = record.model_copy(update={command.field: command.value})
        return _dangling(workshop, changed)
    return None


def _names_a_voice(
    person: Participant, command: WriteText | SetValue | Remove | Restore
) -> bool:
    """Tell whether this would give an anonymous voice a name, or take one away."""
    if isinstance(command, (Remove, Restore)):
        return False
    return person.anonymous or command.field == "anonymous"


def _fits_switch(record: Record, command: Remove | Restore) -> str | None:
    if not isinstance(record, Thing) or record.kept:
        return "It cannot be taken away."
    if record.removed is isinstance(command, Remove):
        return "It is taken away already." if record.removed else "It is there already."
    return None


def _fits_place(workshop: Workshop, command: Place) -> str | None:
    thing = find(workshop, command.of, command.id)
    if not isinstance(thing, Thing) or "position" not in type(thing).model_fields:
        return "It has no place to move from."
    if command.position is None:
        return "It was not said where it should go."
    parent = THINGS[command.of].parent
    if not parent or command.parent_id is None:
        return None
    return _dangling(workshop, thing.model_copy(update={parent: command.parent_id}))


def _dangling(workshop: Workshop, thing: Thing) -> str | None:
    alone = put(workshop, thing.kind, thing.id, thing)
    for of, target in references(thing):
        if target not in things(alone, of):
            return f"It refers to a {of.replace('_', ' ')} that is not there."
    return None


def _rater(workshop: Workshop, participant_id: str, *, known: bool) -> str | None:
    if not known:
        return "It is not there any more."
    if participant_id not in workshop.participants:
        return "This participant is not in the workshop."
    return None
