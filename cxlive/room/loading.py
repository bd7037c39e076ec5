"""A room as the store holds it: document and history, folded to the newest state."""

import logging

from pydantic import ValidationError

from cxcore.model import Workshop
from cxlive.errors import DamagedRoomError, NoSuchRoomError
from cxlive.room.ledger import Ledger
from cxlive.room.opening import Opening
from cxlive.store.contract import RoomRecord, SnapshotRecord, Store

log = logging.getLogger(__name__)


def stored_ledger(room_id: str, store: Store) -> tuple[RoomRecord, Ledger, int]:
    """Return a room's record, its ledger, and the revision of its newest snapshot.

    Raises:
        NoSuchRoomError: it is not there.
        DamagedRoomError: what is stored of it cannot be read.
        TooNewError: a newer version of the app has worked on it.
    """
    try:
        record = store.room(room_id)
        if record is None:
            raise NoSuchRoomError(room_id)
        opening = Opening.model_validate_json(record.opening)
        saved = store.entries(room_id)
    except ValueError as error:  # not JSON, or not what it should say
        raise DamagedRoomError(room_id) from error
    at, workshop = _newest_state(opening, store.snapshot(room_id), len(saved))
    ledger = Ledger(record, opening)
    ledger.load(saved, at, workshop)
    return record, ledger, at


def _newest_state(
    opening: Opening, snapshot: SnapshotRecord | None, newest: int
) -> tuple[int, Workshop]:
    """Return the revision and workshop to go on from; a bad snapshot is no loss."""
    if snapshot is None or snapshot.revision > newest:
        return 0, opening.workshop
    try:
        return snapshot.revision, Workshop.model_validate_json(snapshot.body)
    except ValidationError:
        log.exception("the snapshot of room %s is damaged", snapshot.room_id)
        return 0, opening.workshop
