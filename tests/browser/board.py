"""The journey page as a person meets it: handles, cards, the ranking, the bar."""

import re
import time

from playwright.sync_api import Locator, Page, expect

STEP = 24
"""Pixels by which one whole step of the feeling moves a handle."""

_PATIENCE = 15.0

expect.set_options(timeout=25_000)  # machines that test are busy


class Board:
    """The board in one browser window."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.panel = page.locator(".panel")
        self.toast = page.locator(".toast")
        self.banner = page.locator(".banner")
        self.undo = page.get_by_role("button", name="Undo (Ctrl+Z)")
        self.redo = page.get_by_role("button", name="Do again (Ctrl+Shift+Z)")

    @classmethod
    def of_sample(cls, page: Page, url: str, slug: str = "first-flight") -> "Board":
        """Open a copy of a sample, as a stranger does."""
        page.goto(url)
        page.locator(f".st-key-welcome-sample-{slug} button").click()
        return cls(page).opened()

    @classmethod
    def of_new_workshop(cls, page: Page, url: str, name: str) -> "Board":
        """Start an empty workshop with a journey of this name."""
        page.goto(url)
        page.get_by_label("What is the journey about?").fill(name)
        page.get_by_role("button", name="Start a new workshop").click()
        return cls(page).opened()

    @classmethod
    def beside(cls, other: "Board") -> "Board":
        """Open the same address in a second window of the same browser."""
        page = other.page.context.new_page()
        page.goto(other.page.url)
        return cls(page).opened()

    def opened(self) -> "Board":
        """Wait until the journey has come."""
        expect(self.page.locator(".board:not(.waiting)")).to_be_visible(timeout=20_000)
        expect(self.page.locator(".journey-name .field-face")).to_be_visible()
        return self

    def saved(self) -> "Board":
        """Wait until the server has answered every change of this window."""
        until = time.monotonic() + _PATIENCE
        waiting = "Object.keys(sessionStorage).some(k => k.startsWith('cx.pending'))"
        while self.page.evaluate(waiting):
            assert time.monotonic() < until, "a change was not answered"
            self.page.wait_for_timeout(30)
        return self

    # --- what is there

    def handle(self, moment: str, stage: str, *, wanted: bool = False) -> Locator:
        name = f"{moment}, {stage}{', wanted' if wanted else ''}"
        return self.page.get_by_role("slider", name=name, exact=True)

    def grip(self, stage: str) -> Locator:
        return self.page.get_by_role("slider", name=f"Whole stage {stage}", exact=True)

    def item(self, moment: str) -> Locator:
        """Its line in the ranking of what needs work first."""
        name = self.page.locator(".item-name").get_by_text(moment, exact=True)
        return self.panel.locator(".ranking-needs .item").filter(has=name)

    def card(self, moment: str) -> Locator:
        name = self.page.locator(".card-name").get_by_text(moment, exact=True)
        return self.page.locator(".card-cell").filter(has=name)

    def stage(self, name: str) -> Locator:
        """The head of a stage."""
        face = self.page.locator(".stage-name").get_by_text(name, exact=True)
        return self.page.locator(".stage").filter(has=face)

    def moments(self) -> list[str]:
        """All moments as the cards name them, from left to right."""
        return self.page.locator(".card-name .field-face").all_inner_texts()

    def order(self) -> dict[str, list[str]]:
        """Stages and the moments in each, as the handles stand."""
        found: dict[str, list[str]] = {}
        for label in self.labels(".handle"):
            moment, stage = label.rsplit(", ", 1)
            found.setdefault(stage, []).append(moment)
        return found

    def labels(self, selector: str) -> list[str]:
        every = "all => all.map(el => el.getAttribute('aria-label'))"
        labels: list[str] = self.page.locator(selector).evaluate_all(every)
        return labels

    def feelings(self) -> dict[str, str]:
        """What each handle says, by its name."""
        every = (
            "all => all.map(el => [el.getAttribute('aria-label'),"
            " el.getAttribute('aria-valuetext')])"
        )
        return dict(self.page.locator(".handle").evaluate_all(every))

    # --- what people do

    def hold(self, slider: Locator, up: float) -> tuple[float, float]:
        """Take a handle and carry it up by so many steps; return where the hand is."""
        slider.scroll_into_view_if_needed()
        x, y = middle(slider)
        mouse = self.page.mouse
        mouse.move(x, y)
        mouse.down()
        mouse.move(x, y - up * STEP / 2)
        mouse.move(x, y - up * STEP)
        return x, y - up * STEP

    def let_go(self) -> None:
        self.page.mouse.up()

    def drag(self, slider: Locator, up: float) -> None:
        self.hold(slider, up)
        self.let_go()

    def open_card(self, moment: str) -> Locator:
        """Press a card; return its editor."""
        corner = {"x": 10, "y": 12}  # where no other button stands
        self.card(moment).locator(".card-open").click(position=corner)
        return self.page.get_by_role("dialog", name=moment, exact=True)

    def choose(self, menu_of: Locator, *entries: str) -> None:
        """Open the menu of a card or a stage and walk through it."""
        menu_of.hover()
        menu_of.locator(".more").click()
        for entry in entries:
            label = self.page.locator(".menu-label")
            row = label.get_by_text(entry, exact=True)
            self.page.get_by_role("menuitem").filter(has=row).click()

    def write(self, text: str) -> None:
        """Fill in the field that is open, and end with Enter."""
        field = self.page.locator(".field-input")
        field.fill(text)
        field.press("Enter")

    def rename(self, thing: Locator, text: str) -> None:
        """Rename a card or a stage where it stands, from its menu."""
        self.choose(thing, "Rename")
        self.write(text)

    def go_to(self, page: str) -> None:
        """Choose another page in the menu at the side."""
        self.page.get_by_test_id("stPageLink-NavLink").filter(has_text=page).click()


def middle(thing: Locator) -> tuple[float, float]:
    box = thing.bounding_box()
    assert box is not None, "it is not on the page"
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def expect_feeling(handle: Locator, text: str) -> None:
    """Wait until a handle says this, as in "so-so, −0.5" or "not rated"."""
    expect(handle).to_have_attribute("aria-valuetext", text)


def expect_other_text(thing: Locator, before: str) -> None:
    """Wait until it says something else than before."""
    expect(thing).not_to_have_text(re.compile(f"^{re.escape(before)}$"))
