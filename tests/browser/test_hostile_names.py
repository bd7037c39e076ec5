"""What people type is text, whatever it looks like."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.board import Board
from tests.browser.company import PATIENCE, Lead, come_in, sit_down

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


PAYLOADS = (
    HOSTILE,
    '<svg onload="document.title=1"><image href="http://evil.example/i.svg"/></svg>',
    "</script><script>document.title='pwned'</script>",
    "![see](http://evil.example/m.png) [x](javascript:document.title=1) $$x$$",
    '{"expr": "datum.constructor(\'document.title=1\')()"} {{7*7}}',
    "=HYPERLINK(http://evil.example) ' onmouseover='x",
)
"""HTML, SVG, a closed script, Markdown, a Vega expression, a formula."""
TOGETHER = [" ".join(PAYLOADS[:3]), " ".join(PAYLOADS[3:])]


@pytest.fixture
def guarded(newcomer):
    """Open windows of other people; whatever asks another server is noted."""
    asked = []

    def come():
        page = newcomer()
        page.context.route(
            lambda url: urlsplit(url).hostname != "127.0.0.1",
            lambda route: asked.append(route.request.url) or route.abort(),
        )
        page.on("dialog", lambda dialog: asked.append(dialog.message))
        return page

    come.asked = asked
    return come


def did_nothing(page):
    strange = page.locator(
        "[onerror], [onload], [onmouseover], [href^='javascript'], [src*='evil'],"
        " [href*='evil'], img[src='x']"
    )
    assert strange.count() == 0
    assert page.title() in {TITLE, "Rating sheet"}


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


@pytest.mark.parametrize("payload", TOGETHER, ids=["markup", "expressions"])
def test_what_people_type_goes_through_a_whole_round_as_they_typed_it(
    guarded, server, payload
):
    board = built(guarded(), server.url, payload)
    lead = Lead(board)
    guest = guarded()
    come_in(guest, f"{server.url}/live/join/{lead.code()}")
    expect(guest.locator(".join-room")).to_have_text(payload)
    sit_down(guest, payload)
    expect(guest.get_by_text(f"Rating as: {payload}")).to_be_visible()
    expect(lead.person(payload)).to_be_visible()
    lead.close()
    screen, paper = (board.page.context.new_page() for _ in range(2))
    screen.goto(f"{board.page.url}&view=screen")

    lead.press("Start a private round")
    answered_with(guest, payload)
    lead.opened().button("Reveal").click()

    expect(guest.locator(".reveal h1")).to_be_visible()
    pin = guest.locator(".pin")
    expect(pin).to_have_attribute("aria-label", f"1: {payload}")
    pin.click()
    expect(guest.locator(".pin-text")).to_have_text(f"1. {payload}")
    expect(screen.locator(".room-stage").first).to_have_text(payload)
    paper.goto(f"{server.url}/live/sheet?room={board.page.url.rpartition('w=')[2]}")
    expect(paper.locator("td.moment").get_by_text(payload, exact=True)).to_be_visible()
    for page in (board.page, guest, screen, paper):
        did_nothing(page)
    assert guarded.asked == []


def built(page, url, text):
    """A workshop, a journey, a stage and a moment, all of this name."""
    board = Board.of_new_workshop(page, url, text)
    page.get_by_role("button", name="Add the first stage").click()
    board.write(text)
    page.get_by_role("button", name=f"Add a moment to {text}").click()
    board.write(text)
    return board


def answered_with(page, text):
    """Go through a round in which everything has this name; leave it as a note."""
    point = page.locator(".private-round [role=slider]")
    page.locator(".private-round").wait_for(timeout=PATIENCE)
    while not page.locator(".done-page").is_visible():
        if point.count():
            expect(point).to_have_attribute("aria-label", text)
            point.press("Home")
        page.locator(".round-nav .strong").click()
        page.wait_for_timeout(250)
    expect(page.locator(".done-page h1")).to_have_text(f"Thank you, {text}")
    page.locator(".note-text").fill(text)
    page.get_by_role("button", name="Add note").click()
    expect(page.get_by_text("Your note is kept.")).to_be_visible()
