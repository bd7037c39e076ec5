"""People of a workshop: who takes part, and for whom the journey is drawn."""

from enum import StrEnum
from typing import ClassVar

from cxcore.model.base import (
    EvidenceId,
    Line,
    Name,
    Note,
    PersonaId,
    Position,
    Switch,
    Thing,
    TouchpointId,
)


class Viewpoint(StrEnum):
    """Where a participant stands towards the customer."""

    CUSTOMER = "customer"
    FRONT_LINE = "front_line"
    BACK_STAGE = "back_stage"
    MANAGEMENT = "management"
    PARTNER = "partner"


class Participant(Thing):
    """Somebody who takes part; rights live in seats, never here (decision 14)."""

    kind: ClassVar[str] = "participant"
    collection: ClassVar[str] = "participants"

    name: Name
    viewpoint: Viewpoint | None = None
    department: Line = ""
    anonymous: Switch = False
    """A voice of an anonymous round, or a customer by link: nobody knows whose it is.

    A customer by link has that viewpoint, a voice has none.
    """
    shown_alone: Switch = False
    """A lone customer who agreed that their curve may be shown by itself."""
    position: Position = "U"


class Persona(Thing):
    """The kind of person whose journey it is, drawn from evidence or a guess."""

    kind: ClassVar[str] = "persona"
    collection: ClassVar[str] = "personas"

    name: Name
    portrait: Line = ""
    """A link or a single symbol; never loaded from elsewhere without asking."""
    segment: Line = ""
    position: Position = "U"


class StatementTopic(StrEnum):
    """What a statement about a persona is about; the first five are the cards."""

    SENTENCE = "sentence"
    WANTS = "wants"
    FEARS = "fears"
    SMILES = "smiles"
    OTHERS = "others"
    JOB = "job"
    EXPECTATION = "expectation"
    PHYSICAL = "physical"
    SOCIAL = "social"
    TECHNOLOGICAL = "technological"
    CHANNEL = "channel"
    TRAIT = "trait"
    FREE = "free"


class Statement(Thing):
    """One statement about a persona: our guess, until somebody said so."""

    kind: ClassVar[str] = "statement"
    collection: ClassVar[str] = "statements"
    parent: ClassVar[str] = "persona_id"

    persona_id: PersonaId
    topic: StatementTopic
    title: Line = ""
    """Heading of a free section."""
    text: Note
    heard_from: Line = ""
    """Empty means our guess."""
    evidence_ids: tuple[EvidenceId, ...] = ()
    position: Position = "U"


class Need(Thing):
    """Something a persona needs, said by her (stated) or not yet known (latent)."""

    kind: ClassVar[str] = "need"
    collection: ClassVar[str] = "needs"
    parent: ClassVar[str] = "persona_id"

    persona_id: PersonaId
    text: Note
    latent: Switch = False
    touchpoint_ids: tuple[TouchpointId, ...] = ()
    evidence_ids: tuple[EvidenceId, ...] = ()
    position: Position = "U"
