"""The tables of the store, the same for every database (decision 24).

Whatever holds a part of a document has the ``version`` of the format beside it.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

SCHEMA_VERSION = 3

METADATA = MetaData()

SCHEMA = Table("schema", METADATA, Column("version", Integer, primary_key=True))

PROBES = Table("probes", METADATA, Column("id", Integer, primary_key=True))

ROOMS = Table(
    "rooms",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("site", String(64), nullable=False),
    Column("created_at", String(40), nullable=False),
    Column("name", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("opening", LargeBinary, nullable=False),
)

ENTRIES = Table(
    "entries",
    METADATA,
    Column("room", ForeignKey("rooms.id"), primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("id", String(64), nullable=False),
    Column("lamport", BigInteger, nullable=False),
    Column("site", String(64), nullable=False),
    Column("actor", String(64)),
    Column("at", String(40)),
    Column("undoes", String(64)),
    Column("version", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("room", "id"),
)

SNAPSHOTS = Table(
    "snapshots",
    METADATA,
    Column("room", ForeignKey("rooms.id"), primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

FACILITATION = Table(
    "facilitation",
    METADATA,
    Column("room", ForeignKey("rooms.id"), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

ANSWERS = Table(
    "round_answers",
    METADATA,
    Column("room", ForeignKey("rooms.id"), primary_key=True),
    Column("round", String(64), primary_key=True),
    Column("participant", String(64), primary_key=True),
    Column("subject", String(64), primary_key=True),
    Column("part", String(20), primary_key=True),
    Column("value", LargeBinary, nullable=False),
)

SEATS = Table(
    "seats",
    METADATA,
    Column("room", ForeignKey("rooms.id"), primary_key=True),
    Column("device_hash", String(64), primary_key=True),
    Column("participant", String(64), nullable=False),
    Column("right", String(20), nullable=False),
    Column("seen_at", String(40), nullable=False),
    Index("seats_of_device", "device_hash"),
)

TAKEN_OUT = Table(
    "taken_out",
    METADATA,
    Column("room", ForeignKey("rooms.id"), primary_key=True),
    Column("device_hash", String(64), primary_key=True),
    Column("at", String(40), nullable=False),
)

LINKS = Table(
    "links",
    METADATA,
    Column("hash", String(64), primary_key=True),
    Column("room", ForeignKey("rooms.id"), nullable=False),
    Column("right", String(20), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("made_at", String(40), nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Index("links_of_room", "room"),
)

CUSTOMER_LINKS = Table(
    "customer_links",
    METADATA,
    Column("hash", String(64), primary_key=True),
    Column("id", String(64), nullable=False),
    Column("room", ForeignKey("rooms.id"), nullable=False),
    Column("journey", String(64), nullable=False),
    Column("scenario", Text, nullable=False),
    Column("until", String(10), nullable=False),
    Column("made_at", String(40), nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Index("customer_links_of_room", "room"),
)
