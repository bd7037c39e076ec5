"""Which of my changes undo and redo take next (decision 10)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cxcore.commands import Entry
from cxcore.edit.touches import FieldKey, touches

REACH = 100
"""How many of my own newest changes undo looks back over; undoing is none."""

_Later = dict[FieldKey, str | None]
"""The fields that may not be written any more, and because of whose change."""


@dataclass(frozen=True)
class Passed:
    """A change of mine that undo leaves alone, and who has changed it since."""

    entry: Entry
    by: str | None


@dataclass(frozen=True)
class UndoChoice:
    """The entry to take back, None where there is none, and those passed over."""

    entry: Entry | None
    passed: tuple[Passed, ...] = ()


def choose_undo(
    history: Sequence[Entry], actor: str, changed_nothing: Collection[str] = ()
) -> UndoChoice:
    """Choose my newest change that is neither undone nor an undo itself.

    Where somebody else has since written a field it touched, pass over it, say
    whose change stands in the way, and take the next older one. What was passed
    over stays done, so it stands in the way of my own older ones too.

    Args:
        history: all entries, oldest first.
        actor: whose undo it is.
        changed_nothing: ids of entries without an inverse (``invert`` said None);
            mine among them are no steps of undo, and nobody is told of them.
    """
    gone = _taken_back(history)
    reach = {entry.id for entry in within_reach(history, actor)}
    later: _Later = {}
    passed: list[Passed] = []
    for entry in reversed(history):
        if entry.actor != actor:
            _note(later, entry, entry.actor)
        elif entry.id not in reach:
            break
        elif not (entry.undoes or entry.id in gone or entry.id in changed_nothing):
            blocking = _blocking(later, entry)
            if not blocking:
                return UndoChoice(entry, tuple(passed))
            passed.append(Passed(entry, later[blocking[0]]))
            _note(later, entry, later[blocking[0]])
    return UndoChoice(None, tuple(passed))


def choose_redo(
    history: Sequence[Entry], actor: str, changed_nothing: Collection[str] = ()
) -> UndoChoice:
    """Choose my newest undo not yet redone, made since my last ordinary change.

    Changes that changed nothing are passed over in silence, as in ``choose_undo``.
    """
    gone = _taken_back(history)
    undos = {entry.id for entry in history if entry.undoes is not None}
    later: _Later = {}
    for entry in reversed(history):
        if entry.actor != actor:
            _note(later, entry, entry.actor)
        elif entry.id in changed_nothing or entry.undoes in undos or entry.id in gone:
            continue
        elif entry.undoes is None:
            break
        else:
            blocking = _blocking(later, entry)
            if blocking:
                return UndoChoice(None, (Passed(entry, later[blocking[0]]),))
            return UndoChoice(entry)
    return UndoChoice(None)


def within_reach(history: Sequence[Entry], actor: str) -> tuple[Entry, ...]:
    """Return all of my entries that undo or redo may choose, newest first.

    They are my ``REACH`` newest ordinary changes and my undos since.
    """
    found: list[Entry] = []
    ordinary = 0
    for entry in reversed(history):
        if entry.actor == actor:
            ordinary += entry.undoes is None
            if ordinary > REACH:
                break
            found.append(entry)
    return tuple(found)


def _note(later: _Later, entry: Entry, by: str | None) -> None:
    later.update(dict.fromkeys(touches(entry.command), by))


def _blocking(later: _Later, entry: Entry) -> list[FieldKey]:
    return sorted(key for key in touches(entry.command) if key in later)


def _taken_back(history: Sequence[Entry]) -> set[str]:
    """Return the ids of entries that are undone now: undone, and not redone."""
    gone: set[str] = set()
    for entry in reversed(history):
        if entry.undoes is not None and entry.id not in gone:
            gone.add(entry.undoes)
    return gone
