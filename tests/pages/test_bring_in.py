"""Bringing in a file: from the page to evidence, and what stands in the way."""

import pytest

from cxcore.commands import WriteText
from cxcore.model import EvidenceType
from cxlive.errors import NotSavedError
from cxlive.room.room import Room
from cxlive.seating.links import Way
from tests.exchange.sheets import csv_of, sheet_of
from tests.pages.conftest import DEVICE, board, comes_in, new_tab, texts

HOSTILE = "<img src=x onerror=alert(1)> **x** $y$"
CSV = "text/csv"


@pytest.fixture
def page(sample):
    return sample.switch_page("../pages/bring_in.py").run()


def of_label(elements, label):
    return next(each for each in elements if label in each.label)


def chosen(page, label):
    return of_label(page.selectbox, label)


def upload(page, data, name="answers.csv"):
    return page.file_uploader[0].upload(name, data, CSV).run()


def press(page, label):
    return of_label(page.button, label).click().run()


def workshop(lobby, room_id):
    return lobby.room(room_id).snapshot.workshop


def moments(lobby, room_id):
    return [each.name for each in workshop(lobby, room_id).touchpoints.values()][:2]


def added(before, after):
    return [each for key, each in after.evidence.items() if key not in before.evidence]


def said(page):
    return texts(page).replace("\\", "")


def errors(page):
    return " ".join(each.value for each in page.error).replace("\\", "")


def test_the_page_asks_for_a_file_and_nothing_else(page):
    assert page.title[0].value == "Bring in answers"
    assert len(page.file_uploader) == 1
    assert not page.button
    assert not page.selectbox
    assert not page.exception


def test_the_page_of_files_leads_to_it(sample):
    sample.switch_page("../pages/save.py").run()

    labels = [link.proto.label for link in sample.get("page_link")]
    assert "Bring in survey answers or complaints" in labels


def test_without_moments_it_leads_to_the_journey(app):
    of_label(app.button, "Start a new workshop").click().run()

    app.switch_page("../pages/bring_in.py").run()

    assert "There are no moments yet" in texts(app)
    assert not app.file_uploader


def test_who_only_looks_on_is_not_let_in(lobby, room_id):
    comes_in(lobby, room_id, Way.OBSERVER)

    tab = new_tab(w=room_id).switch_page("../pages/bring_in.py").run()

    assert board(tab)["room"] == room_id
    assert not tab.file_uploader


def test_a_survey_becomes_evidence_and_can_be_taken_back(page, lobby, room_id):
    before = workshop(lobby, room_id)
    first, second = moments(lobby, room_id)
    upload(page, csv_of([first, second, "Overall"], ["1", "5", "9"], ["2", "", "7"]))

    assert page.dataframe[0].value["Answers"].tolist() == [2, 1]
    assert page.dataframe[0].value["On average"].tolist() == [
        "bad (−3.8)",
        "great (+5.0)",
    ]
    press(page, "Add 2 answers as evidence")

    assert not page.exception
    assert "2 answers to “Survey: answers” are added." in said(page)
    (thing,) = added(before, workshop(lobby, room_id))
    assert thing.evidence_type is EvidenceType.SURVEY
    assert (thing.n, thing.source) == (2, "answers.csv")
    assert sorted(thing.survey.values()) == [(-5, -2.5), (5, None)]
    assert thing.survey_overall == (8.889, 6.667)
    room = lobby.room(room_id)
    room.undo(lobby.seat(room_id, DEVICE), "undo").result(5)
    assert not added(before, room.shown)


def test_rows_that_cannot_be_used_are_named_and_the_others_taken(page, lobby, room_id):
    before = workshop(lobby, room_id)
    name = moments(lobby, room_id)[0]
    upload(page, csv_of([name, "x"], ["4", "a"], ["soon", "b"], ["5", "c"]))

    assert "1 row cannot be taken, 2 can." in page.warning[0].value
    assert page.dataframe[1].value.values.tolist() == [
        [3, f"“soon” is not a number from 1 to 5 (column {name})"]
    ]
    press(page, "Add 2 answers")
    assert added(before, workshop(lobby, room_id))[0].n == 2


def test_columns_and_scale_can_be_chosen_otherwise(page, lobby, room_id):
    first, second = moments(lobby, room_id)
    before = workshop(lobby, room_id)
    by_name = {each.name: key for key, each in before.touchpoints.items()}
    upload(page, csv_of([first, "Colour"], ["1", "3"], ["2", "1"]))

    chosen(page, "Colour").set_value(f"moment {by_name[second]}").run()
    chosen(page, first).set_value("").run()
    chosen(page, "Answers run from").select("1 to 3").run()
    of_label(page.checkbox, "The lowest is the best").check().run()
    press(page, "Add 2 answers")

    (thing,) = added(before, workshop(lobby, room_id))
    assert thing.survey == {by_name[second]: (-5, 5)}


