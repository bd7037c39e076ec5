"""Names and sentences that both forms of the analysis say."""

from collections.abc import Mapping

from cxcore.analysis import JourneyAnalysis
from cxcore.model import Workshop
from cxcore.words import headline_sentence

WIDEST = 32
"""Characters of a name in a table or a sentence."""


def short(name: str) -> str:
    """Return a name that is not too wide for a line."""
    return name if len(name) <= WIDEST else name[: WIDEST - 1] + "…"


def moment_names(workshop: Workshop) -> Mapping[str, str]:
    """Return short names of all touchpoints by id, removed ones too."""
    return {key: short(one.name) for key, one in workshop.touchpoints.items()}


def persona_name(workshop: Workshop, journey_id: str) -> str | None:
    """Return for whom a journey is drawn; None where nobody is named."""
    persona_id = workshop.journeys[journey_id].persona_id
    persona = workshop.personas.get(persona_id or "")
    return None if persona is None or persona.removed else persona.name


def headline(workshop: Workshop, journey: JourneyAnalysis) -> str:
    """Return what a journey says in a sentence."""
    names = {one.id: workshop.touchpoints[one.id].name for one in journey.touchpoints}
    return headline_sentence(journey.headline, names)
