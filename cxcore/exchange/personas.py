"""A persona on her way from one workshop to another: as a file, or directly.

The file is a workshop file that holds one persona and nothing else, in fewer words:
the same version, the same steps from older versions, the same checks.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from pydantic_core import to_json

from cxcore.commands import Add, Batch, Single
from cxcore.commands.changes import BATCH_MAX
from cxcore.document import DEFAULT, DocumentInvalidError, Limits
from cxcore.document import FORMAT as WORKSHOP_FORMAT
from cxcore.document.canonical import plain
from cxcore.document.envelope import JsonObject
from cxcore.document.migrations import VERSION
from cxcore.document.places import quoted
from cxcore.document.reading import read_data
from cxcore.document.text import data_from
from cxcore.edit import place_of, visible
from cxcore.errors import CxError
from cxcore.model import Need, Persona, Statement, Thing, Workshop

FORMAT = "cx-persona"

Mint = Callable[[], str]
"""Makes a new id; the core makes none (decision 8)."""

_PARTS = ("personas", "statements", "needs")
"""What of a workshop a persona file holds, each by id as there."""
_PLACE, _NOT_KNOWN = "in the file", "is not known here"


class PersonaFileError(CxError):
    """A file from which no persona can be brought in."""


class NotAPersonaError(PersonaFileError):
    """Neither a persona nor a workshop."""

    def __init__(self) -> None:
        super().__init__(
            "This is neither a persona nor a workshop that this app has saved."
        )


class NobodyThereError(PersonaFileError):
    """A file of ours, but without a persona."""

    def __init__(self) -> None:
        super().__init__("There is no persona in this file.")


class TooMuchSaidError(PersonaFileError):
    """More is said of a persona than can be added as one change."""

    def __init__(self, name: str, found: int, limit: int) -> None:
        self.found = found
        self.limit = limit
        super().__init__(
            f"{found:,} things are said of “{quoted(name)}”; at most {limit:,} can be "
            "brought in at once."
        )


@dataclass(frozen=True)
class PersonaCopy:
    """A persona by herself: without evidence, moments and all else she is linked to."""

    persona: Persona
    statements: tuple[Statement, ...]
    """In their order, as are the needs."""
    needs: tuple[Need, ...]


@dataclass(frozen=True)
class PersonaFile:
    """What a file brings: at least one persona, in their order."""

    personas: tuple[PersonaCopy, ...]
    mended: tuple[str, ...] = ()
    """What had to be mended to read it, a sentence each."""


def copies_of(workshop: Workshop) -> tuple[PersonaCopy, ...]:
    """Return every persona of a workshop that is not removed, in their order."""
    shown = visible(workshop)
    return tuple(
        PersonaCopy(
            persona,
            tuple(
                each.model_copy(update={"evidence_ids": ()})
                for each in sorted(shown.statements.values(), key=place_of)
                if each.persona_id == persona.id
            ),
            tuple(
                each.model_copy(update={"evidence_ids": (), "touchpoint_ids": ()})
                for each in sorted(shown.needs.values(), key=place_of)
                if each.persona_id == persona.id
            ),
        )
        for persona in sorted(shown.personas.values(), key=place_of)
    )


def persona_file(copy: PersonaCopy) -> bytes:
    """Return the file of a persona; equal copies give equal bytes."""
    data: JsonObject = {"format": FORMAT, "version": VERSION}
    parts: tuple[tuple[Thing, ...], ...] = (
        (copy.persona,),
        copy.statements,
        copy.needs,
    )
    for part, things in zip(_PARTS, parts, strict=True):
        data[part] = _by_id(things)
    return to_json(data, indent=2) + b"\n"


def read_personas(data: bytes, limits: Limits = DEFAULT) -> PersonaFile:
    """Return the personas of a file: of a persona's, or of a whole workshop's.

    Raises:
        NotAPersonaError: it is neither.
        NobodyThereError: it holds no persona.
        DocumentError: it is broken; one of ``cxcore.document.errors``.
    """
    found = data_from(data, limits)
    form = found.get("format") if isinstance(found, dict) else None
    if not isinstance(found, dict) or form not in (FORMAT, WORKSHOP_FORMAT):
        raise NotAPersonaError
    loaded = read_data(_as_workshop(found) if form == FORMAT else found, limits)
    personas = copies_of(loaded.envelope.workshop)
    if not personas:
        raise NobodyThereError
    return PersonaFile(personas, tuple(each.sentence for each in loaded.repairs))


def persona_commands(copy: PersonaCopy, mint: Mint, after: str = "") -> Batch:
    """Return the one change that adds a persona, with fresh ids.

    Args:
        copy: whom.
        mint: makes an id for each thing.
        after: the persona behind whom she goes; empty: first.

    Raises:
        TooMuchSaidError: it would be more than one change can hold.
    """
    found = len(copy.statements) + len(copy.needs)
    if found >= BATCH_MAX:
        raise TooMuchSaidError(copy.persona.name, found, BATCH_MAX - 1)
    persona = copy.persona.model_copy(update={"id": mint()})
    commands: list[Single] = [Add(of=Persona.kind, thing=persona, after=after)]
    for each in (*copy.statements, *copy.needs):
        own = each.model_copy(update={"id": mint(), "persona_id": persona.id})
        commands.append(Add(of=each.kind, thing=own))
    return Batch(commands=tuple(commands), label="Bring in a persona")


def _by_id(things: Iterable[Thing]) -> Mapping[str, JsonObject]:
    return {each.id: plain(each) for each in sorted(things, key=lambda one: one.id)}


def _as_workshop(data: JsonObject) -> JsonObject:
    """Return the workshop file that a persona file stands for.

    Raises:
        DocumentInvalidError: something else stands in it.
    """
    for key in data:
        if key not in ("format", "version", *_PARTS):
            raise DocumentInvalidError(_PLACE, f"“{quoted(key)}”", _NOT_KNOWN)
    parts = {part: data[part] for part in _PARTS if part in data}
    version = {"version": data["version"]} if "version" in data else {}
    workshop = {"id": "persona", **parts}
    return {"format": WORKSHOP_FORMAT, **version, "workshop": workshop, "base": None}
