"""Tables that are written row by row, and as CSV.

The same rows make the same bytes, however many of them arrive together. What writes
Parquet is imported from its own module, as only whoever wants it needs it:
``cxcore.exchange.parquet``.
"""

import csv
import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Protocol, TextIO

Cell = str | float | bool | None
"""What a cell holds; None: nothing, which is never zero."""

Row = Sequence[Cell]

_FORMULA = frozenset("=+-@|")
"""With these a spreadsheet begins to compute, or to run something."""


class Kind(StrEnum):
    """What the cells of a column are."""

    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole number"
    SWITCH = "true or false"


Columns = dict[str, Kind]
"""What each column is, by its name, in their order."""


class TableWriter(Protocol):
    """Something that rows can be given to."""

    def write(self, rows: Iterable[Row]) -> None:
        """Take some more rows, each with a cell for every column."""


class CsvWriter:
    """Writes CSV as RFC 4180 has it; numbers unrounded, empty where there is none.

    A text with which a spreadsheet would begin to compute gets an apostrophe before
    it: names come from anybody.
    """

    def __init__(self, stream: TextIO, columns: Columns) -> None:
        self._writer = csv.writer(stream)
        self._writer.writerow(columns)

    def write(self, rows: Iterable[Row]) -> None:
        """Write some more rows."""
        self._writer.writerows([_csv_cell(cell) for cell in row] for row in rows)


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula.

    Compared in its plain form, so that a full-width sign counts as well, and past
    blanks, which some of them skip.
    """
    begin = unicodedata.normalize("NFKC", text.lstrip()[:1])
    return f"'{text}" if begin in _FORMULA else text


def _csv_cell(cell: Cell) -> str | float:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return harmless(cell) if isinstance(cell, str) else cell
