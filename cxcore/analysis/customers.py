"""The customers' own curve beside everybody's; a lone customer is asked first (16)."""

from collections.abc import Mapping
from dataclasses import dataclass

from cxcore.analysis.results import JourneyAnalysis
from cxcore.model import Participant, Standpoint, Viewpoint, Workshop
from cxcore.model.base import TouchpointId


@dataclass(frozen=True)
class Customers:
    """How the journey feels to the customers in the room."""

    points: Mapping[TouchpointId, float]
    """Mean valence, -5 to 5, of the touchpoints that customers have rated.

    A touchpoint that one customer rated alone is left out until they agree.
    """
    raters: int
    withheld: bool = False
    """Customers who rated alone have not agreed to be shown alone: no points."""


def customers_of(workshop: Workshop, journey: JourneyAnalysis) -> Customers | None:
    """Return the customers' own curve; None where no customer has rated.

    Args:
        workshop: as people see it, without removed things.
        journey: what is computed of one of its journeys.
    """
    customers = [
        person
        for person in workshop.participants.values()
        if person.viewpoint is Viewpoint.CUSTOMER
    ]
    points, raters = {}, set()
    for each in journey.touchpoints:
        if each.customers_valence is None:
            continue
        spoke = [who for who in customers if _has_felt(workshop, who.id, each.id)]
        raters |= {who.id for who in spoke}
        if _may_be_shown(spoke):
            points[each.id] = each.customers_valence
    if not raters:
        return None
    return Customers(points, len(raters), withheld=not points)


def _may_be_shown(spoke: list[Participant]) -> bool:
    """Tell whether nobody stands alone with a point who has not agreed to it."""
    return len(spoke) > 1 or all(who.shown_alone for who in spoke)


def _has_felt(workshop: Workshop, who: str, touchpoint_id: str) -> bool:
    """Tell whether they said how it feels; other parts do not make a curve."""
    said = workshop.ratings.get(touchpoint_id, {}).get(who, {})
    spoken = (Standpoint.OWN_EXPERIENCE, Standpoint.AS_PERSONA)  # never as told
    return any(said[at].valence is not None for at in spoken if at in said)
