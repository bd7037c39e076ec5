"""`python -m cxlive`: for whoever can read the data folder, while a server runs too.

It writes nothing into the database: only the server does, with one connection.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from cxcore.errors import CxError
from cxlive.errors import FolderInUseError, NoSuchRoomError
from cxlive.room.room import Room
from cxlive.room.writer import Writer
from cxlive.seating.requests import LinkRequests
from cxlive.services import DEFAULT_FOLDER, FOLDER_VARIABLE
from cxlive.store import FolderLock, SqlStore
from cxlive.store.contract import ChangedRoom, Store
from cxlive.store.lock import facts_of
from cxlive.store.sql import DATABASE_FILE
from cxlive.web.address import Listening, Reach, reach

USAGE = f"""\
python -m cxlive rooms        list the workshops in the data folder
python -m cxlive link ROOM    print a new facilitator link into one of them

The data folder is {DEFAULT_FOLDER}, or what {FOLDER_VARIABLE} says."""

NO_ROOMS = "There are no workshops in {folder}. Is this the data folder?"
LEADS = "Whoever opens this leads the workshop. It works until it is withdrawn."


def main(arguments: list[str]) -> int:
    """Do what is asked for; return what the shell is told."""
    folder = Path(os.environ.get(FOLDER_VARIABLE, DEFAULT_FOLDER))
    match arguments:  # by hand, since the id of a room may begin with a hyphen
        case ["rooms"]:
            act = _rooms(folder)
        case ["link", room_id]:
            act = _link(folder, room_id)
        case _:
            _say(USAGE)
            return 2
    try:
        for line in act:
            _say(line)
    except (CxError, OSError) as error:
        print(error, file=sys.stderr)  # noqa: T201 - for a person
        return 1
    return 0


def _rooms(folder: Path) -> Iterator[str]:
    with _opened(folder) as store, closing(Writer(store)) as writer:
        for room in store.all_rooms():
            title = _title(room, store, writer)
            yield f"{room.room_id}  {room.changed_at:%Y-%m-%d %H:%M}  {title}"


def _link(folder: Path, room_id: str) -> Iterator[str]:
    address = facts_of(folder).get("address")
    with _opened(folder) as store:
        if store.room(room_id) is None:
            raise NoSuchRoomError(room_id)
    there = Reach(address, None) if address else reach(Listening())
    yield there.join(LinkRequests(folder).ask(room_id))
    yield LEADS


@contextmanager
def _opened(folder: Path) -> Iterator[Store]:
    """Open the store, only to read where a server has it open."""
    path = folder / DATABASE_FILE
    if not path.is_file():
        raise FileNotFoundError(NO_ROOMS.format(folder=folder))
    said = facts_of(folder)
    try:
        lock = FolderLock.take(folder)
    except FolderInUseError:
        with closing(SqlStore(path, read_only=True)) as store:
            yield store
        return
    try:
        with closing(SqlStore(path)) as store:
            yield store
    finally:
        lock.write_down(**said)
        lock.release()


def _title(room: ChangedRoom, store: Store, writer: Writer) -> str:
    try:
        return Room.load(room.room_id, store, writer).title
    except Exception as error:  # noqa: BLE001 - one damaged room hides no other
        return f"{room.name} ({error})"


def _say(line: str) -> None:
    print(line)  # noqa: T201 - for a person


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
