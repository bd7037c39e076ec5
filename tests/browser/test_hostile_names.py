"""What people type is text, whatever it looks like."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.board import Board

HOSTILE = "<img src=x onerror=\"document.title='pwned'\">"
LONG = "W" * 200
RIGHT_TO_LEFT = "تفتيش الأمتعة 🧳👩‍✈️"
TITLE = "Journey studio"


@pytest.fixture
def watched(tab):
    """A window of which is noted what it asks for and complains about."""
    tab.asked = []
    tab.complaints = []
    tab.on("request", lambda request: tab.asked.append(request.url))
    tab.on("websocket", lambda socket: tab.asked.append(socket.url))
    tab.on("pageerror", lambda error: tab.complaints.append(str(error)))
    tab.on("console", lambda said: complaint(said) and tab.complaints.append(said.text))
    return tab


def complaint(said):
    """Streamlit looks for its server below the page's address first: a 404."""
    return said.type == "error" and "/_stcore/" not in said.location["url"]


def hosts(page):
    schemes = {"http", "https", "ws", "wss"}
    parts = map(urlsplit, page.asked)
    return {part.netloc for part in parts if part.scheme in schemes}


def fits(page):
    return page.evaluate(
        "document.documentElement.scrollWidth <= window.innerWidth"
        " && document.querySelector('[data-testid=stMain]').scrollWidth"
        " <= document.querySelector('[data-testid=stMain]').clientWidth"
    )


def test_hostile_long_and_foreign_names_show_as_text_and_do_nothing(watched, server):
    board = Board.of_sample(watched, server.url)

    board.rename(board.card("Security"), HOSTILE)
    board.rename(board.stage("At the airport"), HOSTILE)
    board.rename(board.card("Bag drop"), LONG)
    board.rename(board.card("Delay notice"), RIGHT_TO_LEFT)

    for name in (HOSTILE, LONG, RIGHT_TO_LEFT):
        expect(board.card(name)).to_be_visible()
        expect(board.item(name)).to_be_visible()
        expect(board.handle(name, HOSTILE)).to_be_visible()
        expect(watched.locator(".headline")).to_contain_text(name)
    editor = board.open_card(HOSTILE)
    expect(editor.locator(".editor-place")).to_have_text(HOSTILE)
    watched.keyboard.press("Escape")
    board.choose(board.card(HOSTILE), "Remove moment")
    expect(board.toast).to_contain_text(HOSTILE)
    board.toast.get_by_role("button", name="Undo").click()
    expect(board.card(HOSTILE)).to_be_visible()
    assert fits(watched)

    board.saved()
    watched.reload()
    board.opened()
    expect(board.card(HOSTILE)).to_be_visible()
    watched.get_by_text("All the numbers").click()
    expect(watched.get_by_test_id("stDataFrame")).to_be_visible()

    assert watched.locator("img[src='x']").count() == 0
    assert watched.title() == TITLE
    assert hosts(watched) == {urlsplit(server.url).netloc}
    assert watched.complaints == []


def test_a_hostile_name_of_a_workshop_is_text_on_every_page(watched, server):
    board = Board.of_new_workshop(watched, server.url, HOSTILE)

    for page in ("Save and open", "Welcome"):
        board.go_to(page)
        expect(watched.get_by_text(HOSTILE, exact=True)).to_be_visible()

    assert watched.locator("img[src='x']").count() == 0
    assert watched.title() == TITLE
    assert hosts(watched) == {urlsplit(server.url).netloc}
    assert watched.complaints == []
