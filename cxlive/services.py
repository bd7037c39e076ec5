"""What the whole process shares: one lobby, and how a page knows its device."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from cxlive.channel.hub import Hubs
from cxlive.errors import FolderNotWritableError, NoDeviceError
from cxlive.seating.device import COOKIE, Device, read_device
from cxlive.seating.lobby import Lobby
from cxlive.seating.requests import LinkRequests
from cxlive.store import FolderLock, SqlStore
from cxlive.store.contract import Store
from cxlive.store.sql import DATABASE_FILE
from cxlive.web.address import Listening, Reach, reach

DEFAULT_FOLDER = "./data"
FOLDER_VARIABLE = "CX_DATA"

_ANCHOR = "_cx_services_of_this_process"
"""Not a module on disk: it survives hot reload and "clear cache" (decision 23)."""


def device_of_cookies(cookies: Mapping[str, str]) -> Device:
    """Return the device of a page, or raise ``NoDeviceError``."""
    device = read_device(cookies.get(COOKIE))
    if device is None:
        raise NoDeviceError
    return device


@dataclass
class Services:
    """The lobby, the live hubs, and how a page's cookies tell its device."""

    lobby: Lobby
    device_of: Callable[[Mapping[str, str]], Device] = device_of_cookies
    """A test of pages has no cookies and replaces this."""
    hubs: Hubs = field(default_factory=Hubs)
    listening: Listening = field(default_factory=Listening)
    """Where the server listens, as it was started."""
    _closing: list[Callable[[], None]] = field(default_factory=list)

    @property
    def reach(self) -> Reach:
        """How other devices reach this server just now; networks come and go."""
        return reach(self.listening)

    def close(self) -> None:
        """Close the lobby, then whatever it stood on."""
        self.lobby.close()
        for close in self._closing:
            close()


class NotStartedError(RuntimeError):
    """The pages run without their launcher, ``app.py``."""

    def __init__(self) -> None:
        super().__init__("Start the app with `make run`: its services are not there.")


def services() -> Services:
    """Return the services of this process, or raise ``NotStartedError``."""
    found = getattr(_anchor(), "services", None)
    if found is None:
        raise NotStartedError
    # Read by name, not by class: a hot reload makes a second class of this name.
    running: Services = found
    return running


def install(new: Services | None) -> None:
    """Make these the services of this process; tests hand in their own."""
    vars(_anchor())["services"] = new


def start(data_folder: Path, listening: Listening | None = None) -> Services:
    """Open the data folder and install the services on it.

    Raises:
        FolderInUseError: another server has it; the text names that one.
        StoreTooNewError: a newer version of the app has written it.
        FolderNotWritableError: nothing can be kept there.
    """
    try:
        data_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FolderLock.take(data_folder)
    except OSError as error:
        raise FolderNotWritableError(str(data_folder), error.strerror) from error
    try:
        store: Store = SqlStore(data_folder / DATABASE_FILE)
    except BaseException:
        lock.release()
        raise
    started = Services(
        Lobby(store, requests=LinkRequests(data_folder)),
        listening=listening or Listening(),
        _closing=[store.close, lock.release],
    )
    lock.write_down(address=started.reach.address)
    install(started)
    return started


def stop() -> None:
    """Close and take away the services of this process, if there are any."""
    running = getattr(_anchor(), "services", None)
    install(None)
    if running is not None:
        running.close()


def _anchor() -> ModuleType:
    return sys.modules.setdefault(_ANCHOR, ModuleType(_ANCHOR))
