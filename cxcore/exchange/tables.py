"""A table of texts: headings, rows with their numbers, and rows that do not fit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cxcore.exchange.table_errors import (
    CellTooLongError,
    EmptyTableError,
    TableTooBigError,
)
from cxcore.model import NAME_MAX, one_line

FILE_BYTES = 10_000_000
ROWS = 5_000
COLUMNS = 200
CELLS = 300_000
"""Rows times columns of one table."""
CELL_CHARACTERS = 32_767
"""As many as a cell of a spreadsheet can hold."""
QUOTED_CHARACTERS = 60
"""So much of a cell is said again where it is refused."""

_LETTERS = 26

Cells = Sequence[str]


@dataclass(frozen=True)
class Refused:
    """A row that was not taken, and why."""

    row: int
    """As a spreadsheet counts: the first row is 1."""
    why: str
    """What is wrong with it, without a full stop."""

    @property
    def sentence(self) -> str:
        """Row and reason, as people read them."""
        return f"Row {self.row}: {self.why}."


@dataclass(frozen=True)
class Row:
    """One row below the headings, as long as they are."""

    number: int
    """As a spreadsheet counts: the first row is 1."""
    cells: tuple[str, ...]
    """Texts as they stand there, without blanks around them."""


@dataclass(frozen=True)
class Table:
    """What a file holds; rows without any text are no rows."""

    headings: tuple[str, ...]
    """One name for each column; no two are the same."""
    rows: tuple[Row, ...]
    refused: tuple[Refused, ...] = ()

    def column(self, place: int) -> tuple[str, ...]:
        """Return the texts of one column, from the top."""
        return tuple(row.cells[place] for row in self.rows)


def table_of(lines: Iterable[Cells], *, is_placed: bool) -> Table:
    """Make a table of lines; the first that says something holds the headings.

    Columns without a heading and without any text are left out.

    Args:
        lines: the cells of each line; line 1 is the first.
        is_placed: every cell stands in its column for certain, as in a
            spreadsheet. Otherwise a line with more cells than headings has a
            separator too many somewhere, and is refused.

    Raises:
        TableError: there is nothing in it, or too much.
    """
    numbered = list(_with_text(lines))
    if not numbered:
        raise EmptyTableError
    (_, first), *others = numbered
    width = len(first)
    refused = []
    if is_placed:
        width = max(len(cells) for _, cells in numbered)
    else:
        refused = [_too_wide(row, cells, width) for row, cells in others]
    _must_fit(len(others), width)
    kept = [(row, cells) for row, cells in others if is_placed or len(cells) <= width]
    rows = [Row(row, _filled(cells, width)) for row, cells in kept]
    table = _without_blank_columns(_filled(first, width), rows)
    found = tuple(each for each in refused if each is not None)
    if not table.rows and not found:
        raise EmptyTableError
    return Table(table.headings, table.rows, found)


def quoted(text: str) -> str:
    """Return a cell as it is said again: in quotation marks, one short line."""
    line = one_line(text)
    if len(line) > QUOTED_CHARACTERS:
        line = f"{line[: QUOTED_CHARACTERS - 1]}…"
    return f"“{line}”"


def all_different(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names, each cut to a line's length; doubles get a number.

    Whoever chooses from a list of names could not tell two of one name apart.
    """
    found: dict[str, None] = {}
    for name in names:
        short = name if len(name) <= NAME_MAX else f"{name[: NAME_MAX - 1]}…"
        unlike, number = short, 1
        while unlike in found:
            number += 1
            unlike = f"{short} ({number})"
        found[unlike] = None
    return tuple(found)


def _with_text(lines: Iterable[Cells]) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines that say something, with blanks and empty ends taken off."""
    found = 0
    for number, line in enumerate(lines, start=1):
        cells = [cell.strip() for cell in line]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        if max(map(len, cells)) > CELL_CHARACTERS:
            raise CellTooLongError(number, CELL_CHARACTERS)
        found += 1
        if found > ROWS + 1:
            raise TableTooBigError(ROWS, "rows")
        yield number, cells


def _too_wide(row: int, cells: Cells, width: int) -> Refused | None:
    if len(cells) <= width:
        return None
    why = f"it has {len(cells)} cells, but there are {width} headings"
    return Refused(row, why)


def _must_fit(rows: int, width: int) -> None:
    if width > COLUMNS:
        raise TableTooBigError(COLUMNS, "columns")
    if rows * width > CELLS:
        raise TableTooBigError(CELLS, "cells")


def _filled(cells: Cells, width: int) -> tuple[str, ...]:
    return (*cells, *[""] * (width - len(cells)))


def _without_blank_columns(first: Cells, rows: Sequence[Row]) -> Table:
    names = [one_line(heading) for heading in first]
    said = [any(column) for column in zip(*(row.cells for row in rows), strict=True)]
    said = said or [False] * len(names)
    kept = [at for at, name in enumerate(names) if name or said[at]]
    headings = all_different([names[at] or f"Column {_letters(at)}" for at in kept])
    return Table(
        headings,
        tuple(Row(row.number, tuple(row.cells[at] for at in kept)) for row in rows),
    )


def _letters(place: int) -> str:
    """Return how a spreadsheet calls a column: 0 is A, 26 is AA."""
    name, rest = "", place + 1
    while rest:
        rest, letter = divmod(rest - 1, _LETTERS)
        name = chr(ord("A") + letter) + name
    return name
