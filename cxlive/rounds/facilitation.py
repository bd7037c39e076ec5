"""How a room is led just now: kept in the room, not in the file, and not undoable."""

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from cxcore.model import Rating
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
    """One private round: what it asks, and about which journey or persona.

    One about a journey is open until the workshop holds an outcome of the same id.
    One about a persona leaves no outcome: it says itself that it was shown.
    """

    id: str
    journey_id: str = ""
    """Empty where it is about a persona."""
    persona_id: str = ""
    """Empty where it is about a journey."""
    number: int
    form: RoundForm
    parts: tuple[str, ...]
    """What is asked, in that order; see ``cxcore.rounds.Asked``."""
    touchpoint_ids: tuple[str, ...] | None = None
    """The touchpoints asked about; None: all of the journey, new ones too."""
    anonymous: bool = False
    guesses: tuple[str, ...] = ()
    """At the reveal: the touchpoints that people took for the worst one."""
    asked: int = 0
    """At the reveal: how many people were asked."""
    answered: int = 0
    """At the reveal: how many of them have answered."""
    is_shown: bool = False
    """It was about a persona, and was shown."""
    texts: tuple[tuple[str, int], ...] = ()
    """At the reveal of cards: ids of statements, and how many people said each."""

    @property
    def subject_id(self) -> str:
        """Return what it is about: a journey or a persona."""
        return self.persona_id or self.journey_id

    @property
    def rated_parts(self) -> tuple[str, ...]:
        """Return the parts of a rating that it asks."""
        return tuple(part for part in self.parts if part in Rating.model_fields)

    def is_seen_from(self, journey_id: str | None) -> bool:
        """Tell whether it shows where this journey is shown: a persona's everywhere."""
        return self.persona_id != "" or self.journey_id == journey_id


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
