"""Tables that are written: CSV for spreadsheets, Parquet for data."""

import csv
from io import BytesIO, StringIO

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxcore.exchange import parquet
from cxcore.exchange.parquet import ParquetWriter
from cxcore.exchange.written import CsvWriter, Kind, harmless

COLUMNS = {
    "name": Kind.TEXT,
    "score": Kind.NUMBER,
    "rank": Kind.WHOLE,
    "rated": Kind.SWITCH,
}
ROWS = [
    ("Book, online", 0.1 + 0.2, 1, True),
    ('said "no"\nand left', -4.0, 2, False),
    (None, None, None, None),
]


def as_csv(rows):
    stream = StringIO(newline="")
    CsvWriter(stream, COLUMNS).write(rows)
    return stream.getvalue()


def as_parquet(*batches):
    stream = BytesIO()
    with ParquetWriter(stream, COLUMNS) as writer:
        for rows in batches:
            writer.write(rows)
    return stream.getvalue()


def test_csv_quotes_what_needs_it_and_rounds_no_number():
    assert as_csv(ROWS) == (
        "name,score,rank,rated\r\n"
        '"Book, online",0.30000000000000004,1,true\r\n'
        '"said ""no""\nand left",-4.0,2,false\r\n'
        ",,,\r\n"
    )


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "|calc", " =1+1", "\t=1", "\uff1d1+1", "\ufe621"],
)
def test_no_text_begins_as_a_formula_does(text):
    assert as_csv([(text, 1.0, 1, True)]).splitlines()[1].lstrip('"')[0] == "'"


@pytest.mark.parametrize("text", ["", " ", "Book-online", "'=1", "−1", "1=1", "🛫"])
def test_other_texts_stay_as_they_are(text):
    assert harmless(text) == text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20))
def test_every_text_comes_back_from_csv(text):
    row = list(csv.reader(StringIO(as_csv([(text, None, None, None)]), newline="")))[1]

    assert row[0] in (text, f"'{text}")


def test_parquet_keeps_types_and_nothing_is_null():
    table = pq.read_table(BytesIO(as_parquet(ROWS)))

    assert [str(kind) for kind in table.schema.types] == [
        "string",
        "double",
        "int64",
        "bool",
    ]
    assert [tuple(row.values()) for row in table.to_pylist()] == ROWS


def test_parquet_of_the_same_rows_is_the_same_however_they_come(monkeypatch):
    monkeypatch.setattr(parquet, "ROWS_AT_A_TIME", 4)
    rows = [(f"t{number}", number / 7, number, None) for number in range(11)]

    at_once = as_parquet(rows)

    assert as_parquet(*([row] for row in rows)) == at_once
    assert as_parquet(rows[:5], rows[5:], []) == at_once
    assert pq.read_table(BytesIO(at_once)).num_rows == 11


def test_a_table_without_rows_has_its_columns():
    assert as_csv([]) == "name,score,rank,rated\r\n"
    assert pq.read_table(BytesIO(as_parquet())).column_names == list(COLUMNS)
