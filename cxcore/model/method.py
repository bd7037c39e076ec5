"""What the method adds to the map: evidence, processes, changes, and their past."""

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from cxcore.model.base import (
    BrandValueId,
    Count,
    Day,
    FivePoints,
    Id,
    JourneyId,
    Line,
    Moment,
    Name,
    Note,
    PersonaId,
    Position,
    ProcessId,
    StatementId,
    Switch,
    TenPoints,
    Thing,
    TouchpointId,
    Valence,
)
from cxcore.model.rating import RatingPart, Ratings, Standpoint


class EvidenceType(StrEnum):
    """What kind of source a statement rests on, weakest first."""

    ASSUMPTION = "assumption"
    INTERNAL_OPINION = "internal_opinion"
    STAFF_KNOWLEDGE = "staff_knowledge"
    BEHAVIOURAL_DATA = "behavioural_data"
    SURVEY = "survey"
    COMPLAINTS = "complaints"
    INTERVIEW = "interview"
    DIARY = "diary"
    CO_CREATION = "co_creation"
    OBSERVATION = "observation"
    MYSTERY_SHOPPING = "mystery_shopping"
    WALK_THROUGH = "walk_through"
    EXPERIMENT = "experiment"


class Evidence(Thing):
    """What a statement rests on: quote, number or observation, with its source."""

    kind: ClassVar[str] = "evidence"
    collection: ClassVar[str] = "evidence"

    evidence_type: EvidenceType
    title: Name
    text: Note = ""
    quotes: Note = ""
    source: Line = ""
    links: Note = ""
    """Where to find it: one address a line."""
    date: Day | None = None
    at: Moment | None = None
    """When exactly, for what was written down on the way."""
    n: Count | None = None
    """How many people or cases it rests on."""
    feeling: Valence | None = None
    """How it felt there, where the source says so."""
    survey: Mapping[TouchpointId, tuple[Valence | None, ...]] = {}
    """Answers of a survey by touchpoint, one a respondent; None: not answered."""
    survey_overall: tuple[TenPoints | None, ...] = ()
    """What the same respondents say of the whole, in the same order."""
    journey_ids: tuple[JourneyId, ...] = ()
    touchpoint_ids: tuple[TouchpointId, ...] = ()
    persona_ids: tuple[PersonaId, ...] = ()
    statement_ids: tuple[StatementId, ...] = ()
    process_ids: tuple[ProcessId, ...] = ()
    position: Position = "U"


class ProcessLane(StrEnum):
    """Where a process runs, seen from the customer."""

    FRONT_STAGE = "front_stage"
    BACK_STAGE = "back_stage"
    SUPPORT = "support"


class ProcessStatus(StrEnum):
    """How far a process is; that it exists does not make it good."""

    MISSING = "missing"
    PLANNED = "planned"
    EXISTS = "exists"
    WORKS = "works"


class Process(Thing):
    """Something the organisation does so that touchpoints work."""

    kind: ClassVar[str] = "process"
    collection: ClassVar[str] = "processes"

    name: Name
    owner: Line = ""
    lane: ProcessLane = ProcessLane.BACK_STAGE
    status: ProcessStatus = ProcessStatus.EXISTS
    note: Note = ""
    training: Note = ""
    """What the people who do it are trained in."""
    trained_on: Day | None = None
    touchpoint_ids: tuple[TouchpointId, ...] = ()
    position: Position = "U"


class BrandValue(Thing):
    """Something the brand stands for."""

    kind: ClassVar[str] = "brand_value"
    collection: ClassVar[str] = "brand_values"

    name: Name
    meaning: Note = ""
    position: Position = "U"


class OpportunityKind(StrEnum):
    """What a change does; for a fix in this order."""

    MAKE_IT_WORK = "make_it_work"
    REDUCE_EFFORT = "reduce_effort"
    DELIGHT = "delight"
    TRAINING = "training"
    STAFFING = "staffing"
    ENVIRONMENT = "environment"
    PROCESS = "process"
    PROMISE = "promise"
    RESEARCH = "research"


class OpportunityStatus(StrEnum):
    """From an idea to something done."""

    IDEA = "idea"
    PLANNED = "planned"
    DOING = "doing"
    DONE = "done"


class Opportunity(Thing):
    """A change that would ease a pain or make a gain: an idea, then an action."""

    kind: ClassVar[str] = "opportunity"
    collection: ClassVar[str] = "opportunities"

    name: Name
    note: Note = ""
    opportunity_kind: OpportunityKind | None = None
    status: OpportunityStatus = OpportunityStatus.IDEA
    owner: Line = ""
    touchpoint_ids: tuple[TouchpointId, ...] = ()
    process_ids: tuple[ProcessId, ...] = ()
    brand_value_ids: tuple[BrandValueId, ...] = ()
    launch_on: Day | None = None
    trained_on: Day | None = None
    readiness: FivePoints | None = None
    work: TenPoints | None = None
    """How much work it takes, 0 to 10."""
    target: Valence | None = None
    """How its touchpoints should feel once it is done."""
    position: Position = "U"


class AcceptedFinding(Thing):
    """A finding of the check-up that the team has seen and accepts."""

    kind: ClassVar[str] = "finding"
    collection: ClassVar[str] = "findings"

    check: Line
    subject_ids: tuple[Id, ...] = ()
    reason: Note
    on: Day | None = None


class RoundOutcome(Thing):
    """What a round said at its reveal: written once, never changed."""

    kind: ClassVar[str] = "round"
    collection: ClassVar[str] = "rounds"
    parent: ClassVar[str] = "journey_id"
    kept: ClassVar[bool] = True

    journey_id: JourneyId
    number: Count
    parts: tuple[RatingPart, ...]
    standpoint: Standpoint = Standpoint.AS_PERSONA
    anonymous: Switch = False
    asked: Count
    revealed_at: Moment | None = None
    ratings: Ratings


class Review(Thing):
    """The journey as it stood on a day, kept so that change can be seen."""

    kind: ClassVar[str] = "review"
    collection: ClassVar[str] = "reviews"
    parent: ClassVar[str] = "journey_id"
    kept: ClassVar[bool] = True

    journey_id: JourneyId
    on: Day
    note: Note = ""
    touchpoint_ids: tuple[TouchpointId, ...] = ()
    """What stood on the map, rated or not."""
    ratings: Ratings
    forecast: Mapping[TouchpointId, Valence] = {}
    """What the team expected each touchpoint to feel like by the next review."""
