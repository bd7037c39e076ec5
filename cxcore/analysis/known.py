"""What a journey rests on: how each touchpoint is known, and from which evidence.

The picture of the journey by evidence (section 7 of docs/method.md).
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cxcore.analysis.confidence import (
    item_confidence,
    journeys_of_evidence,
    touchpoints_of_evidence,
)
from cxcore.analysis.results import JourneyAnalysis, KnownFrom, TouchpointAnalysis
from cxcore.model import Evidence, EvidenceType, Workshop


class KnownBy(StrEnum):
    """How something is known, weakest first."""

    GUESS = "guess"
    STAFF = "staff"
    MEASURED = "measured"
    OBSERVED = "observed"


KNOWN_BY: Mapping[EvidenceType, KnownBy] = {
    EvidenceType.ASSUMPTION: KnownBy.GUESS,
    EvidenceType.INTERNAL_OPINION: KnownBy.GUESS,
    EvidenceType.STAFF_KNOWLEDGE: KnownBy.STAFF,
    EvidenceType.BEHAVIOURAL_DATA: KnownBy.MEASURED,
    EvidenceType.SURVEY: KnownBy.MEASURED,
    EvidenceType.COMPLAINTS: KnownBy.MEASURED,
    EvidenceType.INTERVIEW: KnownBy.OBSERVED,
    EvidenceType.DIARY: KnownBy.OBSERVED,
    EvidenceType.CO_CREATION: KnownBy.OBSERVED,
    EvidenceType.OBSERVATION: KnownBy.OBSERVED,
    EvidenceType.MYSTERY_SHOPPING: KnownBy.OBSERVED,
    EvidenceType.WALK_THROUGH: KnownBy.OBSERVED,
    EvidenceType.EXPERIMENT: KnownBy.OBSERVED,
}
"""Numbers count somebody, whoever observes has looked or asked."""


@dataclass(frozen=True, slots=True)
class KnownMoment:
    """How one touchpoint is known."""

    touchpoint_id: str
    level: KnownBy
    """How its most trusted evidence knows it; a guess where that is not enough."""
    also: tuple[KnownBy, ...]
    """How its other evidence knows it, strongest first; guesses are left out."""
    confidence: float
    """How far all of it carries together, 0 to 1 (4.6)."""
    is_critical: bool
    """It is among those that need work first."""
    evidence_ids: tuple[str, ...]
    """Its evidence, most trusted first."""


def known_moments(
    workshop: Workshop, journey: JourneyAnalysis, as_of: date
) -> tuple[KnownMoment, ...]:
    """Return how every touchpoint of a journey is known, in map order.

    Args:
        workshop: as people see it, without removed things.
        journey: what is computed of one of its journeys.
        as_of: the day on which the age of evidence is counted.
    """
    rule = workshop.settings.evidence
    worth = {
        item.id: item_confidence(item, rule, as_of)
        for item in workshop.evidence.values()
    }
    linked = LinkedEvidence(workshop)
    return tuple(
        _known(each, linked.of(each.id, journey.journey_id), worth)
        for each in journey.touchpoints
    )


class LinkedEvidence:
    """The evidence of a workshop, looked up by touchpoint and by journey."""

    def __init__(self, workshop: Workshop) -> None:
        self._touchpoints: dict[str, list[Evidence]] = defaultdict(list)
        self._journeys: dict[str, list[Evidence]] = defaultdict(list)
        for item in workshop.evidence.values():
            for touchpoint_id in touchpoints_of_evidence(item, workshop):
                self._touchpoints[touchpoint_id].append(item)
            for journey_id in journeys_of_evidence(item):
                self._journeys[journey_id].append(item)

    def of(self, touchpoint_id: str, journey_id: str) -> tuple[Evidence, ...]:
        """Return the evidence that counts for a touchpoint of a journey, each once.

        That is what names the touchpoint or a process of it, and what is about the
        journey as a whole.
        """
        items = (
            *self._touchpoints.get(touchpoint_id, ()),
            *self._journeys.get(journey_id, ()),
        )
        return tuple({item.id: item for item in items}.values())


def _known(
    each: TouchpointAnalysis, items: tuple[Evidence, ...], worth: Mapping[str, float]
) -> KnownMoment:
    best: dict[KnownBy, float] = {}
    for item in items:
        by = KNOWN_BY[item.evidence_type]
        best[by] = max(worth[item.id], best.get(by, 0.0))
    is_guess = not best or each.known_from is KnownFrom.GUESS
    level = KnownBy.GUESS if is_guess else max(best, key=lambda by: (best[by], by))
    strongest_first = reversed(KnownBy)
    return KnownMoment(
        touchpoint_id=each.id,
        level=level,
        also=tuple(
            by
            for by in strongest_first
            if by in best and by not in (level, KnownBy.GUESS)
        ),
        confidence=each.confidence,
        is_critical=each.is_critical,
        evidence_ids=tuple(
            item.id for item in sorted(items, key=lambda e: (-worth[e.id], e.id))
        ),
    )
