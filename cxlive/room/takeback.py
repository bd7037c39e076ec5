"""Undo and redo in a room: what can be taken back, by which command."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from cxcore.commands import Command, Entry
from cxcore.edit import (
    FieldKey,
    Passed,
    UndoChoice,
    apply,
    choose_redo,
    invert,
    touches,
)
from cxcore.model import Workshop
from cxlive.errors import NothingToUndoError

Choose = Callable[[Sequence[Entry], str, Collection[str]], UndoChoice]


@dataclass(frozen=True)
class TakeBack:
    """The entry to take back, the command that does it, and what was passed over."""

    entry: Entry
    command: Command
    passed: tuple[Passed, ...]


class Inverses:
    """The inverse of every change, as seen when it was made."""

    def __init__(self) -> None:
        self._by_id: dict[str, Command | None] = {}
        self.changed_nothing: set[str] = set()
        """Ids of those that have none: they are no steps of undo."""

    def keep(self, before: Workshop, entry: Entry) -> None:
        """Remember how to take this entry back; nobody can what the room wrote."""
        inverse = None if entry.actor is None else invert(before, entry.command)
        self._by_id[entry.id] = inverse
        if inverse is None:
            self.changed_nothing.add(entry.id)

    def forget(self, entry: Entry) -> None:
        """Drop an entry that was not saved after all."""
        self._by_id.pop(entry.id, None)
        self.changed_nothing.discard(entry.id)

    def know(self, entries: Collection[Entry]) -> bool:
        """Tell whether all these were seen being made, here or by ``refold``."""
        return all(entry.id in self._by_id for entry in entries)

    def of(self, entry: Entry) -> Command | None:
        """Return the command that takes the entry back; None: it changed nothing."""
        return self._by_id[entry.id]

    def refold(self, start: Workshop, history: Sequence[Entry]) -> None:
        """Find all inverses again, as after a restart."""
        workshop = start
        for entry in history:
            self.keep(workshop, entry)
            workshop = apply(workshop, entry.command)


class Choices:
    """Whether there is something to undo and to redo, kept up to date cheaply.

    Others' changes can only block what was the choice before, so the history is
    searched again only after a change of one's own or one that touches the choice.
    """

    def __init__(self, choose: Choose, inverses: Inverses) -> None:
        self._choose = choose
        self._inverses = inverses
        self._seen: dict[str, tuple[int, Entry | None]] = {}
        self._touched: dict[str, frozenset[FieldKey]] = {}

    def entry(self, history: Sequence[Entry], actor: str) -> Entry | None:
        """Return the entry that would be taken back now."""
        length, chosen = self._seen.get(actor, (-1, None))
        news = history[length:] if 0 <= length <= len(history) else None
        if news is None or self._upset(news, actor, chosen):
            nothing = self._inverses.changed_nothing
            chosen = self._choose(history, actor, nothing).entry
        self._seen[actor] = (len(history), chosen)
        return chosen

    def _upset(self, news: Sequence[Entry], actor: str, chosen: Entry | None) -> bool:
        """Tell whether what was the choice may have changed by these entries."""
        if any(new.actor == actor for new in news):
            return True
        if chosen is None:
            return False
        keys = self._touches(chosen)
        return any(keys & self._touches(new) for new in news)

    def _touches(self, entry: Entry) -> frozenset[FieldKey]:
        """Return the fields of an entry; asked again for every person in a room."""
        if entry.id not in self._touched:
            self._touched[entry.id] = touches(entry.command)
        return self._touched[entry.id]


def take_back(
    choose: Choose, history: Sequence[Entry], actor: str, inverses: Inverses
) -> TakeBack:
    """Choose what to take back, or raise ``NothingToUndoError``.

    A change that changed nothing cannot be taken back; the one before it is.
    """
    choice = choose(history, actor, inverses.changed_nothing)
    command = None if choice.entry is None else inverses.of(choice.entry)
    if choice.entry is None or command is None:
        raise NothingToUndoError(_nothing(choose, choice.passed))
    return TakeBack(choice.entry, command, choice.passed)


def _nothing(choose: Choose, passed: Sequence[Passed]) -> str:
    verb = "do again" if choose is choose_redo else "take back"
    if passed:
        return f"Others have gone on from your changes, so none is left to {verb}."
    return f"There is nothing of yours to {verb}."


def note_on_passed(passed: Sequence[Passed], workshop: Workshop) -> str | None:
    """Say what was passed over and who had changed it; None where nothing was."""
    if not passed:
        return None
    names = {by: workshop.participants[by].name for by in _known(passed, workshop)}
    who = sorted(set(names.values())) or ["somebody else"]
    what = "a change" if len(passed) == 1 else f"{len(passed)} changes"
    left = ", ".join(sorted({_about(p, workshop) for p in passed}))
    return f"Passed over {what} of yours ({left}): {_and(who)} changed it since."


def _known(passed: Sequence[Passed], workshop: Workshop) -> list[str]:
    return [p.by for p in passed if p.by is not None and p.by in workshop.participants]


def _about(passed: Passed, workshop: Workshop) -> str:
    """Name the thing that a change was about, as people call it."""
    of, thing_id, *_ = min(touches(passed.entry.command))
    collections = (workshop.touchpoints, workshop.stages, workshop.journeys)
    for collection in (*collections, workshop.personas, workshop.participants):
        thing = collection.get(thing_id)
        if thing is not None:
            return f"“{thing.name}”"
    return of.replace("_", " ")


def _and(names: Sequence[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
