"""The customers' own curve beside everybody's; a lone customer is asked first (16)."""

from collections.abc import Mapping
from dataclasses import dataclass

from cxcore.analysis.alone import has_felt
from cxcore.analysis.results import JourneyAnalysis, TouchpointAnalysis
from cxcore.analysis.surveys import respondents_of
from cxcore.model import Participant, Viewpoint, Workshop
from cxcore.model.base import ParticipantId, TouchpointId


@dataclass(frozen=True)
class Customers:
    """How the journey feels to the customers, in the room and in surveys."""

    points: Mapping[TouchpointId, float]
    """Mean valence, -5 to 5, of the touchpoints that customers have rated.

    What one customer in the room rated alone is left out until they agree: there
    stands what surveys say without them, if anything.
    """
    raters: int
    """Customers in the room who have rated."""
    respondents: int = 0
    """People who have answered a survey about the journey."""
    withheld: bool = False
    """Customers who rated alone have not agreed to it: no point is made of theirs."""
    to_ask: frozenset[ParticipantId] = frozenset()
    """Those of them who are in the room: who came by a link was asked there."""


def customers_of(workshop: Workshop, journey: JourneyAnalysis) -> Customers | None:
    """Return the customers' own curve; None where no customer has said anything.

    Args:
        workshop: as people see it, without removed things.
        journey: what is computed of one of its journeys.
    """
    customers = [
        person
        for person in workshop.participants.values()
        if person.viewpoint is Viewpoint.CUSTOMER
    ]
    points: dict[TouchpointId, float] = {}
    raters: dict[ParticipantId, Participant] = {}
    is_withheld = True
    for each in journey.touchpoints:
        said = workshop.ratings.get(each.id, {})
        spoke = [who for who in customers if has_felt(said.get(who.id, {}))]
        if not spoke and each.survey_valence is None:
            continue
        raters |= {who.id: who for who in spoke}
        point = _point(each, spoke)
        is_withheld &= not (spoke and _may_be_shown(spoke))
        if point is not None:
            points[each.id] = point
    if not (raters or points):
        return None
    asked = respondents_of(workshop, points) if points else 0
    if not (raters and is_withheld):
        return Customers(points, len(raters), asked)
    to_ask = frozenset(key for key, who in raters.items() if not who.anonymous)
    return Customers(points, len(raters), asked, withheld=True, to_ask=to_ask)


def _point(each: TouchpointAnalysis, spoke: list[Participant]) -> float | None:
    """Return what may be shown of a touchpoint; None: nothing."""
    return each.customers_valence if _may_be_shown(spoke) else each.survey_valence


def _may_be_shown(spoke: list[Participant]) -> bool:
    """Tell whether nobody stands alone with a point who has not agreed to it."""
    return len(spoke) > 1 or all(who.shown_alone for who in spoke)
