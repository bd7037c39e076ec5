"""What an older version of the app has stored, as this one would have.

A row holds one part of a document; it becomes a file with that part only, which
goes the way of every older file (``cxcore.document.migrations``).
"""

from typing import Any

from pydantic_core import from_json, to_json

from cxcore.document import VERSION, TooNewError
from cxcore.document.migrations import STEPS, migrate


def newest_opening(body: bytes, version: int) -> bytes:
    """Return the document that a room began with: it is shaped like a file."""
    if _is_newest(version):
        return body
    return to_json(_migrated(from_json(body), version))


def newest_command(body: bytes, version: int) -> bytes:
    """Return the command of an entry."""
    if _is_newest(version):
        return body
    moved = _migrated({"history": [{"command": from_json(body)}]}, version)
    return to_json(moved["history"][0]["command"])


def _is_newest(version: int) -> bool:
    if version > VERSION:
        raise TooNewError(version, VERSION)
    return version == VERSION


def _migrated(parts: dict[str, Any], version: int) -> dict[str, Any]:
    moved: dict[str, Any] = migrate(parts, version, STEPS)
    return {part: moved[part] for part in parts}
