"""A command as a browser sends it, made one of ours."""

from typing import Any

from pydantic import TypeAdapter, ValidationError

from cxcore.commands import COMMAND, Command
from cxcore.model import Rating, Touchpoint
from cxlive.errors import NotUnderstoodError

WANTED = "wanted"
"""The point of the wanted curve: shared, and not part of anybody's rating."""

_DRAGGED = {
    part: TypeAdapter[Any](info.rebuild_annotation())
    for part, info in (
        *Rating.model_fields.items(),
        (WANTED, Touchpoint.model_fields[WANTED]),
    )
}

_OWN = frozenset({"set_rating", "set_answer"})


def read_command(raw: dict[str, Any], participant_id: str) -> Command:
    """Return the command, with ratings and answers as this participant's.

    Raises:
        NotUnderstoodError: it is no command, or a value is out of range.
    """
    try:
        return COMMAND.validate_python(_signed(raw, participant_id))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        msg = f"This cannot be done: {place or 'command'}: {first['msg']}"
        raise NotUnderstoodError(msg) from None


def may_end_at(part: str, value: float | bool | None) -> bool:  # noqa: FBT001 - a dot
    """Tell whether a drag of this part could end at this value."""
    try:
        _DRAGGED[part].validate_python(value)
    except ValidationError:
        return False
    return True


def _signed(raw: dict[str, Any], participant_id: str) -> dict[str, Any]:
    kind = raw.get("kind")
    if kind == "batch" and isinstance(raw.get("commands"), list):
        signed = [
            _signed(each, participant_id) if isinstance(each, dict) else each
            for each in raw["commands"]
        ]
        return {**raw, "commands": signed}
    if kind in _OWN:
        return {**raw, "participant_id": participant_id}
    return raw
