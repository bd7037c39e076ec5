"""Keys of the table that many tabs are sent alike: made into JSON once for all."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic_core import to_json

from cxlive.channel.messages import Table


@dataclass(frozen=True)
class Encoded:
    """Some keys of the table, and what they look like inside a message."""

    table: Table

    @cached_property
    def inner(self) -> str:
        """The keys and values as JSON, without the braces around them."""
        return to_json(self.table).decode()[1:-1]


def frame(kind: str, head: dict[str, Any], *parts: Encoded) -> str:
    """Return a message with a ``set`` of all these keys; they must not overlap."""
    inner = ",".join(part.inner for part in parts if part.table)
    begin = to_json({"kind": kind, **head}).decode()[:-1]
    return f'{begin},"set":{{{inner}}}}}'
