"""A workshop as a file: saved, opened again, and a bad one explained."""

import json

from playwright.sync_api import expect

from tests.browser.board import Board, expect_feeling


def open_file(page, path):
    page.locator("input[type=file]").set_input_files(path)
    page.get_by_role("button", name="Open this file").click()


def test_a_saved_file_opens_again_as_the_same_journey(tab, server, tmp_path):
    board = Board.of_sample(tab, server.url)
    board.drag(board.handle("Security", "At the airport"), up=3)
    board.saved()
    feelings, order = board.feelings(), board.order()
    address = tab.url
    board.go_to("Save and open")
    with tab.expect_download() as downloading:
        tab.get_by_role("link", name="Save as a file").click()
    file = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(file)
    said = json.loads(file.read_bytes())
    assert said["format"] == "cx-workshop"
    assert len(said["history"]) == 1

    open_file(tab, file)

    board.opened()
    assert tab.url != address
    expect_feeling(board.handle("Security", "At the airport"), "rather bad, −1.5")
    assert board.feelings() == feelings
    assert board.order() == order

    board.drag(board.handle("Security", "At the airport"), up=1)
    board.saved()
    tab.goto(address)
    board.opened()
    assert board.feelings() == feelings  # the copy is a copy


def test_a_bad_file_is_explained_and_the_open_workshop_is_untouched(
    tab, server, tmp_path
):
    board = Board.of_sample(tab, server.url)
    feelings, address = board.feelings(), tab.url
    file = tmp_path / "half.json"
    file.write_text('{"format": "cx-workshop", "ver')
    board.go_to("Save and open")

    open_file(tab, file)

    expect(tab.get_by_test_id("stAlert")).to_contain_text("half.json was not opened.")
    board.go_to("Journey")
    board.opened()
    expect(board.handle("Security", "At the airport")).to_be_visible()
    assert tab.url == address
    assert board.feelings() == feelings
