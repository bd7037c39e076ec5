"""A room full of people, laid out in a data folder before the server starts."""

from dataclasses import dataclass
from pathlib import Path

from benchmarks.workshops import workshop_of
from cxlive.seating.device import Device, device_hash, new_device
from cxlive.seating.links import Way
from cxlive.seating.lobby import Lobby
from cxlive.seating.plan import seat_record
from cxlive.seating.seats import Right
from cxlive.store import SqlStore
from cxlive.store.sql import DATABASE_FILE

PEOPLE = 60


@dataclass(frozen=True)
class Crowd:
    """A room, the devices with a seat in it, and the code that lets others in."""

    room_id: str
    devices: tuple[Device, ...]
    """The first leads; the device of place 7 sits as participant ``p7``."""
    code: str


def lay_out(data: Path, *touchpoints: int, devices: int = PEOPLE) -> list[Crowd]:
    """Make a room for each number of touchpoints, rated by everybody."""
    data.mkdir(parents=True, exist_ok=True)
    store = SqlStore(data / DATABASE_FILE)
    lobby = Lobby(store)
    crowds = [_crowd(store, lobby, number, devices) for number in touchpoints]
    lobby.close()
    store.close()
    return crowds


def entry_ids(data: Path, room_id: str) -> list[str]:
    """Return the ids of all changes that the data folder holds of a room."""
    store = SqlStore(data / DATABASE_FILE, read_only=True)
    found = [stored.entry.id for stored in store.entries(room_id)]
    store.close()
    return found


def _crowd(store: SqlStore, lobby: Lobby, touchpoints: int, devices: int) -> Crowd:
    leader, *others = [new_device() for _ in range(devices)]
    room_id = lobby.make(leader, workshop_of(touchpoints, PEOPLE), name="Load")
    seats = [
        (leader, "p0", Right.FACILITATOR),
        *(
            (device, f"p{number % PEOPLE}", Right.PARTICIPANT)
            for number, device in enumerate(others, 1)
        ),
    ]
    store.put_seat(
        *(seat_record(room_id, device_hash(d), who, right) for d, who, right in seats)
    )
    code = lobby.links.make(room_id, Way.CODE)
    return Crowd(room_id, (leader, *others), code)
