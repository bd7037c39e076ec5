"""kill -9 in the middle of the work: nothing acknowledged is lost or doubled."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from cxlive.seating.device import new_device
from cxlive.seating.lobby import Lobby
from cxlive.store import SqlStore
from cxlive.store.sql import DATABASE_FILE

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
KILLS = 5
AFTER_SECONDS = (0.05, 0.2, 0.35, 0.1, 0.5)


def run_and_kill(folder, device, seconds):
    """Return what one server acknowledged before it was killed."""
    command = [sys.executable, "-m", "tests.live.served", str(folder), device]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    with server:
        assert server.stdout.readline().startswith("up")
        time.sleep(seconds)
        server.kill()
        lines = server.stdout.read().split("\n")[:-1]  # the last may be cut
    return [(int(line.split()[0]), line.split()[1]) for line in lines]


def test_nothing_acknowledged_is_lost_or_done_twice_when_the_server_is_killed(tmp_path):
    device = new_device()
    acknowledged = []
    for seconds in AFTER_SECONDS[:KILLS]:
        acknowledged += run_and_kill(tmp_path, device, seconds)

    store = SqlStore(tmp_path / DATABASE_FILE)
    lobby = Lobby(store)
    (recent,) = lobby.recent(device)
    stored = store.entries(recent.room_id)
    places = {each.revision: each.entry.id for each in stored}

    assert len(acknowledged) > KILLS
    assert all(places[revision] == entry_id for revision, entry_id in acknowledged)
    assert list(places) == list(range(1, len(stored) + 1))
    assert len(set(places.values())) == len(stored)
    names = [
        t.name
        for t in lobby.room(recent.room_id).snapshot.workshop.touchpoints.values()
    ]
    assert sorted(names[3:]) == sorted(places.values())
    lobby.close()
    store.close()
