"""Reload, restart, pull the plug, lose an answer: what was done is there, once."""

from playwright.sync_api import expect

from tests.browser.board import Board, expect_feeling

PLACE = "Security", "At the airport"
AWAY = "Not connected: your changes are kept"


def back_again(board):
    expect(board.banner).to_be_hidden(timeout=20_000)


def test_what_is_open_survives_a_reload_a_restart_and_a_pulled_plug(tab, own_server):
    board = Board.of_sample(tab, own_server.url)
    security = board.handle(*PLACE)

    board.drag(security, up=3)
    expect(board.undo).to_be_enabled()
    tab.reload()
    board.opened()
    expect_feeling(security, "rather bad, −1.5")

    own_server.stop()
    expect(board.banner).to_contain_text(AWAY)
    own_server.start()
    back_again(board)
    expect_feeling(security, "rather bad, −1.5")

    board.drag(security, up=1)
    board.saved()
    own_server.kill()
    expect(board.banner).to_contain_text(AWAY)
    own_server.start()
    back_again(board)
    expect_feeling(security, "so-so, −0.5")
    expect_feeling(Board.beside(board).handle(*PLACE), "so-so, −0.5")


def test_a_change_made_while_the_server_is_away_is_sent_once_it_is_back(
    tab, own_server
):
    board = Board.of_sample(tab, own_server.url)
    security = board.handle(*PLACE)
    own_server.kill()
    expect(board.banner).to_contain_text(AWAY)

    board.drag(security, up=3)

    expect_feeling(security, "rather bad, −1.5")
    own_server.start()
    back_again(board)
    board.saved()
    expect_feeling(Board.beside(board).handle(*PLACE), "rather bad, −1.5")
    board.undo.click()
    expect_feeling(security, "awful, −4.5")
    expect(board.undo).to_be_disabled()


def test_a_change_whose_answer_was_lost_counts_once(tab, server):
    lost = []
    deaf = False

    def between(browser):
        beyond = browser.connect_to_server()

        def pass_on(frame):
            if deaf and '"kind":"ok"' in frame.replace(" ", ""):
                lost.append(frame)
                browser.close()
                beyond.close()
            elif not deaf or '"kind":"change"' not in frame.replace(" ", ""):
                browser.send(frame)

        beyond.on_message(pass_on)

    tab.route_web_socket("**/live/room", between)
    board = Board.of_sample(tab, server.url)
    security = board.handle(*PLACE)

    deaf = True
    board.drag(security, up=3)
    while not lost:
        tab.wait_for_timeout(20)
    deaf = False

    back_again(board)
    board.saved()
    expect_feeling(security, "rather bad, −1.5")
    board.undo.click()
    expect_feeling(security, "awful, −4.5")
    expect(board.undo).to_be_disabled()


def test_half_typed_text_survives_what_others_do_and_a_reload(tab, server):
    board = Board.of_sample(tab, server.url)
    other = Board.beside(board)
    board.stage("Decide").get_by_role("button", name="Stage: Decide. Edit").click()
    field = board.page.locator(".field-input")
    field.press_sequentially(" whether")
    total = board.item("Security").locator(".sum")
    before = total.inner_text()

    other.drag(other.handle(*PLACE), up=3)

    expect(total).not_to_have_text(before)
    tab.wait_for_timeout(1_200)  # longer than the script may wait before it runs again
    expect(field).to_have_value("Decide whether")
    expect(field).to_be_focused()

    field.press_sequentially(" to")
    tab.reload()

    expect(field).to_have_value("Decide whether to")
    field.press("Enter")
    expect(other.stage("Decide whether to")).to_be_visible()


def test_when_two_people_rename_the_same_moment_both_texts_are_shown(tab, server):
    board = Board.of_sample(tab, server.url)
    other = Board.beside(board)
    board.choose(board.card("Security"), "Rename")
    board.page.locator(".field-input").fill("Security line")
    other.rename(other.card("Security"), "Security check")
    expect(other.handle("Security check", "At the airport")).to_be_visible()
    expect(board.handle("Security check", "At the airport")).to_be_visible()

    board.page.locator(".field-input").press("Enter")

    clash = tab.get_by_role("dialog", name="Two texts for Moment")
    expect(clash.locator(".clash-text")).to_have_text(
        ["Security check", "Security line"]
    )
    tab.keyboard.press("Escape")  # later: what was typed is back in its field
    expect(tab.locator(".field-input")).to_have_value("Security line")
    tab.locator(".field-input").press("Enter")
    clash.get_by_role("button", name="Use mine").click()
    for each in (board, other):
        expect(each.card("Security line")).to_be_visible()
        expect(each.card("Security check")).to_be_hidden()
