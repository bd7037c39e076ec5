"""Complaints: columns, places, dates, rows refused by name, and the evidence."""

from datetime import date
from itertools import count

import pytest

from cxcore.edit import apply, fits
from cxcore.exchange.cells import CellError, count_of, day_of, is_day_first
from cxcore.exchange.complaint_evidence import (
    complaints_evidence,
    complaints_line,
    left_out_sentence,
)
from cxcore.exchange.complaint_rows import read_complaints
from cxcore.exchange.complaints import (
    ComplaintsError,
    ComplaintsMapping,
    Moment,
    guess_complaints,
)
from cxcore.exchange.tables import table_of
from cxcore.model import NOTE_MAX, EvidenceType, Persona
from tests.analysis.builders import JOURNEY, workshop_of
from tests.analysis.builders import Moment as Rated

BOARD = Moment("board", "Boarding", JOURNEY, "First flight")
CHECK = Moment("check", "Security check", JOURNEY, "First flight")
HOME = Moment("board-home", "Boarding", "home", "Going home")
MOMENTS = (BOARD, CHECK)
WHERE = ComplaintsMapping(text=0, touchpoint=1)


def table(*lines):
    return table_of([line.split(",") for line in lines], is_placed=True)


def found(mapping, *lines, moments=MOMENTS, personas=None):
    return read_complaints(table(*lines), mapping, moments, personas or {})


def refused(complaints):
    return [each.sentence for each in complaints.refused]


def rows(complaints):
    return {
        key: [each.row for each in group]
        for key, group in complaints.by_touchpoint.items()
    }


# Cells


@pytest.mark.parametrize(
    "said",
    [
        *("2026-03-01", "2026/3/1", "2026-03-01 09:30:00", "2026-03-01T09:30:00Z"),
        *("1.3.2026", "01/03/2026", "1-3-26", "1. 3. 2026", "01.03.2026 09:30"),
        *("1 March 2026", "1-Mar-2026", "March 1, 2026", "Mar 1 2026", "46082"),
        *("46082.5", "46082,25"),
    ],
)
def test_a_date_is_read_however_it_is_written(said):
    assert day_of(said) == date(2026, 3, 1)


def test_month_and_day_can_be_the_other_way_round():
    assert day_of("1/3/2026", day_first=False) == date(2026, 1, 3)
    assert is_day_first(["1/3/2026", "13/3/2026"])
    assert not is_day_first(["1/3/2026", "3/13/2026"])
    assert is_day_first(["1/3/2026"])


@pytest.mark.parametrize(
    "said", ["soon", "31.2.2026", "13/13/2026", "12", "1 Foo 2026", "2026", "-46082"]
)
def test_what_is_no_date_is_refused(said):
    with pytest.raises(CellError, match="is not a date"):
        day_of(said)


@pytest.mark.parametrize("said", ["0", "-1", "1.5", "many", "10000000"])
def test_only_whole_numbers_count(said):
    with pytest.raises(CellError, match="is not a whole number from 1"):
        count_of(said)


# Which column means what


def test_columns_are_told_by_their_headings():
    given = table(
        "Received,Touchpoint,Journey,Persona,How many,Complaint text",
        "3/13/2026,a,b,c,2,d",
    )

    assert guess_complaints(given) == ComplaintsMapping(
        text=5, touchpoint=1, journey=2, day=0, count=4, persona=3, day_first=False
    )


def test_the_longest_texts_are_the_complaints_where_no_heading_says_so():
    assert guess_complaints(table("A,B", "x,it was very slow")).text == 1


# Rows


def test_complaints_go_to_the_moments_they_name_in_the_order_of_the_map():
    complaints = found(
        WHERE, "Text,At", "late,boarding", "rude,Security-Check", "slow,BOARDING"
    )

    assert rows(complaints) == {"board": [2, 4], "check": [3]}
    assert complaints.rows == 3
    assert not complaints.unmatched


def test_what_names_no_moment_is_refused_by_name_until_it_is_chosen_by_hand():
    lines = ("Text,At", "late,The gate", "slow,The gate", "rude,Desk", "cold,")

    silent = found(WHERE, *lines)
    chosen = ComplaintsMapping(0, 1, by_hand={("", "The gate"): "board"})
    helped = found(chosen, *lines)

    assert refused(silent) == [
        "Row 2: “The gate” is no moment that is known here (column At).",
        "Row 3: “The gate” is no moment that is known here (column At).",
        "Row 4: “Desk” is no moment that is known here (column At).",
        "Row 5: it does not say at which moment (column At).",
    ]
    assert [(each.said[1], each.rows) for each in silent.unmatched] == [
        ("The gate", 2),
        ("Desk", 1),
        ("", 1),
    ]
    assert rows(helped) == {"board": [2, 3]}
    assert helped.unmatched == silent.unmatched


