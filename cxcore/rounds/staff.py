"""Whom a staff round asks, and about which moments."""

from cxcore.model import Ownership, Touchpoint, Viewpoint, Workshop
from cxcore.rounds.order import touchpoints_of

DELIVERERS = (Viewpoint.FRONT_LINE, Viewpoint.BACK_STAGE)
"""Who delivers a journey; nobody else can say whether they could, and want to."""

_OURS = (None, Ownership.BRAND)


def staff_of(workshop: Workshop) -> frozenset[str]:
    """Return the participants who deliver it; never a voice without a name."""
    return frozenset(
        person.id
        for person in workshop.participants.values()
        if person.viewpoint in DELIVERERS and not (person.removed or person.anonymous)
    )


def delivered(workshop: Workshop, journey_id: str) -> tuple[str, ...]:
    """Return the touchpoints that a staff round asks about, in order.

    Those are ours (not a partner's, the customer's or other people's) and may need
    a person: their channel is one in which she meets people of ours, or is not
    said. Where no touchpoint is like that, all that are ours.
    """
    ours = [
        workshop.touchpoints[touchpoint_id]
        for touchpoint_id in touchpoints_of(workshop, journey_id)
        if workshop.touchpoints[touchpoint_id].ownership in _OURS
    ]
    asked = [each for each in ours if _may_need_a_person(each)] or ours
    return tuple(each.id for each in asked)


def _may_need_a_person(touchpoint: Touchpoint) -> bool:
    return touchpoint.is_human is not False
