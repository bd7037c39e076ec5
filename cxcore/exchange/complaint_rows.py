"""Reading complaints row by row; what cannot be used is refused by name."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from cxcore.exchange.alike import closest_name, plain_name
from cxcore.exchange.cells import CellError, count_of, day_of
from cxcore.exchange.complaints import (
    Complaint,
    Complaints,
    ComplaintsError,
    ComplaintsMapping,
    Moment,
    Said,
    Unmatched,
)
from cxcore.exchange.tables import Refused, Row, Table, quoted
from cxcore.model import one_line

T = TypeVar("T")


def read_complaints(
    table: Table,
    mapping: ComplaintsMapping,
    moments: Sequence[Moment],
    personas: Mapping[str, str],
) -> Complaints:
    """Return the complaints of all rows that can be used, and why others cannot.

    Args:
        table: the rows.
        mapping: what the columns mean.
        moments: what complaints can be about, in the order of the map.
        personas: names of personas by id.

    Raises:
        ComplaintsError: no column holds the complaint, or the moment.
    """
    if mapping.text is None:
        msg = "Choose the column that holds what people complained about."
        raise ComplaintsError(msg)
    if mapping.touchpoint is None and mapping.about is None:
        msg = "Choose the column that says at which moment, or one moment for all."
        raise ComplaintsError(msg)
    return _Reader(table, mapping, moments, personas).read()


class _Reader:
    """Reads row by row; what a cell is like is looked up once."""

    def __init__(
        self,
        table: Table,
        mapping: ComplaintsMapping,
        moments: Sequence[Moment],
        personas: Mapping[str, str],
    ) -> None:
        self._table = table
        self._mapping = mapping
        self._moments = moments
        self._personas = {plain_name(name): key for key, name in personas.items()}
        self._ids = {moment.id for moment in moments}
        self._known: dict[Said, str | None] = {}

    def read(self) -> Complaints:
        """Return what can be taken and what cannot."""
        by_touchpoint: dict[str, list[Complaint]] = {m.id: [] for m in self._moments}
        refused = list(self._table.refused)
        for row in self._table.rows:
            try:
                complaint = self._complaint(row)
            except CellError as error:
                refused.append(Refused(row.number, str(error)))
            else:
                by_touchpoint[complaint.touchpoint_id].append(complaint)
        return Complaints(
            {key: tuple(rows) for key, rows in by_touchpoint.items() if rows},
            tuple(sorted(refused, key=lambda each: each.row)),
            self._unmatched(),
        )

    def _complaint(self, row: Row) -> Complaint:
        """Return what a row says; raises ``CellError`` where it says no such thing."""
        mapping = self._mapping
        text = one_line(self._cell(row, mapping.text))
        if not text:
            msg = f"there is no text{self._column(mapping.text)}"
            raise CellError(msg)
        day, count = self._cell(row, mapping.day), self._cell(row, mapping.count)
        return Complaint(
            row.number,
            text,
            self._touchpoint(row),
            self._checked(day, mapping.day, self._day) if day else None,
            self._checked(count, mapping.count, count_of) if count else 1,
            self._persona(self._cell(row, mapping.persona)),
        )

    def _cell(self, row: Row, at: int | None) -> str:
        return "" if at is None else row.cells[at]

    def _column(self, at: int | None) -> str:
        return "" if at is None else f" (column {self._table.headings[at]})"

    def _day(self, cell: str) -> date:
        return day_of(cell, day_first=self._mapping.day_first)

    def _checked(self, cell: str, at: int | None, read: Callable[[str], T]) -> T:
        try:
            return read(cell)
        except CellError as error:
            msg = f"{quoted(cell)} {error}{self._column(at)}"
            raise CellError(msg) from error

    def _persona(self, cell: str) -> str | None:
        if not cell:
            return None
        found = self._personas.get(plain_name(cell))
        if found is None:
            where = self._column(self._mapping.persona)
            msg = f"{quoted(cell)} is no persona of this workshop{where}"
            raise CellError(msg)
        return found

    def _touchpoint(self, row: Row) -> str:
        if self._mapping.touchpoint is None:
            return self._mapping.about or ""
        said = self._said(row)
        chosen = self._mapping.by_hand.get(said)
        found = chosen if chosen in self._ids else self._matched(said)
        if found is None:
            where = self._column(self._mapping.touchpoint)
            what = f"{quoted(said[1])} is no moment that is known here"
            msg = f"{what if said[1] else 'it does not say at which moment'}{where}"
            raise CellError(msg)
        return found

    def _said(self, row: Row) -> Said:
        mapping = self._mapping
        return self._cell(row, mapping.journey), self._cell(row, mapping.touchpoint)

    def _matched(self, said: Said) -> str | None:
        """Return the one moment that has this name, or nearly."""
        if said not in self._known:
            journeys = {each.journey_id: each.journey for each in self._moments}
            within = closest_name(said[0], journeys)
            names = {
                each.id: each.name
                for each in self._moments
                if not said[0] or each.journey_id == within
            }
            self._known[said] = closest_name(said[1], names)
        return self._known[said]

    def _unmatched(self) -> tuple[Unmatched, ...]:
        if self._mapping.touchpoint is None:
            return ()
        said = Counter(self._said(row) for row in self._table.rows)
        return tuple(
            Unmatched(each, rows)
            for each, rows in said.most_common()
            if self._matched(each) is None
        )
