"""The workshop file: reading with repairs, writing in one canonical form.

``docs/format.md`` describes the file key by key.
"""

from cxcore.document.envelope import FORMAT, Envelope, Loaded, Repair, Written
from cxcore.document.errors import (
    DocumentError,
    DocumentInvalidError,
    DuplicateKeyError,
    EmptyFileError,
    EncodingError,
    IdClashError,
    MissingFieldError,
    NotANumberError,
    NotJsonError,
    NotOursError,
    NumberOutOfRangeError,
    TooDeepError,
    TooLargeError,
    TooLongError,
    TooManyError,
    TooNewError,
    TruncatedError,
    UnsafeTextError,
    WrongTypeError,
)
from cxcore.document.limits import DEFAULT, LIFTED, Limits
from cxcore.document.migrations import VERSION
from cxcore.document.reading import read
from cxcore.document.writing import write

__all__ = [
    "DEFAULT",
    "FORMAT",
    "LIFTED",
    "VERSION",
    "DocumentError",
    "DocumentInvalidError",
    "DuplicateKeyError",
    "EmptyFileError",
    "EncodingError",
    "Envelope",
    "IdClashError",
    "Limits",
    "Loaded",
    "MissingFieldError",
    "NotANumberError",
    "NotJsonError",
    "NotOursError",
    "NumberOutOfRangeError",
    "Repair",
    "TooDeepError",
    "TooLargeError",
    "TooLongError",
    "TooManyError",
    "TooNewError",
    "TruncatedError",
    "UnsafeTextError",
    "Written",
    "WrongTypeError",
    "read",
    "write",
]
