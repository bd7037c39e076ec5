"""How a room is led just now: kept in the room, not in the file, and not undoable."""

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from cxcore.rounds import RoundForm


class Phase(StrEnum):
    """What the room does at the moment; shown to all."""

    GATHER = "gather"
    DRAW = "draw"
    PRIVATE = "private"
    TALK = "talk"
    DECIDE = "decide"


class _State(BaseModel):
    """Stored as JSON; a field that a later version has added is left alone."""

    model_config = ConfigDict(frozen=True)


class Round(_State):
    """One private round: what it asks, and of which journey.

    It is open until the workshop holds an outcome of the same id.
    """

    id: str
    journey_id: str
    number: int
    form: RoundForm
    parts: tuple[str, ...]
    """Parts of a rating, and ``overall``, in the order in which they are asked."""
    touchpoint_ids: tuple[str, ...] | None = None
    """The touchpoints asked about; None: all of the journey, new ones too."""
    anonymous: bool = False
    guesses: tuple[str, ...] = ()
    """At the reveal: the touchpoints that people took for the worst one."""
    asked: int = 0
    """At the reveal: how many people were asked."""


class Facilitation(_State):
    """Everything about leading that has to survive a restart."""

    locked: bool = False
    """Participants rate and add notes, but do not change the structure."""
    names: bool = False
    """Names stand beside ratings after the reveal; never in an anonymous round."""
    phase: Phase = Phase.DRAW
    round: Round | None = None
    """The round that is open, or was revealed last."""
    timer_ends_at: datetime | None = None
