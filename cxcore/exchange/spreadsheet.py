"""Spreadsheets (XLSX): the values of one sheet, read without trusting the file.

Only values are read. Macros, links to other files, pictures and styles are never
looked at. A spreadsheet is a ZIP archive of XML: no more is unpacked than its own
list owns up to, and XML that declares entities is refused.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from cxcore.exchange.table_errors import (
    DamagedSpreadsheetError,
    FormulaWithoutValueError,
    NoSuchSheetError,
    TableError,
    TableTooBigError,
)
from cxcore.exchange.tables import COLUMNS

UNPACKED_BYTES = 60_000_000
"""What the parts of the archive may come to together."""
PARTS = 2_000
"""Files in the archive."""
LAST_ROW = 100_000
"""Rows below this one are not looked for: nobody answers so far down."""
LOOKED_AT = 10_000_000
"""Cells of a sheet, blank ones included: a few bytes can stand for a wide blank row."""

_MEGABYTES = UNPACKED_BYTES // 1_000_000
_FORMULA = "f"
_FORMULAS = re.compile(rb"<(?:\w+:)?f[\s>/]")
_SHEETS = "xl/worksheets/"
_XML = (".xml", ".rels")
_PACKINGS = frozenset({ZIP_STORED, ZIP_DEFLATED})
"""All that a spreadsheet may use; others unpack to no one knows how much at once."""

_Line = tuple[Any, ...]


def sheet_names(data: bytes) -> tuple[str, ...]:
    """Return the names of the sheets of a spreadsheet, in its order.

    Raises:
        TableError: it cannot be read, or should not be.
    """
    with _open(data, values=True) as book:
        names = tuple(sheet.title for sheet in book.worksheets)
    if not names:
        raise DamagedSpreadsheetError
    return names


def read_sheet(data: bytes, sheet: str) -> Iterator[list[str]]:
    """Yield the values of each line of one sheet, as texts.

    Raises:
        TableError: it cannot be read, or should not be.
    """
    if _has_formulas(data):
        _must_have_values(data, sheet)
    with _open(data, values=True) as book:
        for _, line in _lines(_sheet(book, sheet).iter_rows(values_only=True)):
            if any(value is not None for value in line[COLUMNS:]):
                raise TableTooBigError(COLUMNS, "columns")
            yield [_text(value) for value in line[:COLUMNS]]


def _lines(rows: Iterator[_Line]) -> Iterator[tuple[int, _Line]]:
    """Number the rows; there is an end to blank ones too."""
    cells = 0
    for number, line in enumerate(rows, start=1):
        cells += len(line)
        if number > LAST_ROW:
            raise TableTooBigError(LAST_ROW, "rows, blank ones included,")
        if cells > LOOKED_AT:
            raise TableTooBigError(LOOKED_AT, "cells, blank ones included,")
        yield number, line


def _sheet(book: Any, name: str) -> Any:  # noqa: ANN401 - it comes without types
    found = [each for each in book.worksheets if each.title == name]
    if not found:
        raise NoSuchSheetError(name)
    # A sheet may claim to be far larger than it is.
    found[0].reset_dimensions()
    return found[0]


def _has_formulas(data: bytes) -> bool:
    """Tell whether any sheet may hold formulas: looking at each takes long."""
    with ZipFile(_unpacked(data)) as archive:
        return any(
            _FORMULAS.search(archive.read(part)) is not None
            for part in archive.infolist()
            if part.filename.startswith(_SHEETS)
        )


def _must_have_values(data: bytes, sheet: str) -> None:
    """Raise where a formula was saved without what it came to."""
    with _open(data, values=True) as values, _open(data, values=False) as formulas:
        shown = _lines(_sheet(values, sheet).iter_rows(values_only=True))
        cells = _sheet(formulas, sheet).iter_rows()
        for (number, line), formula in zip(shown, cells, strict=False):
            pairs = zip(line, formula, strict=False)
            for place, (value, cell) in enumerate(pairs, start=1):
                if value is None and cell.data_type == _FORMULA:
                    raise FormulaWithoutValueError(get_column_letter(place), number)


@contextmanager
def _open(data: bytes, *, values: bool) -> Iterator[Any]:
    """Open a spreadsheet to be read line by line; whatever is wrong has a name."""
    unpacked = _unpacked(data)
    with _by_name():
        book = load_workbook(
            unpacked, read_only=True, data_only=values, keep_links=False
        )
        try:
            yield book
        finally:
            book.close()


@contextmanager
def _by_name() -> Iterator[None]:
    """Say by name that a spreadsheet is damaged, whatever it was that failed."""
    try:
        yield
    except TableError:
        raise
    # A file from anywhere makes its reader fail in more ways than that names.
    except Exception as error:
        raise DamagedSpreadsheetError from error


def _unpacked(data: bytes) -> BytesIO:
    """Return the archive anew, not packed any more, each part as long as listed.

    A part may hold far more than the list of its archive says, and whoever reads
    "all of it" unpacks that; here nothing is left that was not counted.
    """
    unpacked = BytesIO()
    with _by_name(), ZipFile(BytesIO(data)) as archive, ZipFile(unpacked, "w") as new:
        parts = archive.infolist()
        size = sum(part.file_size for part in parts)
        if len(parts) > PARTS or size > UNPACKED_BYTES:
            raise TableTooBigError(_MEGABYTES, "megabytes, unpacked,")
        for name, part in {each.filename: each for each in parts}.items():
            content = _content(archive, part)
            _must_declare_nothing(name, content)
            new.writestr(name, content)
    return unpacked


def _content(archive: ZipFile, part: ZipInfo) -> bytes:
    if part.compress_type not in _PACKINGS:
        raise DamagedSpreadsheetError
    with archive.open(part) as file:
        return file.read(part.file_size)


def _must_declare_nothing(name: str, content: bytes) -> None:
    """Raise where a document type is declared: nothing of the kind is ever needed.

    Any part may be XML, whatever it is called: the spreadsheet says what is where.
    """
    reader = expat.ParserCreate()
    reader.StartDoctypeDeclHandler = _refuse
    reader.StartElementHandler = _stop
    try:
        reader.Parse(content, True)  # noqa: FBT003 - its own name for "that is all"
    except _HasBegunError:
        return
    except expat.ExpatError:
        if name.endswith(_XML):
            raise


class _HasBegunError(Exception):
    """The first element is reached: what could be declared stands before it."""


def _refuse(*_declared: object) -> None:
    raise DamagedSpreadsheetError


def _stop(*_element: object) -> None:
    raise _HasBegunError


def _text(value: object) -> str:
    """Return a value as its sheet shows it, as far as that can be told."""
    for kind, write in _WRITTEN:
        if isinstance(value, kind):
            return write(value)
    return str(value)


def _moment(value: datetime) -> str:
    return value.isoformat(" ") if value.time() != time() else value.date().isoformat()


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() else repr(value)


_WRITTEN: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (type(None), lambda _none: ""),
    (datetime, _moment),
    (date, date.isoformat),
    (float, _number),
)
