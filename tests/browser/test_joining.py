"""Coming in by a code or a link, and back to the same seat; and staying out."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.board import Board, expect_feeling
from tests.browser.company import PATIENCE, Lead, come_in, join, sit_down
from tests.browser.conftest import PHONE

PLACE = "Security", "At the airport"


@pytest.fixture
def lead(newcomer, server):
    return Lead(Board.of_sample(newcomer(), server.url))


def nothing_secret_in(page, secret):
    """Neither the address bar nor what the page knows of the way it came."""
    known = page.evaluate("[location.href, document.referrer].join(' ')")
    return secret not in known and "/live/join" not in known


def test_by_a_code_after_one_point_and_a_name(lead, newcomer, server):
    code = lead.code()
    phone = newcomer(viewport=PHONE, has_touch=True, is_mobile=True)
    # As people type it: small, without the dash, with what looks alike.
    come_in(phone, f"{server.url}/live/join/{code.lower().replace('-', '')}")
    assert nothing_secret_in(phone, code)
    expect(phone.get_by_text("How was getting here today?")).to_be_visible()
    expect(phone.locator(".board header.topbar")).to_be_hidden()
    point = phone.get_by_role("slider", name="Getting here today")
    point.press("ArrowUp")
    expect(point).not_to_have_attribute("aria-valuetext", "not rated")
    go = phone.get_by_role("button", name="Join", exact=True)
    go.click()
    expect(phone.get_by_role("alert")).to_contain_text("A name, so that")

    board = sit_down(phone, "Phil")

    assert nothing_secret_in(phone, code)
    phone.reload()
    board.opened()
    expect(phone.locator(".join")).to_be_hidden()
    lead.opened()
    expect(lead.panel.locator(".join-arrived")).to_have_text("1 has arrived")
    expect(lead.person("Phil")).to_be_visible()


def test_each_link_gives_its_own_right(lead, newcomer):
    looks_on, leads = newcomer(), newcomer()
    looks_on.goto(lead.link("Observers"))
    observer = Board(looks_on).opened()
    assert nothing_secret_in(looks_on, "/live/")
    expect(looks_on.get_by_role("button", name="+ Stage")).to_be_hidden()
    expect(looks_on.get_by_role("button", name="Lead", exact=True)).to_be_hidden()
    expect(observer.handle(*PLACE)).to_be_hidden()
    expect(observer.undo).to_be_hidden()

    come_in(leads, lead.link("Facilitators"))
    sit_down(leads, "Zoe")
    expect(leads.get_by_role("button", name="Lead", exact=True)).to_be_visible()


def test_a_device_is_back_in_its_seat_after_the_server_was_away(newcomer, own_server):
    leading = Board.of_sample(newcomer(), own_server.url)
    code = Lead(leading).code()
    dora = join(newcomer(), own_server.url, code, "Dora")
    dora.drag(dora.handle(*PLACE), up=8)
    feeling = dora.saved().handle(*PLACE).get_attribute("aria-valuetext")

    own_server.stop()
    own_server.start()
    dora.page.reload()
    dora.opened()

    expect(dora.page.get_by_text("Rating as: Dora")).to_be_visible()
    expect_feeling(dora.handle(*PLACE), feeling)
    # What was written on the wall still lets people in, though nobody can show it now.
    late = join(newcomer(), own_server.url, code, "Lena")
    expect(late.page.get_by_text("Rating as: Lena")).to_be_visible()


def test_who_is_here_already_comes_back_once_somebody_has_said_yes(
    lead, newcomer, server
):
    code = lead.code()
    dora = join(newcomer(), server.url, code, "Dora")
    dora.drag(dora.handle(*PLACE), up=8)
    feeling = dora.saved().handle(*PLACE).get_attribute("aria-valuetext")
    dora.page.context.close()
    again = newcomer()
    come_in(again, f"{server.url}/live/join/{code}")
    again.get_by_role("button", name="I am already here").click()
    again.get_by_role("button", name="Dora", exact=True).click()
    expect(again.get_by_text("has to say yes. Waiting")).to_be_visible()

    asked = lead.page.get_by_role("group", name="Somebody at another device says")
    expect(asked).to_contain_text("“Dora”")
    asked.get_by_role("button", name="Yes, let them in").click()

    back = Board(again).opened()
    expect(again.get_by_text("Rating as: Dora")).to_be_visible()
    expect_feeling(back.handle(*PLACE), feeling)


def test_who_is_taken_out_reads_one_sentence_and_the_old_code_brings_nobody_back(
    lead, newcomer, server
):
    code = lead.code()
    dora = join(newcomer(), server.url, code, "Dora")
    row = lead.person("Dora")
    row.get_by_role("button", name="Remove Dora").click()
    row.get_by_role("button", name="Remove", exact=True).click()

    # The board says it first; the page that takes its place says it in its own words.
    said = re.compile(
        "taken you out of this workshop|You have no seat in this workshop"
    )
    expect(dora.page.get_by_text(said).first).to_be_visible()
    dora.page.goto(f"{server.url}/live/join/{code}")
    expect(dora.page.get_by_text("You were taken out of this workshop")).to_be_visible()

    lead.opened()
    lead.button("Withdraw").first.click()
    lead.button("Withdraw it").click()
    expect(lead.panel.get_by_text("Nobody can join by code now.")).to_be_visible()
    late = newcomer()
    answer = late.goto(f"{server.url}/live/join/{code}")
    assert answer.status == 404
    expect(late.get_by_text("mistyped, or withdrawn")).to_be_visible()


def test_a_wrong_code_is_a_page_with_a_way_on(newcomer, server):
    page = newcomer()

    answer = page.goto(f"{server.url}/live/join/0000-0000")

    assert answer.status == 404
    expect(page.get_by_text("does not open a workshop")).to_be_visible()
    page.get_by_role("link", name="To the start page").click()
    start = page.get_by_role("button", name="Start a new workshop")
    expect(start).to_be_visible(timeout=PATIENCE)
