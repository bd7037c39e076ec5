"""From the version a file was written in to the newest, one named step each.

A step is plain data in, plain data out: no model, no clock, no randomness, and
it leaves its input as it is. It moves the workshop, the base and every command.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cxcore.document.envelope import JsonObject
from cxcore.document.errors import DocumentInvalidError
from cxcore.document.places import as_object


def _as_it_is(data: JsonObject) -> JsonObject:
    return data


def _with_links(evidence: JsonObject) -> JsonObject:
    """Turn the one link of an evidence into its list of links, one a line."""
    kept = {field: value for field, value in evidence.items() if field != "link"}
    return kept | {"links": evidence["link"]} if "link" in evidence else kept


def _links_of_workshop(workshop: JsonObject) -> JsonObject:
    evidence = workshop.get("evidence")
    if not isinstance(evidence, dict):
        return workshop
    moved = {key: _with_links(as_object(each)) for key, each in evidence.items()}
    return workshop | {"evidence": moved}


def _links_of_command(command: JsonObject) -> JsonObject:
    if command.get("of") != "evidence":
        return command
    if command.get("kind") == "add":
        return command | {"thing": _with_links(as_object(command["thing"]))}
    is_link = command.get("field") == "link"
    return command | {"field": "links"} if is_link else command


@dataclass(frozen=True)
class Step:
    """How to get from one version to the next."""

    name: str
    """What changes, as a phrase: emotion becomes valence."""
    workshop: Callable[[JsonObject], JsonObject] = _as_it_is
    command: Callable[[JsonObject], JsonObject] = _as_it_is
    """Called for every change, and for each of those inside a batch."""


STEPS: tuple[Step, ...] = (
    # Two new switches, both off in every older file: nothing to move.
    Step("a participant can be the voice of a round without names"),
    Step(
        "evidence has several links",
        workshop=_links_of_workshop,
        command=_links_of_command,
    ),
    # A mode, fields and settings that are empty or usual in every older file.
    Step("importance can come out of a survey, and a review says what was on the map"),
)
"""``STEPS[0]`` leads from version 1 to version 2, and so on; never changed later."""

VERSION = len(STEPS) + 1
"""The version that this app writes."""


def migrate(
    data: JsonObject, version: int, steps: Sequence[Step] = STEPS
) -> JsonObject:
    """Return the file as the newest version would have written it.

    Raises:
        DocumentInvalidError: the old file is not as its own version says.
    """
    for number, step in enumerate(steps[version - 1 :], start=version):
        try:
            data = _moved(data, step) | {"version": number + 1}
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            place = f"in the step from version {number} ({step.name})"
            raise DocumentInvalidError(place, "something", "does not fit") from error
    return data


def _moved(data: JsonObject, step: Step) -> JsonObject:
    moved = dict(data)
    for part in ("workshop", "base"):
        if isinstance(data.get(part), dict):
            moved[part] = step.workshop(as_object(data[part]))
    history = data.get("history")
    if isinstance(history, list):
        moved["history"] = [_moved_entry(entry, step) for entry in history]
    return moved


def _moved_entry(entry: object, step: Step) -> object:
    if not isinstance(entry, dict) or not isinstance(entry.get("command"), dict):
        return entry
    return entry | {"command": _moved_command(entry["command"], step)}


def _moved_command(command: JsonObject, step: Step) -> JsonObject:
    inner = command.get("commands")
    if command.get("kind") == "batch" and isinstance(inner, list):
        moved = [step.command(as_object(single)) for single in inner]
        return command | {"commands": moved}
    return step.command(command)
