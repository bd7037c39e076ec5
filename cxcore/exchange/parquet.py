"""Tables as Parquet: a type for each column, null where there is nothing."""

from collections.abc import Iterable
from types import TracebackType
from typing import BinaryIO, Self

import pyarrow as pa
import pyarrow.parquet as pq

from cxcore.exchange.written import Columns, Kind, Row

ROWS_AT_A_TIME = 10_000
"""Rows that are written together, whoever brings them."""

_TYPES = {
    Kind.TEXT: pa.string(),
    Kind.NUMBER: pa.float64(),
    Kind.WHOLE: pa.int64(),
    Kind.SWITCH: pa.bool_(),
}


class ParquetWriter:
    """Writes rows of any number and keeps few of them; whole once it is left."""

    def __init__(self, stream: BinaryIO, columns: Columns) -> None:
        fields = [pa.field(name, _TYPES[kind]) for name, kind in columns.items()]
        self._schema = pa.schema(fields)
        self._writer = pq.ParquetWriter(stream, self._schema)
        self._waiting: list[Row] = []

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Write what is left, and the end of the file."""
        if self._waiting and error is None:
            self._put()
        self._writer.close()

    def write(self, rows: Iterable[Row]) -> None:
        """Take some more rows, each with a cell for every column."""
        self._waiting.extend(rows)
        while len(self._waiting) >= ROWS_AT_A_TIME:
            self._put()

    def _put(self) -> None:
        """Write the next rows that wait."""
        rows = self._waiting[:ROWS_AT_A_TIME]
        del self._waiting[:ROWS_AT_A_TIME]
        arrays = [
            pa.array(cells, field.type)
            for cells, field in zip(zip(*rows, strict=True), self._schema, strict=True)
        ]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
