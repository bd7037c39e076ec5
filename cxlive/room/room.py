"""A workshop while people edit it: one order of commands, saved before it is seen."""

import logging
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future

from pydantic import ValidationError

from cxcore.commands import Add, Command
from cxcore.edit import choose_redo, choose_undo, settle, siblings
from cxcore.model import Brief, Participant, Workshop
from cxlive.errors import (
    DamagedRoomError,
    NoSuchRoomError,
    NotAllowedError,
    NotSavedError,
)
from cxlive.limits import SNAPSHOT_EVERY
from cxlive.room.ledger import Accepted, Ledger, Order, Snapshot
from cxlive.room.opening import Opening
from cxlive.room.rules import as_from, check
from cxlive.room.takeback import Choose
from cxlive.room.writer import Writer
from cxlive.seating.seats import Seat
from cxlive.store.contract import RoomRecord, SnapshotRecord, Store, Stored

log = logging.getLogger(__name__)

READ_ONLY = (
    "Changes cannot be saved at the moment. You can look at everything and save a "
    "file; editing goes on by itself as soon as the disk takes it again."
)

TAKEN_OUT = (
    "You were taken out of this workshop, so nothing of yours is counted in it. "
    "Sit down as somebody to go on."
)

Listener = Callable[[Snapshot], None]
"""Called from the writer's thread, before the author is answered."""


