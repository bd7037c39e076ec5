"""Any page besides the journey, as a person meets it: fields, lists and sections."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.board import Board


def type_text(page: Page, text: str) -> None:
    """Type as a person does: once the field that was asked for is there."""
    field = page.locator("input:focus, textarea:focus")
    expect(field).to_have_count(1)
    page.keyboard.type(text)


class LivePage:
    """A page that is drawn from the live state, in one browser window."""

    def __init__(self, board: Board, name: str, door: str) -> None:
        self.page: Page = board.page
        self.board = board
        self.root = board.page.locator(f".page-{name}")
        board.go_to(door)
        expect(self.root).to_be_visible(timeout=20_000)

    def section(self, title: str) -> Locator:
        """A part of the page by its heading; opened where it is folded."""
        named = re.compile(f"^{re.escape(title)}")  # how many there are may follow
        heading = self.page.get_by_role("heading", name=named)
        part = self.root.locator(".part").filter(has=heading)
        if part.evaluate("each => each.tagName === 'DETAILS' && !each.open"):
            part.locator("summary").first.click()
        return part

    def face(self, label: str, inside: Locator | None = None) -> Locator:
        """The text of a field at rest; its name begins with its label."""
        within = inside or self.root
        return within.get_by_role("button", name=label + ": ").first

    def write(self, label: str, text: str, inside: Locator | None = None) -> None:
        """Fill in a field and leave it."""
        self.face(label, inside).click()
        field = (inside or self.root).get_by_role("textbox", name=label, exact=True)
        field.fill(text)
        field.press("Control+Enter")
        self.board.saved()
