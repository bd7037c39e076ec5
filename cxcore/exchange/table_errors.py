"""Why a file cannot be read as a table; every sentence says what to do about it."""

from cxcore.errors import CxError


class TableError(CxError):
    """A file that cannot be read as a table."""


class EmptyTableError(TableError):
    """There is no row below the headings."""

    def __init__(self) -> None:
        super().__init__(
            "There is nothing to read in it. The first row holds the headings, and "
            "each row below it one answer or one complaint."
        )


class NotATableError(TableError):
    """It is neither text with columns nor a spreadsheet."""

    def __init__(self) -> None:
        super().__init__(
            "It is neither a CSV file nor a spreadsheet (XLSX). Open it where it "
            "comes from, save it as one of these, and choose it again."
        )


class OldSpreadsheetError(TableError):
    """A spreadsheet of the kind before 2007, or one locked by a password."""

    def __init__(self) -> None:
        super().__init__(
            "It is a spreadsheet of an old kind (XLS), or one with a password. Save "
            "it as XLSX without a password, or as CSV, and choose it again."
        )


class DamagedSpreadsheetError(TableError):
    """A spreadsheet that is broken, or made to do harm."""

    def __init__(self) -> None:
        super().__init__(
            "This spreadsheet is damaged. Open it in a spreadsheet program, save it "
            "anew, and choose it again."
        )


class TableTooBigError(TableError):
    """The table has more of something than is read at a time."""

    def __init__(self, limit: int, what: str) -> None:
        self.limit = limit
        super().__init__(
            f"It is too big: at most {limit:,} {what} are read at a time. Make it "
            "smaller, or bring it in as several files."
        )


class CellTooLongError(TableError):
    """A cell holds more text than any spreadsheet does."""

    def __init__(self, row: int, limit: int) -> None:
        self.row = row
        self.limit = limit
        super().__init__(
            f"Row {row} has a cell of more than {limit:,} characters. Is a quotation "
            "mark missing there?"
        )


class FormulaWithoutValueError(TableError):
    """A formula was saved without what it came to."""

    def __init__(self, column: str, row: int) -> None:
        self.cell = f"{column}{row}"
        super().__init__(
            f"Cell {self.cell} holds a formula whose result is not saved in the file. "
            "Open it in a spreadsheet program, save it, and choose it again."
        )


class NoSuchSheetError(TableError):
    """The spreadsheet has no sheet of this name."""

    def __init__(self, sheet: str) -> None:
        self.sheet = sheet
        super().__init__(f"There is no sheet called “{sheet}” in it.")
