"""What a room has accepted: the saved part, and the part that is being saved.

Not safe from several threads by itself: the room holds its lock around it.
"""

from collections.abc import Collection, Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from cxcore.commands import Command, Entry
from cxcore.edit import apply, choose_redo, choose_undo, within_reach
from cxcore.model import Workshop
from cxlive.room.opening import Opening, now
from cxlive.room.takeback import (
    Choices,
    Choose,
    Inverses,
    TakeBack,
    note_on_passed,
    take_back,
)
from cxlive.store.contract import RoomRecord, Stored


@dataclass(frozen=True)
class Snapshot:
    """A workshop as everybody may see it: saved, and never to change."""

    revision: int
    workshop: Workshop
    history: tuple[Entry, ...]


@dataclass(frozen=True)
class Accepted:
    """A change that is saved, where it stands, and a sentence about it."""

    rev: int
    entry: Entry | None = None
    """None for what is not in the workshop's history: an answer in a round."""
    note: str | None = None
    change: int = 0
    """``Room.changes`` once the tabs were told."""


@dataclass(frozen=True)
class Order:
    """A command that passed all checks, and whose it is."""

    command: Command
    entry_id: str
    actor: str | None = None
    undoes: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Pending:
    """An accepted entry on its way to the disk, and who waits for it."""

    stored: Stored
    workshop: Workshop
    """The state after it."""
    note: str | None
    future: "Future[Accepted]"

    def accepted(self, change: int) -> Accepted:
        """Return the answer to its author."""
        return Accepted(self.stored.revision, self.stored.entry, self.note, change)


class Ledger:
    """Entries of a room in their order; ``snapshot`` is saved, ``pending`` not yet."""

    def __init__(self, record: RoomRecord, opening: Opening) -> None:
        self._record = record
        self._opening = opening
        self.snapshot = Snapshot(0, opening.workshop, opening.history)
        self.pending = opening.workshop
        self._history = list(opening.history)
        """Saved and pending entries."""
        self._places = {entry.id: 0 for entry in opening.history}
        """Revision of every entry by id, so that sent twice is done once."""
        self._lamport = max((entry.lamport for entry in opening.history), default=0)
        self._queued: list[Pending] = []
        self._taken: list[Pending] = []
        self._inverses = Inverses()
        self._undo, self._redo = self._choices()

    @property
    def start(self) -> Workshop:
        """The state before the first command of the history."""
        return self._opening.start

    def has(self, entry_id: str) -> bool:
        """Tell whether an id was accepted before."""
        return entry_id in self._places

    def earlier(self, entry_id: str) -> "Future[Accepted] | None":
        """Return the answer to an id that was accepted before."""
        if not self.has(entry_id):
            return None
        for pending in (*self._taken, *self._queued):
            if pending.stored.entry.id == entry_id:
                return pending.future
        entry = next(e for e in reversed(self._history) if e.id == entry_id)
        done: Future[Accepted] = Future()
        done.set_result(Accepted(self._places[entry_id], entry))
        return done

    def accept(self, order: Order) -> "Future[Accepted]":
        """Apply a command to what is pending, and queue it for the writer."""
        entry = Entry(
            id=order.entry_id,
            lamport=self._lamport + 1,
            site=self._record.site,
            actor=order.actor,
            at=now(),
            undoes=order.undoes,
            command=order.command,
        )
        waiting = len(self._taken) + len(self._queued)
        stored = Stored(self._record.id, self.snapshot.revision + waiting + 1, entry)
        self._inverses.keep(self.pending, entry)
        self._advance(stored)
        future: Future[Accepted] = Future()
        future.set_running_or_notify_cancel()  # from here on it cannot be cancelled
        self._queued.append(Pending(stored, self.pending, order.note, future))
        return future

    def take(self) -> list[Stored]:
        """Hand what is queued to the writer."""
        self._taken += self._queued
        self._queued = []
        return [pending.stored for pending in self._taken]

    def publish(self, count: int) -> list[Pending]:
        """Move so many taken entries to what everybody sees."""
        done, self._taken = self._taken[:count], self._taken[count:]
        if done:
            last = done[-1]
            new = tuple(pending.stored.entry for pending in done)
            history = self.snapshot.history + new
            self.snapshot = Snapshot(last.stored.revision, last.workshop, history)
        return done

    def drop(self) -> list[Pending]:
        """Go back to what is saved; return who waited in vain."""
        dropped = [*self._taken, *self._queued]
        self._taken, self._queued = [], []
        for pending in dropped:
            self._places.pop(pending.stored.entry.id)
            self._inverses.forget(pending.stored.entry)
        self.pending = self.snapshot.workshop
        self._history = list(self.snapshot.history)
        self._undo, self._redo = self._choices()
        return dropped

    def catch_up(self, saved: Sequence[Stored]) -> None:
        """Take over entries that the store has; nothing may be pending."""
        for stored in saved:
            self._advance(stored)
        if saved:
            self._see(saved[-1].revision)

    def load(self, saved: Sequence[Stored], at: int, workshop: Workshop) -> None:
        """Take over all entries, starting from the workshop at a revision."""
        for stored in saved[:at]:
            self._note(stored)
        self.pending = workshop
        self.catch_up(saved[at:])
        self._see(len(saved))

    def recall(self, entries: Collection[Entry] | None = None) -> None:
        """Make sure that the inverses of these entries are known; None: of all."""
        if not self._inverses.know(self._history if entries is None else entries):
            self._inverses.refold(self.start, self._history)
            self._undo, self._redo = self._choices()

    def find_take_back(self, choose: Choose, actor: str) -> TakeBack:
        """Return what to take back, or raise ``NothingToUndoError``."""
        self.recall(within_reach(self._history, actor))
        return take_back(choose, self._history, actor, self._inverses)

    def note_on(self, found: TakeBack) -> str | None:
        """Say what was passed over."""
        return note_on_passed(found.passed, self.pending)

    def can_take_back(self, actor: str) -> tuple[bool, bool]:
        """Tell whether undo and redo would find something."""
        undo = self._undo.entry(self._history, actor)
        redo = self._redo.entry(self._history, actor)
        return undo is not None, redo is not None

    def _choices(self) -> tuple[Choices, Choices]:
        known = self._inverses
        return Choices(choose_undo, known), Choices(choose_redo, known)

    def _advance(self, stored: Stored) -> None:
        self.pending = apply(self.pending, stored.entry.command)
        self._note(stored)

    def _note(self, stored: Stored) -> None:
        self._lamport = max(self._lamport, stored.entry.lamport)
        self._history.append(stored.entry)
        self._places[stored.entry.id] = stored.revision

    def _see(self, revision: int) -> None:
        self.snapshot = Snapshot(revision, self.pending, tuple(self._history))
