"""Several people in one workshop, each in a browser of their own."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.board import Board

PATIENCE = 20_000

Newcomer = Callable[..., Page]
"""Opens a browser of somebody new; takes what ``new_context`` takes."""


class Lead:
    """The facilitator's panel."""

    def __init__(self, board: Board) -> None:
        self.page = board.page
        self.panel = board.page.get_by_role("dialog", name="Lead the workshop")
        self._opener = board.page.get_by_role("button", name="Lead", exact=True)

    def opened(self) -> "Lead":
        """Open the panel, unless it is open."""
        if not self.panel.is_visible():
            self._opener.click()
        expect(self.panel).to_be_visible()
        return self

    def close(self) -> None:
        self.panel.get_by_role("button", name="Close").first.click()
        expect(self.panel).to_be_hidden()

    def press(self, name: str) -> None:
        """Press a button of the panel, and close it again."""
        self.opened()
        self.button(name).click()
        self.close()

    def button(self, name: str) -> Locator:
        return self.panel.get_by_role("button", name=name, exact=True)

    def code(self) -> str:
        """Make a join code; return it."""
        self.opened()
        self.panel.get_by_role("button", name=re.compile("Make a (new )?code")).click()
        code = self.panel.locator("p.join-code")
        expect(code).to_have_text(re.compile(r"^[0-9A-Z]{4}-[0-9A-Z]{4}$"))
        said = code.inner_text()
        self.close()
        return said

    def link(self, role: str) -> str:
        """Make a link for a role, as in "Observers"; return it."""
        self.opened()
        if not self.role(role).is_visible():
            self.panel.get_by_text("A link for each role").click()
        self.role(role).get_by_role("button", name=re.compile("^Make")).click()
        url = self.role(role).get_by_role("textbox")
        expect(url).to_have_value(re.compile("/live/join/"))
        said = url.input_value()
        self.close()
        return said

    def role(self, role: str) -> Locator:
        return self.panel.get_by_role("group", name=role, exact=True)

    def person(self, name: str) -> Locator:
        """Open the list of people; return the row of this one."""
        self.opened()
        people = self.panel.locator(".people-part")
        if people.get_attribute("open") is None:
            people.locator("summary").click()
        return people.locator(".person").filter(has_text=name)


def come_in(page: Page, way: str) -> None:
    """Follow a link, or the address that holds a code, to the join screen."""
    page.goto(way)
    expect(page.locator(".join")).to_be_visible(timeout=PATIENCE)


def sit_down(page: Page, name: str) -> Board:
    """Give a name on the join screen, and come to the board."""
    page.get_by_label("Your name").fill(name)
    page.get_by_role("button", name="Join", exact=True).click()
    return Board(page).opened()


def join(page: Page, url: str, code: str, name: str) -> Board:
    come_in(page, f"{url}/live/join/{code}")
    return sit_down(page, name)


def two_in_a_room(
    newcomer: Newcomer, url: str, name: str = "Dora"
) -> tuple[Board, Board]:
    """Return the board of who leads, and that of a participant of this name."""
    lead = Board.of_sample(newcomer(), url)
    return lead, join(newcomer(), url, Lead(lead).code(), name)
