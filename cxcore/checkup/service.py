"""The check that tells an experience from the service that mends it."""

import re
from collections import Counter

from cxcore.checkup.check import (
    NO_TOUCHPOINT,
    Check,
    Outcome,
    found,
    not_assessed,
    over_journeys,
    passed,
    reaches,
)
from cxcore.checkup.counting import reaches_for_certain
from cxcore.checkup.facts import Facts, JourneyFacts
from cxcore.checkup.results import Essay, Severity
from cxcore.model import Purchase

HELPS = re.compile(
    r"^services?$"
    r"|\b(support|hotline|complaints?|after[ -]?sales|(help|service)[ -]?desk"
    r"|(customer|client)s? (services?|care|relations)|(call|contact)[ -]?cent(re|er))\b"
)
"""Names of a department that looks after customers who need help.

"Service" and "care" alone are no sign: room service and home care are what she came
for. Names are a crude way to know a department; this only ever asks a question.
"""


def only_service(facts: Facts) -> Outcome:
    """CX23: the journey is mostly help, or it has no before or no after."""
    return over_journeys(facts, lambda journey: _only_service(facts, journey))


def _only_service(facts: Facts, journey: JourneyFacts) -> Outcome:
    if not journey.touchpoints:
        return not_assessed(NO_TOUCHPOINT)
    helps = _mostly_help(facts, journey)
    if helps is not None:
        return helps
    ends = _without_ends(journey)
    if ends is not None:
        return ends
    if not _knows_both_ends(journey):
        return not_assessed(
            "not every stage says whether it is before, during or after buying"
        )
    if _help_is_open(facts, journey):
        return not_assessed("too many moments have no department")
    return passed(touchpoints=len(journey.touchpoints))


def _mostly_help(facts: Facts, journey: JourneyFacts) -> Outcome | None:
    helper, count = _helper(journey)
    total = len(journey.touchpoints)
    if not reaches(count / total, facts.limits["service_share"]):
        return None
    theirs = [e.id for e in journey.touchpoints if e.owner.casefold() == helper]
    return found(theirs, touchpoints=count, of=total, share=count / total)


def _help_is_open(facts: Facts, journey: JourneyFacts) -> bool:
    """Tell whether moments without an owner could make it mostly help."""
    unknown = sum(not each.owner for each in journey.touchpoints)
    limit, total = facts.limits["service_share"], len(journey.touchpoints)
    count = _helper(journey)[1]
    return reaches_for_certain(count, unknown, total, limit) is None


def _helper(journey: JourneyFacts) -> tuple[str, int]:
    """Return the department of helpers with most moments, and how many these are."""
    owners = [each.owner.casefold() for each in journey.touchpoints]
    counts = Counter(name for name in owners if HELPS.search(name))
    return max(counts.items(), key=lambda one: one[1], default=("", 0))


def _without_ends(journey: JourneyFacts) -> Outcome | None:
    """Return what is found where all stages say where they stand."""
    said = Counter(stage.purchase for stage in journey.stages)
    before, after = said[Purchase.BEFORE], said[Purchase.AFTER]
    if said[None] or (before and after):
        return None
    return found([journey.id], before=before, after=after)


def _knows_both_ends(journey: JourneyFacts) -> bool:
    said = {stage.purchase for stage in journey.stages}
    return {Purchase.BEFORE, Purchase.AFTER} <= said


CHECKS = (
    Check(
        id="CX23",
        name="Service is not the experience",
        severity=Severity.MEDIUM,
        essays=(Essay.PROCESSES_FIRST, Essay.THREE_CONCEPT_MISTAKES),
        question="What happens to her before she needs help, and after?",
        says=(
            (
                "One department that helps customers answers for {touchpoints} of {of} "
                "moments."
            ),
            "Of our stages, {before:none} come before buying and {after:none} after.",
        ),
        look=only_service,
        thresholds={"service_share": 0.6},
    ),
)
