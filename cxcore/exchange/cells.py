"""What one cell says: a number, a count, a day, or nothing."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from cxcore.errors import CxError

NOT_ANSWERED = frozenset(
    {
        *("", "-", "–", "—", ".", "?", "n/a", "na", "#n/a", "n.a.", "none", "null"),
        *("not applicable", "no answer", "not answered", "don't know", "do not know"),
        *("k.a.", "keine angabe"),
    }
)
"""How people and programs write that somebody has not answered."""

_NUMBER = re.compile(r"[-+]?\d{1,12}(?:[.,]\d{1,15})?")
_LABELLED = re.compile(rf"({_NUMBER.pattern})\s*[-–—=:.()]+\s*[^\d\s].*", re.DOTALL)
"""A number with its meaning behind it: "5 – very good", "5 (very good)"."""
_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2019": "'"})

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?")
_WRITTEN = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})(?:[, ]+.*)?")
_NAMED = re.compile(r"(\d{1,2})\.?[- ]+([a-z]{3,9})\.?,?[- ]+(\d{4})(?:[, ]+.*)?")
_NAMED_FIRST = re.compile(r"([a-z]{3,9})\.?[- ]+(\d{1,2}),?[- ]+(\d{4})(?:[, ]+.*)?")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTHS_IN_YEAR = 12
_MOST = 1_000_000
"""Complaints that one row can stand for."""
_THIS_CENTURY = 2000
_TWO_DIGITS = 100
_SERIAL_ZERO = date(1899, 12, 30)
"""Day 0 of the days that spreadsheets count."""
_SERIALS = range(25_569, 73_051)
"""The days from 1970 to 2099, as spreadsheets count them."""


class CellError(CxError):
    """A cell that does not say what its column is for; the text says what it is."""


def folded(cell: str) -> str:
    """Return a cell without case, doubled blanks and typographic signs."""
    return " ".join(cell.translate(_MINUS).casefold().split())


def is_unanswered(cell: str) -> bool:
    """Tell whether a cell says that there is no answer."""
    return folded(cell) in NOT_ANSWERED


def number_of(cell: str) -> float | None:
    """Return the number in a cell, with a decimal point or comma; None: no number.

    What a number stands for may be written behind it: "5 – very good".
    """
    said = cell.translate(_MINUS).strip()
    labelled = _LABELLED.fullmatch(said)
    if labelled:
        said = labelled[1]
    if not _NUMBER.fullmatch(said):
        return None
    return float(said.replace(",", "."))


def count_of(cell: str) -> int:
    """Return how many a cell counts, from 1.

    Raises:
        CellError: it is no whole number, or none that can be counted.
    """
    number = number_of(cell)
    if number is None or not number.is_integer() or not 1 <= number <= _MOST:
        msg = "is not a whole number from 1"
        raise CellError(msg)
    return int(number)


def day_of(cell: str, *, day_first: bool = True) -> date:
    """Return the day that a cell names; the time of day is left out.

    Args:
        cell: 2026-03-01, 1.3.2026, 1/3/26, 1 March 2026, March 1, 2026, or the days
            as spreadsheets count them.
        day_first: 1/3 is the first of March, not the third of January.

    Raises:
        CellError: it is no date.
    """
    try:
        found = _day(folded(cell), day_first=day_first)
    except ValueError:
        found = None
    if found is None:
        msg = "is not a date"
        raise CellError(msg)
    return found


def _day(said: str, *, day_first: bool) -> date | None:
    """Return a day, or None; raises ``ValueError`` for a 31st of February."""
    if match := _ISO.fullmatch(said):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _WRITTEN.fullmatch(said):
        year = int(match[3])
        year += _THIS_CENTURY if year < _TWO_DIGITS else 0
        first, second = int(match[1]), int(match[2])
        day, month = (first, second) if day_first else (second, first)
        return date(year, month, day)
    if match := _NAMED.fullmatch(said):
        return date(int(match[3]), _month(match[2]), int(match[1]))
    if match := _NAMED_FIRST.fullmatch(said):
        return date(int(match[3]), _month(match[1]), int(match[2]))
    return _serial(said)


def _month(name: str) -> int:
    """Return the number of a month; raises ``ValueError`` where none begins so."""
    found = [n for n, each in enumerate(_MONTHS, start=1) if each.startswith(name)]
    if not found:
        raise ValueError(name)
    return found[0]


def _serial(said: str) -> date | None:
    number = number_of(said)
    if number is None or int(number) not in _SERIALS:
        return None
    return _SERIAL_ZERO + timedelta(days=int(number))


def is_day_first(cells: Iterable[str]) -> bool:
    """Tell how a column writes 1/3: month first only where a day proves it.

    A thirteenth or later in the second place, and none in the first.
    """
    found = [match for cell in cells if (match := _WRITTEN.fullmatch(folded(cell)))]
    is_second = any(int(match[2]) > _MONTHS_IN_YEAR for match in found)
    return not is_second or any(int(match[1]) > _MONTHS_IN_YEAR for match in found)
