"""From the code on the welcome page to the journey, out again, and over paper."""

import re

import pytest
from playwright.sync_api import TimeoutError as Waited
from playwright.sync_api import expect

from tests.browser.board import Board

HOSTILE = "<img src=x onerror=\"document.title='pwned'\"> **x** $y$"
NO_SEAT = "You have no seat in this workshop. Ask the facilitator for its code."


@pytest.fixture
def led(tab, server):
    """A workshop on the facilitator's laptop."""
    board = Board.of_sample(tab, server.url, "appliance-repair")
    board.server = server
    return board


def code_of(led):
    led.page.get_by_role("button", name="Lead", exact=True).click()
    led.page.get_by_role("button", name="Make a code").click()
    code = led.page.locator(".join-words")
    expect(code).to_contain_text(re.compile("[0-9A-Z]{4}-[0-9A-Z]{4}"))
    text = code.inner_text().split()[0]
    led.page.keyboard.press("Escape")
    return text


def comes_in(page, led, code, name):
    page.goto(led.server.url)
    page.get_by_label("Join a workshop").fill(code.lower().replace("-", " "))
    page.get_by_test_id("stMain").get_by_role("button", name="Join").first.click()
    sits_down(page, name)


def sits_down(page, name):
    page.get_by_label("Your name").fill(name)
    page.locator(".board").get_by_role("button", name="Join", exact=True).click()
    expect(page.locator(".journey-name .field-face")).to_be_visible()


def test_on_a_phone_a_code_leads_to_the_journey_and_there_is_no_menu(phone, led):
    comes_in(phone, led, code_of(led), HOSTILE)

    expect(phone.get_by_test_id("stExpandSidebarButton")).to_be_hidden()
    expect(phone.get_by_test_id("stSidebar")).to_be_hidden()
    expect(phone.get_by_text("Rating as: " + HOSTILE)).to_be_visible()
    expect(phone).to_have_title("Journey studio")
    phone.goto(led.page.url.replace("/journey", "/save"))
    expect(phone.locator(".journey-name .field-face")).to_be_visible()
    assert "/journey" in phone.url


def test_who_is_taken_out_sees_one_sentence_and_nothing_of_the_workshop(phone, led):
    comes_in(phone, led, code_of(led), "Paul")

    led.page.get_by_role("button", name="Lead", exact=True).click()
    led.page.get_by_text("People (").click()
    led.page.get_by_role("button", name="Remove Paul").click()
    led.page.get_by_role("button", name="Remove", exact=True).last.click()

    expect(phone.get_by_text(NO_SEAT)).to_be_visible()
    expect(phone.locator(".board")).to_have_count(0)


def test_the_screen_for_the_room_has_nothing_around_it(led):
    with led.page.context.expect_page() as opening:
        led.page.get_by_text("Open the screen for the room").click()
    screen = opening.value

    expect(screen.locator(".room-headline")).to_be_visible()
    expect(screen.get_by_test_id("stHeader")).to_be_hidden()
    expect(screen.get_by_test_id("stSidebar")).to_be_hidden()
    assert screen.get_by_role("button").count() == 0


def test_everyone_is_brought_from_another_page(led):
    other = Board.beside(led)
    other.go_to("Save and open")
    expect(other.page.get_by_text("On paper")).to_be_visible()

    led.page.get_by_role("button", name="Lead", exact=True).click()
    led.page.get_by_role("button", name="Bring everyone").first.click()

    other.opened()


def type_into(grid, text):
    """Type into the first cell for a feeling, each step once the one before is seen."""
    box = grid.bounding_box()
    at = {"x": 0.34 * box["width"], "y": 53}
    editor = grid.page.locator("#portal textarea")
    for _ in range(10):  # the grid is a canvas: a click while it is drawn is nobody's
        grid.click(position=at)
        grid.page.keyboard.press("Enter")
        try:
            editor.wait_for(timeout=2_500)
            break
        except Waited:
            continue
    editor.fill(text)
    editor.press("Enter")


def test_a_sheet_is_printed_and_typed_in_as_somebody_new(led):
    page = led.page
    led.go_to("Save and open")
    with page.context.expect_page() as opening:
        page.get_by_text("Rating sheet to print").click()
    expect(opening.value.get_by_text("Waiting for the part")).to_be_visible()
    opening.value.close()

    page.get_by_role("button", name="Type in a sheet").click()
    page.get_by_label("Name, if they are new").fill(HOSTILE)
    grid = page.get_by_test_id("stDataFrame")
    expect(grid.get_by_text("Find the number")).to_be_attached()
    page.get_by_label("Name, if they are new").press("Tab")
    type_into(grid, "awful")
    expect(grid.get_by_text("awful")).to_be_attached()
    page.get_by_role("button", name="Save this sheet").click()

    expect(page.get_by_text("The sheet is saved.")).to_be_visible()
    expect(grid.get_by_text("awful")).to_have_count(0)
    expect(page.get_by_label("Name, if they are new")).to_have_value("")
    led.go_to("Journey")
    led.opened()
    expect(led.panel).to_contain_text("4 of 4 rated")
    expect(page).to_have_title("Journey studio")
