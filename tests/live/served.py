"""A server that a test can kill: it submits, and says what was acknowledged."""

import sys
import threading
from pathlib import Path

from cxlive import services
from cxlive.seating.device import Device
from tests.core.builders import small_workshop
from tests.live.build import add, mint


def main(folder, token):
    lobby = services.start(Path(folder)).lobby
    device = Device(token)
    recent = lobby.recent(device)
    room_id = recent[0].room_id if recent else lobby.make(device, small_workshop())
    room, seat = lobby.room(room_id), lobby.seat(room_id, device)
    say("up")
    said = threading.Lock()

    def work():
        while True:
            entry_id = mint()
            done = room.submit(seat, add(entry_id), entry_id).result()
            with said:
                say(f"{done.rev} {done.entry.id}")

    for _ in range(4):
        threading.Thread(target=work, daemon=True).start()
    threading.Event().wait()


def say(line):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
