"""Walk it: a diary on a phone, kept whatever happens on the way."""

import re

from playwright.sync_api import expect

from tests.browser.board import Board
from tests.browser.company import Lead, join
from tests.browser.live_page import type_text

ASK = "What happened? One line is enough"
AWAY = "Not connected: your changes are kept"


def walk_on(page, url):
    """Go to the page "Walk it" of the workshop that is open."""
    page.goto(f"{url}/walk?{page.url.split('?')[1]}")
    expect(page.locator(".page-walk")).to_be_visible(timeout=20_000)


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def at(page, moment):
    expect(page.get_by_role("heading", name=moment, exact=True)).to_be_visible()


def stop(page, moment):
    return page.locator(".walk-stop").filter(has_text=moment)


def feels(page, word):
    button = page.get_by_role("button", name=word, exact=True)
    expect(button).to_have_attribute("aria-pressed", "true")


def test_a_walk_becomes_evidence_moment_by_moment(server, phone):
    Board.of_sample(phone, server.url)
    walk_on(phone, server.url)
    at(phone, "Compare flights")

    press(phone, "rather bad")
    phone.get_by_role("button", name=re.compile(f"^{re.escape(ASK)}")).click()
    type_text(phone, "The prices jump.")
    press(phone, "Next")
    at(phone, "Read reviews")
    press(phone, "Skip")
    stop(phone, "Security").click()
    phone.get_by_label(ASK).fill("Shoes off, again.")
    press(phone, "awful")
    press(phone, "Next")

    at(phone, "Find the gate")
    expect(stop(phone, "Compare flights")).to_contain_text("The prices jump.")
    expect(stop(phone, "Security")).to_contain_text("Shoes off, again.")
    expect(phone.locator(".walks")).to_contain_text("2 of 14 moments")
    phone.get_by_role("button", name=re.compile("Read them in")).click()
    walked = phone.locator(".evidence-card").filter(has_text="Walked it: Security")
    expect(walked).to_contain_text("felt awful")
    expect(walked).to_contain_text("Ana R.")


def test_what_is_noted_without_a_connection_or_before_a_reload_is_kept(own_server, tab):
    board = Board.of_sample(tab, own_server.url)
    walk_on(tab, own_server.url)
    press(tab, "good")
    board.saved()
    own_server.kill()
    expect(board.banner).to_contain_text(AWAY)

    press(tab, "Next")
    tab.get_by_label(ASK).fill("Reviews of 2019.")
    press(tab, "bad")
    press(tab, "Next")
    tab.get_by_label(ASK).fill("Half a thou")
    own_server.start()

    expect(board.banner).to_be_hidden(timeout=20_000)
    board.saved()
    tab.reload()
    at(tab, "Choose a seat")
    expect(tab.get_by_label(ASK)).to_have_value("Half a thou")
    expect(stop(tab, "Read reviews")).to_contain_text("Reviews of 2019.")
    press(tab, "Back")
    feels(tab, "bad")
    expect(stop(tab, "Choose a seat")).to_contain_text("Half a thou")
    expect(tab.locator(".walks > li")).to_contain_text("3 of 14 moments")


def test_two_walk_at_once_each_a_walk_of_their_own_and_observers_read_both(
    server, newcomer
):
    lead = Board.of_sample(newcomer(), server.url)
    code, watching = Lead(lead).code(), Lead(lead).link("Observers")
    dora = join(newcomer(), server.url, code, "Dora")
    come = newcomer()
    come.goto(watching)
    expect(come.locator(".board:not(.waiting)")).to_be_visible(timeout=20_000)
    ana, dora = lead.page, dora.page
    for page in (ana, dora, come):
        walk_on(page, server.url)

    ana.get_by_label(ASK).fill("I begin to type")
    press(dora, "great")
    press(dora, "Next")
    press(dora, "good")

    expect(come.locator(".walks")).to_contain_text("2 of 14 moments")
    expect(ana.get_by_label(ASK)).to_have_value("I begin to type")
    expect(ana.get_by_label(ASK)).to_be_focused()
    press(ana, "awful")
    at(ana, "Compare flights")
    feels(ana, "awful")
    expect(come.locator(".walks > li")).to_have_count(2)
    expect(come.locator(".page-walk")).to_contain_text("Only those who take part")
    expect(come.locator(".walk-step")).to_be_hidden()


def test_a_walk_can_also_be_my_own_rating_and_be_walked_again(server, tab):
    board = Board.of_new_workshop(tab, server.url, "Waiting")
    tab.get_by_role("button", name="Add the first stage").click()
    board.write("Doctor")
    board.choose(board.stage("Doctor"), "Add a moment")
    board.write("Waiting room")
    board.saved()
    walk_on(tab, server.url)

    press(tab, "bad")
    tab.get_by_role("switch", name="Also as my own rating").click()
    press(tab, "Done")
    at(tab, "This was your walk")
    expect(tab.get_by_role("img", name="How it felt: bad").first).to_be_visible()
    board.saved()
    press(tab, "Walk it again")
    at(tab, "Waiting room")
    tab.get_by_label("Who walks").select_option("diary")
    press(tab, "great")
    board.saved()

    expect(tab.locator(".walks > li")).to_have_count(2)
    expect(tab.locator(".walks > li").first).to_contain_text("Diary")
    board.go_to("Journey")
    board.opened()
    expect(board.panel).to_contain_text("1 of 1 rated")
