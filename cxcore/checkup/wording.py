"""Checks about how the journey is cut: whose words, and which worlds."""

import re
from collections import Counter

from cxcore.checkup.check import (
    MADE_BY,
    NO_TOUCHPOINT,
    Check,
    Outcome,
    found,
    found_if,
    not_assessed,
    over_journeys,
    passed,
)
from cxcore.checkup.counting import reaches_for_certain, so_far
from cxcore.checkup.facts import Facts, JourneyFacts
from cxcore.checkup.results import Essay, Severity
from cxcore.compare import plain_name
from cxcore.model import Dimension

INTERNAL_WORDS = frozenset(
    {
        *("approve", "approval", "archive", "assign", "audit", "batch", "backlog"),
        *("crm", "dispatch", "erp", "escalate", "escalation", "kpi", "onboarding"),
        *("process", "processing", "provision", "reconcile", "route", "routing"),
        *("sla", "ticket", "triage", "upsell", "validate", "validation", "workflow"),
    }
)
"""First words that an organisation uses of itself, and a customer hardly ever.

Short on purpose: a name that starts with one of them deserves a second look, and
nothing more. "Ticket" is the one of the help desk; on a train it is a false alarm.
"""


def missing_dimension(facts: Facts) -> Outcome:
    """CX27: one of the three worlds is empty, or one is nearly everything."""
    return over_journeys(facts, lambda journey: _missing_dimension(facts, journey))


def _missing_dimension(facts: Facts, journey: JourneyFacts) -> Outcome:
    total = len(journey.touchpoints)
    if total < facts.limits["dimensions_from"]:
        return not_assessed("there are too few moments on the map")
    counts = Counter(each.touchpoint.dimension for each in journey.touchpoints)
    unknown = counts[None]
    limit = facts.limits["one_dimension"]
    said = {dimension: counts[dimension] for dimension in Dimension}
    most = max(said.values())
    nearly_all = reaches_for_certain(most, unknown, total, limit)
    numbers = {kind.value: count for kind, count in said.items()}
    if nearly_all or (not unknown and not all(said.values())):
        return found([journey.id], of=total, **numbers)
    if nearly_all is None or not all(said.values()):
        return not_assessed(so_far(total - unknown, total, MADE_BY))
    return passed(of=total, **numbers)


def not_her_tasks(facts: Facts) -> Outcome:
    """CX36: a moment is called as the organisation calls it."""
    if not facts.touchpoints:
        return not_assessed(NO_TOUCHPOINT)
    processes = {plain_name(one.name) for one in facts.workshop.processes.values()}
    ours = [
        each.id
        for each in facts.touchpoints
        if plain_name(each.touchpoint.name) in processes
        or _first_word(each.touchpoint.name) in INTERNAL_WORDS
    ]
    return found_if(bool(ours), ours, touchpoints=len(ours), of=len(facts.touchpoints))


def _first_word(name: str) -> str:
    match = re.search(r"\w+", name.casefold())
    return match.group() if match else ""


CHECKS = (
    Check(
        id="CX27",
        name="Missing dimension",
        severity=Severity.LOW,
        essays=(Essay.PROCESSES_FIRST,),
        question="Which does she miss on her way: things, people or tools?",
        says=(
            (
                "Of {of} moments, things make {physical:none}, people {social:none} "
                "and tools {technological:none}."
            ),
        ),
        look=missing_dimension,
        thresholds={"one_dimension": 0.8, "dimensions_from": 5},
    ),
    Check(
        id="CX36",
        name="Tasks not the customer's",
        severity=Severity.LOW,
        essays=(Essay.PROCESSES_FIRST, Essay.DESIGNING),
        question="What would she call this moment?",
        says=(
            (
                "{touchpoints} of {of} moments {touchpoints:has a name|have names} "
                "from our world, not from hers."
            ),
        ),
        look=not_her_tasks,
    ),
)
