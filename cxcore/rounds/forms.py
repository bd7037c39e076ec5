"""The forms of a private round, and what each one asks."""

from dataclasses import dataclass
from enum import StrEnum

from cxcore.commands import SetValue
from cxcore.edit import visible
from cxcore.model import (
    ImportanceMode,
    Journey,
    Persona,
    StatementTopic,
    Workshop,
)
from cxcore.rounds.order import touchpoints_of
from cxcore.rounds.staff import delivered

OVERALL = "overall"
"""The part that asks about the journey as a whole, as in ``Answers.overall``."""
ABLE, WILLING = "able", "willing"
STAFF_PARTS = (ABLE, WILLING)
"""What a staff round asks of each moment, as in ``Answers``."""
NAME = "name"
"""The part that proposes a name for a persona who has none yet."""
CARDS = tuple(
    topic.value
    for topic in (
        StatementTopic.SENTENCE,
        StatementTopic.WANTS,
        StatementTopic.FEARS,
        StatementTopic.SMILES,
        StatementTopic.OTHERS,
    )
)
"""The five cards that a persona starts as (decision 31)."""
NEW_PERSONA = "New persona"
"""What a persona is called as long as nobody has given her a name."""
TOP = 3
"""How many touchpoints the deeper questions are asked about."""
DOTS = 3
"""How many moments a person may mark as those that matter most."""


class RoundForm(StrEnum):
    """The forms of a private round; the light one is offered first."""

    LIGHT = "light"
    """The whole, three dots, then the curve."""
    FULL = "full"
    """Every part of a rating; importance before feeling, unless a survey says it."""
    SECOND_LOOK = "second_look"
    """The curve once more, after the talk."""
    TOP_THREE = "top_three"
    """Expectation and effort of the three that need work first."""
    CARDS = "cards"
    """Who is she? Five cards about a persona, in words."""
    STAFF = "staff"
    """Could we deliver it tomorrow, do we want to? For those who deliver it."""

    @property
    def rates(self) -> bool:
        """Whether it asks for ratings of a journey."""
        return self not in (RoundForm.CARDS, RoundForm.STAFF)


@dataclass(frozen=True)
class Asked:
    """What a round asks.

    Attributes:
        parts: parts of a rating, ``overall``, answers of staff, or cards with
            ``name`` before them; in the order of asking.
        touchpoint_ids: the touchpoints asked about; None: all of the journey.
        counts_dots: the journey has to count dots for it, whatever it did before.
    """

    parts: tuple[str, ...]
    touchpoint_ids: tuple[str, ...] | None = None
    counts_dots: bool = False


_DEEPER = ("expectation", "performance", "effort")


def asked_about(persona: Persona) -> Asked:
    """Return what five cards ask about a persona: a name too while she has none."""
    return Asked((NAME, *CARDS) if persona.name == NEW_PERSONA else CARDS)


def asked_by(  # noqa: PLR0911 - a case each
    workshop: Workshop, journey_id: str, form: RoundForm, ranking: tuple[str, ...] = ()
) -> Asked:
    """Return what a form of round asks of a journey; nothing where it has no moments.

    Args:
        workshop: with the journey.
        journey_id: the journey.
        form: which questions; the cards ask nothing of a journey.
        ranking: touchpoints that need work, worst first; for the top three only.
    """
    if not touchpoints_of(workshop, journey_id):
        return Asked(())
    match form:
        case RoundForm.LIGHT:
            return _light(workshop, journey_id)
        case RoundForm.FULL:
            return Asked((*_importance(workshop, journey_id), "valence", *_DEEPER))
        case RoundForm.SECOND_LOOK:
            return Asked(("valence",))
        case RoundForm.TOP_THREE:
            return Asked(_DEEPER if ranking else (), ranking[:TOP])
        case RoundForm.STAFF:
            ours = delivered(workshop, journey_id)
            return Asked(STAFF_PARTS if ours else (), ours)
        case RoundForm.CARDS:
            return Asked(())


def _light(workshop: Workshop, journey_id: str) -> Asked:
    """Ask for dots where the journey counts them, or nothing else is known yet."""
    if _has_survey(workshop, journey_id):
        return Asked((OVERALL, "valence"))
    if _counts_dots(workshop, journey_id):
        return Asked((OVERALL, "dot", "valence"))
    if _knows_importance(workshop, journey_id):
        return Asked((OVERALL, "valence"))
    return Asked((OVERALL, "dot", "valence"), counts_dots=True)


def _counts_dots(workshop: Workshop, journey_id: str) -> bool:
    return workshop.journeys[journey_id].importance_mode is ImportanceMode.DOTS


def _has_survey(workshop: Workshop, journey_id: str) -> bool:
    """Tell whether customers have said what matters: an answer would not count."""
    return workshop.journeys[journey_id].importance_mode is ImportanceMode.SURVEY


def _importance(workshop: Workshop, journey_id: str) -> tuple[str, ...]:
    """Return how the journey asks what matters; nothing where a survey says it."""
    if _has_survey(workshop, journey_id):
        return ()
    return ("dot",) if _counts_dots(workshop, journey_id) else ("importance",)


def _knows_importance(workshop: Workshop, journey_id: str) -> bool:
    ratings = visible(workshop).ratings
    return any(
        rating.importance is not None
        for touchpoint_id in touchpoints_of(workshop, journey_id)
        for said in ratings.get(touchpoint_id, {}).values()
        for rating in said.values()
    )


def counting_dots(journey: Journey) -> tuple[SetValue, ...]:
    """Return what makes a journey count dots; nothing where it does already.

    What a survey says is given up by going back alone, never by asking the room.
    """
    if journey.importance_mode is not ImportanceMode.SCALE:
        return ()
    dots = ImportanceMode.DOTS.value
    field = "importance_mode"
    return (SetValue(of=Journey.kind, id=journey.id, field=field, value=dots),)
