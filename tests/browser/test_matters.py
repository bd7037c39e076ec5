"""The page "What matters", and how firmly the ranking beside the curve holds."""

import re

from playwright.sync_api import expect

from tests.browser.board import Board
from tests.browser.company import two_in_a_room
from tests.browser.live_page import LivePage

FIRST = "What needs work first"
WEIGHTS = "How we weigh it"
WIDE = "W" * 200
HOSTILE = "<img src=x onerror=\"document.title='pwned'\">"


def matters_of(board):
    return LivePage(board, "matters", "What matters")


def line(page, moment):
    """Its line in the ranking of what needs work first."""
    name = page.page.locator(".item-name").get_by_text(moment, exact=True)
    return page.section(FIRST).locator(".matter").filter(has=name)


def slider(page, label):
    return page.section(WEIGHTS).get_by_role("slider", name=label)


def test_it_says_what_holds_what_could_change_and_what_to_ask_next(server, tab):
    page = matters_of(Board.of_sample(tab, server.url))
    security, bag_drop = line(page, "Security"), line(page, "Bag drop")
    expect(security.locator(".hold")).to_have_text("holds")
    expect(security.locator(".rank")).to_have_text("1")
    expect(bag_drop.locator(".hold")).to_have_text("could change")
    expect(bag_drop.locator(".rank")).to_have_text("3–6")
    said = page.section(FIRST).get_by_text("not how customers feel")
    expect(said).to_have_count(1)
    firm = security.get_by_text("re-runs with other plausible weights")
    expect(firm).to_be_hidden()

    security.locator("summary").focus()
    tab.keyboard.press("Enter")

    expect(firm).to_be_visible()
    expect(security).to_contain_text("60 = 35 bad feeling")
    asked = page.section("What to ask next")
    expect(asked).to_contain_text("Ask about Baggage claim next: ")
    asked.get_by_role("button", name="See what we know of it").click()
    known = tab.get_by_role("dialog", name="Baggage claim", exact=True)
    expect(known).to_contain_text("measured", timeout=20_000)


def test_a_weight_changed_by_who_leads_is_followed_by_all_and_taken_back(
    server, newcomer
):
    lead, dora = (matters_of(each) for each in two_in_a_room(newcomer, server.url))
    usual = line(dora, "Security").locator("summary")
    expect(usual).to_contain_text("make-or-break")
    expect(slider(dora, "changes hands")).to_be_disabled()
    expect(dora.section(WEIGHTS)).to_contain_text("Who leads can change this")
    hands = slider(lead, "changes hands")

    hands.focus()
    lead.page.keyboard.press("End")

    expect(slider(lead, "make-or-break")).to_have_attribute("aria-valuetext", "0 %")
    expect(slider(dora, "changes hands")).to_have_value("100")
    expect(dora.root.get_by_text("not as usual")).to_be_visible()
    expect(usual).not_to_contain_text("make-or-break")
    expect(line(dora, "Security").locator(".hold")).to_have_text("holds")

    lead.section(WEIGHTS).get_by_role("button", name="Weigh as usual").click()

    expect(usual).to_contain_text("make-or-break")
    expect(slider(dora, "changes hands")).to_have_value("20")
    expect(lead.page.get_by_role("button", name="Weigh as usual")).to_be_hidden()


def test_beside_the_curve_a_verdict_never_outlives_what_it_was_about(server, tab):
    board = Board.of_sample(tab, server.url)
    security = board.item("Security")
    expect(security.locator(".hold")).to_have_text("holds")
    expect(board.item("Bag drop").locator(".rank")).to_have_text("3–6")
    height = security.bounding_box()["height"]

    board.hold(board.handle("Security", "At the airport"), up=1)

    expect(security.locator(".hold")).to_have_text("…")
    expect(board.item("Delay notice").locator(".hold")).to_have_text("holds")
    assert security.bounding_box()["height"] == height

    board.let_go()

    expect(security.locator(".hold-chip:not(.stale)")).to_have_text("holds")


def test_a_new_workshop_is_told_what_to_do_and_a_phone_shows_any_name(server, phone):
    board = Board.of_new_workshop(phone, server.url, HOSTILE)
    room = phone.url.split("?")[1]
    phone.goto(f"{server.url}/matters?{room}")
    page = phone.locator(".page-matters")
    expect(page).to_contain_text("There is no moment on the map yet", timeout=20_000)

    page.get_by_role("button", name="Draw the journey").click()
    board.opened()
    phone.get_by_role("button", name="Paste a list of stages and moments").click()
    dialog = phone.get_by_role("dialog", name="Paste a list")
    dialog.get_by_label("Stages and moments").fill(f"Shop\n  {WIDE}\n  Pay")
    dialog.get_by_role("button", name="Add to the journey").click()
    board.saved()
    handle = board.handle(WIDE, "Shop")
    handle.focus()
    phone.keyboard.press("Home")
    expect(board.item(WIDE)).to_be_visible()
    handle.blur()
    board.saved()
    phone.goto(f"{server.url}/matters?{room}")

    expect(page.locator(".matter")).to_have_count(1, timeout=20_000)
    page.get_by_text(WEIGHTS).click()
    edges = "all => all.map(each => each.getBoundingClientRect().right)"
    right = max(page.locator("*").evaluate_all(edges))
    assert right <= phone.viewport_size["width"]
    expect(phone).not_to_have_title(re.compile("pwned"))
