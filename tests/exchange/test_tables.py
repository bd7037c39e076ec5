"""A file as a table: letters, separators, spreadsheets, and what is refused."""

from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from cxcore.exchange import tables
from cxcore.exchange.table_errors import (
    CellTooLongError,
    DamagedSpreadsheetError,
    EmptyTableError,
    FormulaWithoutValueError,
    NoSuchSheetError,
    NotATableError,
    OldSpreadsheetError,
    TableError,
    TableTooBigError,
)
from cxcore.exchange.table_files import read_table, sheets_of
from cxcore.exchange.tables import Table
from tests.exchange.sheets import csv_of, saved, sheet_of, with_part

LINES = [["Name", "Café"], ["Ana", "4,5"], ["Bob", "3"]]


def cells(table):
    return [list(table.headings), *(list(row.cells) for row in table.rows)]


# Text with columns


@pytest.mark.parametrize("separator", [";", "\t"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_letters_and_separator_are_told_from_the_file(separator, encoding):
    data = csv_of(*LINES, separator=separator, encoding=encoding)

    assert cells(read_table(data)) == LINES


def test_a_comma_separates_where_it_divides_every_line_alike():
    data = csv_of(["Name", "Said"], ["Ana", '"slow; rude; late"'], ["Bob", "a; b"])

    assert cells(read_table(data))[1:] == [["Ana", "slow; rude; late"], ["Bob", "a; b"]]


def test_the_separator_can_be_said_in_the_first_line_as_spreadsheets_do():
    table = read_table(b"sep=|\r\nName|Said\r\nAna|a,b;c")

    assert cells(table) == [["Name", "Said"], ["Ana", "a,b;c"]]
    assert table.rows[0].number == 3


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_read(end):
    assert cells(read_table(end.join(["A,B", "1,2", ""]).encode())) == [
        ["A", "B"],
        ["1", "2"],
    ]


def test_a_line_break_within_quotation_marks_belongs_to_its_cell():
    table = read_table(b'A,B\n"one\ntwo",2\nthree,4\n')

    assert cells(table)[1:] == [["one\ntwo", "2"], ["three", "4"]]


def test_rows_keep_their_numbers_where_blank_ones_stand_between():
    table = read_table(b"A,B\n\n,\n1,2\n")

    assert [row.number for row in table.rows] == [4]


def test_a_shorter_row_has_empty_cells_and_a_longer_one_is_refused_by_name():
    table = read_table(b"A,B,C\n1,2\n1,2,3,4\n")

    assert cells(table)[1:] == [["1", "2", ""]]
    assert [each.sentence for each in table.refused] == [
        "Row 3: it has 4 cells, but there are 3 headings."
    ]


def test_headings_are_all_different_and_none_is_empty():
    table = read_table(b"Boarding,,Boarding\n1,2,3\n")

    assert table.headings == ("Boarding", "Column B", "Boarding (2)")


def test_empty_columns_are_no_columns():
    table = read_table(b"A,,B,,\n1,,2,,\n")

    assert cells(table) == [["A", "B"], ["1", "2"]]


def test_one_column_alone_is_a_table():
    assert cells(read_table(b"Complaint\nToo slow\nToo late\n"))[2] == ["Too late"]


def test_a_long_heading_is_cut_and_stays_different_from_its_like():
    table = read_table(f"{'x' * 300},{'x' * 300}\n1,2\n".encode())

    assert len({*table.headings}) == 2
    assert all(len(heading) < 210 for heading in table.headings)


def test_a_formula_in_a_text_is_a_text():
    table = read_table(b"A,B\n=cmd()|' /c calc'!A0,@SUM(1)\n")

    assert cells(table)[1] == ["=cmd()|' /c calc'!A0", "@SUM(1)"]


# Spreadsheets


def test_a_spreadsheet_is_read_as_it_shows():
    data = sheet_of(
        ["When", "Felt", "Sure"],
        [date(2026, 3, 1), 4.0, True],
        [datetime(2026, 3, 1, 9, 30), 4.5, None],  # noqa: DTZ001 - cells have no zone
    )

    assert cells(read_table(data))[1:] == [
        ["2026-03-01", "4", "True"],
        ["2026-03-01 09:30:00", "4.5", ""],
    ]


def test_a_sheet_can_be_chosen():
    data = sheet_of(["A"], [1], Later=[["B"], [2]])

    assert sheets_of(data) == ("Answers", "Later")
    assert cells(read_table(data)) == [["A"], ["1"]]
    assert cells(read_table(data, "Later")) == [["B"], ["2"]]
    with pytest.raises(NoSuchSheetError):
        read_table(data, "Never")


def test_a_csv_file_has_no_sheets():
    assert sheets_of(b"A,B\n1,2\n") == ()


def test_merged_cells_are_the_first_and_empty_ones():
    book = Workbook()
    for line in (["A", "B"], ["one", None], [None, 2]):
        book.active.append(line)
    book.active.merge_cells("A2:B2")
    book.active.merge_cells("A2:A3")

    assert cells(read_table(saved(book)))[1:] == [["one", ""], ["", "2"]]


def test_a_value_without_a_heading_has_the_letter_of_its_column():
    assert read_table(sheet_of(["A"], [1, None, 3])).headings == ("A", "Column C")


def test_a_formula_is_read_by_what_it_came_to():
    data = sheet_of(["A", "B"], [1, "=A2+1"])
    with ZipFile(BytesIO(data)) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml")
    computed = xml.replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>")
    assert computed != xml

    table = read_table(with_part(data, "xl/worksheets/sheet1.xml", computed))

    assert cells(table)[1] == ["1", "2"]


def test_a_formula_that_came_to_nothing_is_named():
    with pytest.raises(FormulaWithoutValueError, match="Cell B2"):
        read_table(sheet_of(["A", "B"], [1, "=A2+1"]))


def test_macros_are_never_looked_at():
    data = with_part(sheet_of(["A"], [1]), "xl/vbaProject.bin", b"\x00macro")

    assert cells(read_table(data)) == [["A"], ["1"]]


def test_a_sheet_that_claims_to_be_huge_is_read_as_large_as_it_is():
    data = sheet_of(["A"], [1])
    with ZipFile(BytesIO(data)) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml")
    claiming = xml.replace(b'ref="A1:A2"', b'ref="A1:XFD1048576"')
    assert claiming != xml

    table = read_table(with_part(data, "xl/worksheets/sheet1.xml", claiming))

    assert cells(table) == [["A"], ["1"]]


# What is refused


@pytest.mark.parametrize("data", [b"", b"\n \n", b"A,B\n", sheet_of(["A"]), sheet_of()])
def test_nothing_below_the_headings_is_refused(data):
    with pytest.raises(EmptyTableError):
        read_table(data)


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7\n\x00\x01\x02", b"\x89PNG\r\n\x1a\n\x00\x00", b"\x81\x8d\x8f,\x90\n1"],
)
def test_what_is_no_table_is_refused(data):
    with pytest.raises(NotATableError, match="neither a CSV file nor a spreadsheet"):
        read_table(data)


def test_an_old_or_locked_spreadsheet_is_refused():
    with pytest.raises(OldSpreadsheetError, match="without a password"):
        sheets_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 and then nothing",
        with_part(sheet_of(["A"], [1]), "xl/workbook.xml", b"<not xml"),
        with_part(sheet_of(["A"], [1]), "xl/worksheets/sheet1.xml", b"<worksheet/>"),
    ],
)
def test_a_damaged_spreadsheet_is_refused(data):
    with pytest.raises((DamagedSpreadsheetError, EmptyTableError)):
        read_table(data)


