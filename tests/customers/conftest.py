import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.testclient import TestClient

from cxlive import services
from cxlive.store import SqlStore
from cxlive.web.customer import LIVE_CUSTOMER, customer
from cxlive.web.gate import Gate
from tests.customers.build import Browser, shop
from tests.live.build import FailingStore
from tests.live.line import nothing_beside  # noqa: F401 - for all tests here


@pytest.fixture
def here(tmp_path):
    """A room on a real database; Ana leads."""
    store = SqlStore(tmp_path / "rooms.sqlite3")
    made = shop(store)
    yield made
    made.home.lobby.close()
    store.close()


@pytest.fixture
def shaky():
    """The same on a disk that a test can break."""
    made = shop(FailingStore())
    yield made
    made.home.store.go.set()
    made.home.lobby.close()


@pytest.fixture
def running(request):
    """The services of this process, on the lobby of the test's room."""
    which = "shaky" if "shaky" in request.fixturenames else "here"
    made = services.Services(request.getfixturevalue(which).home.lobby)
    services.install(made)
    yield made
    services.install(None)


@pytest.fixture
def browser(running):
    """A customer's browser, which keeps nothing and runs no scripts."""
    routes = [Route(LIVE_CUSTOMER, customer, methods=["GET", "POST"])]
    app = Starlette(routes=routes, middleware=[Middleware(Gate)])
    client = TestClient(app, "http://studio.local:8501", follow_redirects=False)
    return Browser(client)
