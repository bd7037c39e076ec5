"""The screen for the room: read from the back, without a control and without names."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.board import Board
from tests.browser.company import PATIENCE, Lead, join

PROJECTOR = {"width": 1280, "height": 720}
SMALLEST = 24
"""Pixels of the smallest type at this size."""

SIZES = """(root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const el = node.parentElement;
        const seen = el.checkVisibility({ checkVisibilityCSS: true });
        if (!node.data.trim() || !seen) continue;
        const box = document.createRange();
        box.selectNodeContents(node);
        const drawn = [...box.getClientRects()].some((each) => each.width > 1);
        if (drawn) found.push([node.data, parseFloat(getComputedStyle(el).fontSize)]);
    }
    return found;
}"""
SCROLLS = """(root) => [document, root.getRootNode()].flatMap(
    (each) => [...each.querySelectorAll("*")]).filter((el) => {
    const { overflowX, overflowY } = getComputedStyle(el);
    const bars = (way) => ["auto", "scroll"].includes(way);
    return el.checkVisibility()
        && ((bars(overflowY) && el.scrollHeight > el.clientHeight + 1)
            || (bars(overflowX) && el.scrollWidth > el.clientWidth + 1));
}).map((el) => el.className || el.tagName)"""
CONTROLS = "button, a, input, select, textarea, [role=button], [role=slider], summary"

VISIBLE = """(all) => all.filter((el) => !el.closest("[inert]")
    && el.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }))
    .map((el) => el.outerHTML.slice(0, 120))"""


@pytest.fixture
def lead(newcomer, server):
    return Lead(Board.of_sample(newcomer(), server.url))


def projected(lead):
    """The window that the facilitator opens for the projector."""
    lead.opened()
    address = lead.panel.get_by_role("link", name="Open the screen for the room")
    page = lead.page.context.new_page()
    page.set_viewport_size(PROJECTOR)
    page.goto(address.get_attribute("href"))
    lead.close()
    expect(page.locator(".room")).to_be_visible(timeout=PATIENCE)
    return page


def is_made_for_a_projector(page):
    texts = page.locator(".board").evaluate(SIZES)
    assert len(texts) > 2
    small = [(text, size) for text, size in texts if size < SMALLEST]
    assert small == []
    assert page.locator(".board").evaluate(SCROLLS) == []
    assert page.locator(CONTROLS).evaluate_all(VISIBLE) == []


def test_the_room_reads_it_and_finds_no_control_no_name_and_no_scrollbar(
    lead, newcomer, server
):
    code = lead.code()
    screen = projected(lead)
    expect(screen.locator(".room-code")).to_have_text(code)
    expect(screen.locator(".room-card")).to_have_count(3)
    dora = join(newcomer(), server.url, code, "Dora Vane")
    dora.drag(dora.handle("Security", "At the airport"), up=8)
    dora.saved()

    is_made_for_a_projector(screen)
    said = screen.locator("body").inner_text()
    names = lead.opened().panel.locator(".person-name").all_text_contents()
    lead.close()
    assert "Dora Vane" in names
    assert len(names) > 5
    assert [name for name in names if name in said] == []


def test_of_a_private_round_it_shows_the_count_and_then_the_reveal(
    lead, newcomer, server
):
    code = lead.code()
    screen = projected(lead)
    dora = join(newcomer(), server.url, code, "Dora Vane").page
    lead.press("Start a private round")
    expect(screen.locator(".room-count")).to_have_text("0 of 1 done")
    dora.locator(".private-round").wait_for(timeout=PATIENCE)
    dora.locator(".overall button").get_by_text("3", exact=True).click()

    said = screen.locator(".room").inner_text()
    for word in ("Security", "Good moments", "great", "Dora"):
        assert word not in said
    is_made_for_a_projector(screen)

    lead.opened()
    lead.button("Reveal").click()
    lead.panel.locator(".asking:visible").get_by_role("button", name="Reveal").click()
    expect(screen.locator(".room-chart")).to_be_visible()
    expect(screen.locator(".room-join")).to_be_hidden()
    expect(screen.locator(".room.staged")).to_have_count(0, timeout=PATIENCE)
    is_made_for_a_projector(screen)


def test_long_names_and_many_moments_still_fit(lead):
    board = Board(lead.page)
    board.rename(board.card("Security"), "Security and everything before it " * 5)
    board.rename(board.stage("At the airport"), "At the airport, before the gate " * 4)
    board.saved()
    screen = projected(lead)
    expect(screen.locator(".room-name").first).to_have_text(re.compile("^Security and"))

    is_made_for_a_projector(screen)
    low = screen.locator(".room-card").evaluate_all(
        "all => Math.max(...all.map((el) => el.getBoundingClientRect().bottom))"
    )
    assert low <= PROJECTOR["height"]
