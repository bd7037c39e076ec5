"""How much a workshop file may hold (decision 17)."""

import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The door: what is larger is refused by name, with limit and value."""

    bytes: int = 10_000_000
    """Size of the file."""
    depth: int = 32
    """Values inside values; a workshop needs less than half of it."""
    touchpoints: int = 5_000
    participants: int = 200
    commands: int = 5_000
    """History longer than this is folded into ``base`` when it is written."""


DEFAULT = Limits()

LIFTED = Limits(
    bytes=sys.maxsize,
    touchpoints=sys.maxsize,
    participants=sys.maxsize,
    commands=sys.maxsize,
)
"""For the command line's ``--no-limits``; the depth stays, nothing needs more."""
