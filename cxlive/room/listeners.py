"""Who wants to hear of the changes of a room."""

import logging
import threading
from collections.abc import Callable

from cxlive.room.ledger import Snapshot

log = logging.getLogger(__name__)

Listener = Callable[[Snapshot], None]
"""Called from the writer's thread, before the author is answered."""


class Listeners:
    """Safe from any thread; one that fails keeps nobody else from hearing."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._by_key: dict[int, Listener] = {}
        self._next_key = 0

    @property
    def are_there(self) -> bool:
        """Tell whether anybody listens."""
        return bool(self._by_key)

    def add(self, listener: Listener) -> Callable[[], None]:
        """Tell this one of every change from now on; returns how to stop that."""
        with self._lock:
            key = self._next_key
            self._next_key += 1
            self._by_key[key] = listener

        def stop() -> None:
            with self._lock:
                self._by_key.pop(key, None)

        return stop

    def tell(self, snapshot: Snapshot) -> None:
        """Tell everybody."""
        with self._lock:
            listeners = list(self._by_key.values())
        for listener in listeners:
            try:
                listener(snapshot)
            except Exception:
                log.exception("a listener to a room failed")
