"""Things of a workshop as keys of the table of state: their order, and each one."""

from cxcore.edit import place_of
from cxcore.model import THINGS, Thing, Workshop
from cxlive.channel.messages import Table


def in_order(workshop: Workshop, kind: str) -> list[Thing]:
    """Return the things of a kind by position."""
    return sorted(getattr(workshop, THINGS[kind].collection).values(), key=place_of)


def things(workshop: Workshop, *kinds: str) -> Table:
    """Return ``list/KIND`` (ids in order) and ``KIND/ID`` (every field), for each."""
    table: Table = {}
    for kind in kinds:
        rows = in_order(workshop, kind)
        table[f"list/{kind}"] = [each.id for each in rows]
        table |= {f"{kind}/{each.id}": each.model_dump(mode="json") for each in rows}
    return table
