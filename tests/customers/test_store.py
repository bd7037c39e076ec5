"""Customer links at rest: in either store, and in a folder that has none yet."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cxlive.seating.seats import Right
from cxlive.store import (
    CustomerLinkRecord,
    MemoryStore,
    RoomRecord,
    SeatRecord,
    SqlStore,
)
from cxlive.store.sql import DATABASE_FILE
from tests.customers.build import LATER, shop

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(params=["memory", "sql"])
def store(request, tmp_path):
    made = MemoryStore() if request.param == "memory" else SqlStore(tmp_path / "db")
    for name in ("r", "other"):
        room = RoomRecord(name, "site", NOON, "Shop", b'{"workshop": {"id": "w"}}')
        made.add_room(room, SeatRecord(name, "d", "ana", Right.FACILITATOR, NOON))
    yield made
    made.close()


def link(hashed, room_id="r", at=NOON):
    return CustomerLinkRecord(
        hashed, f"id-{hashed}", room_id, "visit", "You", LATER, at
    )


def test_a_link_is_read_as_it_was_kept(store):
    store.put_customer_link(link("h"))

    assert store.customer_link("h") == link("h")
    assert store.customer_link("other") is None


def test_the_links_of_a_room_come_in_the_order_in_which_they_were_made(store):
    late, early = link("a", at=NOON + timedelta(days=1)), link("b")
    for each in (late, early, link("c", room_id="other")):
        store.put_customer_link(each)

    assert store.customer_links("r") == [early, late]
    assert store.customer_links("nowhere") == []


def test_a_link_that_is_put_again_stands_in_the_place_of_the_old_one(store):
    store.put_customer_link(link("h"))

    store.put_customer_link(replace(link("h"), is_withdrawn=True))

    assert [each.is_withdrawn for each in store.customer_links("r")] == [True]


def test_a_room_that_is_not_there_has_no_link(store):
    with pytest.raises(Exception, match=r".*"):
        store.put_customer_link(link("h", room_id="nowhere"))


def test_a_folder_from_before_customer_links_opens_and_takes_them(tmp_path):
    store = SqlStore(tmp_path / DATABASE_FILE)
    made = shop(store)
    made.home.lobby.close()
    store.close()
    with sqlite3.connect(tmp_path / DATABASE_FILE) as database:
        database.execute("DROP TABLE customer_links")
        database.execute("UPDATE schema SET version = 2")
    database.close()

    made.home.store = SqlStore(tmp_path / DATABASE_FILE)
    again = made.reopened()

    assert again.home.names() == ["queue", "pay", "leave"]
    assert again.customers.of_room(again.home.room_id) == []
    assert again.link()
    again.home.lobby.close()
    made.home.store.close()
