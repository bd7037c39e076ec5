"""Checks about what the map rests on: guesses, insiders' views, or customers."""

from cxcore.analysis import lens_gaps
from cxcore.checkup.check import (
    NO_TOUCHPOINT,
    Check,
    Outcome,
    exceeds,
    found,
    found_if,
    not_assessed,
    over_journeys,
    passed,
    reaches,
)
from cxcore.checkup.facts import Facts, JourneyFacts
from cxcore.checkup.results import Essay, Severity
from cxcore.model import Evidence, EvidenceType

WALKED = frozenset(
    {
        EvidenceType.WALK_THROUGH,
        EvidenceType.OBSERVATION,
        EvidenceType.MYSTERY_SHOPPING,
    }
)
"""Kinds of evidence for which somebody went there."""


def built_on_assumptions(facts: Facts) -> Outcome:
    """CX10: most of what is said of a journey, or of a critical moment, is a guess."""

    def look(journey: JourneyFacts) -> Outcome:
        if not journey.touchpoints:
            return not_assessed(NO_TOUCHPOINT)
        trusted_from = facts.limits["critical_known_from"]
        guessed = [
            each
            for each in journey.touchpoints
            if not reaches(each.result.confidence, trusted_from)
        ]
        critical = [each for each in guessed if each.is_critical]
        unknown = sum(
            each.weight * (1 - each.result.confidence) for each in journey.touchpoints
        )
        mostly = exceeds(unknown, facts.limits["guessed_share"])
        where = [each.id for each in (guessed if mostly else critical)]
        counts = {"guessed": len(guessed), "critical": len(critical)}
        return found_if(
            mostly or bool(critical),
            where or [journey.id],
            None,
            unknown=unknown,
            of=len(journey.touchpoints),
            **{name: count for name, count in counts.items() if count},
        )

    return over_journeys(facts, look)


def dashboard_tells_all(facts: Facts) -> Outcome:
    """CX11: a journey has evidence, and all of it comes from inside."""
    insiders = facts.settings.evidence.insiders

    def look(journey: JourneyFacts) -> Outcome:
        items = _evidence(journey)
        if not items:
            return not_assessed("no evidence is written down yet")
        heard = sum(item.evidence_type not in insiders for item in items)
        return found_if(not heard, [journey.id], evidence=len(items), customers=heard)

    return over_journeys(facts, look)


def nobody_walked_it(facts: Facts) -> Outcome:
    """CX13: no walk-through, observation or mystery shopping of a journey."""

    def look(journey: JourneyFacts) -> Outcome:
        if not journey.touchpoints:
            return not_assessed(NO_TOUCHPOINT)
        items = _evidence(journey)
        walked = sum(item.evidence_type in WALKED for item in items)
        return found_if(not walked, [journey.id], evidence=len(items), walked=walked)

    return over_journeys(facts, look)


def own_lens_gap(facts: Facts) -> Outcome:
    """CX14: moments that feel better to the others than to customers."""
    gaps = _gaps(facts)
    if not gaps:
        return not_assessed("no moment is rated both by customers and by others")
    largest = max(gaps.values())
    wide_from = facts.limits["own_lens_gap"]
    wide = [
        each.id
        for each in facts.touchpoints
        if each.id in gaps and reaches(gaps[each.id], wide_from)
    ]
    numbers = {"touchpoints": len(wide), "of": len(gaps), "gap": largest}
    if not wide:
        return passed(**numbers)
    critical = any(each.id in wide for each in facts.critical)
    return found(wide, Severity.HIGH if critical else None, **numbers)


def _gaps(facts: Facts) -> dict[str, float]:
    """Return how much better it feels to the others, by touchpoint: as it is shown."""
    return {
        each.touchpoint_id: each.gap
        for journey in facts.journeys
        for each in lens_gaps(facts.workshop, journey.analysis)
    }


def _evidence(journey: JourneyFacts) -> list[Evidence]:
    """Return what a journey rests on, each item once."""
    items = {item.id: item for each in journey.touchpoints for item in each.evidence}
    return list(items.values())


CHECKS = (
    Check(
        id="CX10",
        name="Built on assumptions",
        severity=Severity.HIGH,
        essays=(Essay.BRANDS_FAILING,),
        question="Which guess would hurt most if it were wrong, and whom do we ask?",
        says=(
            (
                "{guessed} of {of} moments {guessed:rests|rest} on our guess, and "
                "{critical} of these {critical:needs|need} work first."
            ),
            "{guessed} of {of} moments {guessed:rests|rest} on our guess.",
            "{unknown:%} of what matters on this journey rests on our guess.",
        ),
        look=built_on_assumptions,
        thresholds={"guessed_share": 0.6, "critical_known_from": 0.3},
    ),
    Check(
        id="CX11",
        name="Dashboard tells all",
        severity=Severity.HIGH,
        essays=(Essay.BRANDS_FAILING,),
        question="Which number surprises us, and which customer could tell us why?",
        says=(
            (
                "We have {evidence} {evidence:piece|pieces} of evidence, and none "
                "comes from customers themselves."
            ),
        ),
        look=dashboard_tells_all,
    ),
    Check(
        id="CX13",
        name="Nobody walked it",
        severity=Severity.MEDIUM,
        essays=(Essay.DESIGNING, Essay.BRANDS_FAILING),
        question="Who of us walks this journey as a customer before we meet again?",
        says=("Nobody has gone through this journey to see for themselves.",),
        look=nobody_walked_it,
    ),
    Check(
        id="CX14",
        name="Own-lens gap",
        severity=Severity.MEDIUM,
        essays=(Essay.BRANDS_FAILING,),
        question="What do customers see here that we do not?",
        says=(
            (
                "{touchpoints} of {of} moments {touchpoints:feels|feel} better to us "
                "than to customers, by up to {gap} points."
            ),
        ),
        look=own_lens_gap,
        thresholds={"own_lens_gap": 2},
    ),
)
