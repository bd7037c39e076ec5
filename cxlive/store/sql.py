"""The store in SQLAlchemy Core, on SQLite: durable when a call returns."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import (
    Connection,
    Select,
    Table,
    and_,
    delete,
    func,
    insert,
    inspect,
    select,
    update,
)

from cxcore.document import VERSION
from cxlive.errors import StoreTooNewError
from cxlive.seating.device import DeviceHash
from cxlive.seating.seats import LinkKind, Right
from cxlive.store import rows
from cxlive.store.contract import (
    AnswerRecord,
    ChangedRoom,
    CustomerLinkRecord,
    FacilitationRecord,
    LinkRecord,
    RoomRecord,
    Saved,
    SeatRecord,
    SnapshotRecord,
    Stored,
)
from cxlive.store.sqlite import reader_engine, writer_engine
from cxlive.store.tables import (
    ANSWERS,
    CUSTOMER_LINKS,
    ENTRIES,
    FACILITATION,
    LINKS,
    METADATA,
    PROBES,
    ROOMS,
    SCHEMA,
    SCHEMA_VERSION,
    SEATS,
    SNAPSHOTS,
    TAKEN_OUT,
)

DATABASE_FILE = "rooms.sqlite3"

_IS_READABLE = SNAPSHOTS.c.version == VERSION
"""A snapshot only saves time: one of another version is not worth translating."""


class SqlStore:
    """Rooms in one database file; exactly one connection ever writes."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open the file; ``read_only`` beside the server that writes into it."""
        self._reader = reader_engine(path)
        self._writer = self._reader if read_only else writer_engine(path)
        self._writing = threading.Lock()
        if read_only:
            return
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

    def append(self, batch: Sequence[Saved]) -> None:
        """Keep everything in one transaction."""
        entries = [rows.entry_row(each) for each in batch if isinstance(each, Stored)]
        with self._write() as connection:
            if entries:
                connection.execute(insert(ENTRIES), entries)
            for each in batch:
                if not isinstance(each, Stored):
                    _replace(connection, each)

    def entries(self, room_id: str, after: int = 0) -> list[Stored]:
        """Return the entries of a room behind a revision, in order."""
        query = (
            select(ENTRIES)
            .where(ENTRIES.c.room == room_id, ENTRIES.c.revision > after)
            .order_by(ENTRIES.c.revision)
        )
        return [rows.read_entry(row) for row in self._all(query)]

    def facilitation(self, room_id: str) -> FacilitationRecord | None:
        """Return how a room is led."""
        found = self._first(select(FACILITATION).where(FACILITATION.c.room == room_id))
        return None if found is None else rows.read_facilitation(found)

    def answers(self, room_id: str) -> list[AnswerRecord]:
        """Return what was said in the private rounds of a room."""
        query = select(ANSWERS).where(ANSWERS.c.room == room_id)
        return [rows.read_answer(row) for row in self._all(query)]

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

    def put_seat(self, *seats: SeatRecord) -> None:
        """Keep or replace the seats of devices in their rooms."""
        with self._write() as connection:
            for seat in seats:
                _put(connection, SEATS, rows.seat_row(seat))

    def seats(self, room_id: str) -> list[SeatRecord]:
        """Return all seats of a room."""
        query = select(SEATS).where(SEATS.c.room == room_id)
        return [rows.read_seat(row) for row in self._all(query)]

    def take_out(self, room_id: str, participant_id: str, at: datetime) -> None:
        """Delete the seats of a participant, and keep when."""
        mine = and_(SEATS.c.room == room_id, SEATS.c.participant == participant_id)
        with self._write() as connection:
            for device in connection.scalars(select(SEATS.c.device_hash).where(mine)):
                row = {"room": room_id, "device_hash": device, "at": at.isoformat()}
                _put(connection, TAKEN_OUT, row)
            connection.execute(delete(SEATS).where(mine))

    def taken_out_at(self, room_id: str, device: DeviceHash) -> datetime | None:
        """Return when a device lost its seat last."""
        it = and_(TAKEN_OUT.c.room == room_id, TAKEN_OUT.c.device_hash == device)
        found = self._first(select(TAKEN_OUT).where(it))
        return None if found is None else rows.time(found["at"])

    def put_link(self, link: LinkRecord) -> None:
        """Keep or replace a link."""
        with self._write() as connection:
            _put(connection, LINKS, rows.link_row(link))

    def link(self, hashed: str) -> LinkRecord | None:
        """Return a link by its hash."""
        found = self._first(select(LINKS).where(LINKS.c.hash == hashed))
        return None if found is None else rows.read_link(found)

    def withdraw_links(self, room_id: str, right: Right, kind: LinkKind) -> None:
        """Mark all links of a room that are of this right and kind as withdrawn."""
        of_right = and_(LINKS.c.right == right.value, LINKS.c.kind == kind.value)
        with self._write() as connection:
            connection.execute(
                update(LINKS)
                .where(LINKS.c.room == room_id, of_right)
                .values(withdrawn=True)
            )

    def put_customer_link(self, link: CustomerLinkRecord) -> None:
        """Keep or replace a customer link."""
        with self._write() as connection:
            _put(connection, CUSTOMER_LINKS, rows.customer_link_row(link))

    def customer_link(self, hashed: str) -> CustomerLinkRecord | None:
        """Return a customer link by its hash."""
        query = select(CUSTOMER_LINKS).where(CUSTOMER_LINKS.c.hash == hashed)
        found = self._first(query)
        return None if found is None else rows.read_customer_link(found)

    def customer_links(self, room_id: str) -> list[CustomerLinkRecord]:
        """Return all customer links of a room, the one made first first."""
        query = (
            select(CUSTOMER_LINKS)
            .where(CUSTOMER_LINKS.c.room == room_id)
            .order_by(CUSTOMER_LINKS.c.made_at, CUSTOMER_LINKS.c.id)
        )
        return [rows.read_customer_link(row) for row in self._all(query)]

    def seat(self, room_id: str, device: DeviceHash) -> SeatRecord | None:
        """Return the seat of a device in a room."""
        found = self._first(
            select(SEATS).where(SEATS.c.room == room_id, SEATS.c.device_hash == device)
        )
        return None if found is None else rows.read_seat(found)

    def changed_last(self, device: DeviceHash, most: int) -> list[ChangedRoom]:
        """Return rooms in which a device has a seat, the one changed last first."""
        mine = select(SEATS.c.room).where(SEATS.c.device_hash == device)
        query = _changed().where(ROOMS.c.id.in_(mine)).limit(most)
        return [rows.read_changed(row) for row in self._all(query)]

    def all_rooms(self) -> list[ChangedRoom]:
        """Return every room there is, the one changed last first."""
        return [rows.read_changed(row) for row in self._all(_changed())]

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


