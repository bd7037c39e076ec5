"""One id, one thing: otherwise nobody could say which is meant."""

from cxcore.document.envelope import JsonObject
from cxcore.document.errors import IdClashError
from cxcore.document.places import as_object, name_of, quoted
from cxcore.model import THINGS


def check_identities(data: JsonObject) -> None:
    """Refuse a thing whose key and id differ, and an id that two things share."""
    for part in ("workshop", "base"):
        _check_workshop(as_object(data.get(part)))


def _check_workshop(workshop: JsonObject) -> None:
    kinds: dict[str, str] = {}
    for kind, thing_type in THINGS.items():
        for key, thing in as_object(workshop.get(thing_type.collection)).items():
            own = as_object(thing).get("id", key)
            if own != key:
                first = name_of(workshop, kind, key)
                second = f"whatever is called “{quoted(str(own))}” inside it"
                raise IdClashError(quoted(key), first, second)
            other = kinds.setdefault(key, kind)
            if other != kind:
                first = name_of(workshop, other, key)
                raise IdClashError(quoted(key), first, name_of(workshop, kind, key))
