"""What a private round asks: its forms, and how many answers each one costs."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from cxcore.commands import SetValue
from cxcore.edit import place_of, visible
from cxcore.model import ImportanceMode, Journey, Workshop

OVERALL = "overall"
"""The part that asks about the journey as a whole, as in ``Answers.overall``."""
TOP = 3
"""How many touchpoints the deeper questions are asked about."""
DOTS = 3
"""How many moments a person may mark as those that matter most."""
SECONDS_A_TAP = 7
"""What one answer takes, thinking included; a round says its minutes beforehand."""


class RoundForm(StrEnum):
    """The forms of a private round; the light one is offered first."""

    LIGHT = "light"
    """The whole, three dots, then the curve."""
    FULL = "full"
    """Every part of a rating; importance before feeling."""
    SECOND_LOOK = "second_look"
    """The curve once more, after the talk."""
    TOP_THREE = "top_three"
    """Expectation and effort of the three that need work first."""


@dataclass(frozen=True)
class Asked:
    """What a round asks.

    Attributes:
        parts: parts of a rating, and ``overall``, in the order of asking.
        touchpoint_ids: the touchpoints asked about; None: all of the journey.
        counts_dots: the journey has to count dots for it, whatever it did before.
    """

    parts: tuple[str, ...]
    touchpoint_ids: tuple[str, ...] | None = None
    counts_dots: bool = False


_DEEPER = ("expectation", "performance", "effort")


def asked_by(
    workshop: Workshop, journey_id: str, form: RoundForm, ranking: tuple[str, ...] = ()
) -> Asked:
    """Return what a form of round asks of a journey; nothing where it has no moments.

    Args:
        workshop: with the journey.
        journey_id: the journey.
        form: which questions.
        ranking: touchpoints that need work, worst first; for the top three only.
    """
    if not touchpoints_of(workshop, journey_id):
        return Asked(())
    match form:
        case RoundForm.LIGHT:
            return _light(workshop, journey_id)
        case RoundForm.FULL:
            importance = "dot" if _counts_dots(workshop, journey_id) else "importance"
            return Asked((importance, "valence", *_DEEPER))
        case RoundForm.SECOND_LOOK:
            return Asked(("valence",))
        case RoundForm.TOP_THREE:
            return Asked(_DEEPER if ranking else (), ranking[:TOP])


def taps(asked: Asked, touchpoints: int) -> int:
    """Return how many answers a round costs a person.

    Args:
        asked: what it asks.
        touchpoints: how many touchpoints it asks about.
    """
    each = {OVERALL: 1, "dot": min(DOTS, touchpoints)}
    return sum(each.get(part, touchpoints) for part in asked.parts)


def minutes(answers: int) -> int:
    """Return about how many minutes so many answers take, at least 1."""
    return max(1, ceil(answers * SECONDS_A_TAP / 60))


def question(part: str, persona: str | None) -> str:
    """Return the question about a part, asked by standpoint.

    Args:
        part: a part of a rating, or ``overall``.
        persona: whose journey it is; None: the customer's.
    """
    # "Helena, one machine, two footballers" is asked as Helena.
    who = (persona or "the customer").split(",")[0]
    return _QUESTIONS[part].format(who=who)


_QUESTIONS: Mapping[str, str] = {
    OVERALL: "All in all, how is it for {who}?",
    "dot": "Which three moments matter most to {who}?",
    "importance": "As {who}, how much does it matter?",
    "valence": "As {who}, how does it feel?",
    "expectation": "As {who}, how good do I expect it to be?",
    "performance": "As {who}, how good is it really?",
    "effort": "As {who}, how hard is it?",
}

HINTS: Mapping[str, str] = {
    OVERALL: "0 is the worst, 10 the best.",
    "dot": "Tap up to three. Tap again to take one back.",
    "importance": "1 hardly matters, 5 matters most.",
    "valence": "Tap or drag; what you leave open stays a gap.",
    "expectation": "0 is nothing at all, 10 is perfect.",
    "performance": "0 is nothing at all, 10 is perfect.",
    "effort": "1 is easy, 7 is very hard.",
}
"""How to answer, in one line."""


def _light(workshop: Workshop, journey_id: str) -> Asked:
    """Ask for dots where the journey counts them, or nothing else is known yet."""
    if _counts_dots(workshop, journey_id):
        return Asked((OVERALL, "dot", "valence"))
    if _knows_importance(workshop, journey_id):
        return Asked((OVERALL, "valence"))
    return Asked((OVERALL, "dot", "valence"), counts_dots=True)


def _counts_dots(workshop: Workshop, journey_id: str) -> bool:
    return workshop.journeys[journey_id].importance_mode is ImportanceMode.DOTS


def _knows_importance(workshop: Workshop, journey_id: str) -> bool:
    ratings = visible(workshop).ratings
    return any(
        rating.importance is not None
        for touchpoint_id in touchpoints_of(workshop, journey_id)
        for said in ratings.get(touchpoint_id, {}).values()
        for rating in said.values()
    )


def touchpoints_of(workshop: Workshop, journey_id: str) -> list[str]:
    """Return the ids of a journey's touchpoints that are not removed, in order."""
    seen = visible(workshop)
    stages = seen.stages
    in_map_order = sorted(
        seen.touchpoints.values(),
        key=lambda each: (place_of(stages[each.stage_id]), place_of(each)),
    )
    return [
        touchpoint.id
        for touchpoint in in_map_order
        if stages[touchpoint.stage_id].journey_id == journey_id
    ]


def counting_dots(journey: Journey) -> tuple[SetValue, ...]:
    """Return what makes a journey count dots; nothing where it does already."""
    if journey.importance_mode is ImportanceMode.DOTS:
        return ()
    dots = ImportanceMode.DOTS.value
    field = "importance_mode"
    return (SetValue(of=Journey.kind, id=journey.id, field=field, value=dots),)
