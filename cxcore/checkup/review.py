"""Checks about time and order: is the map alive, and what came first?"""

from datetime import date

from cxcore.checkup.check import (
    NO_OPPORTUNITY,
    NO_TOUCHPOINT,
    Check,
    Outcome,
    exceeds,
    found,
    found_if,
    not_assessed,
)
from cxcore.checkup.facts import Facts
from cxcore.checkup.results import Essay, Severity
from cxcore.edit import place_of
from cxcore.model import Evidence, StatementTopic

AIMS = frozenset({StatementTopic.WANTS, StatementTopic.JOB, StatementTopic.EXPECTATION})
"""What a persona's statements say of goals and expectations."""


def on_the_shelf(facts: Facts) -> Outcome:
    """CX31: neither a review nor new evidence for long, or never."""
    if not facts.touchpoints:
        return not_assessed(NO_TOUCHPOINT)
    evidence = facts.workshop.evidence.values()
    reviews = [review.on for review in facts.workshop.reviews.values()]
    dated = [on for on in map(_day, evidence) if on is not None]
    if not dated and not reviews:
        return not_assessed("no evidence has a date") if evidence else found()
    age = (facts.as_of - max(reviews + dated)).days
    return found_if(exceeds(age, facts.limits["shelf_days"]), days=max(age, 0))


def _day(item: Evidence) -> date | None:
    if item.date is None and item.at is not None:
        return item.at.date()
    return item.date


def solution_first(facts: Facts) -> Outcome:
    """CX32: there are ideas, and no persona whose aims they would serve."""
    if not facts.workshop.opportunities:
        return not_assessed(NO_OPPORTUNITY)
    personas = sorted(facts.workshop.personas.values(), key=place_of)
    known = _with_aims(facts)
    without = [persona.id for persona in personas if persona.id not in known]
    numbers = {"ideas": len(facts.workshop.opportunities), "personas": len(without)}
    return found_if(bool(without) or not personas, without, **numbers)


def _with_aims(facts: Facts) -> set[str]:
    """Return the personas of whom a goal, a need or an expectation is known."""
    said = {
        statement.persona_id
        for statement in facts.workshop.statements.values()
        if statement.topic in AIMS and statement.text.strip()
    }
    needs = facts.workshop.needs.values()
    return said | {need.persona_id for need in needs if need.text.strip()}


CHECKS = (
    Check(
        id="CX31",
        name="Map on the shelf",
        severity=Severity.LOW,
        essays=(
            Essay.BRANDS_FAILING,
            Essay.PROCESSES_FIRST,
            Essay.THREE_CONCEPT_MISTAKES,
        ),
        question="When do we look at this again, and what will we have asked by then?",
        says=(
            "For {days} days nobody has reviewed this or added any evidence.",
            "Nobody has reviewed this yet, or added any evidence.",
        ),
        look=on_the_shelf,
        thresholds={"shelf_days": 180},
    ),
    Check(
        id="CX32",
        name="Solution before persona",
        severity=Severity.MEDIUM,
        essays=(Essay.PROCESSES_FIRST, Essay.THREE_CONCEPT_MISTAKES),
        question="What does she want to get done that these ideas help with?",
        says=(
            (
                "We already have {ideas} {ideas:idea|ideas}, and have not said yet "
                "what she wants to get done."
            ),
        ),
        look=solution_first,
    ),
)
