"""``cx analyse FOLDER``: all workshops below a folder, as one table."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import click

from cxcore.cli.analyse import How
from cxcore.cli.analysis_json import document_of
from cxcore.cli.parallel import in_order
from cxcore.cli.table_rows import refused_row, rows_of
from cxcore.errors import CxError
from cxcore.exchange.written import Cell, TableWriter

NOT_OURS = "Something is wrong in the program, and not in the file"


@dataclass(frozen=True, slots=True)
class Told:
    """What becomes of one file."""

    rows: tuple[tuple[Cell, ...], ...]
    opened: bool = True


@dataclass(frozen=True, slots=True)
class AnalyseBelow:
    """The work on each file below a folder, which other processes do."""

    folder: str
    how: How
    as_lines: bool
    """As one line of JSON for each file, else as rows of the table."""

    def __call__(self, name: str) -> Told:
        """Return what a file says, or why it does not open.

        Args:
            name: its path below the folder.
        """
        file = _written(name)
        try:
            path = str(Path(self.folder, name))
            # What does not fit into a table of touchpoints is not computed for it.
            document = document_of(self.how.analysed(path, further=self.as_lines))
        except CxError as error:
            return self._refused(file, error, str(error))
        except Exception as error:  # noqa: BLE001 - one file of thousands costs no other
            return self._refused(file, error, f"{NOT_OURS}: {error}")
        if self.as_lines:
            return Told((_line({"file": file} | document),))
        return Told(tuple(rows_of(file, document)))

    def _refused(self, file: str, error: Exception, why: str) -> Told:
        name, why = type(error).__name__, _written(why)
        if self.as_lines:
            said = {"file": file, "error": name, "sentence": why}
            return Told((_line(said),), opened=False)
        return Told((refused_row(file, name, why),), opened=False)


def analyse_folder(
    work: AnalyseBelow, names: Sequence[str], output: TableWriter, jobs: int
) -> int:
    """Write what every workshop below a folder says; return how many did not open.

    The rows are in the order of the names, each by journey and place on the map, and
    the same however many processes compute them.

    Raises:
        CxError: a process was ended.
    """
    refused = 0
    with closing(in_order(work, names, jobs)) as each:
        for told in _watched(each, len(names)):
            output.write(told.rows)
            refused += not told.opened
    sys.stderr.write(_summary(len(names), refused))
    return refused


def _watched(each: Iterable[Told], count: int) -> Iterator[Told]:
    """Yield the same, and show how far it is where somebody looks at a terminal."""
    with click.progressbar(
        each,
        length=count,
        label="Workshops",
        show_pos=True,
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    ) as bar:
        yield from bar


def _summary(count: int, refused: int) -> str:
    files = "1 file" if count == 1 else f"{count:,} files"
    if not refused:
        return f"{files}, all opened.\n"
    return f"{files}, of which {refused:,} did not open: the table says why.\n"


def _line(said: Mapping[str, object]) -> tuple[str]:
    return (json.dumps(said, ensure_ascii=False, allow_nan=False),)


def _written(text: str) -> str:
    """Return a text as UTF-8 can write it, whatever bytes a name in it has."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
