"""What is particular to SQLite: one connection writes, the others only read."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

_JOURNAL_BYTES = 64 * 2**20
_BUSY_MS = 5_000

_WRITER_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    f"PRAGMA journal_size_limit={_JOURNAL_BYTES}",
    f"PRAGMA busy_timeout={_BUSY_MS}",
)
_READER_PRAGMAS = (
    "PRAGMA query_only=ON",
    # Two connections must never checkpoint at the same time (a fault of old SQLite).
    "PRAGMA wal_autocheckpoint=0",
    f"PRAGMA busy_timeout={_BUSY_MS}",
)


def writer_engine(path: Path) -> Engine:
    """Return the engine whose only connection writes and checkpoints."""
    engine = create_engine(
        f"sqlite:///{path}",
        poolclass=StaticPool,
        connect_args={"check_same_thread": False},
        hide_parameters=True,  # an error goes to the log: no hash of a secret does
    )
    _prepare(engine, _WRITER_PRAGMAS, "BEGIN IMMEDIATE")
    return engine


def reader_engine(path: Path) -> Engine:
    """Return the engine whose connections cannot write."""
    engine = create_engine(f"sqlite:///{path}", hide_parameters=True)
    _prepare(engine, _READER_PRAGMAS, "BEGIN")
    return engine


def _prepare(engine: Engine, pragmas: tuple[str, ...], begin: str) -> None:
    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's
        # The driver would begin transactions when it sees fit; we do it ourselves.
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        connection.exec_driver_sql(begin)
