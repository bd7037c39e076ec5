"""Pages run without a browser, on a store of their own and as a known device."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cxlive import services
from cxlive.seating.device import Device

ROOT = Path(__file__).parents[2]
DEVICE = Device("d" * 43)


@pytest.fixture
def lobby(tmp_path):
    """The lobby of a server whose pages all run on one device."""
    running = services.start(tmp_path / "data")
    running.device_of = lambda _cookies: DEVICE
    yield running.lobby
    services.stop()


@pytest.fixture
def app(lobby):
    """The app as a new tab opens it: on the welcome page."""
    return AppTest.from_file(str(ROOT / "cxui" / "frame.py"), default_timeout=30).run()


@pytest.fixture
def sample(app):
    """The app on the journey page, with the repair sample open."""
    return app.button(key="welcome.sample.appliance-repair").click().run()
