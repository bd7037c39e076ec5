"""The store in SQLAlchemy Core, on SQLite: durable when a call returns."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import (
    Connection,
    Select,
    and_,
    delete,
    func,
    insert,
    inspect,
    select,
)

from cxcore.document import VERSION
from cxlive.errors import StoreTooNewError
from cxlive.seating.device import DeviceHash
from cxlive.store import rows
from cxlive.store.contract import (
    ChangedRoom,
    RoomRecord,
    SeatRecord,
    SnapshotRecord,
    Stored,
)
from cxlive.store.sqlite import reader_engine, writer_engine
from cxlive.store.tables import (
    ENTRIES,
    METADATA,
    PROBES,
    ROOMS,
    SCHEMA,
    SCHEMA_VERSION,
    SEATS,
    SNAPSHOTS,
)

DATABASE_FILE = "rooms.sqlite3"

_IS_READABLE = SNAPSHOTS.c.version == VERSION
"""A snapshot only saves time: one of another version is not worth translating."""


class SqlStore:
    """Rooms in one database file; exactly one connection ever writes."""

    def __init__(self, path: Path) -> None:
        self._writer = writer_engine(path)
        self._reader = reader_engine(path)
        self._writing = threading.Lock()
        try:
            with self._write() as connection:
                _prepare_schema(connection)
        except BaseException:
            self.close()
            raise

    def add_room(self, room: RoomRecord, seat: SeatRecord) -> None:
        """Keep a new room and its first seat, both or none."""
        with self._write() as connection:
            connection.execute(insert(ROOMS), rows.room_row(room))
            connection.execute(insert(SEATS), rows.seat_row(seat))

    def room(self, room_id: str) -> RoomRecord | None:
        """Return a room; None where there is none."""
        found = self._first(select(ROOMS).where(ROOMS.c.id == room_id))
        return None if found is None else rows.read_room(found)

    def append(self, batch: Sequence[Stored]) -> None:
        """Keep entries in one transaction."""
        with self._write() as connection:
            connection.execute(insert(ENTRIES), [rows.entry_row(e) for e in batch])

    def entries(self, room_id: str, after: int = 0) -> list[Stored]:
        """Return the entries of a room behind a revision, in order."""
        query = (
            select(ENTRIES)
            .where(ENTRIES.c.room == room_id, ENTRIES.c.revision > after)
            .order_by(ENTRIES.c.revision)
        )
        return [rows.read_entry(row) for row in self._all(query)]

    def add_snapshot(self, snapshot: SnapshotRecord) -> None:
        """Keep a snapshot; older ones of the room are not needed any more."""
        mine = SNAPSHOTS.c.room == snapshot.room_id
        newer = SNAPSHOTS.c.revision >= snapshot.revision
        there = select(SNAPSHOTS.c.revision).where(mine, newer, _IS_READABLE)
        with self._write() as connection:
            if connection.execute(there).first() is None:
                connection.execute(delete(SNAPSHOTS).where(mine))
                connection.execute(insert(SNAPSHOTS), rows.snapshot_row(snapshot))

    def snapshot(self, room_id: str) -> SnapshotRecord | None:
        """Return the newest snapshot of a room."""
        query = (
            select(SNAPSHOTS)
            .where(SNAPSHOTS.c.room == room_id, _IS_READABLE)
            .order_by(SNAPSHOTS.c.revision.desc())
            .limit(1)
        )
        found = self._first(query)
        return None if found is None else rows.read_snapshot(found)

    def put_seat(self, seat: SeatRecord) -> None:
        """Keep or replace the seat of a device in a room."""
        with self._write() as connection:
            connection.execute(
                delete(SEATS).where(
                    SEATS.c.room == seat.room_id, SEATS.c.device_hash == seat.device
                )
            )
            connection.execute(insert(SEATS), rows.seat_row(seat))

    def seat(self, room_id: str, device: DeviceHash) -> SeatRecord | None:
        """Return the seat of a device in a room."""
        found = self._first(
            select(SEATS).where(SEATS.c.room == room_id, SEATS.c.device_hash == device)
        )
        return None if found is None else rows.read_seat(found)

    def changed_last(self, device: DeviceHash, most: int) -> list[ChangedRoom]:
        """Return rooms in which a device has a seat, the one changed last first."""
        return [rows.read_changed(row) for row in self._all(_changed(device, most))]

    def probe(self) -> None:
        """Write the one row that says nothing, whether or not it is there."""
        with self._write() as connection:
            connection.execute(delete(PROBES))
            connection.execute(insert(PROBES), {"id": 1})

    def close(self) -> None:
        """Close all connections; the last one puts the log into the database."""
        self._reader.dispose()
        with self._writing:
            self._writer.dispose()

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with self._writing, self._writer.begin() as connection:
            yield connection

    def _all(self, query: Select[rows.AnyColumns]) -> list[rows.Row]:
        with self._reader.connect() as connection:
            return [dict(row) for row in connection.execute(query).mappings()]

    def _first(self, query: Select[rows.AnyColumns]) -> rows.Row | None:
        with self._reader.connect() as connection:
            row = connection.execute(query).mappings().first()
            return None if row is None else dict(row)


def _changed(device: DeviceHash, most: int) -> Select[rows.AnyColumns]:
    newest = (
        select(func.max(ENTRIES.c.revision))
        .where(ENTRIES.c.room == ROOMS.c.id)
        .correlate(ROOMS)
        .scalar_subquery()
    )
    last = and_(ENTRIES.c.room == ROOMS.c.id, ENTRIES.c.revision == newest)
    at = func.coalesce(ENTRIES.c.at, ROOMS.c.created_at).label("changed_at")
    revision = func.coalesce(ENTRIES.c.revision, 0).label("revision")
    return (
        select(ROOMS.c.id, ROOMS.c.name, revision, at)
        .join_from(SEATS, ROOMS)
        .outerjoin(ENTRIES, last)
        .where(SEATS.c.device_hash == device)
        .order_by(at.desc())
        .limit(most)
    )


def _prepare_schema(connection: Connection) -> None:
    """Make the tables, or refuse those of a newer version before touching them."""
    if inspect(connection).has_table(SCHEMA.name):
        found = connection.execute(select(SCHEMA.c.version)).scalar_one()
        if found > SCHEMA_VERSION:
            raise StoreTooNewError(found, SCHEMA_VERSION)
        return
    METADATA.create_all(connection)
    connection.execute(insert(SCHEMA), {"version": SCHEMA_VERSION})
