"""A workshop while people edit it: one order of commands, saved before it is seen."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager

from cxcore.commands import Add, Command
from cxcore.edit import choose_redo, choose_undo, settle, siblings
from cxcore.model import Brief, Participant, Workshop
from cxlive.errors import (
    DamagedRoomError,
    NotAllowedError,
    NotSavedError,
    RoomPutAwayError,
    RoundOverError,
)
from cxlive.limits import SNAPSHOT_EVERY
from cxlive.room.ledger import Accepted, Ledger, Order, Snapshot
from cxlive.room.listeners import Listener, Listeners
from cxlive.room.loading import stored_ledger
from cxlive.room.rights import check_right, must_be_there
from cxlive.room.rules import as_from, check
from cxlive.room.takeback import Choose
from cxlive.room.writer import Writer
from cxlive.rounds.leading import Leading
from cxlive.rounds.rounds import ROUND_IS_OPEN, Led, Rounds
from cxlive.seating.seats import Seat
from cxlive.store.contract import RoomRecord, Saved, SnapshotRecord, Store, Stored

READ_ONLY = (
    "Changes cannot be saved at the moment. You can look at everything and save a "
    "file; editing goes on by itself as soon as the disk takes it again."
)


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
        self._rounds = Rounds(
            record.id, store.facilitation(record.id), store.answers(record.id)
        )
        self.leading = Leading(self)
        self.changes = 0
        """How often tabs were told that something has changed."""
        self._store = store
        self._writer = writer
        self._lock = threading.RLock()
        self._kept_at = 0
        self._read_only: str | None = None
        self._is_away = False
        self._listeners = Listeners()

    @classmethod
    def load(cls, room_id: str, store: Store, writer: Writer) -> "Room":
        """Open a room from the store.

        Raises:
            NoSuchRoomError: it is not there.
            DamagedRoomError: what is stored of it cannot be read.
            TooNewError: a newer version of the app has worked on it.
        """
        record, ledger, at = stored_ledger(room_id, store)
        try:
            room = cls(record, ledger, store, writer)
        except ValueError as error:  # how it is led cannot be read
            raise DamagedRoomError(room_id) from error
        room._kept_at = at
        return room

    @property
    def snapshot(self) -> Snapshot:
        """The newest saved state; never changes once handed out."""
        return self._ledger.snapshot

    @property
    def led(self) -> Led:
        """How the room is led, and what was said in its rounds; saved."""
        return self._rounds.led

    @property
    def shown(self) -> Workshop:
        """The workshop as everybody may see it: open rounds stay private."""
        return self.led.shown(self.snapshot.workshop)

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
            self._must_be_here()
            return self._listeners.add(listener)

    def submit(
        self,
        seat: Seat,
        command: Command,
        entry_id: str,
        *,
        said_for: str | None = None,
    ) -> "Future[Accepted]":
        """Accept a command and answer once it is saved.

        An id that was accepted before answers with what came of it then. Ratings
        and answers are always taken as the seat's own.

        Args:
            seat: who asks.
            command: what for.
            entry_id: names this change; made by the caller.
            said_for: id of the private round it was said for, and for nothing else.

        Raises:
            RoundOverError: the round it was said for is over.
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
            self._check_seat(seat, mine)
            said_in = self._rounds.takes(self.pending, mine)
            if said_for not in (None, said_in.id if said_in else None):
                raise RoundOverError
            if said_in is not None:
                return self.leading.answer(said_in, actor, mine)
            self._rounds.must_not_give_a_name(self.pending, mine)
            return self._accept(Order(mine, entry_id, actor))

    def write(self, command: Command, entry_id: str) -> "Future[Accepted]":
        """Change the workshop on the room's own account; nobody can undo it.

        Raises:
            CxError: whatever ``cxlive.room.rules.check`` says.
        """
        with self._lock:
            return self._accept(Order(command, entry_id))

    def earlier(self, entry_id: str) -> "Future[Accepted] | None":
        """Return the answer to a command of this id that was taken before."""
        with self._lock:
            return self._ledger.earlier(entry_id)

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
            return self.write(add, entry_id)

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

    @property
    def pending(self) -> Workshop:
        """The state that the next command meets; hold the room while you use it."""
        return self._ledger.pending

    @contextmanager
    def held(self) -> Iterator[Rounds]:
        """Hold the room: nobody else changes it meanwhile."""
        with self._lock:
            yield self._rounds
            self._writer.wake(self)

    def must_save(self) -> None:
        """Raise ``NotSavedError`` while nothing can be saved."""
        self._must_be_here()
        if self._read_only is not None:
            raise NotSavedError

    @property
    def is_away(self) -> bool:
        """It was put away: whoever still holds it finds it anew in the lobby."""
        return self._is_away

    def put_away(self, *, though_watched: bool = False) -> bool:
        """Take no more changes, once all that was accepted is saved.

        Returns False, and goes on, where somebody is told of changes or where
        saving fails: then this must stay the only room of its id.
        """
        with self._lock:
            is_watched = self._listeners.are_there and not though_watched
            if self._read_only is not None or is_watched:
                return False
            self._is_away = True
        is_saved = self._writer.settle()
        with self._lock:
            self._is_away = is_saved and self._read_only is None
            return self._is_away

    def keep_snapshot(self) -> None:
        """Store the newest state, so that the room opens fast."""
        snapshot = self.snapshot
        if snapshot.revision > self._kept_at:
            body = snapshot.workshop.model_dump_json().encode()
            record = SnapshotRecord(self.id, snapshot.revision, body)
            self._store.add_snapshot(record)
            self._kept_at = snapshot.revision

    def take(self) -> Sequence[Saved]:
        """For the writer: what is to be saved next."""
        with self._lock:
            return [*self._ledger.take(), *self._rounds.take()]

    def committed(self, batch: Sequence[Saved]) -> None:
        """For the writer: publish what is saved, tell the tabs, then the authors."""
        entries = sum(1 for saved in batch if isinstance(saved, Stored))
        with self._lock:
            done = self._ledger.publish(entries)
            said = self._rounds.publish(len(batch) - entries)
        self._tell()
        for pending in done:
            pending.future.set_result(pending.accepted(self.changes))
        for future in said:
            future.set_result(Accepted(self.snapshot.revision, change=self.changes))
        if self.snapshot.revision - self._kept_at >= SNAPSHOT_EVERY:
            self._writer.later(self.keep_snapshot)

    def failed(self) -> None:
        """For the writer: nothing of what is pending has happened."""
        with self._lock:
            self._read_only = READ_ONLY
            dropped = [pending.future for pending in self._ledger.drop()]
            dropped += self._rounds.drop()
        self._tell()
        for future in dropped:
            future.set_exception(NotSavedError())

    def recover(self) -> None:
        """For the writer: saving works again.

        A commit that failed may have reached the disk all the same, so the store
        says what stands.
        """
        saved = self._store.entries(self.id, self.snapshot.revision)
        led = self._store.facilitation(self.id), self._store.answers(self.id)
        with self._lock:
            self._ledger.catch_up(saved)
            self._rounds.load(*led)
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
            self._check_seat(seat, found.command)
            if self._rounds.takes(self.pending, found.command) is not None:
                raise NotAllowedError(ROUND_IS_OPEN)
            self._rounds.must_not_give_a_name(self.pending, found.command)
            note = self._ledger.note_on(found)
            order = Order(found.command, entry_id, actor, found.entry.id, note)
            return self._accept(order)

    def _accept(self, order: Order) -> "Future[Accepted]":
        self.must_save()
        settled = settle(self._ledger.pending, order.command)
        check(self._ledger.pending, settled)
        future = self._ledger.accept(
            Order(settled, order.entry_id, order.actor, order.undoes, order.note)
        )
        self._writer.wake(self)
        return future

    def _must_be_here(self) -> None:
        if self._is_away:
            raise RoomPutAwayError

    def _check_seat(self, seat: Seat, command: Command) -> None:
        must_be_there(seat, self.pending)
        locked = self._rounds.pending.facilitation.locked
        check_right(seat, command, locked=locked)

    def _tell(self) -> None:
        with self._lock:
            self.changes += 1
        self._listeners.tell(self.snapshot)
