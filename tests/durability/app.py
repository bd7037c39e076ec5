"""The real app in a process of its own, started as the README says."""

import os
import subprocess
import sys
from pathlib import Path

from cxcore.model import Participant
from cxlive import services
from cxlive.room.opening import now
from cxlive.seating.device import device_hash, new_device
from cxlive.seating.seats import Right
from cxlive.store import SeatRecord, SqlStore
from cxlive.store.sql import DATABASE_FILE
from tests.browser.server import free_port
from tests.core.builders import small_workshop

ROOT = Path(__file__).parents[2]


class App:
    """Starts without waiting: who needs it knocks until it opens."""

    def __init__(self, data, before=()):
        self.data = data
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = None
        self._before = before
        """A command that runs the rest of its line."""

    def start(self):
        serve = [sys.executable, "-m", "streamlit", "run", "app.py"]
        serve += ["--server.port", str(self.port), "--server.headless", "true"]
        serve += ["--server.address", "127.0.0.1"]
        self.process = subprocess.Popen(
            [*self._before, *serve],
            cwd=ROOT,
            env=_environment() | {"CX_DATA": str(self.data)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        return self

    def kill(self):
        self.process.kill()
        self.process.communicate()

    def stop(self):
        self.process.terminate()
        self.process.communicate(timeout=60)


def _environment():
    """As at people's homes: what was compiled at one start is there at the next."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def furnish(folder, people):
    """Make a room in which so many people sit; return it and their devices."""
    names = {
        f"p{number}": Participant(id=f"p{number}", name=f"P {number}")
        for number in range(people)
    }
    running = services.start(folder)
    try:
        workshop = small_workshop().model_copy(update={"participants": names})
        room_id = running.lobby.make(new_device(), workshop)
    finally:
        services.stop()
    store = SqlStore(folder / DATABASE_FILE)
    devices = {name: new_device() for name in names}
    for name, device in devices.items():
        right = Right.PARTICIPANT
        store.put_seat(SeatRecord(room_id, device_hash(device), name, right, now()))
    store.close()
    return room_id, devices
