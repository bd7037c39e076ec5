"""How customers see a journey beside how insiders see it (check CX14)."""

from dataclasses import dataclass

from cxcore.analysis.customers import customers_of
from cxcore.analysis.results import JourneyAnalysis, TouchpointAnalysis
from cxcore.model import Workshop


@dataclass(frozen=True, slots=True)
class LensGap:
    """One touchpoint that both customers and insiders have rated."""

    touchpoint_id: str
    customers: float
    """Mean valence of customers, in the room and in surveys, -5 to 5."""
    insiders: float
    """Mean valence of those who are not customers, -5 to 5."""

    @property
    def gap(self) -> float:
        """How much better it feels to insiders, -10 to 10."""
        return self.insiders - self.customers


def lens_gaps(workshop: Workshop, journey: JourneyAnalysis) -> tuple[LensGap, ...]:
    """Return the touchpoints that both have rated, rosiest view of insiders first.

    Args:
        workshop: as people see it, without removed things.
        journey: what is computed of one of its journeys.
    """
    customers = customers_of(workshop, journey)
    if customers is None:
        return ()
    rows = []
    for each in journey.touchpoints:
        theirs = customers.points.get(each.id)
        others = _compared(each, theirs)
        if theirs is not None and others is not None:
            rows.append(LensGap(each.id, theirs, others))
    return tuple(sorted(rows, key=lambda row: -row.gap))


def _compared(each: TouchpointAnalysis, theirs: float | None) -> float | None:
    """Return what customers are compared with, so that nobody can be reckoned out.

    Where one customer in the room is withheld, the mean of all but them would tell,
    beside that of all, what they said: a survey is then compared with the whole room.
    """
    if theirs != each.customers_valence:
        return each.valence
    return each.others_valence
