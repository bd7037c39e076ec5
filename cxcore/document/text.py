"""From bytes to plain data, refusing what JSON alone would let through."""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from cxcore.document.depth import is_deeper_than
from cxcore.document.envelope import Path
from cxcore.document.errors import (
    DocumentError,
    DuplicateKeyError,
    EmptyFileError,
    EncodingError,
    NotANumberError,
    NotJsonError,
    NumberOutOfRangeError,
    TooDeepError,
    TooLargeError,
    TruncatedError,
)
from cxcore.document.limits import Limits
from cxcore.document.places import describe, quoted

LONGEST_NUMBER = 40
"""Characters of a number; the longest that a 64-bit float is written with is 24."""
LARGEST_INTEGER = 2**53
"""Beyond it a float cannot tell two neighbours apart."""

_BOM = b"\xef\xbb\xbf"
_WORDS = ("true", "false", "null")
_CUT_SHORT = re.compile(r"[-+.eE\d]+|u?[0-9a-fA-F]{0,3}")
"""A number, or an escape, that ends with the file."""


def data_from(data: bytes, limits: Limits) -> object:
    """Return what the JSON text says, or raise why it says nothing."""
    check_size(data, limits)
    text = decoded(data)
    if is_deeper_than(limits.depth, data):
        raise TooDeepError(limits.depth)
    return parsed(text)


def check_size(data: bytes, limits: Limits) -> None:
    """Refuse what is too large before anything is done with it."""
    if len(data) > limits.bytes:
        raise TooLargeError(len(data), limits.bytes)


def decoded(data: bytes) -> str:
    """Return the text of UTF-8 bytes, without a byte order mark."""
    try:
        text = data.removeprefix(_BOM).decode()
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            raise TruncatedError(len(data)) from None
        raise EncodingError(error.start) from None
    if not text.strip():
        raise EmptyFileError
    return text


def parsed(text: str) -> object:
    """Return the plain data; refuses what is no single, finite, exact value."""
    odd = _Oddities()
    try:
        data: object = json.loads(
            text,
            object_pairs_hook=odd.pairs,
            parse_constant=odd.constant,
            parse_float=odd.decimal,
            parse_int=odd.integer,
        )
    except json.JSONDecodeError as error:
        raise _not_json(text, error) from None
    if odd.first is not None:
        raise odd.first.as_error(data)
    return data


class _Odd:
    """Stands in the data for what cannot be taken, until its place is known."""

    def __init__(self, found: str, allowed: str = "") -> None:
        self.found = found
        self.allowed = allowed

    def as_error(self, data: object) -> DocumentError:
        place, field = describe(data, _path_to(self, data))
        if self.allowed:
            return NumberOutOfRangeError(place, field, self.found, self.allowed)
        return NotANumberError(place, field, self.found)


class _Twice(dict[str, Any]):
    """An object in which a key stands twice."""

    key = ""

    def as_error(self, data: object) -> DocumentError:
        place, field = describe(data, _path_to(self, data))
        return DuplicateKeyError(place, field, quoted(self.key))


class _Oddities:
    """Hooks of the parser; the first oddity is kept, to be told with its place."""

    first: _Odd | _Twice | None = None

    def pairs(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) == len(pairs):
            return found
        twice = _Twice(found)
        keys = Counter(key for key, _ in pairs)
        twice.key = keys.most_common(1)[0][0]
        if self.first is None:
            self.first = twice
        return twice

    def constant(self, name: str) -> _Odd:
        return self._keep(_Odd(name))

    def decimal(self, digits: str) -> float | _Odd:
        value = float(digits)
        if math.isfinite(value) and len(digits) <= LONGEST_NUMBER:
            return value
        return self._keep(_Odd(quoted(digits), "a number that can be told exactly"))

    def integer(self, digits: str) -> int | _Odd:
        if len(digits) <= LONGEST_NUMBER:
            value = int(digits)
            if -LARGEST_INTEGER <= value <= LARGEST_INTEGER:
                return value
        return self._keep(_Odd(quoted(digits), "at most 9,007,199,254,740,992"))

    def _keep(self, odd: _Odd) -> _Odd:
        if self.first is None:
            self.first = odd
        return odd


def _path_to(wanted: object, data: object) -> Path:
    """Return the way to one very value; its depth is bounded by the limit."""
    for key, value in _children(data):
        if value is wanted:
            return (key,)
        below = _path_to(wanted, value)
        if below:
            return (key, *below)
    return ()


def _children(data: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(data, dict):
        yield from data.items()
    elif isinstance(data, list):
        yield from enumerate(data)


def _not_json(text: str, error: json.JSONDecodeError) -> DocumentError:
    rest = text[error.pos :].rstrip()
    if error.msg.startswith("Unterminated string") or _is_cut_short(rest):
        return TruncatedError(len(text.encode()))
    return NotJsonError(error.lineno, error.colno)


def _is_cut_short(rest: str) -> bool:
    """Tell whether what a parser stumbled over only lacks its end."""
    begun = any(word.startswith(rest) for word in _WORDS)
    return begun or _CUT_SHORT.fullmatch(rest) is not None
