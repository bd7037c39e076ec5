"""Dragging how it feels: the ranking follows the hand, and what is let go stays."""

import pytest
from playwright.sync_api import expect

from tests.browser.board import Board, expect_feeling, expect_other_text, middle


def test_a_stranger_drags_a_moment_and_the_ranking_follows_the_hand(tab, server):
    board = Board.of_sample(tab, server.url)
    security = board.handle("Security", "At the airport")
    line = board.item("Security")
    expect_feeling(security, "awful, −4.5")
    score = line.locator(".score").inner_text()
    total = line.locator(".sum").inner_text()

    _, hand = board.hold(security, up=3)

    expect_other_text(line.locator(".score"), score)
    expect_other_text(line.locator(".sum"), total)
    expect_feeling(security, "rather bad, −1.5")
    assert middle(security)[1] == pytest.approx(hand, abs=1.5)
    expect(board.undo).to_be_disabled()  # nothing has been decided yet

    board.let_go()

    expect(security).to_have_attribute("aria-valuenow", "-1.5")
    expect(board.undo).to_be_enabled()
    new_total = line.locator(".sum").inner_text()
    assert new_total.startswith(line.locator(".score").inner_text() + " = ")
    second = Board.beside(board)
    expect_feeling(second.handle("Security", "At the airport"), "rather bad, −1.5")
    expect(second.item("Security").locator(".sum")).to_have_text(new_total)


def test_a_drag_given_up_with_escape_leaves_everything_as_it_was(tab, server):
    board = Board.of_sample(tab, server.url)
    security = board.handle("Security", "At the airport")
    expect(board.item("Security").locator(".hold")).to_have_text("holds")
    before = board.panel.inner_text()
    security.focus()

    board.hold(security, up=5)
    expect_other_text(board.item("Security").locator(".sum"), before)
    tab.keyboard.press("Escape")
    board.let_go()

    expect_feeling(security, "awful, −4.5")
    expect(board.panel).to_have_text(before, use_inner_text=True)
    expect(board.undo).to_be_disabled()


def test_the_grip_moves_a_whole_stage_as_one_change(tab, server):
    board = Board.of_sample(tab, server.url)
    before = board.feelings()
    stage = "At the airport"
    expect_feeling(board.handle("Bag drop", stage), "rather bad, −1.9")
    first = board.item("Security").locator(".sum").inner_text()

    board.hold(board.grip(stage), up=1.5)
    expect_other_text(board.item("Security").locator(".sum"), first)
    board.let_go()

    expect_feeling(board.handle("Security", stage), "bad, −3")
    expect_feeling(board.handle("Bag drop", stage), "so-so, −0.4")
    after = board.saved().feelings()
    moved = {name for name in before if after[name] != before[name]}
    assert {name.rsplit(", ", 1)[1] for name in moved} == {stage}
    assert len(moved) == 4

    board.undo.click()

    expect_feeling(board.handle("Security", stage), "awful, −4.5")
    expect(board.undo).to_be_disabled()
    assert board.feelings() == before


def test_a_handle_that_waits_below_the_scale_is_rated_once_it_has_left_it(tab, server):
    board = Board.of_sample(tab, server.url)
    mail = board.handle("Follow-up mail", "Arrive")
    expect_feeling(mail, "not rated")

    board.drag(mail, up=0.25)
    expect_feeling(mail, "not rated")
    board.drag(mail, up=2.25)

    expect_feeling(mail, "bad, −4")


def test_how_we_want_it_is_dragged_apart_from_how_it_feels_today(tab, server):
    board = Board.of_sample(tab, server.url)
    place = "Security", "At the airport"
    tab.get_by_role("button", name="How we want it").click()
    wanted = board.handle(*place, wanted=True)
    expect(wanted).to_have_attribute("aria-valuetext", "so-so, −0.5")

    board.drag(wanted, up=2)

    expect_feeling(wanted, "rather good, +1.5")
    board.saved()
    again = Board.beside(board)
    expect_feeling(again.handle(*place), "awful, −4.5")
    again.page.get_by_role("button", name="How we want it").click()
    expect_feeling(again.handle(*place, wanted=True), "rather good, +1.5")
