import pytest

from cxlive.store import SqlStore
from tests.live.build import FailingStore
from tests.live.line import nothing_beside  # noqa: F401 - for all tests here
from tests.rounds.build import rounds


@pytest.fixture
def here(tmp_path):
    """A room with four people on a real database; Ana leads."""
    store = SqlStore(tmp_path / "rooms.sqlite3")
    made = rounds(store)
    yield made
    made.home.lobby.close()
    store.close()


@pytest.fixture
def shaky():
    """The same on a disk that a test can break."""
    made = rounds(FailingStore())
    yield made
    made.home.store.go.set()
    made.home.lobby.close()
