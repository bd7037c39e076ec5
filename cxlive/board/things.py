"""Things of a workshop as keys of the table of state: their order, and each one."""

from collections.abc import Mapping
from typing import Any

from cxcore.edit import place_of
from cxcore.model import THINGS, Evidence, Thing, Workshop
from cxlive.channel.messages import Table

_NOT_SENT: Mapping[str, frozenset[str]] = {
    Evidence.kind: frozenset({"survey", "survey_overall"}),
}
"""Fields that only the analysis reads: what thousands have answered."""


def in_order(workshop: Workshop, kind: str) -> list[Thing]:
    """Return the things of a kind by position."""
    return sorted(getattr(workshop, THINGS[kind].collection).values(), key=place_of)


def things(workshop: Workshop, *kinds: str) -> Table:
    """Return ``list/KIND`` (ids in order) and ``KIND/ID`` (its fields), for each."""
    table: Table = {}
    for kind in kinds:
        rows = in_order(workshop, kind)
        table[f"list/{kind}"] = [each.id for each in rows]
        table |= {f"{kind}/{each.id}": fields_of(each) for each in rows}
    return table


def fields_of(thing: Thing) -> dict[str, Any]:
    """Return the fields of a thing, but for those that no page shows."""
    left_out = set(_NOT_SENT.get(thing.kind, ()))
    return thing.model_dump(mode="json", exclude=left_out)
