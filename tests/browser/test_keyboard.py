"""The journey without a mouse."""

import re

from playwright.sync_api import expect

from tests.browser.board import Board, expect_feeling

MOST_STOPS = 60


def focused(page):
    """How the element with the focus is called, also inside the board."""
    return page.evaluate(
        """() => {
            let el = document.activeElement;
            while (el?.shadowRoot?.activeElement) el = el.shadowRoot.activeElement;
            return el?.getAttribute("aria-label") ?? el?.textContent ?? "";
        }"""
    )


def tab_to(page, name):
    stops = 0
    while focused(page) != name:
        page.keyboard.press("Tab")
        stops += 1
        assert stops < MOST_STOPS, f"{name} is not reached with Tab"


def test_a_moment_is_rated_unrated_and_brought_back_with_keys_alone(tab, server):
    board = Board.of_sample(tab, server.url)
    security = board.handle("Security", "At the airport")
    announced = tab.locator(".board > .unseen[aria-live='polite']")
    tab_to(tab, "Security, At the airport")

    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("ArrowUp")

    expect_feeling(security, "bad, −3.5")
    expect(announced).to_have_text(
        re.compile(r"What needs work first: 1: .*Security, \d+")
    )

    tab.keyboard.press("Delete")

    expect_feeling(security, "not rated")
    expect(security).not_to_contain_text("so-so")
    expect(board.undo).to_be_enabled()
    tab.wait_for_timeout(700)  # a gesture with keys ends by itself
    board.saved()
    expect_feeling(security, "not rated")

    tab.keyboard.press("Control+z")

    expect_feeling(security, "bad, −3.5")
    expect(board.redo).to_be_enabled()

    tab.keyboard.press("Control+Shift+z")

    expect_feeling(security, "not rated")
    assert focused(tab) == "Security, At the airport"


def test_a_card_is_opened_and_rated_and_closed_with_keys_alone(tab, server):
    board = Board.of_sample(tab, server.url)
    board.handle("Follow-up mail", "Arrive").focus()
    tab.keyboard.press("Tab")
    card = focused(tab)
    assert card.startswith("Compare flights,")

    tab.keyboard.press("Enter")
    editor = tab.get_by_role("dialog", name="Compare flights", exact=True)
    expect(editor).to_be_visible()
    editor.get_by_role("button", name="How hard for her: 1", exact=True).focus()
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("Space")

    chosen = editor.get_by_role("button", name="How hard for her: 3", exact=True)
    expect(chosen).to_have_attribute("aria-pressed", "true")

    tab.keyboard.press("Escape")

    expect(editor).to_be_hidden()
    assert focused(tab) == card
