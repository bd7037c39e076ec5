"""The one writer: a thread that commits what all rooms have accepted, in groups."""

import logging
import threading
from collections.abc import Callable, Sequence
from typing import Protocol

from cxlive.limits import CLOSE_SECONDS, PROBE_SECONDS
from cxlive.store.contract import Saved, Store

log = logging.getLogger(__name__)


class Source(Protocol):
    """What the writer asks of a room; called from the writer's thread only."""

    def take(self) -> Sequence[Saved]:
        """Return what was accepted since the last call, in order."""
        ...

    def committed(self, batch: Sequence[Saved]) -> None:
        """Be told that what was taken is durable."""
        ...

    def failed(self) -> None:
        """Be told that what was taken could not be written."""
        ...

    def recover(self) -> None:
        """Be told that writing works again; raises where reading does not."""
        ...


class Writer:
    """Drains the rooms' queues: one transaction for all that waits (group commit)."""

    def __init__(self, store: Store, *, probe_seconds: float = PROBE_SECONDS) -> None:
        self._store = store
        self._probe_seconds = probe_seconds
        self._woken = threading.Condition()
        self._waiting: dict[int, Source] = {}
        self._errands: list[Callable[[], None]] = []
        self._broken: dict[int, Source] = {}
        self._busy = False
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def wake(self, source: Source) -> None:
        """Say that a room has something to write."""
        with self._woken:
            self._waiting[id(source)] = source
            self._woken.notify_all()

    def later(self, errand: Callable[[], None]) -> None:
        """Do something that may wait, behind what is to be written now."""
        with self._woken:
            self._errands.append(errand)
            self._woken.notify_all()

    def flush(self, seconds: float = CLOSE_SECONDS) -> bool:
        """Wait until nothing is left to write; tell whether that came true."""
        with self._woken:
            return self._woken.wait_for(
                lambda: not (self._waiting or self._errands or self._busy), seconds
            )

    def settle(self, seconds: float = CLOSE_SECONDS) -> bool:
        """Wait for what is to be written by now; tell whether that came true."""
        is_done = threading.Event()
        self.later(is_done.set)
        return is_done.wait(seconds)

    def close(self) -> None:
        """Write what is left, then end the thread."""
        self.flush()
        with self._woken:
            self._stopping = True
            self._woken.notify_all()
        self._thread.join(CLOSE_SECONDS)

    def _run(self) -> None:
        while not self._stopping:
            sources, errands = self._next()
            if sources:
                self._commit(sources)
            for errand in errands:
                _quietly(errand)
            if self._broken and not sources:
                self._probe()
            with self._woken:
                self._busy = False
                self._woken.notify_all()

    def _next(self) -> tuple[list[Source], list[Callable[[], None]]]:
        """Wait for work, but no longer than until the next probe is due."""
        with self._woken:
            self._woken.wait_for(
                lambda: bool(self._waiting or self._errands or self._stopping),
                self._probe_seconds if self._broken else None,
            )
            sources, self._waiting = list(self._waiting.values()), {}
            errands, self._errands = self._errands, []
            self._busy = bool(sources or errands)
            return sources, errands

    def _commit(self, sources: list[Source]) -> None:
        taken = [(source, source.take()) for source in sources]
        batch = [saved for _, part in taken for saved in part]
        if batch and not self._append(batch):
            # One room's trouble must not become everybody's: each on its own now.
            for source, part in taken:
                self._commit_alone(source, part, retry=len(taken) > 1)
            return
        for source, part in taken:
            source.committed(part)

    def _commit_alone(
        self, source: Source, part: Sequence[Saved], *, retry: bool
    ) -> None:
        if not part or (retry and self._append(part)):
            source.committed(part)
            return
        self._broken[id(source)] = source
        source.failed()

    def _append(self, batch: Sequence[Saved]) -> bool:
        try:
            self._store.append(batch)
        except Exception:  # whatever the disk or database says, it is not saved
            log.exception("could not save %d changes", len(batch))
            return False
        return True

    def _probe(self) -> None:
        try:
            self._store.probe()
            for key, source in list(self._broken.items()):
                source.recover()
                del self._broken[key]
        except Exception as error:  # noqa: BLE001 - still broken, whatever the reason
            log.warning("still cannot save: %s", error)
        else:
            log.warning("saving works again")


def _quietly(errand: Callable[[], None]) -> None:
    try:
        errand()
    except Exception:
        log.exception("an errand of the writer failed")
