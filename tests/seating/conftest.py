import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.testclient import TestClient

from cxlive import services
from cxlive.store import SqlStore
from cxlive.web.gate import Gate
from cxlive.web.join import LIVE_JOIN, join
from tests.live.build import house


@pytest.fixture
def home(tmp_path):
    """A room on a real database."""
    store = SqlStore(tmp_path / "rooms.sqlite3")
    built = house(store)
    yield built
    built.lobby.close()
    store.close()


@pytest.fixture
def running(home):
    """The services of this process, on the lobby of the test's room."""
    made = services.Services(home.lobby)
    services.install(made)
    yield made
    services.install(None)


@pytest.fixture
def web(running):
    """A browser at the join route, with no cookies yet."""
    app = Starlette(routes=[Route(LIVE_JOIN, join)], middleware=[Middleware(Gate)])
    return TestClient(app, "http://studio.local:8501", follow_redirects=False)


class Clock:
    """A time that only a test moves."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()
