"""From repaired plain data to records, or to the one error that says why not."""

from typing import Any

from pydantic import TypeAdapter, ValidationError

from cxcore.commands import Entry
from cxcore.document.envelope import Envelope, JsonObject
from cxcore.document.errors import MissingFieldError
from cxcore.document.exact import check_exact
from cxcore.document.problems import as_document_error
from cxcore.model import Workshop

_WORKSHOP = TypeAdapter[Workshop](Workshop)
_HISTORY = TypeAdapter[tuple[Entry, ...]](tuple[Entry, ...])
_PLACE = "in the file"


def validate(data: JsonObject) -> Envelope:
    """Return the records of a file.

    Raises:
        DocumentError: the first thing that is not as it should be, with its place.
    """
    if "workshop" not in data:
        raise MissingFieldError(_PLACE, "workshop")
    base = data.get("base")
    return Envelope(
        workshop=_records(_WORKSHOP, data, "workshop"),
        base=None if base is None else _records(_WORKSHOP, data, "base"),
        history=_records(_HISTORY, data, "history") if "history" in data else (),
    )


def _records(adapter: TypeAdapter[Any], data: JsonObject, part: str) -> Any:  # noqa: ANN401 - as the adapter says
    """Return one part of the file as records."""
    try:
        records = adapter.validate_python(data[part])
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        first["loc"] = (part, *first["loc"])
        raise as_document_error(data, first) from None
    check_exact(data, part)
    return records
