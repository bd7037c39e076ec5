"""Is it a workshop file, and of which version?"""

from typing import cast

from cxcore.document.envelope import FORMAT, JsonObject
from cxcore.document.errors import (
    MissingFieldError,
    NotOursError,
    NumberOutOfRangeError,
    TooManyError,
    TooNewError,
    WrongTypeError,
)
from cxcore.document.limits import Limits
from cxcore.document.places import as_object, shown

_PLACE = "in the file"
_NOT_THERE = "not there"


def check_ours(data: object) -> JsonObject:
    """Return the data as an object, or refuse what another program wrote."""
    if not isinstance(data, dict):
        raise NotOursError(_NOT_THERE)
    if data.get("format") != FORMAT:
        raise NotOursError(shown(data["format"]) if "format" in data else _NOT_THERE)
    return data


def check_version(data: JsonObject, newest: int) -> int:
    """Return the version of the file, or refuse one that nobody here can read."""
    if "version" not in data:
        raise MissingFieldError(_PLACE, "version")
    version = data["version"]
    if not isinstance(version, int) or isinstance(version, bool):
        raise WrongTypeError(_PLACE, "version", shown(version), "a whole number")
    if version < 1:
        raise NumberOutOfRangeError(_PLACE, "version", f"{version}", "at least 1")
    if version > newest:
        raise TooNewError(version, newest)
    return version


def check_counts(data: JsonObject, limits: Limits) -> None:
    """Refuse a workshop that is larger than the app is built for."""
    for part in ("workshop", "base"):
        for what in ("touchpoints", "participants"):
            found = len(as_object(as_object(data.get(part)).get(what)))
            limit = cast("int", getattr(limits, what))
            if found > limit:
                raise TooManyError(what, found, limit)
