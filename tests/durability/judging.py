"""What became of what a server had acknowledged."""

import sqlite3
from collections import Counter
from dataclasses import dataclass

from cxcore.edit import apply
from cxlive.room.opening import Opening
from cxlive.seating.lobby import Lobby
from cxlive.store import SqlStore
from cxlive.store.sql import DATABASE_FILE


@dataclass
class Verdict:
    """Counts; all but the first should be nought."""

    acknowledged: int = 0
    lost: int = 0
    """Acknowledged, and not at the revision that was said."""
    doubled: int = 0
    gaps: int = 0
    """Revisions that are missing between 1 and the newest."""
    corrupt: int = 0
    """Stores that do not open, or whose state is not what their commands say."""

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.doubled or self.gaps or self.corrupt)

    @property
    def counts(self) -> str:
        return f"{self.lost} / {self.doubled} / {self.gaps}"

    def __add__(self, other: "Verdict") -> "Verdict":
        return Verdict(*(a + b for a, b in zip(_all(self), _all(other), strict=True)))


def _all(verdict: Verdict) -> tuple[int, ...]:
    return tuple(vars(verdict).values())


def judge(folder, room_id, acknowledged) -> Verdict:
    """Open a data folder as the server does and compare; ids to revisions."""
    verdict = Verdict(acknowledged=len(acknowledged))
    try:
        store = SqlStore(folder / DATABASE_FILE)
    except Exception:  # noqa: BLE001 - whatever it is, the data does not open
        return Verdict(len(acknowledged), lost=len(acknowledged), corrupt=1)
    try:
        _compare(verdict, store, room_id, acknowledged)
    except Exception:  # noqa: BLE001 - whatever it is, the data cannot be read
        verdict.lost, verdict.corrupt = len(acknowledged), 1
    finally:
        store.close()
    verdict.corrupt |= not _is_sound(folder / DATABASE_FILE)
    return verdict


def _compare(verdict, store, room_id, acknowledged):
    saved = store.entries(room_id)
    places = {each.entry.id: each.revision for each in saved}
    verdict.lost = sum(places.get(id_) != at for id_, at in acknowledged.items())
    verdict.doubled = len(saved) - len(places)
    verdict.gaps = len(set(range(1, len(saved) + 1)) - set(places.values()))
    if room_id is not None and store.room(room_id) is None:
        verdict.lost += 1
    elif room_id is not None and not verdict.gaps:
        verdict.corrupt = not _is_fold_of(saved, store, room_id)
        verdict.doubled += _applied_twice(saved)


def _is_fold_of(saved, store, room_id):
    """Tell whether the room opens as what its commands make of its beginning."""
    lobby = Lobby(store)
    found = lobby.room(room_id).snapshot.workshop
    lobby.close()
    workshop = Opening.model_validate_json(store.room(room_id).opening).workshop
    for each in saved:
        workshop = apply(workshop, each.entry.command)
    return found == workshop


def _applied_twice(saved):
    """Count the things that were added again under another command's id."""
    added = Counter(
        each.entry.command.thing.id
        for each in saved
        if each.entry.command.kind == "add"
    )
    return sum(count - 1 for count in added.values())


def _is_sound(path):
    connection = sqlite3.connect(path)
    try:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()
