"""A persona's way through one scenario: journeys, stages and touchpoints."""

from enum import StrEnum
from typing import ClassVar

from cxcore.model.base import (
    BrandValueId,
    JourneyId,
    Line,
    Name,
    Note,
    PersonaId,
    Position,
    Share,
    StageId,
    Switch,
    TenPoints,
    Thing,
    TouchpointId,
    Valence,
)


class JourneyKind(StrEnum):
    """As intended, as somebody lived it, or what she does without us."""

    PLANNED = "planned"
    ACTUAL = "actual"
    ELSEWHERE = "elsewhere"


class ImportanceMode(StrEnum):
    """How a journey asks what matters; one mode per journey, never mixed."""

    SCALE = "scale"
    DOTS = "dots"
    SURVEY = "survey"
    """Taken over from what moved customers' answers about the whole (1.7)."""


class Journey(Thing):
    """One persona's way through one scenario, from first need to last contact."""

    kind: ClassVar[str] = "journey"
    collection: ClassVar[str] = "journeys"

    name: Name
    persona_id: PersonaId | None = None
    scenario: Note = ""
    journey_kind: JourneyKind = JourneyKind.ACTUAL
    importance_mode: ImportanceMode = ImportanceMode.SCALE
    owner: Line = ""
    scope: Note = ""
    notice: Note = ""
    """One sentence that says what to notice when the journey is opened."""
    position: Position = "U"


class Purchase(StrEnum):
    """Where a stage stands towards buying."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class Stage(Thing):
    """A part of the journey that the persona would name."""

    kind: ClassVar[str] = "stage"
    collection: ClassVar[str] = "stages"
    parent: ClassVar[str] = "journey_id"

    journey_id: JourneyId
    name: Name
    wants: Note = ""
    """What the persona wants here, read after "wants to"."""
    intended_feeling: Note = ""
    purchase: Purchase | None = None
    position: Position


class Channel(StrEnum):
    """Where a touchpoint takes place."""

    WEB = "web"
    APP = "app"
    MAIL = "mail"
    PHONE = "phone"
    CHAT = "chat"
    LETTER = "letter"
    STORE = "store"
    ON_SITE = "on_site"
    AT_HOME = "at_home"
    MACHINE = "machine"
    SOCIAL_MEDIA = "social_media"
    WORD_OF_MOUTH = "word_of_mouth"
    OTHER = "other"


HUMAN_CHANNELS = frozenset(
    {Channel.PHONE, Channel.CHAT, Channel.STORE, Channel.ON_SITE, Channel.AT_HOME}
)
"""Channels in which she meets people of ours."""


class Dimension(StrEnum):
    """The world in which an experience happens."""

    PHYSICAL = "physical"
    SOCIAL = "social"
    TECHNOLOGICAL = "technological"


class Ownership(StrEnum):
    """Who holds a touchpoint in hand (Lemon and Verhoef 2016)."""

    BRAND = "brand"
    PARTNER = "partner"
    CUSTOMER = "customer"
    SOCIAL = "social"


class KanoKind(StrEnum):
    """How meeting a touchpoint's promise moves satisfaction (Kano 1984)."""

    MUST_BE = "must_be"
    PERFORMANCE = "performance"
    ATTRACTIVE = "attractive"


class Answer(StrEnum):
    """Yes, no, or nobody knows yet."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Touchpoint(Thing):
    """One encounter between the persona and the service, in one stage."""

    kind: ClassVar[str] = "touchpoint"
    collection: ClassVar[str] = "touchpoints"
    parent: ClassVar[str] = "stage_id"

    stage_id: StageId
    name: Name
    position: Position
    whole_stage: Switch = False
    """Made by dragging the handle of an empty stage: it stands for all of it."""

    channel: Channel | None = None
    dimension: Dimension | None = None
    owner: Line = ""
    """Department that answers for it; empty means nobody does."""
    ownership: Ownership | None = None
    control: Share | None = None
    """How far we can change it ourselves, 0 to 1; None: not said."""
    moment_of_truth: Switch = False
    """The team judges that the relation is won or lost here."""
    kano: KanoKind | None = None
    reach: Share = 1.0
    """Part of the persona's people who pass here at all, 0 to 1."""
    wanted: Valence | None = None
    """How the team wants it to feel: one point of the wanted (planned) curve."""
    derived_importance: Share | None = None
    """What a survey says that it matters, 0 to 1; counts in the mode ``survey``."""

    action: Note = ""
    thoughts: Note = ""
    pain_points: Note = ""
    gains: Note = ""
    others_present: Line = ""
    """Who else is there, from the persona's side."""
    props: Note = ""
    """What she can see or touch there (the blueprint's physical evidence)."""
    front_stage: Note = ""
    back_stage: Note = ""
    support: Note = ""
    systems: Note = ""
    """What technology it runs on."""

    insist_on: Note = ""
    """The result that the people who deliver it are held to (tight)."""
    freedom: Note = ""
    """What they may decide themselves (loose)."""
    scripted: Answer = Answer.UNKNOWN
    signature: Switch = False
    """Must set us apart; the three lines below say how."""
    signature_product: Line = ""
    signature_process: Line = ""
    signature_behaviour: Line = ""
    easy: Answer = Answer.UNKNOWN
    knows_me: Answer = Answer.UNKNOWN
    can_change: Answer = Answer.UNKNOWN
    investment: TenPoints | None = None
    """How much goes into it today, 0 to 10; None: not said."""
    brand_value_ids: tuple[BrandValueId, ...] = ()
    same_as: TouchpointId | None = None
    """The moment of another persona's journey that this one was drawn from."""

    @property
    def is_human(self) -> bool | None:
        """Tell whether she meets people of ours: by channel, else by dimension.

        None where neither is said.
        """
        if self.channel is not None:
            return self.channel in HUMAN_CHANNELS
        return None if self.dimension is None else self.dimension is Dimension.SOCIAL


class Pin(Thing):
    """A numbered remark on a journey, to be tapped by whoever opens it."""

    kind: ClassVar[str] = "pin"
    collection: ClassVar[str] = "pins"
    parent: ClassVar[str] = "journey_id"

    journey_id: JourneyId
    touchpoint_id: TouchpointId | None = None
    text: Note
    position: Position
