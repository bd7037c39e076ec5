import pytest

from cxlive import services
from cxlive.store import SqlStore
from tests.live.build import FailingStore, house
from tests.live.line import client, nothing_beside  # noqa: F401 - for all tests here


@pytest.fixture
def home(tmp_path):
    """A room on a real database."""
    store = SqlStore(tmp_path / "rooms.sqlite3")
    built = house(store)
    yield built
    built.lobby.close()
    store.close()


@pytest.fixture
def shaky():
    """A room whose disk a test can break."""
    built = house(FailingStore())
    yield built
    built.store.go.set()
    built.lobby.close()


@pytest.fixture
def running(request):
    """The services of this process, on the lobby of the test's room."""
    which = "shaky" if "shaky" in request.fixturenames else "home"
    made = services.Services(request.getfixturevalue(which).lobby)
    services.install(made)
    yield made
    services.install(None)


@pytest.fixture
def http(running):
    """A server in this process, with one event loop for all its sockets."""
    with client() as made:
        yield made