def _changed() -> Select[rows.AnyColumns]:
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
        .outerjoin_from(ROOMS, ENTRIES, last)
        .order_by(at.desc())
    )


def _replace(connection: Connection, record: FacilitationRecord | AnswerRecord) -> None:
    """Put a record where one of the same key may stand."""
    if isinstance(record, FacilitationRecord):
        table, row = FACILITATION, rows.facilitation_row(record)
    else:
        table, row = ANSWERS, rows.answer_row(record)
    _put(connection, table, row)


def _put(connection: Connection, table: Table, row: rows.Row) -> None:
    """Put a row where one of the same key may stand."""
    same = [column == row[column.name] for column in table.primary_key.columns]
    connection.execute(delete(table).where(*same))
    connection.execute(insert(table), row)


def _prepare_schema(connection: Connection) -> None:
    """Make the tables, or refuse those of a newer version before touching them."""
    if inspect(connection).has_table(SCHEMA.name):
        found = connection.execute(select(SCHEMA.c.version)).scalar_one()
        if found > SCHEMA_VERSION:
            raise StoreTooNewError(found, SCHEMA_VERSION)
        METADATA.create_all(connection)  # every step so far has only added tables
        connection.execute(update(SCHEMA).values(version=SCHEMA_VERSION))
        return
    METADATA.create_all(connection)
    connection.execute(insert(SCHEMA), {"version": SCHEMA_VERSION})
