"""Checks about departments: what each sees, and who sees the whole journey."""

from collections.abc import Mapping

from cxcore.analysis import NOBODY, Handovers, JourneyAnalysis, handovers_of
from cxcore.checkup.check import (
    FEW_RATED,
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

SEVERAL = 2
"""So many departments make a silo possible."""


def green_departments(facts: Facts) -> Outcome:
    """CX20: every department looks fine, and the journey does not."""

    def look(journey: JourneyFacts) -> Outcome:
        if not facts.enough(len(journey.rated), len(journey.touchpoints)):
            return not_assessed(FEW_RATED)
        return looks_green(journey.analysis, facts.limits)

    return over_journeys(facts, look)


def looks_green(whole: JourneyAnalysis, limits: Mapping[str, float]) -> Outcome:
    """Look at one journey for CX20: found, if it is worse than each department.

    Args:
        whole: the journey, analysed in full.
        limits: every threshold by its name.
    """
    levels = [
        group.mean
        for group in whole.departments
        if group.id != NOBODY and group.mean is not None
    ]
    if len(levels) < SEVERAL or whole.score is None or whole.mean is None:
        return not_assessed("fewer than two departments have moments that are rated")
    numbers = {"departments": len(levels), "lowest": min(levels)}
    if not reaches(min(levels), limits["green_from"]):
        return passed(**numbers)
    if not reaches(whole.score, limits["journey_red_below"]):
        return found([whole.journey_id], score=whole.score, **numbers)
    overall = whole.overall.value if whole.overall else None
    if overall is not None and exceeds(
        whole.mean - overall / 10, limits["whole_worse_by"]
    ):
        return found([whole.journey_id], overall=overall, **numbers)
    return passed(score=whole.score, **numbers)


def pain_at_the_seams(facts: Facts) -> Outcome:
    """CX21: it hurts where the journey changes hands, or it does so too often."""
    return over_journeys(facts, lambda journey: _seams(facts, journey))


def _seams(facts: Facts, journey: JourneyFacts) -> Outcome:
    limits = facts.limits
    missing = _unknown_owners(facts, journey)
    if missing:
        return not_assessed(missing)
    seams = handovers_of(journey.analysis)
    few = limits["seams_from"]
    if not reaches(seams.across.count, few):
        return passed(handovers=seams.across.count)
    if _drops_at_seams(facts, seams):
        return found(_drops(journey, seams), **_felt_numbers(seams))
    rate = seams.rate or 0.0
    numbers = {
        "handovers": seams.across.count,
        "steps": seams.across.count + seams.within.count,
        "rate": rate,
    }
    if exceeds(rate, limits["handover_rate"]):
        return found((after for _, after in seams.across.places), **numbers)
    if not (reaches(seams.across.felt, few) and reaches(seams.within.felt, few)):
        return not_assessed("too few moments on either side of a handover are rated")
    return passed(**numbers)


def _unknown_owners(facts: Facts, journey: JourneyFacts) -> str:
    """Return what is missing to tell where it changes hands; empty: nothing."""
    total = len(journey.touchpoints)
    if not total:
        return NO_TOUCHPOINT
    owned = sum(bool(each.owner) for each in journey.touchpoints)
    if reaches(owned / total, facts.limits["owners_known"]):
        return ""
    return f"{owned} of {total} moments have a department"


def _drops_at_seams(facts: Facts, seams: Handovers) -> bool:
    limits = facts.limits
    across, within = seams.across, seams.within
    if across.change is None or within.change is None:
        return False
    enough = reaches(min(across.felt, within.felt), limits["seams_from"])
    hurts = reaches(-across.change, limits["seam_drop"])
    return (
        enough
        and hurts
        and reaches(within.change - across.change, limits["seam_drop_more"])
    )


def _drops(journey: JourneyFacts, seams: Handovers) -> list[str]:
    """Return the moments after a handover that feel worse than the one before."""
    feels = {each.id: each.result.valence for each in journey.touchpoints}
    pairs = ((feels[one], feels[other], other) for one, other in seams.across.places)
    return [
        touchpoint_id
        for before, after, touchpoint_id in pairs
        if before is not None and after is not None and after < before
    ]


def _felt_numbers(seams: Handovers) -> dict[str, float]:
    return {
        "felt": seams.across.felt,
        "change": seams.across.change or 0.0,
        "elsewhere": seams.within.change or 0.0,
    }


def nobody_owns(facts: Facts) -> Outcome:
    """CX22: a journey without an owner, or a moment that nobody answers for.

    The owner of the whole workshop answers for all of its journeys.
    """
    drawn = [journey for journey in facts.journeys if journey.touchpoints]
    if not drawn:
        return not_assessed(NO_TOUCHPOINT)
    named = facts.workshop.brief.owner.strip()
    journeys = {j.id for j in drawn if not (named or j.journey.owner.strip())}
    touchpoints = {each.id for each in facts.touchpoints if not each.owner}
    numbers: dict[str, float] = {}
    if journeys:
        numbers |= {"journeys": len(journeys)}
    if touchpoints:
        numbers |= {"touchpoints": len(touchpoints), "of": len(facts.touchpoints)}
    in_order = [
        key for j in drawn for key in (j.id, *(each.id for each in j.touchpoints))
    ]
    without = [key for key in in_order if key in journeys or key in touchpoints]
    return found_if(bool(without), without, **numbers)


CHECKS = (
    Check(
        id="CX20",
        name="Green departments, red journey",
        severity=Severity.HIGH,
        essays=(Essay.THREE_CONCEPT_MISTAKES,),
        question="Who of us sees the whole journey, as she does?",
        says=(
            (
                "All {departments} departments look fine, yet the journey as a whole "
                "gets only {overall} of 10."
            ),
            (
                "All {departments} departments look fine, yet the journey as a whole "
                "does not."
            ),
        ),
        look=green_departments,
        thresholds={
            "green_from": 0.6,
            "journey_red_below": 0.55,
            "whole_worse_by": 0.1,
        },
    ),
    Check(
        id="CX21",
        name="Pain lives at the seams",
        severity=Severity.MEDIUM,
        essays=(Essay.THREE_CONCEPT_MISTAKES,),
        question="What does she have to say twice, and who waits for whom?",
        says=(
            (
                "Where the journey changes hands, the feeling moves by {change:+} on "
                "average; elsewhere by {elsewhere:+}."
            ),
            (
                "From one moment to the next, the journey changes hands {handovers} "
                "out of {steps} times."
            ),
        ),
        look=pain_at_the_seams,
        thresholds={
            "seam_drop": 1.5,
            "seam_drop_more": 1.0,
            "seams_from": 2,
            "handover_rate": 0.6,
            "owners_known": 0.5,
        },
    ),
    Check(
        id="CX22",
        name="Nobody owns the journey",
        severity=Severity.HIGH,
        essays=(Essay.THREE_CONCEPT_MISTAKES,),
        question="Who is called when the journey as a whole goes wrong?",
        says=(
            (
                "Nobody owns the {journeys:journey|journeys} as a whole, and nobody "
                "answers for {touchpoints} of {of} moments."
            ),
            "Nobody owns the {journeys:journey|journeys} as a whole.",
            "Nobody answers for {touchpoints} of {of} moments.",
        ),
        look=nobody_owns,
    ),
)
