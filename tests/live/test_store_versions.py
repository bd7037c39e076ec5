"""A data folder that an older, or a newer, version of the app has written."""

import pytest

from cxcore.document import VERSION, TooNewError
from cxcore.document.migrations import STEPS, Step
from cxlive.store import SqlStore
from cxlive.store.sql import DATABASE_FILE
from cxlive.store.tables import SNAPSHOTS
from tests.live.build import House, add, house, rename


def till_becomes_desk(command):
    return {**command, "text": command["text"].replace("Till", "Desk")}


def shop_becomes_store(workshop):
    return {**workshop, "brief": {**workshop["brief"], "promise": "moved"}}


NEXT = VERSION + 1
STEP = Step("a till is called a desk", shop_becomes_store, till_becomes_desk)


@pytest.fixture
def folder(tmp_path):
    """A room that this version has written, with a snapshot, and closed."""
    store = SqlStore(tmp_path / DATABASE_FILE)
    made = house(store)
    made.do(made.ana, rename("pay", "Till"))
    made.lobby.close()
    store.close()
    return tmp_path, made


@pytest.fixture
def reopened(folder):
    path, made = folder
    store = SqlStore(path / DATABASE_FILE)
    anew = House(store, made.lobby, made.room_id, made.device).reopened()
    yield anew
    anew.lobby.close()
    store.close()


@pytest.fixture
def next_version(folder, monkeypatch):
    """The app has gone on by one version since the room was written."""
    for module in ("rows", "versions"):
        monkeypatch.setattr(f"cxlive.store.{module}.VERSION", NEXT)
    monkeypatch.setattr("cxlive.store.sql._IS_READABLE", SNAPSHOTS.c.version == NEXT)
    monkeypatch.setattr("cxlive.store.versions.STEPS", (*STEPS, STEP))


def test_a_room_of_an_older_version_opens_as_the_newest_would_have_written_it(
    folder, next_version, reopened
):
    workshop = reopened.room.snapshot.workshop

    assert workshop.brief.promise == "moved"
    assert workshop.touchpoints["pay"].name == "Desk"
    assert reopened.room.snapshot.history[0].command.text == "Desk"


def test_it_goes_on_in_the_newest_version_beside_its_older_entries(
    folder, next_version, reopened
):
    reopened.do(reopened.ana, rename("pay", "Till again", seen="Desk"))
    reopened.do(reopened.ana, add("New"))

    again = reopened.reopened()

    assert "Till again" in again.names()
    assert again.room.snapshot.revision == 3
    again.lobby.close()


@pytest.mark.parametrize("table", ["rooms", "entries"])
def test_a_room_of_a_newer_version_is_refused_with_a_sentence(reopened, table):
    with reopened.store._writer.begin() as connection:  # noqa: SLF001
        connection.exec_driver_sql(f"UPDATE {table} SET version = {NEXT}")

    with pytest.raises(TooNewError) as refused:
        assert reopened.room

    assert f"Workshop format {NEXT} is newer than {VERSION}" in str(refused.value)
    (recent,) = reopened.lobby.recent(reopened.device)
    assert not recent.can_open


def test_a_snapshot_of_a_newer_version_is_left_aside(reopened):
    with reopened.store._writer.begin() as connection:  # noqa: SLF001
        connection.exec_driver_sql(f"UPDATE snapshots SET version = {NEXT}")

    assert reopened.names() == ["queue", "Till", "leave"]
