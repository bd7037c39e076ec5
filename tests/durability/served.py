"""A server whose disk is watched: it submits, and says what was acknowledged.

Settings of SQLite given as ``name=value`` are put on before each transaction, to see
that the tests notice a weaker promise, and to move work into few commands.
"""

import random  # noqa: TID251 - seeded: a failure can be repeated
import sys
import threading
from pathlib import Path

from sqlalchemy import Connection, Engine, event

from cxlive import services
from cxlive.seating.device import Device
from tests.core.builders import small_workshop
from tests.live.build import add, mint, rate

AUTHORS = 4


def main(folder, token, seed, commands, *settings):
    for setting in settings:
        put_on(f"PRAGMA {setting}")
    running = services.start(Path(folder))
    lobby, device = running.lobby, Device(token)
    recent = lobby.recent(device)
    room_id = recent[0].room_id if recent else lobby.make(device, small_workshop())
    room, seat = lobby.room(room_id), lobby.seat(room_id, device)
    say(f"room {room_id}")
    work(room, seat, random.Random(seed), int(commands))
    say("done")
    sys.stdin.readline()  # killed here, or told to close
    services.stop()


def put_on(pragma):
    """Run before the engine's own listener begins the transaction."""

    @event.listens_for(Engine, "begin")
    def begun(connection: Connection):
        connection.exec_driver_sql(pragma)


def work(room, seat, rng, commands):
    said = threading.Lock()

    def author(count):
        for _ in range(count):
            entry_id = mint()
            command = add(entry_id) if rng.random() < 0.3 else rate("pay", a_value(rng))
            done = room.submit(seat, command, entry_id).result()
            with said:
                say(f"{done.rev} {done.entry.id}")

    threads = [
        threading.Thread(target=author, args=[commands // AUTHORS], daemon=True)
        for _ in range(AUTHORS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def a_value(rng):
    return rng.randint(-50, 50) / 10


def say(line):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