class Room:
    """One workshop, the order of its commands, and who wants to hear of changes.

    A command is applied to a *pending* state that nobody sees, saved, and only
    then published as ``snapshot`` (decision 13). Every method is safe from any
    thread.
    """

    def __init__(
        self, record: RoomRecord, ledger: Ledger, store: Store, writer: Writer
    ) -> None:
        self.id = record.id
        self._made_as = record.name
        self._ledger = ledger
        self._store = store
        self._writer = writer
        self._lock = threading.RLock()
        self._kept_at = 0
        self._read_only: str | None = None
        self._listeners: dict[int, Listener] = {}
        self._next_listener = 0

    @classmethod
    def load(cls, room_id: str, store: Store, writer: Writer) -> "Room":
        """Open a room from the store.

        Raises:
            NoSuchRoomError: it is not there.
            DamagedRoomError: what is stored of it cannot be read.
            TooNewError: a newer version of the app has worked on it.
        """
        try:
            record = store.room(room_id)
            if record is None:
                raise NoSuchRoomError(room_id)
            opening = Opening.model_validate_json(record.opening)
            saved = store.entries(room_id)
        except ValueError as error:  # not JSON, or not what it should say
            raise DamagedRoomError(room_id) from error
        ledger = Ledger(record, opening)
        at, workshop = _newest_state(store.snapshot(room_id), opening, len(saved))
        ledger.load(saved, at, workshop)
        room = cls(record, ledger, store, writer)
        room._kept_at = at
        return room

    @property
    def snapshot(self) -> Snapshot:
        """The newest saved state; never changes once handed out."""
        return self._ledger.snapshot

    @property
    def start(self) -> Workshop:
        """The state before the first command of the history."""
        return self._ledger.start

    @property
    def read_only(self) -> str | None:
        """A sentence while nothing can be saved; None when all is well."""
        return self._read_only

    @property
    def title(self) -> str:
        """What people call it: the workshop's name, once it has one."""
        name = self.snapshot.workshop.brief.name
        return self._made_as if name == Brief().name and self._made_as else name

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Be told of every change from now on; returns how to stop that.

        Subscribe before reading ``snapshot``, else a change can be missed.
        """
        with self._lock:
            key = self._next_listener
            self._next_listener += 1
            self._listeners[key] = listener

        def stop() -> None:
            with self._lock:
                self._listeners.pop(key, None)

        return stop

    def submit(
        self, seat: Seat, command: Command, entry_id: str, *, undoes: str | None = None
    ) -> "Future[Accepted]":
        """Accept a command and answer once it is saved.

        An id that was accepted before answers with what came of it then. Ratings
        and answers are always taken as the seat's own.

        Raises:
            NotAllowedError: the seat may not edit, or its participant was removed.
            NotSavedError: at once while the room is read-only, else in the future.
            CxError: whatever ``cxlive.room.rules.check`` says.
        """
        seat.must_edit()
        actor = seat.participant_id
        mine = as_from(actor, command)
        with self._lock:
            earlier = self._ledger.earlier(entry_id)
            if earlier is not None:
                return earlier
            if not _is_there(actor, self._ledger.pending):
                raise NotAllowedError(TAKEN_OUT)
            return self._accept(Order(mine, entry_id, actor, undoes))

    def has_accepted(self, entry_id: str) -> bool:
        """Tell whether a command of this id was taken before."""
        with self._lock:
            return self._ledger.has(entry_id)

    def admit(self, participant: Participant, entry_id: str) -> "Future[Accepted]":
        """Add a participant behind all others, on the room's own account.

        Nobody can undo it.

        Raises:
            RoomFullError: there are as many as there can be.
        """
        with self._lock:
            row = siblings(self._ledger.pending, participant.kind, None)
            last = row[-1].id if row else ""
            add = Add(of=participant.kind, thing=participant, after=last)
            return self._accept(Order(add, entry_id))

    def undo(self, seat: Seat, entry_id: str) -> "Future[Accepted]":
        """Take back my newest change that nobody has gone on from.

        Raises:
            NothingToUndoError: there is none; the text says why.
        """
        return self._take_back(choose_undo, seat, entry_id)

    def redo(self, seat: Seat, entry_id: str) -> "Future[Accepted]":
        """Do again what I took back last, unless I have changed something since.

        Raises:
            NothingToUndoError: there is none; the text says why.
        """
        return self._take_back(choose_redo, seat, entry_id)

    def recall(self) -> None:
        """Know again what can be taken back; folds the history after a restart."""
        with self._lock:
            self._ledger.recall()

    def can_take_back(self, participant_id: str) -> tuple[bool, bool]:
        """Tell whether undo and redo would find something."""
        with self._lock:
            return self._ledger.can_take_back(participant_id)

    def keep_snapshot(self) -> None:
        """Store the newest state, so that the room opens fast."""
        snapshot = self.snapshot
        if snapshot.revision > self._kept_at:
            body = snapshot.workshop.model_dump_json().encode()
            record = SnapshotRecord(self.id, snapshot.revision, body)
            self._store.add_snapshot(record)
            self._kept_at = snapshot.revision

    def take(self) -> Sequence[Stored]:
        """For the writer: what is to be saved next."""
        with self._lock:
            return self._ledger.take()

    def committed(self, batch: Sequence[Stored]) -> None:
        """For the writer: publish what is saved, tell the tabs, then the authors."""
        with self._lock:
            done = self._ledger.publish(len(batch))
        self._tell()
        for pending in done:
            revision, entry = pending.stored.revision, pending.stored.entry
            pending.future.set_result(Accepted(revision, entry, pending.note))
        if self.snapshot.revision - self._kept_at >= SNAPSHOT_EVERY:
            self._writer.later(self.keep_snapshot)

    def failed(self) -> None:
        """For the writer: nothing of what is pending has happened."""
        with self._lock:
            self._read_only = READ_ONLY
            dropped = self._ledger.drop()
        self._tell()
        for pending in dropped:
            pending.future.set_exception(NotSavedError())

    def recover(self) -> None:
        """For the writer: saving works again.

        A commit that failed may have reached the disk all the same, so the store
        says what stands.
        """
        saved = self._store.entries(self.id, self.snapshot.revision)
        with self._lock:
            self._ledger.catch_up(saved)
            self._read_only = None
        self._tell()

    def _take_back(
        self, choose: Choose, seat: Seat, entry_id: str
    ) -> "Future[Accepted]":
        seat.must_edit()
        actor = seat.participant_id
        with self._lock:
            earlier = self._ledger.earlier(entry_id)
            if earlier is not None:
                return earlier
            found = self._ledger.find_take_back(choose, actor)
            note = self._ledger.note_on(found)
            order = Order(found.command, entry_id, actor, found.entry.id, note)
            return self._accept(order)

    def _accept(self, order: Order) -> "Future[Accepted]":
        if self._read_only is not None:
            raise NotSavedError
        settled = settle(self._ledger.pending, order.command)
        check(self._ledger.pending, settled)
        future = self._ledger.accept(
            Order(settled, order.entry_id, order.actor, order.undoes, order.note)
        )
        self._writer.wake(self)
        return future

    def _tell(self) -> None:
        with self._lock:
            listeners = list(self._listeners.values())
        for listener in listeners:
            try:
                listener(self.snapshot)
            except Exception:
                log.exception("a listener of room %s failed", self.id)


def _is_there(participant_id: str, workshop: Workshop) -> bool:
    participant = workshop.participants.get(participant_id)
    return participant is not None and not participant.removed


def _newest_state(
    snapshot: SnapshotRecord | None, opening: Opening, newest: int
) -> tuple[int, Workshop]:
    """Return the revision and workshop to go on from; a bad snapshot is no loss."""
    if snapshot is None or snapshot.revision > newest:
        return 0, opening.workshop
    try:
        return snapshot.revision, Workshop.model_validate_json(snapshot.body)
    except ValidationError:
        log.exception("the snapshot of room %s is damaged", snapshot.room_id)
        return 0, opening.workshop
