"""The workshop: everything one team makes together, and all that a file holds."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from cxcore.model.base import Day, Id, Line, Name, Note, Record, SharedText, Thing
from cxcore.model.journey import Journey, Pin, Stage, Touchpoint
from cxcore.model.method import (
    AcceptedFinding,
    BrandValue,
    Evidence,
    Opportunity,
    Process,
    Review,
    RoundOutcome,
)
from cxcore.model.people import Need, Participant, Persona, Statement
from cxcore.model.rating import AllAnswers, Ratings
from cxcore.model.settings import Settings


class Brief(Record):
    """What the team must be clear about first (on screen: Promise)."""

    kind: ClassVar[str] = "brief"

    name: Name = "Untitled workshop"
    promise: Note = ""
    expected: Note = ""
    """What target customers expect of us, and how we do against it."""
    customers_value: Note = ""
    """What makes customers come back."""
    recommended_for: Note = ""
    """What makes customers recommend us."""
    segments: Note = ""
    scope: Note = ""
    owner: Line = ""
    review_on: Day | None = None


class Workshop(Record):
    """All that one team makes together: immutable, closed, and order-free.

    Collections are mappings by id; order is the ``position`` of each thing.
    """

    id: Id
    brief: Brief = Brief()
    settings: Settings = Settings()
    participants: Mapping[Id, Participant] = {}
    personas: Mapping[Id, Persona] = {}
    statements: Mapping[Id, Statement] = {}
    needs: Mapping[Id, Need] = {}
    journeys: Mapping[Id, Journey] = {}
    stages: Mapping[Id, Stage] = {}
    touchpoints: Mapping[Id, Touchpoint] = {}
    pins: Mapping[Id, Pin] = {}
    ratings: Ratings = Field(default={})
    answers: AllAnswers = Field(default={})
    brand_values: Mapping[Id, BrandValue] = {}
    evidence: Mapping[Id, Evidence] = {}
    processes: Mapping[Id, Process] = {}
    opportunities: Mapping[Id, Opportunity] = {}
    findings: Mapping[Id, AcceptedFinding] = {}
    rounds: Mapping[Id, RoundOutcome] = {}
    reviews: Mapping[Id, Review] = {}


THINGS: dict[str, type[Thing]] = {
    thing.kind: thing
    for thing in (
        Participant,
        Persona,
        Statement,
        Need,
        Journey,
        Stage,
        Touchpoint,
        Pin,
        BrandValue,
        Evidence,
        Process,
        Opportunity,
        AcceptedFinding,
        RoundOutcome,
        Review,
    )
}
"""Every kind of thing that a workshop holds, by the name of its kind."""

SINGLE: dict[str, type[Record]] = {"brief": Brief, "settings": Settings}
"""What a workshop has exactly one of; its id is the name of its kind."""


def is_shared_text(record: type[Record], field: str) -> bool:
    """Tell whether a field is text that several people may edit."""
    metadata = record.model_fields[field].metadata
    return any(isinstance(mark, SharedText) for mark in metadata)
