"""One server per data folder: a lock that the system lets go of when it dies."""

import fcntl
import json
import os
import socket
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from cxlive.errors import FolderInUseError

LOCK_FILE = "server.lock"


class FolderLock:
    """Holds a data folder until ``release``, or until the process ends."""

    def __init__(self, folder: Path, descriptor: int) -> None:
        self._folder = folder
        self._descriptor = descriptor

    @classmethod
    def take(cls, folder: Path) -> Self:
        """Take the folder at once, or raise ``FolderInUseError``."""
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC
        descriptor = os.open(folder / LOCK_FILE, flags, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = _holder(descriptor)
            os.close(descriptor)
            raise FolderInUseError(str(folder), holder) from None
        lock = cls(folder, descriptor)
        lock.write_down()
        return lock

    def write_down(self, **facts: str) -> None:
        """Say who holds the folder, and what else others should know of it."""
        os.ftruncate(self._descriptor, 0)
        os.pwrite(self._descriptor, json.dumps(_me() | facts).encode(), 0)

    def release(self) -> None:
        """Let go; the file stays, since another may be waiting on it."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def facts_of(folder: Path) -> dict[str, str]:
    """Return what the server that holds a folder, or held it last, has said."""
    try:
        said = json.loads((folder / LOCK_FILE).read_text(encoding="utf-8"))
        return {str(key): str(value) for key, value in said.items()}
    except (OSError, ValueError, AttributeError):
        return {}


def _me() -> dict[str, str | int]:
    started = datetime.now(UTC).isoformat(timespec="seconds")
    return {"pid": os.getpid(), "host": socket.gethostname(), "started": started}


def _holder(descriptor: int) -> str:
    """Say who holds it, as far as the holder has written it down yet."""
    try:
        held = json.loads(os.pread(descriptor, 1_000, 0))
        return f"process {held['pid']} on {held['host']}, since {held['started']}"
    except (ValueError, KeyError, TypeError):
        return "it is just starting"
