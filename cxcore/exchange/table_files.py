"""A file as somebody hands it in, read as a table: CSV or a spreadsheet."""

from cxcore.exchange.separated import read_separated
from cxcore.exchange.spreadsheet import read_sheet, sheet_names
from cxcore.exchange.table_errors import OldSpreadsheetError, TableTooBigError
from cxcore.exchange.tables import FILE_BYTES, Table, table_of

_ARCHIVE = b"PK\x03\x04"
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MEGABYTES = FILE_BYTES // 1_000_000


def sheets_of(data: bytes) -> tuple[str, ...]:
    """Return the names of the sheets to choose from; none for a CSV file.

    What a file is, its first bytes tell, never its name.

    Raises:
        TableError: it cannot be read.
    """
    _must_be_read(data)
    return sheet_names(data) if data.startswith(_ARCHIVE) else ()


def read_table(data: bytes, sheet: str | None = None) -> Table:
    """Return a file as a table.

    Args:
        data: the bytes of the file.
        sheet: which sheet of a spreadsheet; None takes the first.

    Raises:
        TableError: it cannot be read; the text says why and what to do.
    """
    _must_be_read(data)
    if not data.startswith(_ARCHIVE):
        return table_of(read_separated(data), is_placed=False)
    chosen = sheet_names(data)[0] if sheet is None else sheet
    return table_of(read_sheet(data, chosen), is_placed=True)


def _must_be_read(data: bytes) -> None:
    if len(data) > FILE_BYTES:
        raise TableTooBigError(_MEGABYTES, "megabytes")
    if data.startswith(_OLD):
        raise OldSpreadsheetError