def test_a_moment_that_is_gone_is_chosen_by_nobody():
    mapping = ComplaintsMapping(0, 1, by_hand={("", "Desk"): "gone"})

    assert "Desk" in refused(found(mapping, "T,At", "late,Desk"))[0]


def test_a_journey_column_tells_moments_of_one_name_apart():
    lines = (
        "T,At,Trip",
        "a,Boarding,going home",
        "b,Boarding,First Flight",
        "c,Boarding,",
    )
    mapping = ComplaintsMapping(0, 1, journey=2)

    complaints = found(mapping, *lines, moments=(*MOMENTS, HOME))

    assert rows(complaints) == {"board": [3], "board-home": [2]}
    assert [each.said for each in complaints.unmatched] == [("", "Boarding")]


def test_all_rows_can_be_about_one_moment():
    complaints = found(ComplaintsMapping(text=0, about="check"), "T", "a", "b")

    assert rows(complaints) == {"check": [2, 3]}


def test_each_cell_that_says_no_such_thing_refuses_its_row_by_name():
    mapping = ComplaintsMapping(0, 1, day=2, count=3, persona=4)

    complaints = found(
        mapping,
        "Text,At,Date,Cases,Who",
        ",boarding,,,",
        "a,boarding,soon,,",
        "b,boarding,,many,",
        "c,boarding,,,Zoe",
        "d,boarding,2026-03-01,3,marta",
        personas={"p": "Marta"},
    )

    assert refused(complaints) == [
        "Row 2: there is no text (column Text).",
        "Row 3: “soon” is not a date (column Date).",
        "Row 4: “many” is not a whole number from 1 (column Cases).",
        "Row 5: “Zoe” is no persona of this workshop (column Who).",
    ]
    (taken,) = complaints.by_touchpoint["board"]
    assert (taken.day, taken.count, taken.persona_id) == (date(2026, 3, 1), 3, "p")


def test_a_text_of_which_nothing_can_be_seen_is_no_text():
    complaints = found(ComplaintsMapping(text=0, about="check"), "T,x", "\u200b,x")

    assert refused(complaints) == ["Row 2: there is no text (column T)."]


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        (ComplaintsMapping(touchpoint=0), "what people complained about"),
        (ComplaintsMapping(text=0), "at which moment, or one moment for all"),
    ],
)
def test_columns_that_make_no_complaints_are_explained(mapping, sentence):
    with pytest.raises(ComplaintsError, match=sentence):
        found(mapping, "A", "x")


# The evidence


def line_of(*texts, **more):
    lines = [[each] for each in ("T", *texts)]
    mapping = ComplaintsMapping(text=0, about="board", **more)
    complaints = read_complaints(table_of(lines, is_placed=True), mapping, MOMENTS, {})
    return complaints_line(complaints.by_touchpoint["board"])


def test_quotes_are_the_first_texts_as_they_fit_and_the_others_are_counted():
    line = line_of("short", "x" * (NOTE_MAX - 100), "y" * 200, "z")

    assert line.quotes == f"short\n{'x' * (NOTE_MAX - 100)}"
    assert (line.count, line.quoted, line.left_out) == (4, 2, 2)
    assert left_out_sentence(line) == (
        "The first 2 of 4 are quoted; the others do not fit."
    )
    assert len(line.quotes) <= NOTE_MAX


def test_a_text_that_fits_no_note_counts_all_the_same():
    line = line_of("x" * (NOTE_MAX + 1))

    assert (line.count, line.quotes, line.left_out) == (1, "", 1)


def test_each_moment_gets_one_piece_of_evidence_and_all_are_one_change():
    mapping = ComplaintsMapping(0, 1, day=2, count=3, persona=4)
    complaints = found(
        mapping,
        "Text,At,Date,Cases,Who",
        "=cmd(),Boarding,2026-03-01,3,Marta",
        "late\u202e,Boarding,2026-04-01,,",
        "rude,Security check,,,",
        personas={"p": "Marta"},
    )
    ids = count()

    batch = complaints_evidence(
        complaints, MOMENTS, lambda: f"e{next(ids)}", source="complaints.csv"
    )

    board, check = (add.thing for add in batch.commands)
    assert board.evidence_type is EvidenceType.COMPLAINTS
    assert (board.title, board.n, board.date) == (
        "Complaints: Boarding",
        4,
        date(2026, 4, 1),
    )
    assert board.quotes == "=cmd()\nlate"
    assert (board.touchpoint_ids, board.persona_ids) == (("board",), ("p",))
    assert (check.n, check.date, check.source) == (1, None, "complaints.csv")
    assert [add.after for add in batch.commands] == ["", "e0"]
    workshop = workshop_of(Rated("board"), Rated("check"))
    workshop = workshop.model_copy(
        update={"personas": {"p": Persona(id="p", name="Marta")}}
    )
    assert fits(workshop, batch) is None
    assert set(apply(workshop, batch).evidence) == {"e0", "e1"}
