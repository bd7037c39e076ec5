"""Pictures below "What matters": read out, picked by a click, and by their table."""

import re

from playwright.sync_api import expect

from tests.browser.board import Board
from tests.browser.company import two_in_a_room
from tests.browser.live_page import LivePage

PATIENCE = 20_000


class Pictures:
    """The part of the page with the pictures."""

    def __init__(self, board):
        self.page = board.page
        self.matters = LivePage(board, "matters", "What matters")
        expect(self.choice("Why it needs work")).to_be_visible(timeout=PATIENCE)

    def choice(self, label):
        return self.page.get_by_role("radio", name=label, exact=True)

    def chart(self):
        return self.page.locator("[role='graphics-document']")

    def choose(self, label, finding):
        """Show a picture, and wait until it is drawn with this finding."""
        self.choice(label).click()
        expect(self.page.get_by_role("heading", name=finding)).to_be_visible(
            timeout=PATIENCE
        )
        expect(self.chart()).to_have_attribute(
            "aria-label", re.compile(finding), timeout=PATIENCE
        )

    def said(self, text):
        """What is written in the picture."""
        return self.chart().locator("text").get_by_text(text, exact=True).first

    def point(self, number):
        """The point of a moment, by its number on the map."""
        return self.chart().locator(".mark-symbol path").nth(number - 1)


def shown_moment(board, name):
    """The card that opens a moment, on the journey page."""
    return board.opened().card(name).locator(".card-open")


def test_a_point_of_a_picture_leads_to_its_moment_and_one_can_come_back(server, tab):
    board = Board.of_sample(tab, server.url)
    pictures = Pictures(board)
    pictures.choose("What matters, how it goes", "Work here first: Security")
    expect(pictures.said("keep it up")).to_be_visible()

    pictures.point(8).click()

    expect(shown_moment(board, "Security")).to_be_focused(timeout=PATIENCE)
    board.go_to("What matters")
    expect(pictures.chart()).to_be_visible(timeout=PATIENCE)
    pictures.point(10).click()
    expect(shown_moment(board, "Delay notice")).to_be_focused(timeout=PATIENCE)


def test_whoever_reads_the_table_goes_to_a_moment_by_its_name(server, newcomer):
    _lead, dora = two_in_a_room(newcomer, server.url)
    pictures = Pictures(dora)
    page = pictures.page
    pictures.choose("What the average hides", "The average hides Security")

    page.get_by_text("The same as a table").click()
    expect(page.get_by_role("table")).to_contain_text("8 · Security")
    page.get_by_role("button", name="10 · Delay notice").press("Enter")

    expect(shown_moment(dora, "Delay notice")).to_be_focused(timeout=PATIENCE)
    expect(page.get_by_text("The facilitator brings")).to_have_count(0)


def test_the_crosshair_moves_and_says_what_it_costs(server, tab):
    pictures = Pictures(Board.of_sample(tab, server.url))
    pictures.choose("What matters, how it goes", "Work here first: Security")

    tab.get_by_text("average", exact=True).click()

    warning = "label of one moment changes when another is added"
    expect(tab.get_by_text(warning)).to_be_visible(timeout=PATIENCE)
