"""What a validator found, as the one named error that says it to people."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from cxcore.document.envelope import JsonObject, Path
from cxcore.document.errors import (
    DocumentError,
    DocumentInvalidError,
    MissingFieldError,
    NumberOutOfRangeError,
    TooLongError,
    UnsafeTextError,
    WrongTypeError,
)
from cxcore.document.places import describe, quoted, shown
from cxcore.document.shapes import (
    EachShape,
    RecordShape,
    Shape,
    exact_shape,
    file_shapes,
)
from cxcore.model.text import unsafe_character

_EXPECTED = {
    "float": "a number",
    "int": "a whole number",
    "string": "text",
    "bool": "true or false",
    "date": "a date, such as 2026-11-22",
    "datetime": "a date and a time, such as 2026-11-22T09:30:00Z",
    "tuple": "a list",
    "list": "a list",
    "dict": "a group of values",
    "mapping": "a group of values",
    "model": "a group of values",
}
"""What is expected, by the first word of the validator's own name for it."""

MOST_REASON = 200
"""Characters of a reason that the records themselves give."""
_RANGE = ("greater_than", "less_than", "finite_number")
_KEY = "[key]"


def as_document_error(data: JsonObject, error: ErrorDetails) -> DocumentError:
    """Return the named error for one finding; its path starts at the file."""
    kind, context = error["type"], error.get("ctx", {})
    path = real_path(data, error["loc"], missing=kind == "missing")
    place, field = describe(data, path)
    if error["loc"][-1:] == (_KEY,):
        field = "its id"
    if kind == "missing":
        return MissingFieldError(place, field)
    found = shown(error["input"])
    if kind.startswith(_RANGE):
        allowed = _range_words(_field_schema(data, path), context)
        return NumberOutOfRangeError(place, field, found, allowed)
    if kind == "string_too_long":
        return TooLongError(place, field, len(error["input"]), context["max_length"])
    if isinstance(error["input"], str):
        return _about_text(place, field, error)
    expected = _EXPECTED.get(kind.split("_")[0])
    if expected:
        return WrongTypeError(place, field, found, expected)
    return DocumentInvalidError(place, field, _says(error))


def real_path(data: Any, location: Path, *, missing: bool) -> Path:  # noqa: ANN401 - plain data
    """Return the part of a validator's path that leads through the data.

    Between the keys, a validator also names the choices it took.
    """
    path: list[str | int] = []
    for part in location:
        if _holds(data, part):
            path.append(part)
            data = data[part]
    return (*path, *location[-1:]) if missing else tuple(path)


def _holds(data: object, part: str | int) -> bool:
    if isinstance(data, dict):
        return part in data
    return isinstance(data, list) and isinstance(part, int) and part < len(data)


def _about_text(place: str, field: str, error: ErrorDetails) -> DocumentError:
    """Tell what is wrong where a text was found."""
    text, kind = error["input"], error["type"]
    expected = _EXPECTED.get(kind.split("_")[0], "")
    if kind.startswith("string"):
        unsafe = unsafe_character(text)
        if unsafe is not None:
            return UnsafeTextError(place, field, unsafe)
        says = f"is {shown(text)}, which cannot stand there"
        return DocumentInvalidError(place, field, says)
    if expected:
        return WrongTypeError(place, field, shown(text), expected)
    return DocumentInvalidError(place, field, _says(error))


def _says(error: ErrorDetails) -> str:
    """Return the end of the sentence for what has no error of its own."""
    found, context = shown(error["input"]), error.get("ctx", {})
    match error["type"], context:
        case (("enum" | "literal_error"), {"expected": choices}):
            return f"is {found}; it must be one of {choices}"
        case (("union_tag_invalid" | "union_tag_not_found"), _):
            return "is no change that this version knows"
        case "value_error", {"error": reason}:
            return f"is {found}: {quoted(str(reason), MOST_REASON)}"
    return f"is {found}, which cannot stand there"


def _range_words(schema: Mapping[str, Any], context: Mapping[str, Any]) -> str:
    """Return "0 to 10", or as much as is known of the range."""
    low, high = _bound(schema, "minimum"), _bound(schema, "maximum")
    low = context.get("ge", context.get("gt")) if low is None else low
    high = context.get("le", context.get("lt")) if high is None else high
    match low, high:
        case None, None:
            return "a finite number"
        case None, _:
            return f"at most {high:g}"
        case _, None:
            return f"at least {low:g}"
    return f"{low:g} to {high:g}"


def _bound(schema: Mapping[str, Any], name: str) -> float | None:
    """Look for a bound in the schema of a field, or of one of its choices."""
    choices = [schema, *schema.get("anyOf", [])]
    return next((choice[name] for choice in choices if name in choice), None)


def _field_schema(data: Any, path: Path) -> Mapping[str, Any]:  # noqa: ANN401 - plain data
    """Return what is said of the field that a path leads to; empty where nothing."""
    shape: Shape | None = file_shapes().get(str(path[0])) if path else None
    found: Mapping[str, Any] = {}
    data = data.get(path[0]) if path else None
    for part in path[1:]:
        holder, data = data, data[part]
        if isinstance(shape, RecordShape):
            found = _schema_of(shape.record).get(str(part), {})
            shape = dict(shape.nested).get(str(part))
        elif isinstance(shape, EachShape):
            shape = shape.inner
        shape = exact_shape(shape, data, holder)
    return found


@cache
def _schema_of(record: type[BaseModel]) -> Mapping[str, Any]:
    """Return the JSON Schema of the fields of one record."""
    properties: Mapping[str, Any] = record.model_json_schema().get("properties", {})
    return properties
