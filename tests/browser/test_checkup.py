"""The page "Questions to ask ourselves": going there, accepting, thresholds."""

from playwright.sync_api import expect

from tests.browser.board import Board
from tests.browser.company import two_in_a_room
from tests.browser.live_page import LivePage


def checkup_of(board):
    return LivePage(board, "checkup", "Questions")


def test_three_questions_at_most_are_asked_and_a_place_leads_to_its_card(server, tab):
    page = checkup_of(Board.of_sample(tab, server.url, "saturday-shop"))
    cards = page.section("Ask the room now").locator("article")
    expect(cards.first).to_be_visible()
    assert 1 <= cards.count() <= 3
    place = cards.get_by_role("button", name="Go to Find a space").first

    place.focus()
    tab.keyboard.press("Enter")

    card = page.board.opened().card("Find a space").locator(".card-open")
    expect(card).to_be_focused(timeout=20_000)


def test_a_finding_is_accepted_with_a_reason_and_asked_again(server, newcomer):
    lead, dora = two_in_a_room(newcomer, server.url)
    page, other = checkup_of(lead), checkup_of(dora)
    question = page.root.locator(".trap-question").first.inner_text()
    card = page.root.locator("article").filter(has_text=question)

    card.get_by_role("button", name="We have seen this").click()
    lead.page.get_by_label("Why may it stay").fill("We <i>know</i>.")
    lead.page.get_by_role("button", name="Accept it").click()

    expect(card).to_have_count(0)
    line = other.section("Seen and accepted").locator(".trap-line")
    expect(line).to_contain_text("Accepted: We <i>know</i>.")
    line.locator("summary").first.click()
    line.get_by_role("button", name="Ask it again").click()
    expect(card).to_be_visible()


def test_who_leads_changes_from_where_a_check_fires(server, tab):
    page = checkup_of(Board.of_sample(tab, server.url, "saturday-shop"))
    card = page.root.locator("article").filter(has_text="Who delivers these moments")
    card.locator("summary").click()
    limit = card.get_by_role("spinbutton")
    expect(limit).to_have_value("0.3")

    limit.fill("0.9")
    limit.press("Enter")

    expect(card).to_have_count(0)
    line = page.section("Nothing found").locator(".trap-line")
    expect(line.filter(has_text="Nobody who delivers it")).to_have_count(1)
