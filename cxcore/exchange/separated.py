"""Text with columns: in which letters it is written, and what separates them."""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from cxcore.exchange.table_errors import CellTooLongError, NotATableError
from cxcore.exchange.tables import CELL_CHARACTERS

SEPARATORS = (",", ";", "\t")
LOOKED_AT = 50
"""Lines by which the separator is told."""

_SAID = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
"""A first line with which spreadsheets are told the separator."""
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_ZEROS_FROM = 0.3
"""A file with so large a share of zero bytes at either place has two-byte letters."""


def read_separated(data: bytes) -> Iterator[list[str]]:
    """Yield the cells of each line of a CSV file.

    A line break within quotation marks belongs to its cell.

    Raises:
        NotATableError: it is not text.
        CellTooLongError: a quotation mark is open to the end, or nearly so.
    """
    text = _decoded(data)
    if _NOT_TEXT.search(text):
        raise NotATableError
    said = _SAID.match(text)
    if said:
        yield []
    rest = text[said.end() :] if said else text
    number = 1 if said else 0
    try:
        for cells in _lines(rest, said[1] if said else _separator(rest)):
            number += 1
            yield cells
    except csv.Error as error:
        raise CellTooLongError(number + 1, CELL_CHARACTERS) from error


def _decoded(data: bytes) -> str:
    """Return the text; without a mark it is UTF-8, or else Western Windows."""
    marked = [name for mark, name in _MARKS if data.startswith(mark)]
    guesses = marked or [*_two_bytes(data), "utf-8", "cp1252"]
    for name in guesses:
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    raise NotATableError


def _two_bytes(data: bytes) -> list[str]:
    """Return the name of UTF-16 where every other byte is mostly zero."""
    odd, even = data[1::2], data[::2]
    if len(odd) and odd.count(0) / len(odd) > _ZEROS_FROM:
        return ["utf-16-le"]
    if len(odd) and even.count(0) / len(even) > _ZEROS_FROM:
        return ["utf-16-be"]
    return []


def _separator(text: str) -> str:
    """Return what divides the most lines into as many cells as the first has."""
    return max(SEPARATORS, key=lambda each: _fits(text, each))


def _fits(text: str, separator: str) -> tuple[float, int]:
    """Return how many lines fit the first, as a share, and how many cells it has."""
    try:
        lines = list(islice(filter(None, _lines(text, separator)), LOOKED_AT))
    except csv.Error:
        return 0.0, 0
    if not lines or len(lines[0]) == 1:
        return 0.0, 0
    width = len(lines[0])
    return sum(len(line) == width for line in lines) / len(lines), width


def _lines(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=separator)
