"""Where rooms are kept: one contract, two stores (tests/live/test_store.py)."""

from cxlive.store.contract import (
    ChangedRoom,
    CustomerLinkRecord,
    LinkRecord,
    RoomRecord,
    SeatRecord,
    SnapshotRecord,
    Store,
    Stored,
)
from cxlive.store.lock import FolderLock
from cxlive.store.memory import MemoryStore
from cxlive.store.sql import SqlStore

__all__ = [
    "ChangedRoom",
    "CustomerLinkRecord",
    "FolderLock",
    "LinkRecord",
    "MemoryStore",
    "RoomRecord",
    "SeatRecord",
    "SnapshotRecord",
    "SqlStore",
    "Store",
    "Stored",
]
