"""What is left of a workshop once removed things, and all in them, are hidden."""

from collections.abc import Mapping
from typing import Any

from cxcore.edit.references import reference_fields
from cxcore.model import THINGS, Evidence, Thing, Workshop

_PARENT_KIND = {
    kind: dict(reference_fields(thing)).get(thing.parent, "")
    for kind, thing in THINGS.items()
}


def visible(workshop: Workshop) -> Workshop:
    """Return the workshop without removed things and their children (decision 6).

    Ratings and answers of hidden touchpoints and participants are hidden with
    them; lists of ids lose those that are hidden. Analysis and pages read this.
    """
    shown: dict[str, dict[str, Thing]] = {}
    for kind in THINGS:
        _show(workshop, kind, shown)
    hides = any(len(shown[kind]) < len(_all(workshop, kind)) for kind in THINGS)
    if not hides:
        return workshop
    collections: dict[str, Any] = {
        thing.collection: _without_hidden(shown[kind], shown)
        for kind, thing in THINGS.items()
    }
    return workshop.model_copy(
        update=collections | _ratings_and_answers(workshop, shown)
    )


def _all(workshop: Workshop, kind: str) -> Mapping[str, Thing]:
    collection: Mapping[str, Thing] = getattr(workshop, THINGS[kind].collection)
    return collection


def _show(
    workshop: Workshop, kind: str, shown: dict[str, dict[str, Thing]]
) -> dict[str, Thing]:
    if kind in shown:
        return shown[kind]
    parent_kind, field = _PARENT_KIND[kind], THINGS[kind].parent
    parents = _show(workshop, parent_kind, shown) if parent_kind else {}
    shown[kind] = {
        thing.id: thing
        for thing in _all(workshop, kind).values()
        if not thing.removed and (not field or getattr(thing, field) in parents)
    }
    return shown[kind]


def _without_hidden(
    collection: dict[str, Thing], shown: dict[str, dict[str, Thing]]
) -> dict[str, Thing]:
    return {key: _cut(thing, shown) for key, thing in collection.items()}


def _cut(thing: Thing, shown: dict[str, dict[str, Thing]]) -> Thing:
    """Return the thing without references to what is hidden."""
    changes: dict[str, Any] = {}
    for field, kind in reference_fields(type(thing)):
        value = getattr(thing, field)
        if isinstance(value, tuple):
            kept = tuple(target for target in value if target in shown[kind])
            if len(kept) < len(value):
                changes[field] = kept
        elif value is not None and value not in shown[kind]:
            changes[field] = None
    if isinstance(thing, Evidence) and changes.get("touchpoint_ids") == ():
        changes["journey_ids"] = ()  # else it would speak for the whole journey
    return thing.model_copy(update=changes) if changes else thing


def _ratings_and_answers(
    workshop: Workshop, shown: dict[str, dict[str, Thing]]
) -> dict[str, Any]:
    participants = shown["participant"]
    subjects = shown["journey"] | shown["process"] | shown["touchpoint"]
    return {
        "ratings": _kept(workshop.ratings, shown["touchpoint"], participants),
        "answers": _kept(workshop.answers, subjects, participants),
    }


def _kept(
    nested: Mapping[str, Mapping[str, Any]],
    outer: Mapping[str, Thing],
    inner: Mapping[str, Thing],
) -> dict[str, dict[str, Any]]:
    return {
        key: {name: value for name, value in values.items() if name in inner}
        for key, values in nested.items()
        if key in outer
    }
