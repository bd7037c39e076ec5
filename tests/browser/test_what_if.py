"""What if: a ghost is dragged, the ranking shows what would be, and nothing is so."""

import json
import re

from playwright.sync_api import expect

from tests.browser.board import STEP, Board, expect_feeling, middle
from tests.browser.company import two_in_a_room

HINT = re.compile("Drag a ghost")
STAGE = "At the airport"


def switch_on(board):
    board.page.get_by_role("button", name="What if?", exact=True).click()
    expect(board.page.locator(".what-if")).to_have_text(HINT)


def ghost(board, moment):
    name = f"What if: {moment}, {STAGE}"
    return board.page.get_by_role("slider", name=name, exact=True)


class Wire:
    """What the live channel of a window carries, by kind of message."""

    def __init__(self, page):
        self.sent, self.received = [], []
        page.on("websocket", self._listen)

    def _listen(self, socket):
        if "/live/room" in socket.url:
            socket.on("framesent", lambda frame: self._note(self.sent, frame))
            socket.on("framereceived", lambda frame: self._note(self.received, frame))

    def _note(self, kept, frame):
        kept.append(json.loads(frame)["kind"])

    def forget(self):
        self.sent.clear()
        self.received.clear()


def test_a_ghost_shows_what_would_be_and_goes_home_when_it_is_let_go(tab, server):
    board = Board.of_sample(tab, server.url)
    expect(board.panel.locator(".hold-chip.stale")).to_have_count(0)
    expect(board.panel.locator(".ranking-needs .hold-chip").first).not_to_be_empty()
    before = board.panel.inner_text()
    switch_on(board)
    security = ghost(board, "Security")
    home = security.evaluate("el => getComputedStyle(el).top")
    expect(board.handle("Security", STAGE)).to_be_hidden()

    _, hand = board.hold(security, up=6)

    first = board.panel.locator(".ranking-needs .item").first
    expect(first).to_contain_text("Delay notice")
    expect(board.panel).to_contain_text("What if: none of this is so")
    assert abs(middle(security)[1] - hand) < 2
    said = tab.locator(".what-if-text")
    expect(said).to_contain_text("Delay notice would come first")

    board.let_go()

    expect(board.panel).to_have_text(before, use_inner_text=True)
    expect(said).to_contain_text("If Security felt rather good (+1.8)")
    expect(security).to_have_css("top", home)

    tab.get_by_role("button", name="How it feels today").click()

    expect(tab.locator(".what-if")).to_be_hidden()
    expect_feeling(board.handle("Security", STAGE), "awful, −4.5")


def test_of_what_one_supposes_others_see_nothing_and_nothing_is_kept(newcomer, server):
    wires = []

    def listened_to(**how):
        page = newcomer(**how)
        wires.append(Wire(page))
        return page

    lead, dora = two_in_a_room(listened_to, server.url)
    switch_on(lead)
    dora.page.wait_for_timeout(500)  # what came before has come
    for wire in wires:
        wire.forget()

    lead.hold(ghost(lead, "Security"), up=6)
    said = lead.page.locator(".what-if-text")
    expect(said).to_contain_text("Delay notice would come first")
    lead.let_go()
    expect(lead.panel.locator(".item").first).to_contain_text("Security")
    dora.drag(dora.handle("Bag drop", STAGE), up=1)  # what comes after has come, too
    dora.saved()

    assert set(wires[0].sent) <= {"suppose", "at"}
    assert "suppose" in wires[0].sent
    assert "supposed" in wires[0].received
    assert "supposed" not in wires[1].received
    expect(lead.undo).to_be_disabled()
    expect(dora.undo).to_be_enabled()


def test_with_keys_alone_one_hears_what_would_be(tab, server):
    board = Board.of_sample(tab, server.url)
    before = board.feelings()
    switch_on(board)
    security = ghost(board, "Security")
    at_home = security.get_attribute("aria-valuetext")
    security.focus()

    tab.keyboard.press("End")

    announced = tab.locator(".board > .unseen[aria-live='polite']")
    expect(announced).to_have_text(
        re.compile(r"^If Security felt great \(\+5\): Delay notice would come first; ")
    )
    expect_feeling(security, at_home)
    expect(board.undo).to_be_disabled()
    assert board.feelings() == before


def test_a_finger_moves_a_ghost_and_reads_what_would_be_above_the_curve(phone, server):
    board = Board.of_sample(phone, server.url)
    switch_on(board)
    security = ghost(board, "Security")
    security.scroll_into_view_if_needed()
    x, y = middle(security)
    screen = phone.context.new_cdp_session(phone)

    def touch(kind, *points):
        places = [{"x": x, "y": y} for x, y in points]
        screen.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    touch("touchStart", (x, y))
    for part in range(1, 9):
        touch("touchMove", (x, y - 5 * STEP * part / 8))

    said = phone.locator(".what-if-text")
    expect(said).to_contain_text("Delay notice would come first")
    expect(said).to_be_in_viewport()
    touch("touchEnd")

    expect(said).to_contain_text("If Security felt")
    expect(board.undo).to_be_disabled()
