"""Why a workshop file cannot be opened: one named error for each situation.

Each knows the facts of its case, and its text is fit for a facilitator.
"""

from cxcore.errors import CxError


class DocumentError(CxError):
    """A workshop file that cannot be opened, or cannot be written."""


class _PlacedError(DocumentError):
    """About one field at one place, such as "in the touchpoint “Security”"."""

    def __init__(self, place: str, field: str, says: str) -> None:
        self.place = place
        self.field = field
        where = place[:1].upper() + place[1:]
        super().__init__(f"{where}, {field or 'the value'} {says}.")


class NotJsonError(DocumentError):
    """The file is not JSON; ``line`` and ``column`` count from 1."""

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column
        super().__init__(
            "This is not a workshop file: it cannot be read as JSON from "
            f"line {line}, column {column} on."
        )


class EmptyFileError(NotJsonError):
    """There is nothing in the file."""

    def __init__(self) -> None:
        super().__init__(1, 1)
        self.args = ("The file is empty.",)


class TruncatedError(DocumentError):
    """The end of the file is missing, as after a download that broke off."""

    def __init__(self, size: int) -> None:
        self.size = size
        super().__init__(
            f"The end of the file is missing (it stops after {size:,} bytes). "
            "Please copy or download it again."
        )


class EncodingError(DocumentError):
    """The file is not UTF-8 text; ``offset`` is the first byte that is not."""

    def __init__(self, offset: int) -> None:
        self.offset = offset
        super().__init__(
            f"The file is not plain UTF-8 text (from byte {offset:,} on). "
            "Pictures, archives and office documents cannot be opened here."
        )


class NotOursError(DocumentError):
    """JSON, but not a workshop file; ``found`` is what it says it is."""

    def __init__(self, found: str) -> None:
        self.found = found
        super().__init__(
            "This is not a workshop file: its “format” should be “cx-workshop”, "
            f"and is {found}."
        )


class TooNewError(DocumentError):
    """The file was written by a newer version of the app."""

    def __init__(self, found: int, supported: int) -> None:
        self.found = found
        self.supported = supported
        super().__init__(
            f"Workshop format {found} is newer than {supported}, "
            "the newest this app can read. Please update the app."
        )


class TooLargeError(DocumentError):
    """The file has more bytes than the limit."""

    def __init__(self, found: int, limit: int) -> None:
        self.found = found
        self.limit = limit
        super().__init__(f"The file has {found:,} bytes; at most {limit:,} are read.")


class TooManyError(DocumentError):
    """There are more things of one kind than the limit."""

    def __init__(self, what: str, found: int, limit: int) -> None:
        self.what = what
        self.found = found
        self.limit = limit
        super().__init__(
            f"The workshop has {found:,} {what}; at most {limit:,} are possible."
        )


class TooDeepError(DocumentError):
    """Values lie inside values more levels deep than any workshop needs."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        super().__init__(
            f"The file is nested more than {limit} levels deep; "
            "no workshop file is like that."
        )


class DuplicateKeyError(_PlacedError):
    """One key stands twice, so one of the two values would be lost."""

    def __init__(self, place: str, field: str, key: str) -> None:
        self.key = key
        inside = f"{field}, " if field else ""
        super().__init__(place, f"{inside}“{key}”", "is there twice")


class NotANumberError(_PlacedError):
    """``NaN`` or ``Infinity`` stands where a number is due."""

    def __init__(self, place: str, field: str, found: str) -> None:
        self.found = found
        super().__init__(place, field, f"is {found}, which is not a number")


class NumberOutOfRangeError(_PlacedError):
    """A number lies outside its range, such as "0 to 10"."""

    def __init__(self, place: str, field: str, found: str, allowed: str) -> None:
        self.found = found
        self.allowed = allowed
        super().__init__(place, field, f"is {found}; it must be {allowed}")


class WrongTypeError(_PlacedError):
    """A text stands where a number is due, or the like."""

    def __init__(self, place: str, field: str, found: str, expected: str) -> None:
        self.found = found
        self.expected = expected
        super().__init__(place, field, f"is {found}; it must be {expected}")


class MissingFieldError(_PlacedError):
    """Something that has to be there is not."""

    def __init__(self, place: str, field: str) -> None:
        super().__init__(place, field, "is missing")


class IdClashError(DocumentError):
    """Two things claim one id, so nobody could say which is meant."""

    def __init__(self, thing_id: str, first: str, second: str) -> None:
        self.thing_id = thing_id
        self.first = first
        self.second = second
        super().__init__(
            f"The id “{thing_id}” stands for two things: {first}, and {second}."
        )


class UnsafeTextError(_PlacedError):
    """A text has a control character, or one that turns the reading direction."""

    def __init__(self, place: str, field: str, character: str) -> None:
        self.character = character
        super().__init__(
            place,
            field,
            f"has a hidden character (U+{ord(character):04X}) that is not allowed",
        )


class TooLongError(_PlacedError):
    """A text has more characters than its field can hold."""

    def __init__(self, place: str, field: str, found: int, limit: int) -> None:
        self.found = found
        self.limit = limit
        super().__init__(
            place, field, f"has {found:,} characters; at most {limit:,} are possible"
        )


class DocumentInvalidError(_PlacedError):
    """Anything else that is not as ``docs/format.md`` says."""
