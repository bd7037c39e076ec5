"""Which of my changes undo and redo take next (decision 10)."""

from collections.abc import Sequence
from dataclasses import dataclass

from cxcore.commands import Entry
from cxcore.edit.touches import touches

REACH = 100
"""How many of my own newest changes undo looks back over."""


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


def choose_undo(history: Sequence[Entry], actor: str) -> UndoChoice:
    """Choose my newest change that is neither undone nor an undo itself.

    Where somebody else has since written a field it touched, pass over it, say
    whose change stands in the way, and take the next older one.
    """
    gone = _taken_back(history)
    later: dict[tuple[str, ...], str | None] = {}
    passed: list[Passed] = []
    mine = 0
    for entry in reversed(history):
        keys = touches(entry.command)
        if entry.actor != actor:
            later.update(dict.fromkeys(keys, entry.actor))
            continue
        mine += 1
        if mine > REACH:
            break
        if entry.undoes is not None or entry.id in gone:
            continue
        blocking = [key for key in keys if key in later]
        if not blocking:
            return UndoChoice(entry, tuple(passed))
        passed.append(Passed(entry, later[blocking[0]]))
    return UndoChoice(None, tuple(passed))


def choose_redo(history: Sequence[Entry], actor: str) -> UndoChoice:
    """Choose my newest undo not yet redone, made since my last ordinary change."""
    gone = _taken_back(history)
    by_id = {entry.id: entry for entry in history}
    later: dict[tuple[str, ...], str | None] = {}
    for entry in reversed(history):
        keys = touches(entry.command)
        if entry.actor != actor:
            later.update(dict.fromkeys(keys, entry.actor))
            continue
        if entry.undoes is None:
            break
        undone = by_id.get(entry.undoes)
        is_redo = undone is not None and undone.undoes is not None
        if is_redo or entry.id in gone:
            continue
        blocking = [key for key in keys if key in later]
        if blocking:
            return UndoChoice(None, (Passed(entry, later[blocking[0]]),))
        return UndoChoice(entry)
    return UndoChoice(None)


def _taken_back(history: Sequence[Entry]) -> set[str]:
    """Return the ids of entries that are undone now: undone, and not redone."""
    gone: set[str] = set()
    for entry in reversed(history):
        if entry.undoes is not None and entry.id not in gone:
            gone.add(entry.undoes)
    return gone