def test_nothing_of_the_form_is_lost_while_one_looks_at_another_page(
    page, lobby, room_id
):
    name = moments(lobby, room_id)[0]
    upload(page, csv_of([name], ["1"], ["2"]))
    of_label(page.text_input, "Call it").set_value("Spring").run()
    chosen(page, "Answers run from").select("0 to 10").run()

    page.switch_page("../pages/save.py").run()
    page.switch_page("../pages/bring_in.py").run()

    assert of_label(page.text_input, "Call it").value == "Spring"
    assert chosen(page, "Answers run from").value.label == "0 to 10"
    assert page.dataframe[0].value["On average"].tolist() == ["bad (−3.5)"]


def test_another_file_begins_with_nothing_of_the_last(page, lobby, room_id):
    name = moments(lobby, room_id)[0]
    upload(page, csv_of([name], ["1"], ["2"]))
    chosen(page, "Answers run from").select("0 to 10").run()

    upload(page, csv_of([name], ["1"], ["7"]), "more.csv")

    assert chosen(page, "Answers run from").value == ""
    assert of_label(page.text_input, "Call it").value == "Survey: more"


def test_a_sheet_of_a_spreadsheet_is_chosen(page, lobby, room_id):
    name = moments(lobby, room_id)[0]
    upload(page, sheet_of(["A"], ["x"], Later=[[name], [4], [5]]), "answers.xlsx")

    chosen(page, "Sheet").set_value("Later").run()
    chosen(page, "What is it?").set_value("survey").run()

    assert page.dataframe[0].value["Answers"].tolist() == [2]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"%PDF-1.7\n\x00\x01", "neither a CSV file nor a spreadsheet"),
        (b"A,B\n", "There is nothing to read in it"),
        (b"PK\x03\x04", "This spreadsheet is damaged"),
    ],
)
def test_a_file_that_cannot_be_read_is_explained_and_adds_nothing(
    page, lobby, data, sentence
):
    before = [room.changed_at for room in lobby.recent(DEVICE)]

    upload(page, data, "half.csv")

    assert "half.csv was not taken." in errors(page)
    assert sentence in errors(page)
    assert not page.button
    assert [room.changed_at for room in lobby.recent(DEVICE)] == before


def test_complaints_become_evidence_one_for_each_moment(page, lobby, room_id):
    first, second = moments(lobby, room_id)
    before = workshop(lobby, room_id)
    by_name = {each.name: key for key, each in before.touchpoints.items()}
    upload(
        page,
        csv_of(
            ["Complaint", "Moment", "Date"],
            [HOSTILE, first, "2026-03-01"],
            ["late", "Somewhere", "2026-04-01"],
            ["rude", second, ""],
        ),
    )
    assert chosen(page, "What is it?").value == "complaints"
    assert "is no moment that is known here" in page.dataframe[1].value["Why not"][0]

    chosen(page, "Somewhere").set_value(by_name[first]).run()
    press(page, "Add 3 complaints as evidence")

    assert not page.exception
    assert "3 complaints about 2 moments are added." in said(page)
    made = added(before, workshop(lobby, room_id))
    assert {each.evidence_type for each in made} == {EvidenceType.COMPLAINTS}
    quotes = {each.touchpoint_ids[0]: each.quotes for each in made}
    assert quotes == {by_name[first]: f"{HOSTILE}\nlate", by_name[second]: "rude"}


def test_what_the_file_says_is_shown_letter_by_letter(page):
    upload(page, csv_of([HOSTILE, "Moment"], ["x", HOSTILE]), f"{HOSTILE}.csv")

    shown = " ".join(
        [
            *(each.value for each in page.caption),
            *(each.label for each in page.selectbox),
        ]
    )
    assert "\\<img" in shown
    assert "<img" not in shown.replace("\\<img", "")
    assert not page.exception


def test_what_the_room_refuses_is_explained_and_the_file_stays(
    page, lobby, room_id, monkeypatch
):
    name = moments(lobby, room_id)[0]
    upload(page, csv_of([name], ["1"], ["2"]))

    def full(_room, _seat, _command, _entry_id):
        raise NotSavedError

    with monkeypatch.context() as refusing:
        refusing.setattr(Room, "submit", full)
        press(page, "Add 2 answers")
    assert "This could not be saved" in errors(page)
    press(page, "Add 2 answers")

    assert "2 answers to" in said(page)


def test_moments_of_one_name_can_be_told_apart(page, lobby, room_id):
    room = lobby.room(room_id)
    first, second = list(room.snapshot.workshop.touchpoints.values())[:2]
    rename = WriteText(
        of="touchpoint", id=second.id, field="name", text=first.name, seen=second.name
    )
    room.submit(lobby.seat(room_id, DEVICE), rename, "rename").result(5)

    upload(page, csv_of(["A"], ["1"]))
    chosen(page, "What is it?").set_value("survey").run()

    labels = chosen(page, "A").options
    assert len(set(labels)) == len(labels)
    assert f"How it felt: {first.name} (2)" in labels
