"""Coming in by a code on the welcome page."""

import pytest

from cxlive.errors import NoSuchLinkError
from cxlive.seating.device import new_device
from cxlive.seating.guesses import Guesses
from cxlive.seating.links import Way
from tests.pages.conftest import DEVICE, board, new_tab, texts, work_on


def join(app, typed):
    app.text_input(key="welcome.join.code").set_value(typed)
    button = next(each for each in app.button if each.label == "Join")
    return button.click().run()


@pytest.fixture
def code(lobby, room_id):
    """A code into the sample's room; the pages run on a new device from now on."""
    plain = lobby.make_link(room_id, DEVICE, Way.CODE)
    work_on(new_device())
    return plain


def test_a_new_device_is_asked_for_a_code_first(app):
    assert app.text_input[0].key == "welcome.join.code"
    assert app.text_input[0].placeholder == "7KQ2-M9XD"


@pytest.mark.parametrize(
    "as_typed",
    [
        str,
        str.lower,
        lambda code: f" {code.replace('-', ' ')} ",
        lambda code: f"http://192.0.2.1:8501/live/join/{code}/",
    ],
)
def test_a_code_leads_to_its_workshop_however_it_is_typed(
    lobby, room_id, code, as_typed
):
    app = join(new_tab(), as_typed(code))

    assert board(app)["room"] == room_id
    assert not app.error


@pytest.mark.parametrize("typed", ["7KQ2-M9XD", "<img src=x onerror=alert(1)>", "%00"])
def test_a_wrong_code_is_explained_and_opens_nothing(app, lobby, typed):
    join(app, typed)

    assert app.error[0].value.replace("\\", "") == str(NoSuchLinkError())
    assert board(app) is None
    assert lobby.recent(DEVICE) == []


def test_a_code_that_was_withdrawn_opens_nothing(lobby, room_id, code):
    lobby.withdraw(room_id, DEVICE, Way.CODE)

    app = join(new_tab(), code)

    assert "withdrawn" in app.error[0].value
    assert board(app) is None


def test_without_a_code_it_asks_for_one(app):
    join(app, "  ")

    assert "Type the code first" in texts(app)


def test_who_guesses_too_often_is_told_to_wait(app, lobby, monkeypatch):
    # A clock that stands still: a slow machine earns no new guesses meanwhile.
    monkeypatch.setattr(lobby.links, "_guesses", Guesses(lambda: 0.0))
    for _ in range(40):
        join(app, "7KQ2-M9XD")

    assert "too many wrong codes" in app.error[0].value
