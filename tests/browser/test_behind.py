"""The page "Behind the scenes": empty, full, with two people, and by keyboard."""

import re

from playwright.sync_api import expect

from tests.browser.board import Board
from tests.browser.company import two_in_a_room
from tests.browser.live_page import LivePage, type_text

BACK_STAGE = re.compile("^Back-stage")


def behind_of(board):
    return LivePage(board, "behind", "Behind the scenes")


def column(page, moment):
    """The cells of a moment in the blueprint, its name on top."""
    return page.root.locator(f".behind-table {cells_of(page, moment)}")


def back_stage(page, moment):
    title = page.page.get_by_role("rowheader", name=BACK_STAGE)
    row = page.root.get_by_role("row").filter(has=title)
    return row.locator(cells_of(page, moment))


def cells_of(page, moment):
    head = page.root.locator("thead [data-touchpoint]").filter(has_text=moment)
    return f"[data-touchpoint='{head.get_attribute('data-touchpoint')}']"


def add_process(page, cell, name):
    cell.get_by_role("button", name="add a process").click()
    page.page.get_by_role("menuitem", name="A new process").click()
    type_text(page.page, name)
    page.page.keyboard.press("Enter")
    page.page.keyboard.press("Escape")


def test_an_empty_journey_sends_people_to_draw_it_first(server, tab):
    page = behind_of(Board.of_new_workshop(tab, server.url, "Waiting"))

    expect(page.root.get_by_text("There is no moment to look behind")).to_be_visible()
    expect(page.root.get_by_role("table")).to_have_count(0)
    page.root.get_by_role("button", name="Go to the journey").click()
    expect(tab.locator(".journey-name")).to_be_visible(timeout=20_000)


def test_the_blueprint_is_a_table_with_its_three_lines_and_what_lacks(server, tab):
    page = behind_of(Board.of_sample(tab, server.url))
    table = page.root.get_by_role("table", name="Blueprint")

    for line in ("interaction", "visibility", "internal interaction"):
        named = table.get_by_role("rowheader", name=f"Line of {line}", exact=True)
        expect(named).to_be_visible()
    expect(back_stage(page, "Security")).to_contain_text("no process · make-or-break")
    expect(back_stage(page, "Delay notice")).to_contain_text("Ops control")
    expect(back_stage(page, "Delay notice")).to_contain_text("Ops · exists")
    expect(column(page, "Security").filter(has_text="needs work first")).to_have_count(
        1
    )


def test_the_graph_runs_under_our_policy_without_any_network_and_is_left_alone(
    server, tab
):
    foreign = []
    tab.on("request", lambda sent: foreign.append(sent.url))
    page = behind_of(Board.of_sample(tab, server.url))
    canvas = tab.frame_locator(".st-key-behind-graph iframe").locator("canvas")
    expect(canvas).to_be_visible(timeout=20_000)
    canvas.evaluate("each => { each.dataset.first = 'yes'; }")
    change = tab.get_by_text("Feelings drop most where")
    expect(change).to_be_visible()

    page.write("What she does", "looks for the queue")

    expect(canvas).to_have_attribute("data-first", "yes")
    assert all(url.startswith((server.url, "data:", "blob:")) for url in foreign)


def test_two_people_add_processes_at_once_and_nothing_is_lost(server, newcomer):
    lead, dora = (behind_of(each) for each in two_in_a_room(newcomer, server.url))
    cell = back_stage(lead, "Security")
    cell.get_by_role("button", name=BACK_STAGE).click()
    type_text(lead.page, ": the rota of the lanes")

    add_process(dora, back_stage(dora, "Security"), "Lane planning")
    add_process(dora, back_stage(dora, "Pay"), "Second look at the page")

    field = cell.get_by_role("textbox", name="Back-stage")
    expect(field).to_be_focused()
    expect(field).to_have_value("Airport: the rota of the lanes")
    expect(cell).to_contain_text("Lane planning")
    expect(cell).not_to_contain_text("no process")
    lead.page.keyboard.press("Control+Enter")
    expect(back_stage(dora, "Security")).to_contain_text("the rota of the lanes")
    cards = lead.section("Processes")
    expect(cards.get_by_role("button", name="Process: Lane planning")).to_be_visible()
    expect(back_stage(dora, "Pay")).to_contain_text("Payment provider")


def test_arrow_keys_go_from_cell_to_cell_and_owners_are_suggested(server, tab):
    page = behind_of(Board.of_sample(tab, server.url, "saturday-shop"))
    cells = column(page, page.root.locator(".behind-name").first.inner_text())
    cells.nth(2).get_by_role("button").first.focus()

    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("Enter")

    field = page.root.get_by_role("combobox", name="In charge", exact=True)
    expect(field).to_be_focused()
    expect(field).to_have_value("Car-park operator")
    options = page.root.locator("#behind-owners option")
    expect(options.first).to_have_attribute("value", "Car-park operator")
    tab.keyboard.press("Escape")
    tab.keyboard.press("ArrowDown")
    expect(page.root.locator(":focus")).to_have_accessible_name(
        re.compile("^What she can see or touch: ")
    )


def test_on_a_phone_one_moment_is_shown_at_a_time(server, phone):
    board = Board.of_sample(phone, server.url)
    phone.goto(phone.url.replace("/journey", "/behind"))
    root = phone.locator(".page-behind")
    heads = root.locator("thead [data-touchpoint]:visible")
    expect(heads).to_have_text("Compare flights", timeout=20_000)

    root.get_by_role("combobox", name="Moment shown").select_option(label="Security")

    expect(heads).to_have_text("Security")
    expect(root.get_by_role("rowheader", name="Line of visibility")).to_be_visible()
    wide = "() => document.documentElement.scrollWidth <= innerWidth"
    assert board.page.evaluate(wide)
