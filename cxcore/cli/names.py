"""Names and sentences that both forms of the analysis say."""

from cxcore.analysis import JourneyAnalysis
from cxcore.model import Workshop
from cxcore.words import headline_sentence


def persona_name(workshop: Workshop, journey_id: str) -> str | None:
    """Return for whom a journey is drawn; None where nobody is named."""
    persona_id = workshop.journeys[journey_id].persona_id
    persona = workshop.personas.get(persona_id or "")
    return None if persona is None or persona.removed else persona.name


def headline(workshop: Workshop, journey: JourneyAnalysis) -> str:
    """Return what a journey says in a sentence."""
    names = {one.id: workshop.touchpoints[one.id].name for one in journey.touchpoints}
    return headline_sentence(journey.headline, names)
