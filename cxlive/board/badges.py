"""What the cards of the journey wear, as a key of the table of state."""

from cxcore.analysis import JourneyAnalysis
from cxcore.checkup import badges_of
from cxcore.model import JourneyKind, Workshop
from cxcore.words import BADGE_WORDS
from cxlive.channel.messages import Table


def badge_keys(workshop: Workshop, analysis: JourneyAnalysis | None) -> Table:
    """Return ``badges``: code and word by touchpoint, of a journey of today."""
    if analysis is None:
        return {"badges": {}}
    journey = workshop.journeys[analysis.journey_id]
    is_today = journey.journey_kind is JourneyKind.ACTUAL
    worn = badges_of(workshop, analysis) if is_today else {}
    return {
        "badges": {
            touchpoint_id: [[badge.value, BADGE_WORDS[badge]] for badge in badges]
            for touchpoint_id, badges in worn.items()
        }
    }
