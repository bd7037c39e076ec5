"""Numbers are numbers: "5" is not 5, and true is not 1.

The records themselves say so for nearly every field; here are the others.
"""

from collections.abc import Iterator
from typing import Any

from cxcore.document.envelope import JsonObject, Path
from cxcore.document.errors import WrongTypeError
from cxcore.document.places import as_object, describe, shown

_Found = tuple[Path, Any]


def check_exact(data: JsonObject, part: str) -> None:
    """Refuse what a lenient record would turn into a number or a switch.

    Called for parts that the records have accepted, so their shape is right.
    """
    for path, value in _numbers(data, part):
        if isinstance(value, (str, bool)):
            place, field = describe(data, path)
            raise WrongTypeError(place, field, shown(value), "a number")


def _numbers(data: JsonObject, part: str) -> Iterator[_Found]:
    value: Any = data[part]
    if part != "history":
        settings = as_object(as_object(value).get("settings"))
        yield from _thresholds(settings, (part, "settings"))
        return
    for number, entry in enumerate(value):
        path = (part, number, "command")
        for single in entry["command"].get("commands", [entry["command"]]):
            yield from _of_command(single, path)


def _of_command(command: JsonObject, path: Path) -> Iterator[_Found]:
    match command:
        case {"kind": "set_rating", "part": "dot", "value": str(value)}:
            yield (*path, "value"), value
        case {"kind": "set_rating", "part": part, "value": value} if part != "dot":
            yield (*path, "value"), value
        case {"kind": "set_answer", "value": value}:
            yield (*path, "value"), value
        case {"kind": "set_value", "of": "settings", "field": "checkup", "value": _}:
            yield from _thresholds({"checkup": command["value"]}, path)


def _thresholds(settings: JsonObject, path: Path) -> Iterator[_Found]:
    for name, value in as_object(settings.get("checkup")).items():
        yield (*path, "checkup", name), value
