"""Pages run without a browser, on a store of their own and as a known device."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cxlive import services
from cxlive.seating.device import Device, new_device
from cxlive.seating.links import Way

ROOT = Path(__file__).parents[2]
DEVICE = Device("d" * 43)
ADDRESS = "192.0.2.7"


@pytest.fixture
def lobby(tmp_path):
    """The lobby of a server whose pages all run on one device."""
    running = services.start(tmp_path / "data")
    work_on(DEVICE)
    yield running.lobby
    services.stop()


@pytest.fixture
def app(lobby):
    """The app as a new tab opens it: on the welcome page."""
    return new_tab()


@pytest.fixture
def sample(app):
    """The app on the journey page, with the repair sample open."""
    return app.button(key="welcome.sample.appliance-repair").click().run()


@pytest.fixture
def room_id(sample, lobby):
    """The sample's room; its facilitator is the device of the tests."""
    return lobby.recent(DEVICE)[0].room_id


def work_on(device):
    """Let all pages run on this device from now on."""
    services.services().device_of = lambda _cookies: device


def new_tab(**query):
    """Open a tab at the address of the app, with this query."""
    app = AppTest.from_file(str(ROOT / "cxui" / "frame.py"), default_timeout=30)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def comes_in(lobby, room_id, way=Way.CODE, name=None):
    """Let a new device in, seat it under this name, and work on it."""
    device = new_device()
    lobby.links.exchange(lobby.links.make(room_id, way), device, ADDRESS)
    if name is not None:
        lobby.sit(room_id, device, None, name)
    work_on(device)
    return device


def texts(app):
    """Everything a page says."""
    kinds = ("title", "subheader", "markdown", "caption", "error", "info", "success")
    return " ".join(element.value for kind in kinds for element in app.get(kind))


def components(app):
    """What the page sends to its components."""
    return [json.loads(each.proto.json) for each in app.get("bidi_component")]


def board(app):
    """What the page sends to the board; None where there is none."""
    return next((each for each in components(app) if "view" in each), None)


def follower(app):
    """What the page sends to the follower; None where there is none."""
    return next((each for each in components(app) if "view" not in each), None)
