"""Where in a file something is, in words a facilitator understands."""

from collections.abc import Mapping, Sequence
from typing import Any

from cxcore.document.envelope import JsonObject, Path
from cxcore.model import THINGS
from cxcore.model.text import visibly

LONGEST_SHOWN = 40
LARGE = 1e15
"""From here on a number is shown with its exponent."""

_KINDS = {thing.collection: kind for kind, thing in THINGS.items()}
_RATED = ("touchpoint",)
_ANSWERED = ("journey", "process", "touchpoint")


def kind_word(kind: str) -> str:
    """Return a kind of thing as words."""
    return kind.replace("_", " ")


def shown(value: object) -> str:
    """Return a value of the file as it can be shown: short, and without tricks."""
    match value:
        case None | bool():
            return {None: "empty", True: "true", False: "false"}[value]
        case str():
            return f"“{quoted(value)}”"
        case Mapping():
            return "a group of values"
        case list() | tuple():
            return "a list"
        case float() if value.is_integer() and abs(value) < LARGE:
            return f"{value:.0f}"
    return quoted(f"{value}")


def quoted(text: str, longest: int = LONGEST_SHOWN) -> str:
    """Return a text of the file cut short, hidden characters made visible."""
    short = text if len(text) <= longest else text[: longest - 1] + "…"
    return visibly(short)


def describe(data: object, path: Path) -> tuple[str, str]:
    """Return the place and the field that a path leads to, in words.

    ("in the touchpoint “Security”", "expectation")
    """
    match path:
        case ("workshop", *rest):
            return _in_workshop(data, "workshop", tuple(rest), "")
        case ("base", *rest):
            return _in_workshop(data, "base", tuple(rest), " at the start of history")
        case ("history", int(number), *rest):
            place = f"in change {number + 1} of the history"
            return place, field_words(_of_command(tuple(rest)))
    return "in the file", field_words(path)


def field_words(path: Path) -> str:
    """Return keys and places in lists as one phrase."""
    return ", ".join(
        f"number {part + 1}" if isinstance(part, int) else _field_word(part)
        for part in path
    )


def name_of(root: object, kind: str, thing_id: object) -> str:
    """Return a thing of a workshop in words: the touchpoint “Security”."""
    collection = _get(root, THINGS[kind].collection)
    thing = _get(collection, thing_id)
    for field in ("name", "title"):
        name = _get(thing, field)
        if isinstance(name, str) and name:
            return f"the {kind_word(kind)} “{quoted(name)}”"
    return f"the {kind_word(kind)} “{quoted(str(thing_id))}”"


def _in_workshop(data: object, top: str, path: Path, suffix: str) -> tuple[str, str]:
    root = _get(data, top)
    match path:
        case ("ratings", thing_id, person, _, *rest):
            place = f"in the rating {_said(root, _RATED, thing_id, person)}"
        case ("answers", thing_id, person, *rest):
            place = f"in the answers {_said(root, _ANSWERED, thing_id, person)}"
        case (str(name), thing_id, *rest) if name in _KINDS:
            place = f"in {name_of(root, _KINDS[name], thing_id)}"
        case ("brief" | "settings" as single, *rest) if rest:
            place = f"in the {single}"
        case _:
            place, rest = "in the workshop", list(path)
    return place + suffix, field_words(tuple(rest))


def _said(root: object, kinds: Sequence[str], thing_id: object, person: object) -> str:
    """Return whose rating it is, and of what."""
    kind = next(
        (
            kind
            for kind in kinds
            if _get(_get(root, THINGS[kind].collection), thing_id) is not None
        ),
        kinds[-1],
    )
    who = name_of(root, "participant", person).removeprefix("the participant ")
    return f"by {who} of {name_of(root, kind, thing_id)}"


def _of_command(path: Path) -> Path:
    """Leave out the keys that only hold a change together."""
    return tuple(part for part in path if part not in ("command", "thing"))


def _field_word(part: str) -> str:
    return quoted(part.replace("_", " ")) if part else "an empty key"


def _get(data: object, key: object) -> Any:  # noqa: ANN401 - plain data
    match data:
        case dict():
            return data.get(key)
    return None


def as_object(data: object) -> JsonObject:
    """Return plain data where it is an object, else an empty one."""
    return data if isinstance(data, dict) else {}
