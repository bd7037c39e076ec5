"""A real disk of a few megabytes that only one app and this test can see.

It is a file system in memory, mounted in a namespace of the app's own: nobody has to
be root, and nothing is left behind. From outside it is reached by way of the app.
"""

import errno
import functools
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.durability.app import App

SPACE = ("unshare", "--map-root-user", "--mount")
MEGABYTES = 3
PATIENCE = 60


@functools.cache
def _why_not() -> str:
    command = [*SPACE, "mount", "-t", "tmpfs", "small", "/mnt"]
    try:
        tried = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return "unshare is not installed"
    return f"nothing can be mounted here: {tried.stderr}" if tried.returncode else ""


def needs_small_disk() -> None:
    """Leave the test out, and say so, where nothing can be mounted."""
    if _why_not():
        pytest.skip(f"not run: {_why_not()}")


class SmallDisk:
    """An app on a disk of its own, and the room in it."""

    def __init__(self, folder: Path, people: int, then: str = "") -> None:
        folder.mkdir()
        self._folder = folder
        self._furnished = folder.with_suffix(".json")
        furnish = (
            f"'{sys.executable}' -m tests.durability.furnish \"$CX_DATA\" {people}"
        )
        prepare = (
            f'mount -t tmpfs -o size={MEGABYTES}m small "$CX_DATA"',
            f"{furnish} > '{self._furnished}'",
            *([then] if then else []),
            'exec "$@"',
        )
        self.app = App(folder, (*SPACE, "sh", "-ec", "\n".join(prepare), "sh"))

    def start(self) -> "SmallDisk":
        """Start the app and wait until its room is made."""
        self.app.start()
        until = time.monotonic() + PATIENCE
        while not (self._furnished.exists() and self._furnished.read_text()):
            assert time.monotonic() < until, "the disk could not be prepared"
            time.sleep(0.05)
        return self

    def room(self) -> tuple[str, dict[str, str]]:
        """Return the room and its devices, once they are there."""
        room_id, devices = json.loads(self._furnished.read_text())
        return room_id, devices

    @property
    def folder(self) -> Path:
        """The data folder as it is seen from outside, while the app runs."""
        return Path(f"/proc/{self.app.process.pid}/root{self._folder}")

    def fill(self) -> None:
        """Take every byte that is left."""
        with (self.folder / "filler").open("wb", buffering=0) as filler:
            try:
                while True:
                    filler.write(bytes(4096))
            except OSError as error:
                if error.errno != errno.ENOSPC:
                    raise

    def clear(self) -> None:
        (self.folder / "filler").unlink()
