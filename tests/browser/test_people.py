"""The page "People": five cards, by keyboard and by two at once, and side by side."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.board import Board
from tests.browser.company import PATIENCE, two_in_a_room
from tests.browser.live_page import type_text

HOSTILE = "<img src=x onerror=\"document.title='pwned'\">" + "W" * 150
OVERFLOWS = """() => [...document.querySelectorAll('*')]
  .map(each => each.shadowRoot).filter(Boolean)
  .flatMap(root => [...root.querySelectorAll('.page-people *')])
  .filter(el => !el.closest('.scroll, .twin-scroll'))
  .filter(el => el.getBoundingClientRect().right > innerWidth + 1).length"""


class People:
    """The page in one browser window."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.page: Page = board.page
        self.page.goto(self.page.url.replace("/journey?", "/people?"))
        expect(self.page.locator(".page-people")).to_be_visible(timeout=PATIENCE)

    def card(self, title: str):
        heading = self.page.get_by_role("heading", name=title, exact=True)
        return self.page.locator(".people-card").filter(has=heading)

    def said(self, title: str):
        return self.card(title).locator(".people-said")

    def add(self, title: str, text: str) -> None:
        line = self.card(title).locator(".people-adder")
        line.fill(text)
        line.press("Enter")

    def remove(self, title: str) -> None:
        """Take the first statement of a card away."""
        self.said(title).first.locator(".people-menu").click()
        self.page.get_by_role("menuitem", name="Remove", exact=True).click()

    def texts(self, title: str):
        return self.said(title).locator(".people-text")


@pytest.fixture
def going_home(tab, server):
    return People(Board.of_sample(tab, server.url, "going-home"))


@pytest.fixture
def pair(newcomer, server):
    lead, dora = two_in_a_room(newcomer, server.url)
    return People(lead), People(dora)


def test_a_persona_is_made_and_said_by_keyboard_alone(tab, server):
    people = People(Board.of_new_workshop(tab, server.url, "Saturday"))
    page = people.page

    page.locator(".start").get_by_role("button", name="Add a persona").focus()
    for key in ("Enter", *"Edith", "Enter"):
        page.keyboard.press(key)
    expect(page.locator(".people-name")).to_have_text("Edith")
    people.card("She fears").locator(".people-adder").focus()
    type_text(page, "To fall")
    page.keyboard.press("Enter")
    expect(people.texts("She fears")).to_have_text(["To fall"])
    people.said("She fears").locator(".people-known").focus()
    page.keyboard.press("Enter")
    type_text(page, "Eva")
    page.keyboard.press("Enter")

    known = people.said("She fears").locator(".people-known")
    expect(known).to_have_text("heard from Eva")
    known.press("Enter")
    page.get_by_role("button", name="It is our guess after all").press("Enter")
    expect(known).to_have_text("our guess")


def test_statements_are_put_together_and_undo_brings_them_back(going_home):
    people, title = going_home, "She fears"
    people.add(title, "The dark")
    expect(people.said(title)).to_have_count(2)

    for box in people.card(title).get_by_role("checkbox").all():
        box.check()
    people.card(title).get_by_role("button", name="Put these 2 together").click()
    people.page.get_by_label("As one text").fill("Falling in the dark")
    people.page.get_by_role("button", name="Put together", exact=True).click()

    expect(people.texts(title)).to_have_text(["Falling in the dark"])
    expect(people.said(title).locator(".people-known")).to_have_text(
        "heard from three patients, at their kitchen tables"
    )
    people.board.saved().undo.click()
    expect(people.texts(title)).to_have_text([re.compile("^To fall"), "The dark"])


def test_two_people_fill_one_card_and_nothing_is_lost(pair):
    lead, dora = pair
    title = "She fears"
    before = lead.said(title).count()
    line = dora.card(title).locator(".people-adder")
    line.press_sequentially("Half a sen")

    lead.add(title, "A crowd")
    expect(dora.said(title)).to_have_count(before + 1)
    lead.remove(title)
    expect(dora.said(title)).to_have_count(before)
    expect(line).to_have_value("Half a sen")
    expect(line).to_be_focused()
    line.press_sequentially("tence")
    line.press("Enter")

    for each in pair:
        expect(each.texts(title).last).to_have_text("Half a sentence")
        expect(each.texts(title).filter(has_text="A crowd")).to_have_count(1)


def test_side_by_side_shows_what_sets_two_apart_and_a_point_by_arrow_keys(going_home):
    page = going_home.page

    expect(page.locator(".people-apart").first).to_contain_text(
        "Discharge feels good to Karim and awful to Edith."
    )
    page.locator(".curves-mark[tabindex='0']").focus()
    expect(page.locator(".curves-said")).to_contain_text("Edith, Letter with the date:")
    page.keyboard.press("End")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".curves-said")).to_contain_text("Karim, Six-week check: good")


def test_a_journey_is_drawn_for_another_persona(going_home):
    page = going_home.page
    page.get_by_role("navigation", name="Personas").get_by_text("Karim").click()

    page.get_by_role("button", name="Another journey").click()
    page.get_by_role("menuitem").filter(has_text="Like “Edith goes home”").click()

    journeys = page.get_by_role("group", name="Her journeys").locator(".chip-text")
    expect(journeys).to_have_text(["Edith goes home (Karim)", "Karim goes home"])


def test_a_hostile_name_is_text_and_stays_on_a_phone(phone, server):
    people = People(Board.of_sample(phone, server.url, "going-home"))
    page = people.page

    page.locator(".people-name .field-face").tap()
    people.board.write(HOSTILE)
    people.board.saved()
    people.add("She fears", HOSTILE)

    expect(people.texts("She fears").last).to_have_text(HOSTILE)
    assert page.evaluate(OVERFLOWS) == 0
    assert page.title() != "pwned"


def test_print_opens_a_sheet_with_her_cards_and_prints_it(going_home):
    going_home.page.context.add_init_script("window.print = () => { printed = true }")
    with going_home.page.expect_popup() as opened:
        going_home.page.get_by_role("button", name="Print").click()

    sheet = opened.value
    expect(sheet.locator("article.persona h1")).to_have_text(re.compile("^Edith"))
    expect(sheet.locator(".card")).to_have_count(5)
    sheet.wait_for_function("window.printed")
