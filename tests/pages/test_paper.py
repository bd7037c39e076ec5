"""The way over paper: a link to print, and a page to type in."""

import pandas as pd
import pytest

from cxcore.model import Standpoint
from cxlive.rounds.paper import Paper, PaperError, Row, Ticked
from cxui.views import paper_grid
from cxui.widgets import type_sheet
from tests.pages.conftest import DEVICE, texts

HOSTILE = "<img src=x onerror=alert(1)> **x** $y$"
SHEET = Paper(
    journey_id="visit",
    journey="Visit",
    counts_dots=True,
    feels="How does it feel?",
    matters="Which matter?",
    hint="",
    rows=(Row("queue", "find", "Find", "Queue"), Row("pay", "buy", "Buy", HOSTILE)),
)


@pytest.fixture
def page(sample):
    return sample.switch_page("../pages/sheet.py").run()


@pytest.fixture
def typed(monkeypatch):
    """What stands in the grid of the page: nobody can type there without a browser."""
    cells = {}

    def editor(grid, **_options):
        grid = grid.copy()
        for (column, row), value in cells.items():
            grid.loc[row, column] = value
        return grid

    monkeypatch.setattr(type_sheet.st, "data_editor", editor)
    return cells


def save(page):
    return next(b for b in page.button if b.label == "Save this sheet").click().run()


def workshop(lobby, room_id):
    return lobby.room(room_id).snapshot.workshop


def test_the_sheet_to_print_is_on_the_save_page(sample, room_id):
    sample.switch_page("../pages/save.py").run()

    urls = [link.proto.url for link in sample.get("link_button")]
    assert f"/live/sheet?room={room_id}" in urls


def test_the_page_to_type_in_is_reached_from_there(sample):
    sample.switch_page("../pages/save.py").run()

    next(b for b in sample.button if b.label == "Type in a sheet").click().run()

    assert sample.title[0].value == "Type in a sheet"
    assert sample.selectbox[0].label == "Whose sheet is it?"


def test_a_journey_without_moments_leads_back_to_it(app):
    next(b for b in app.button if b.label == "Start a new workshop").click().run()

    app.switch_page("../pages/sheet.py").run()

    assert "There are no moments to rate yet." in texts(app)
    assert not app.button


def test_a_sheet_of_somebody_new_is_saved_as_theirs_and_the_grid_is_cleared(
    typed, page, lobby, room_id
):
    grid = next(box.key for box in page.text_input)
    page.text_input(key=grid).set_value(HOSTILE)
    typed[paper_grid.FEELS, 0] = "awful"
    typed[paper_grid.NOTE, 0] = HOSTILE

    save(page)

    assert not page.exception
    assert "The sheet is saved" in texts(page)
    people = workshop(lobby, room_id).participants.values()
    (new,) = [each for each in people if each.name == HOSTILE]
    (rating,) = [
        said[new.id][Standpoint.AS_PERSONA]
        for said in workshop(lobby, room_id).ratings.values()
        if new.id in said
    ]
    assert rating.valence == -4.5
    assert HOSTILE in {pin.text for pin in workshop(lobby, room_id).pins.values()}
    assert page.text_input[0].key != grid
    assert page.text_input[0].value == ""


def test_a_sheet_of_somebody_who_is_here_adds_nobody(typed, page, lobby, room_id):
    before = workshop(lobby, room_id)
    who = next(iter(before.participants))
    page.selectbox[0].set_value(who)
    typed[paper_grid.FEELS, 0] = "2.5"

    save(page)

    after = workshop(lobby, room_id)
    assert after.participants == before.participants
    assert 2.5 in {
        said[who][Standpoint.AS_PERSONA].valence for said in after.ratings.values()
    }


@pytest.mark.parametrize(
    ("cells", "name", "sentence"),
    [
        ({(paper_grid.FEELS, 0): "goood"}, "Rosa", "is neither a number"),
        ({(paper_grid.FEELS, 0): "good"}, "", "Say whose sheet it is"),
        ({}, "Rosa", "Nothing is typed in yet"),
    ],
)
def test_what_cannot_be_taken_is_explained_and_saves_nothing(
    typed, page, lobby, cells, name, sentence
):
    typed.update(cells)
    page.text_input[0].set_value(name)
    before = [room.changed_at for room in lobby.recent(DEVICE)]

    save(page)

    assert sentence in page.error[0].value.replace("\\", "")
    assert [room.changed_at for room in lobby.recent(DEVICE)] == before
    assert page.text_input[0].value == name


# The grid as a value


def test_a_blank_grid_holds_nothing_that_anybody_has_said():
    grid = paper_grid.blank_grid(SHEET)

    assert list(grid[paper_grid.MOMENT]) == ["Queue", HOSTILE]
    assert paper_grid.read_grid(SHEET, grid) == (Ticked("queue"), Ticked("pay"))


def test_a_grid_is_read_row_by_row():
    grid = paper_grid.blank_grid(SHEET)
    grid.loc[1, [paper_grid.FEELS, paper_grid.MATTERS, paper_grid.NOTE]] = [
        "rather good",
        True,
        "  two\nlines\x00 ",
    ]

    assert paper_grid.read_grid(SHEET, grid)[1] == Ticked(
        "pay", valence=1.0, dot=True, note="two lines"
    )


def test_cells_that_were_emptied_say_nothing():
    grid = paper_grid.blank_grid(SHEET).astype(object)
    grid.loc[0, [paper_grid.FEELS, paper_grid.MATTERS, paper_grid.NOTE]] = [
        None,
        None,
        pd.NA,
    ]

    assert paper_grid.read_grid(SHEET, grid)[0] == Ticked("queue")


def test_a_feeling_that_cannot_be_read_is_named_with_its_moment():
    grid = paper_grid.blank_grid(SHEET)
    grid.loc[0, paper_grid.FEELS] = "meh"

    with pytest.raises(PaperError, match="Queue: “meh”"):
        paper_grid.read_grid(SHEET, grid)
