"""A whole private round in three browsers: one leads, one at a desk, one on a phone."""

import re

from playwright.sync_api import expect

from tests.browser.board import Board
from tests.browser.conftest import PHONE

BUSY = 20_000


def code_of(lead):
    lead.get_by_role("button", name="Lead", exact=True).click()
    lead.get_by_role("button", name="Make a code").click()
    expect(lead.locator("p.join-code")).to_have_text(
        re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}")
    )
    return lead.locator("p.join-code").inner_text()


def join(page, url, code, name):
    page.goto(f"{url}/live/join/{code}")
    page.get_by_label("Your name").fill(name, timeout=BUSY)
    page.get_by_role("button", name=re.compile("^Join")).click()


def next_page(page):
    page.get_by_role("button", name=re.compile(r"^(Next|Done|I am done)")).click()


def answer(page, number):
    """The button of a number on the screen that asks about the whole."""
    return page.locator(".overall button").get_by_text(str(number), exact=True)


def rate_everything(page, overall, *keys):
    """Go through a light round by keyboard: the whole, then these for every point."""
    page.locator(".private-round").wait_for(timeout=BUSY)
    answer(page, overall).click()
    while not page.locator(".done-page").is_visible():
        next_page(page)
        page.wait_for_timeout(250)
        for point in page.locator(".private-round [role=slider]").all():
            point.focus()
            for key in keys:
                point.press(key)


def test_a_whole_round_from_the_code_to_the_reveal(crowd, server):
    lead, desk = crowd("lead"), crowd("desk")
    phone = crowd("phone", PHONE, has_touch=True, is_mobile=True)
    Board.of_sample(lead, server.url, "appliance-repair")
    code = code_of(lead)
    join(desk, server.url, code, "Dora")
    join(phone, server.url, code, "Phil")
    expect(lead.locator(".join-arrived")).to_have_text("2 have arrived")

    lead.get_by_role("button", name="Start a private round").click()
    before = [len(lead.bytes_seen), len(desk.bytes_seen)]
    rate_everything(phone, 3, "Home", "ArrowUp")
    expect(lead.get_by_text("1 of 2 done").first).to_be_visible()

    # What Phil says has a mark that nobody else's has: -4.5 at every moment.
    for page, start in ((lead, before[0]), (desk, before[1])):
        heard = "".join(page.bytes_seen[start:])
        assert "-4.5" not in heard
        assert '"overall":3' not in heard
    assert code not in phone.url

    rate_everything(desk, 8, "End")
    expect(lead.get_by_text("2 of 2 done").first).to_be_visible()
    lead.get_by_role("button", name="Reveal", exact=True).click()

    for page in (phone, desk, lead):
        expect(page.locator(".reveal")).to_be_visible(timeout=BUSY)
    expect(phone.get_by_text("Everyone can see")).to_be_visible()
    expect(phone.locator(".reveal h1")).to_contain_text(
        re.compile("agree|split|differ")
    )
    expect(phone.locator(".reveal .ask-hint").first).to_contain_text("2")
    assert "-4.5" in "".join(lead.bytes_seen[before[0] :])


def test_who_comes_late_lands_in_the_running_round(crowd, server):
    lead = crowd("lead")
    Board.of_sample(lead, server.url, "appliance-repair")
    code = code_of(lead)
    lead.get_by_role("button", name="Start a private round").click()
    expect(lead.get_by_text(re.compile("0 of . done")).first).to_be_visible()

    late = crowd("late", PHONE, has_touch=True, is_mobile=True)
    join(late, server.url, code, "Lena")

    expect(late.locator(".private-round")).to_be_visible(timeout=BUSY)
    expect(lead.get_by_text("0 of 1 done").first).to_be_visible()


def test_half_a_round_survives_a_server_that_is_killed(crowd, own_server):
    lead = crowd("lead")
    Board.of_sample(lead, own_server.url, "appliance-repair")
    code = code_of(lead)
    phone = crowd("phone", PHONE, has_touch=True, is_mobile=True)
    join(phone, own_server.url, code, "Phil")
    lead.get_by_role("button", name="Start a private round").click()
    phone.locator(".private-round").wait_for(timeout=BUSY)
    answer(phone, 7).click()
    Board(phone).saved()

    own_server.kill()
    own_server.start()

    phone.reload()
    phone.locator(".private-round").wait_for(timeout=BUSY)
    pressed = phone.locator("[aria-pressed=true], [aria-checked=true]")
    expect(pressed.first).to_have_text("7")
