"""A phone in the hand: nothing hangs over the edge, fingers drag and scroll."""

import pytest
from playwright.sync_api import expect

from tests.browser.board import STEP, Board, expect_feeling, expect_other_text, middle

FINGER = 44
"""Pixels across that a finger needs."""


@pytest.fixture
def finger(phone):
    """Draw a finger from a point by so many pixels up, in steps."""
    screen = phone.context.new_cdp_session(phone)

    def touch(kind, *points):
        places = [{"x": x, "y": y} for x, y in points]
        screen.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    def draw(x, y, up):
        touch("touchStart", (x, y))
        for part in range(1, 9):
            touch("touchMove", (x, y - up * part / 8))
            phone.wait_for_timeout(20)
        touch("touchEnd")

    return draw


def hangs_over(page):
    return page.evaluate(
        """() => [":root", "[data-testid=stMain]"]
            .map((each) => document.querySelector(each))
            .some((el) => el.scrollWidth > Math.max(el.clientWidth, innerWidth))"""
    )


def scrolled(page):
    return page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop")


def test_a_finger_drags_a_handle_and_scrolls_everywhere_else(phone, server, finger):
    phone.goto(server.url)
    expect(phone.get_by_role("button", name="Start a new workshop")).to_be_visible()
    assert not hangs_over(phone)
    board = Board.of_sample(phone, server.url)
    handle = board.handle("Security", "At the airport")
    assert not hangs_over(phone)
    handle.scroll_into_view_if_needed()
    before = handle.get_attribute("aria-valuenow")
    total = board.item("Security").locator(".sum")
    sentence = total.inner_text()
    at, there = scrolled(phone), middle(handle)

    finger(*there, up=3 * STEP)

    expect(handle).not_to_have_attribute("aria-valuenow", before)
    value = float(handle.get_attribute("aria-valuenow"))
    assert value == pytest.approx(float(before) + 3, abs=0.15)
    expect(board.undo).to_be_enabled()
    expect_other_text(total, sentence)
    assert scrolled(phone) == at  # the page stood still under the hand

    finger(300, 700, up=250)

    phone.wait_for_timeout(300)
    assert scrolled(phone) > at + 100
    assert float(handle.get_attribute("aria-valuenow")) == value


def test_everything_a_finger_drags_or_presses_is_large_enough(phone, server):
    board = Board.of_sample(phone, server.url)

    for selector in (".handle", ".grip", ".mode", ".tools button", ".stage > .more"):
        boxes = phone.locator(selector).evaluate_all(
            "all => all.map(el => [el.offsetWidth, el.offsetHeight])"
        )
        assert boxes, selector
        assert min(min(box) for box in boxes) >= FINGER, selector

    editor = board.open_card("Compare flights")
    expect(editor).to_be_visible()
    assert not hangs_over(phone)
    heights = editor.locator(".step, .switch, select").evaluate_all(
        "all => all.map(el => el.offsetHeight)"
    )
    assert min(heights) >= FINGER
    editor.get_by_role("button", name="How hard for her: 7", exact=True).tap()
    editor.get_by_role("button", name="Close").tap()
    expect(editor).to_be_hidden()
    expect_feeling(board.handle("Follow-up mail", "Arrive"), "not rated")
