"""Stages and moments: added, renamed, moved, removed, pasted; and what a card holds."""

import re

from playwright.sync_api import expect

from tests.browser.board import Board, expect_feeling, expect_other_text

LIST = """Decide
  Compare flights (web)
  Read reviews
At the airport
- Bag drop
- Security
"""


def test_moments_are_added_renamed_moved_and_removed_where_they_stand(tab, server):
    board = Board.of_sample(tab, server.url)

    board.choose(board.card("Security"), "Add a moment after this")
    board.write("Passport check")  # a new one waits for its name
    passport = board.handle("Passport check", "At the airport")
    expect_feeling(passport, "not rated")
    around = ["Bag drop", "Security", "Passport check", "Find the gate", "Delay notice"]
    assert board.order()["At the airport"] == around

    board.rename(board.card("Passport check"), "Passports")
    board.page.get_by_role("button", name=re.compile("^Passports,")).focus()
    tab.keyboard.press("Alt+ArrowRight")
    around = ["Bag drop", "Security", "Find the gate", "Passports", "Delay notice"]
    expect(board.card("Passports")).to_be_visible()
    board.saved()
    assert board.order()["At the airport"] == around

    board.choose(board.card("Passports"), "Move to stage …", "Fly")
    expect(board.handle("Passports", "Fly")).to_be_visible()
    assert board.order()["Fly"] == ["Boarding", "Crew greeting", "Passports"]

    board.choose(board.card("Security"), "Remove moment")
    expect(board.card("Security")).to_be_hidden()
    expect(board.item("Security")).to_be_hidden()
    expect(board.toast).to_contain_text("Removed “Security”.")
    board.toast.get_by_role("button", name="Undo").click()
    expect_feeling(board.handle("Security", "At the airport"), "awful, −4.5")

    board.saved()
    assert Board.beside(board).order() == board.order()


def test_an_empty_stage_is_rated_as_a_whole(tab, server):
    board = Board.of_sample(tab, server.url)
    tab.get_by_role("button", name="+ Stage").click()
    board.write("Back home")
    whole = board.handle("the whole stage", "Back home")
    expect_feeling(whole, "not rated")

    board.drag(whole, up=8)

    made = board.handle("Back home", "Back home")
    expect(made).to_have_attribute("aria-valuetext", re.compile("good"))
    expect(board.card("Back home")).to_be_visible()
    board.undo.click()
    expect_feeling(whole, "not rated")


def test_a_pasted_list_becomes_stages_and_moments(tab, server):
    board = Board.of_new_workshop(tab, server.url, "Saturday")
    tab.get_by_role("button", name="Paste a list of stages and moments").click()
    dialog = tab.get_by_role("dialog", name="Paste a list")
    dialog.get_by_label("Stages and moments, one a line").fill(LIST)
    expect(dialog.locator(".paste-count")).to_have_text("2 stages, 4 moments")

    dialog.get_by_role("button", name="Add to the journey").click()

    expect(board.handle("Security", "At the airport")).to_be_visible()
    assert board.order() == {
        "Decide": ["Compare flights", "Read reviews"],
        "At the airport": ["Bag drop", "Security"],
    }
    board.drag(board.handle("Bag drop", "At the airport"), up=4)
    expect(board.item("Bag drop").locator(".sum")).to_contain_text("bad feeling")


def test_what_a_card_holds_is_set_in_two_clicks_and_counts(tab, server):
    board = Board.of_new_workshop(tab, server.url, "Two clicks")
    tab.get_by_role("button", name="Add the first stage").click()
    board.write("At the airport")
    board.choose(board.stage("At the airport"), "Add a moment")
    board.write("Security")
    board.drag(board.handle("Security", "At the airport"), up=4)
    total = board.item("Security").locator(".sum")
    expect(total).to_be_visible()

    board.open_card("Security")
    for row, value, said in (
        ("How much it matters", 5, None),
        ("What she expects", 9, None),
        ("What she gets", 2, "expected"),
        ("How hard for her", 6, "effort|hard"),
    ):
        before = total.inner_text()
        choice = tab.get_by_role("button", name=f"{row}: {value}", exact=True)
        choice.click()
        expect(choice).to_have_attribute("aria-pressed", "true")
        board.saved()
        if row != "What she expects":  # counts only beside what she gets
            expect_other_text(total, before)
        if said:
            expect(total).to_have_text(re.compile(said))

    tab.keyboard.press("Escape")
    board.card("Security").locator(".pip").nth(2).click()  # one click, on the card
    pips = tab.get_by_role("slider", name="Security: how much it matters")
    expect(pips).to_have_attribute("aria-valuetext", re.compile("^3 of 5"))
