"""Where the rows of a folder go: printed, or into a file that is whole or not there."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from cxcore.cli.files import why_not
from cxcore.cli.table_rows import COLUMNS
from cxcore.errors import CxError
from cxcore.exchange.written import CsvWriter, Row, TableWriter

CSV, PARQUET = ".csv", ".parquet"
ENDINGS = (CSV, PARQUET)


class TableNotWrittenError(CxError):
    """The table named cannot be written where it is to be."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"The table “{name}” cannot be written: {why}.")


class LinesWriter:
    """Writes rows of one text each, a line for each."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, rows: Iterable[Row]) -> None:
        """Write some more lines."""
        self._stream.writelines(f"{line}\n" for (line,) in rows)


@contextmanager
def table_at(path: Path) -> Iterator[TableWriter]:
    """Give what writes a table, by the ending of its name; it is there in the end.

    It is written beside its place and moved there when it is whole: what stood there
    stays until then, and nothing half is left behind.

    Raises:
        TableNotWrittenError: the system refuses it.
    """
    if path.is_dir():
        raise TableNotWrittenError(str(path), "it is a folder")
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with _writing(beside, path.suffix.lower()) as output:
            yield output
        beside.replace(path)
    except FileNotFoundError:
        why = f"there is no folder “{path.parent}”"
        raise TableNotWrittenError(str(path), why) from None
    except OSError as error:
        raise TableNotWrittenError(str(path), why_not(error)) from None
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def printed(*, lines: bool) -> Iterator[TableWriter]:
    """Give what prints rows: as lines, else as CSV."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(newline="")  # line ends are the table's own
    yield LinesWriter(sys.stdout) if lines else CsvWriter(sys.stdout, COLUMNS)


@contextmanager
def _writing(path: Path, ending: str) -> Iterator[TableWriter]:
    if ending == CSV:
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield CsvWriter(stream, COLUMNS)
        return
    from cxcore.exchange.parquet import ParquetWriter  # noqa: PLC0415 - slow to load

    with path.open("wb") as file, ParquetWriter(file, COLUMNS) as writer:
        yield writer
