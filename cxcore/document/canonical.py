"""Records as plain data, so that equal workshops give equal bytes."""

import math
from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import Any

from pydantic_core import PydanticUndefined

from cxcore.document.envelope import JsonObject
from cxcore.document.errors import NotANumberError
from cxcore.model import Record, Settings

_IN_FULL: frozenset[type[Record]] = frozenset(
    {Settings}
    | {
        info.annotation
        for info in Settings.model_fields.values()
        if isinstance(info.annotation, type) and issubclass(info.annotation, Record)
    }
)
"""Written with their defaults, so that a result can be computed again later."""
_ALWAYS = ("kind", "settings")
_NO_DEFAULT = object()
_PLACE, _FIELD = "in the workshop", "a number"


def plain(record: Record) -> JsonObject:
    """Return a record as plain data, without fields that are as by default.

    Fields stand in the order of the record, keys of mappings in their own.
    """
    values = vars(record)
    return {
        name: _plain(value)
        for name, default in _fields(type(record))
        if (value := values[name]) is not default and value != default
    }


@cache
def _fields(record: type[Record]) -> tuple[tuple[str, Any], ...]:
    """Return the fields of a record, each with the value that need not be written."""
    return tuple(
        (name, _NO_DEFAULT if record in _IN_FULL or name in _ALWAYS else _default(info))
        for name, info in record.model_fields.items()
    )


def _default(info: Any) -> Any:  # noqa: ANN401 - a default may be anything
    return _NO_DEFAULT if info.default is PydanticUndefined else info.default


def _plain(value: Any) -> Any:  # noqa: ANN401, PLR0911 - one line a case
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (str, int)):
        return value
    if isinstance(value, Record):
        return plain(value)
    if isinstance(value, Mapping):
        return _sorted(value)
    if isinstance(value, (tuple, list)):
        return [_plain(inner) for inner in value]
    return _day_or_moment(value)


def _number(value: float) -> float:
    if not math.isfinite(value):
        raise NotANumberError(_PLACE, _FIELD, f"{value}")
    return value + 0.0  # minus zero equals zero, so it is written like it


def _sorted(mapping: Mapping[Any, Any]) -> JsonObject:
    written = {_plain(key): _plain(value) for key, value in mapping.items()}
    return dict(sorted(written.items()))


def _day_or_moment(value: Any) -> str:  # noqa: ANN401 - what is left over
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date):
        return value.isoformat()
    msg = f"a workshop holds no {type(value).__name__}"
    raise TypeError(msg)


def _moment(value: datetime) -> str:
    """Return a moment in UTC: the same moment is written the same in every zone."""
    if value.tzinfo is None:
        return value.isoformat()
    try:
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    except OverflowError:  # in the first or last hours that a date can tell
        return value.isoformat()
