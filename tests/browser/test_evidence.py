"""The page "What we know": alone, by keyboard, with two people on it, on a phone."""

import re

from playwright.sync_api import expect

from tests.browser.board import Board
from tests.browser.company import two_in_a_room
from tests.browser.live_page import LivePage, type_text

HOSTILE = "<img src=x onerror=\"document.title='pwned'\">"
LONG = "W" * 200
RIGHT_TO_LEFT = "تفتيش الأمتعة 🧳"
LOG = "What people said and did"
PICTURE = "The journey by what we know"


def evidence_of(board):
    return LivePage(board, "evidence", "What we know")


def tile(page, moment):
    return page.root.locator(".known-tile").filter(has_text=moment)


def card(page, title):
    head = page.page.get_by_role("heading", name=title)
    return page.root.locator(".evidence-card").filter(has=head)


def add(page, kind, title):
    """Choose a kind, and give what is added a title."""
    page.root.get_by_role("button", name="Add evidence", exact=True).click()
    page.page.get_by_role("menuitem").filter(has_text=kind).click()
    page.page.locator(".evidence-body .field-input").fill(title)
    page.page.keyboard.press("Enter")
    page.board.saved()


def test_a_new_workshop_knows_nothing_and_the_leader_is_shown_ways_to_know(server, tab):
    page = evidence_of(Board.of_new_workshop(tab, server.url, "Waiting"))

    expect(page.section(PICTURE)).to_contain_text("There is no moment yet.")
    expect(page.section(LOG)).to_contain_text("all of it is our guess")
    expect(page.section(LOG)).to_contain_text("make a customer link")

    page.root.get_by_role("button", name="Bring in a survey or complaints").click()

    expect(tab.get_by_role("heading", name="Bring in answers")).to_be_visible()


def test_a_guess_becomes_known_by_keyboard_alone(server, tab):
    page = evidence_of(Board.of_sample(tab, server.url))
    line = page.root.locator(".known-line")
    expect(line).to_have_text("4 of 14 moments rest on our guess.")
    expect(tile(page, "Find the gate")).to_contain_text("our guess")

    tile(page, "Find the gate").focus()
    tab.keyboard.press("Enter")
    about = tab.get_by_role("dialog", name="Find the gate", exact=True)
    expect(about).to_contain_text("Not to be relied on yet")
    about.get_by_role("button", name="Add evidence about this moment").focus()
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("menuitem").filter(has_text="Interview")).to_be_focused()
    tab.keyboard.press("Enter")
    type_text(tab, "Three who got lost")
    tab.keyboard.press("Enter")

    expect(tile(page, "Find the gate")).to_contain_text("observed")
    expect(line).to_have_text("3 of 14 moments rest on our guess.")
    made = card(page, "Three who got lost")
    expect(made.get_by_role("button", name="Find the gate: take away")).to_be_visible()


def test_two_write_at_once_and_nothing_is_lost(server, newcomer):
    lead, dora = (evidence_of(each) for each in two_in_a_room(newcomer, server.url))
    ours = card(lead, "Letters about delays")
    ours.get_by_role("button", name="Letters about delays").click()
    lead.face("What was found", ours).click()
    type_text(lead.page, " They read it on the coffee cup.")

    add(dora, "Complaints", f"{HOSTILE} {RIGHT_TO_LEFT}")
    theirs = card(dora, "Letters about delays")
    theirs.get_by_role("button", name="Letters about delays").click()
    theirs.get_by_label("Kind").select_option("experiment")

    expect(card(lead, HOSTILE)).to_be_visible()
    expect(ours.locator(".evidence-kind")).to_have_text("● Experiment")
    expect(tile(lead, "Delay notice")).to_contain_text("observed")
    lead.page.keyboard.press("Control+Enter")
    expect(dora.face("What was found", theirs)).to_contain_text("on the coffee cup.")
    for each in (lead, dora):
        expect(each.page).not_to_have_title(re.compile("pwned"))


def test_what_is_looked_for_is_found_by_kind_and_by_moment(server, tab):
    page = evidence_of(Board.of_sample(tab, server.url))
    cards = page.root.locator(".evidence-card")
    expect(cards).to_have_count(14)

    page.root.get_by_role("button", name="● Interview 3").click()
    expect(cards).to_have_count(3)

    page.root.get_by_role("button", name="All moments").click()
    tab.get_by_role("menuitemradio", name="Security").click()
    expect(cards).to_have_count(1)
    expect(cards).to_contain_text("“I felt like a thief.”")

    lens = page.section("Customers beside us")
    expect(lens.locator(".lens-row").first).to_contain_text(
        "Customers find Boarding worse than we do: bad, we say so-so."
    )


def test_on_a_phone_everything_fits_however_long_a_name_is(server, phone):
    board = Board.of_sample(phone, server.url)
    room = phone.url.split("?")[1]
    phone.goto(f"{server.url}/evidence?{room}")
    page = phone.locator(".page-evidence")
    expect(page.locator(".known-line")).to_be_visible(timeout=20_000)
    page.get_by_role("button", name="Add evidence", exact=True).click()
    phone.get_by_role("menuitem").filter(has_text="Our opinion").click()
    phone.locator(".evidence-body .field-input").fill(LONG)
    phone.keyboard.press("Enter")
    board.saved()
    made = page.locator(".evidence-card").filter(has_text=LONG)
    made.get_by_text("Where it comes from").click()
    expect(made.get_by_label("Day")).to_be_visible()

    edges = "all => all.map(each => each.getBoundingClientRect().right)"
    right = max(page.locator("*").evaluate_all(edges))

    assert right <= phone.viewport_size["width"]
