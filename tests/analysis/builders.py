"""Small workshops for tests of the analysis: what does not matter is left out."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from cxcore.analysis import JourneyAnalysis, TouchpointAnalysis, analyse
from cxcore.model import (
    Answers,
    Evidence,
    EvidenceType,
    Journey,
    Need,
    Opportunity,
    Participant,
    Rating,
    Settings,
    Stage,
    Standpoint,
    Touchpoint,
    Viewpoint,
    Workshop,
)

TODAY = date(2026, 11, 22)
JOURNEY = "journey"

PARTS = ("valence", "importance", "dot", "expectation", "performance", "effort")


def by_id(things: Sequence[Any]) -> dict[str, Any]:
    return {thing.id: thing for thing in things}


def said(**parts: Sequence[float | bool | None]) -> list[dict[str, Any]]:
    """Return one rating per participant from one list per part."""
    count = len(next(iter(parts.values())))
    return [
        {
            part: value if value is None or part == "dot" else float(value)
            for part, values in parts.items()
            for value in [values[place]]
        }
        for place in range(count)
    ]


class Moment:
    """One touchpoint with what each participant says of it, in order."""

    def __init__(
        self,
        name: str,
        ratings: Sequence[Mapping[str, Any]] = (),
        stage: str = "Stage",
        confidence: Sequence[EvidenceType] = (),
        **fields: Any,
    ) -> None:
        self.name = name
        self.ratings = list(ratings)
        self.stage = stage
        self.evidence = list(confidence)
        self.fields = fields


def position(number: int) -> str:
    return f"{number:05d}1"


def who(place: int) -> str:
    return f"p{place:03d}"


def workshop_of(
    *moments: Moment,
    viewpoints: Sequence[Viewpoint | None] = (),
    overall: Sequence[float | None] = (),
    settings: Settings | None = None,
    mode: str = "scale",
    journey: str = JOURNEY,
    people: int | None = None,
) -> Workshop:
    """Build a workshop of one journey; ids are names, stages appear as named."""
    voices = max([len(moment.ratings) for moment in moments], default=0)
    voices = max(voices, len(viewpoints), len(overall), people or 0)
    stages = list(dict.fromkeys(moment.stage for moment in moments))
    return Workshop(
        id="workshop",
        settings=settings or Settings(),
        participants=by_id([_participant(at, viewpoints) for at in range(voices)]),
        journeys=by_id([Journey(id=journey, name="Journey", importance_mode=mode)]),
        stages=by_id(
            [
                Stage(id=name, journey_id=journey, name=name, position=position(at))
                for at, name in enumerate(stages)
            ]
        ),
        touchpoints=by_id([_touchpoint(at, m) for at, m in enumerate(moments)]),
        ratings={moment.name: _ratings(moment) for moment in moments},
        answers={
            journey: {who(at): Answers(overall=v) for at, v in enumerate(overall)}
        },
        evidence=by_id([item for moment in moments for item in _evidence(moment)]),
    )


def _participant(at: int, viewpoints: Sequence[Viewpoint | None]) -> Participant:
    viewpoint = viewpoints[at] if at < len(viewpoints) else None
    return Participant(id=who(at), name=who(at), viewpoint=viewpoint)


def _touchpoint(at: int, moment: Moment) -> Touchpoint:
    return Touchpoint(
        id=moment.name,
        stage_id=moment.stage,
        name=moment.name,
        position=position(at),
        **moment.fields,
    )


def _ratings(moment: Moment) -> dict[str, dict[Standpoint, Rating]]:
    return {
        who(at): {Standpoint.AS_PERSONA: Rating(**parts)}
        for at, parts in enumerate(moment.ratings)
        if parts
    }


def _evidence(moment: Moment) -> list[Evidence]:
    return [
        Evidence(
            id=f"{moment.name}-{kind}",
            evidence_type=kind,
            title="Source",
            touchpoint_ids=(moment.name,),
        )
        for kind in moment.evidence
    ]


def with_things(workshop: Workshop, *things: Evidence | Need | Opportunity) -> Workshop:
    """Return the workshop with more things in their collections."""
    for thing in things:
        collection = dict(getattr(workshop, thing.collection)) | {thing.id: thing}
        workshop = workshop.model_copy(update={thing.collection: collection})
    return workshop


def analysed(workshop: Workshop, journey: str = JOURNEY) -> JourneyAnalysis:
    return analyse(workshop, TODAY).journey(journey)


def of(workshop: Workshop, name: str) -> TouchpointAnalysis:
    """Analyse a workshop and return one of its touchpoints."""
    return analysed(workshop).touchpoint(name)