def test_a_file_that_is_too_big_is_refused_unread():
    with pytest.raises(TableTooBigError, match="at most 10 megabytes"):
        sheets_of(b"a" * (tables.FILE_BYTES + 1))


@pytest.mark.parametrize(
    ("rows", "columns", "what"),
    [(5_001, 1, "5,000 rows"), (1, 201, "200 columns"), (3_001, 100, "300,000 cells")],
)
def test_a_table_that_is_too_big_is_refused_with_the_limit(rows, columns, what):
    line = ",".join(["1"] * columns) + "\n"

    with pytest.raises(TableTooBigError, match=what):
        read_table((line * (rows + 1)).encode())


def test_rows_far_below_the_others_are_refused():
    book = Workbook()
    book.active["A1"], book.active["A2"] = "A", 1
    book.active["A200000"] = 2

    with pytest.raises(TableTooBigError, match="blank ones included"):
        read_table(saved(book))


def test_a_value_far_to_the_right_is_refused_and_not_lost():
    book = Workbook()
    book.active["A1"], book.active["A2"], book.active["ZZ2"] = "A", 1, "far"

    with pytest.raises(TableTooBigError, match="200 columns"):
        read_table(saved(book))


@pytest.mark.parametrize("length", [tables.CELL_CHARACTERS + 1, 200_000])
def test_a_cell_that_is_too_long_is_named_by_its_row(length):
    with pytest.raises(CellTooLongError, match="Row 3"):
        read_table(f"A,B\n1,2\n1,{'x' * length}\n".encode())


def test_what_is_said_again_of_a_cell_is_short_and_one_line():
    said = tables.quoted("one\ntwo \u202e" + "x" * 100)

    assert said.startswith("“one two x")
    assert len(said) == tables.QUOTED_CHARACTERS + 2


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused_with_a_sentence(data):
    try:
        table = read_table(data)
    except TableError as error:
        said = str(error)
        table = Table((), ())
    else:
        said = "It is a table."

    assert said.endswith((".", "?"))
    assert all(len(row.cells) == len(table.headings) for row in table.rows)


SHEET = sheet_of(["A", "B"], [1, "x"], ["y", 2.5])
with ZipFile(BytesIO(SHEET)) as _archive:
    PARTS = sorted(part for part in _archive.namelist() if part.endswith(".xml"))
    XML = {part: _archive.read(part) for part in PARTS}


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(PARTS), st.data())
def test_a_spreadsheet_that_is_broken_anywhere_is_read_or_refused(part, data):
    at = data.draw(st.integers(0, len(XML[part]) - 1))
    with_this = data.draw(st.sampled_from([b"", b"<", b">", b'"', b"9", b"\xff", b"a"]))
    broken = XML[part][:at] + with_this + XML[part][at + 1 :]

    try:
        sheets = sheets_of(with_part(SHEET, part, broken))
        read_table(with_part(SHEET, part, broken))
    except TableError:
        sheets = ("refused",)

    assert sheets
