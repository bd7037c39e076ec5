"""The page "Compare": empty, full, kept by keyboard, with two people, on a phone."""

import re

from playwright.sync_api import expect

from tests.browser.board import Board
from tests.browser.company import two_in_a_room
from tests.browser.live_page import LivePage, type_text

HOSTILE = "<img src=x onerror=\"document.title='pwned'\">"
WANTED, SINCE = "Wanted and today", "Since last time"


def compare_of(board):
    return LivePage(board, "compare", "Compare")


def row(part, moment):
    """What stands in a section of one moment."""
    named = part.page.locator(".compare-name", has_text=moment)
    return part.locator(".compare-row").filter(has=named)


def test_a_new_workshop_is_told_what_there_would_be_to_compare(server, tab):
    page = compare_of(Board.of_new_workshop(tab, server.url, "Waiting"))

    expect(page.section(WANTED)).to_contain_text("Nobody has said how it should feel")
    expect(page.section(SINCE)).to_contain_text("Nothing is kept yet")

    page.section(WANTED).get_by_role("button", name="Go to the journey").click()

    expect(tab.locator(".journey-name")).to_contain_text("Waiting")


def test_what_became_of_a_shop_is_said_in_words_with_numbers_one_tap_deeper(
    server, tab
):
    page = compare_of(Board.of_sample(tab, server.url, "saturday-shop"))
    wanted, since = page.section(WANTED), page.section(SINCE)

    expect(row(wanted, "Find a space")).to_contain_text("wanted rather good, is bad")
    expect(row(since, "Trolley with two seats")).to_contain_text("from so-so to good")
    expect(row(since, "Trolley with two seats")).to_contain_text("surely")
    expect(row(since, "Find a space")).to_contain_text("we expected so-so: not met")
    expect(row(since, "Help with packing")).to_contain_text("new on the map")
    shown = re.compile("^How each moment felt: 22 Aug 2026 and today")
    expect(since.get_by_role("img", name=shown)).to_be_visible()

    expect(since.get_by_role("cell", name="+2.3", exact=True)).to_be_hidden()
    since.get_by_text("The numbers").click()
    expect(since.get_by_role("cell", name="+2.3", exact=True)).to_be_visible()


def test_today_is_kept_by_keyboard_alone_and_everybody_sees_it(server, newcomer):
    ana, ben = two_in_a_room(newcomer, server.url)
    page, other, tab = compare_of(ana), compare_of(ben), ana.page
    expect(other.section(SINCE)).to_contain_text("Whoever leads can keep today")

    page.root.get_by_role("button", name="Keep today as a review").focus()
    tab.keyboard.press("Enter")
    expect(tab.get_by_label("Why today?")).to_be_focused()
    type_text(tab, HOSTILE)
    tab.keyboard.press("Tab")
    expected = tab.get_by_role("group", name="We expect Bag drop to feel")
    expect(expected.locator(":focus")).to_be_visible()
    tab.keyboard.press("End")
    tab.keyboard.press("Enter")
    expect(expected.locator("[aria-pressed=true]")).to_have_text("great")
    tab.get_by_role("button", name="Keep today", exact=True).focus()
    tab.keyboard.press("Enter")

    for each in (page, other):
        since = each.section(SINCE)
        expect(since.locator(".compare-note")).to_have_text(HOSTILE)
        expect(row(since, "Bag drop")).to_contain_text(
            "we expected great: cannot be told yet"
        )
        expect(since).to_contain_text("All in all it feels about as it did.")
    assert tab.title() != "pwned"


def test_on_a_phone_nothing_is_wider_than_the_screen(server, phone):
    Board.of_sample(phone, server.url, "saturday-shop")
    phone.goto(phone.url.replace("/journey", "/compare"))
    page = phone.locator(".page-compare")
    expect(page.locator(".compare-row").first).to_be_visible(timeout=20_000)
    for more in page.get_by_text("The numbers").filter(visible=True).all():
        more.click()

    edges = "all => all.map(each => each.getBoundingClientRect().right)"
    shown = page.locator("> *, .compare-row, .compare-row *, .twin, .compare-figure")

    assert max(shown.evaluate_all(edges)) <= phone.viewport_size["width"]
