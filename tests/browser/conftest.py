"""A real server and a real browser for the tests that need them."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.server import Server

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NO_POPUP = "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup"
"""Else each window draws the list below its address bar, a second of work unseen."""
DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    running = Server(tmp_path_factory.mktemp("data")).start()
    yield running
    running.stop()


@pytest.fixture
def own_server(tmp_path):
    """A server that a test may kill."""
    running = Server(tmp_path / "data").start()
    yield running
    running.stop()


# Not for the whole run: while it is open this thread has a running event loop, and
# tests beside these start their own.
@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=[*FLAGS, NO_POPUP]
        )
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium):
    """A browser window of somebody new, at a desk."""
    context = chromium.new_context(viewport=DESK)
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(chromium):
    """A phone in somebody's hand."""
    context = chromium.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def newcomer(chromium):
    """Open browsers of other people, each a device of its own."""
    contexts = []

    def come(**how):
        contexts.append(chromium.new_context(**({"viewport": DESK} | how)))
        return contexts[-1].new_page()

    yield come
    for context in contexts:
        context.close()


@pytest.fixture
def crowd(chromium):
    """Browsers of three people, and every byte that reached each of them."""
    opened = {}

    def come(name, viewport=DESK, **more):
        context = chromium.new_context(viewport=viewport, **more)
        page = context.new_page()
        page.bytes_seen = []
        page.on("websocket", lambda socket: listen(socket, page.bytes_seen))
        opened[name] = context
        return page

    yield come
    for context in opened.values():
        context.close()


def listen(socket, kept):
    socket.on(
        "framereceived",
        lambda frame: kept.append(
            frame.decode("utf-8", "replace") if isinstance(frame, bytes) else frame
        ),
    )
