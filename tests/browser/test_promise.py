"""The page "Promise": alone, with two people on it, and by keyboard."""

from playwright.sync_api import expect

from tests.browser.board import Board
from tests.browser.company import Lead, two_in_a_room
from tests.browser.live_page import LivePage, type_text

PROMISE = "What do we promise?"


def promise_of(board):
    return LivePage(board, "promise", "Promise")


def test_a_new_workshop_is_asked_for_its_promise_and_keeps_it(server, tab):
    board = Board.of_new_workshop(tab, server.url, "Waiting")
    page = promise_of(board)
    expect(page.section("What the brand stands for")).to_contain_text("Nothing yet.")

    page.write(PROMISE, "We never let you wait <b>alone</b>.")
    tab.reload()

    said = page.root.get_by_text("We never let you wait <b>alone</b>.")
    expect(said).to_be_visible(timeout=20_000)


def test_two_people_write_on_one_page_and_both_texts_stay(server, newcomer):
    lead, dora = (promise_of(each) for each in two_in_a_room(newcomer, server.url))
    lead.face("What makes them come back?").click()
    type_text(lead.page, " And they were seen.")

    dora.write("What makes them recommend us?", "The children’s trolley")
    dora.root.get_by_role("button", name="Add a value").click()
    type_text(dora.page, "Brave")
    dora.page.keyboard.press("Enter")

    value = lead.root.get_by_role("button", name="Value: Brave. Edit")
    expect(value).to_be_visible()
    expect(lead.root.get_by_text("The children’s trolley")).to_be_visible()
    lead.page.keyboard.press("Control+Enter")
    expect(dora.face("What makes them come back?")).to_contain_text("were seen.")


def test_a_signature_moment_is_chosen_and_described_by_keyboard(server, tab):
    page = promise_of(Board.of_sample(tab, server.url, "appliance-repair"))
    page.root.get_by_role("button", name="Choose a moment").focus()

    tab.keyboard.press("Enter")
    tab.keyboard.press("ArrowDown")
    chosen = tab.locator("[role=menuitem]:focus .menu-label").inner_text()
    tab.keyboard.press("Enter")

    card = page.root.locator("article").filter(has_text=chosen)
    expect(card.get_by_text("What is different about how we behave")).to_be_visible()
    page.face("What is different about how we behave", card).focus()
    tab.keyboard.press("Enter")
    type_text(tab, "We call before she does")
    tab.keyboard.press("Enter")
    expect(card.get_by_text("We call before she does")).to_be_visible()


def test_nobody_is_taken_away_from_what_they_type(server, newcomer):
    lead, dora = two_in_a_room(newcomer, server.url)
    page = promise_of(dora)
    page.face(PROMISE).click()
    type_text(dora.page, "Half a sen")

    Lead(lead).press("Bring everyone here")
    expect(lead.toast.or_(lead.page.locator(".unseen"))).not_to_have_count(0)

    expect(page.root).to_be_visible()
    type_text(dora.page, "tence")
    dora.page.keyboard.press("Control+Enter")
    dora.opened()
    promise_of(dora)
    expect(page.root.get_by_text("Half a sentence")).to_be_visible()


def test_an_open_round_takes_a_participant_to_it_from_any_page(server, newcomer):
    lead, dora = two_in_a_room(newcomer, server.url)
    promise_of(dora)

    Lead(lead).opened().panel.get_by_role("button", name="Start", exact=False).click()

    expect(dora.page.locator("[data-screen=round]")).to_be_visible(timeout=20_000)
