"""Checks about the shape of a map and of its numbers: highs, breaks, averages."""

from itertools import pairwise

from cxcore.analysis import CLOSE
from cxcore.checkup.check import (
    FEW_RATED,
    NO_IMPORTANCE,
    NOTHING_RATED,
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
from cxcore.checkup.facts import Facts, JourneyFacts, TouchpointFacts
from cxcore.checkup.results import Essay, Severity

ORG_CHART_FEWEST = 3
"""With fewer stages or departments breaks fall together by themselves."""


def nothing_memorable(facts: Facts) -> Outcome:
    """CX04: no moment of a journey is a designed high."""

    def look(journey: JourneyFacts) -> Outcome:
        felt = [each.result.valence for each in journey.rated]
        highest = max((value for value in felt if value is not None), default=None)
        if highest is None:
            return not_assessed(NOTHING_RATED)
        if reaches(highest, facts.limits["memorable_from"]):
            return passed(highest=highest)
        if not facts.enough(len(felt), len(journey.touchpoints)):
            return not_assessed(FEW_RATED)
        return found([journey.id], highest=highest)

    return over_journeys(facts, look)


def drawn_like_org_chart(facts: Facts) -> Outcome:
    """CX05: stages end exactly where departments do."""

    def look(journey: JourneyFacts) -> Outcome:
        places = tuple(each for each in journey.touchpoints if each.owner)
        owners = {each.owner for each in places}
        stages = {each.touchpoint.stage_id for each in places}
        if not facts.enough(len(places), len(journey.touchpoints)):
            return not_assessed("too few moments have a department")
        if len(owners) < ORG_CHART_FEWEST:
            return not_assessed("fewer than three departments are named")
        overlap = _overlap(places)
        # With one department per stage there are as many stages as departments.
        single = len({(e.touchpoint.stage_id, e.owner) for e in places}) == len(stages)
        fires = single and reaches(overlap, facts.limits["org_chart_overlap"])
        return found_if(
            fires,
            [journey.id],
            stages=len(stages),
            departments=len(owners),
            overlap=overlap,
        )

    return over_journeys(facts, look)


def _overlap(places: tuple[TouchpointFacts, ...]) -> float:
    """Return how far stage breaks are owner breaks: both over either (Jaccard)."""
    neighbours = list(pairwise(places))
    stage = [a.touchpoint.stage_id != b.touchpoint.stage_id for a, b in neighbours]
    owner = [a.owner != b.owner for a, b in neighbours]
    either = sum(map(max, stage, owner))
    return sum(map(min, stage, owner)) / either if either else 0.0


def performance_without_expectation(facts: Facts) -> Outcome:
    """CX17: moments that matter of which nobody knows what she expects, or gets."""
    if not facts.important:
        return not_assessed(NO_IMPORTANCE)
    if not any(map(_compares, facts.touchpoints)):
        return not_assessed("what she expects and what she gets is not asked yet")
    lacking = [
        each.id
        for each in facts.important
        if each.result.expectation is None or each.result.performance is None
    ]
    share = len(lacking) / len(facts.important)
    return found_if(
        exceeds(share, facts.limits["no_expectation"]),
        lacking,
        touchpoints=len(lacking),
        of=len(facts.important),
        share=share,
    )


def _compares(each: TouchpointFacts) -> bool:
    """Tell whether anybody said what she expects, or what she gets."""
    return each.result.expectation is not None or each.result.performance is not None


def average_trap(facts: Facts) -> Outcome:
    """CX18: a mean that looks fine, and what it hides."""

    def look(journey: JourneyFacts) -> Outcome:
        mean, hidden = journey.analysis.mean, journey.analysis.hidden
        if mean is None or hidden is None:
            return not_assessed(NOTHING_RATED)
        if not facts.enough(len(journey.rated), len(journey.touchpoints)):
            return not_assessed(FEW_RATED)
        low = sum(
            each.is_important and _is_low(each, facts.limits["low_level"])
            for each in journey.rated
        )
        fine = reaches(mean, facts.limits["fine_mean"])
        fires = reaches(hidden, facts.limits["hidden_from"]) or (fine and low > 0)
        worst = max(journey.rated, key=lambda each: each.result.share or 0.0)
        return found_if(
            fires,
            [worst.id],
            hidden=hidden,
            mean=mean,
            share=worst.result.share or 0.0,
            low=low,
        )

    return over_journeys(facts, look)


def _is_low(each: TouchpointFacts, low_level: float) -> bool:
    level = each.result.level
    return level is not None and not exceeds(level, low_level)


def all_equally_important(facts: Facts) -> Outcome:
    """CX19: everything matters the same, to the room or to somebody in it."""

    def look(journey: JourneyFacts) -> Outcome:
        asked = [each for each in journey.touchpoints if _was_asked(each)]
        steps = [_steps(each) for each in asked]
        if not steps:
            return not_assessed(NO_IMPORTANCE)
        if len(steps) < facts.limits["alike_moments"]:
            return not_assessed("too few moments have an importance to tell")
        spread = max(steps) - min(steps)
        voices = _giving_one_value(journey, facts.limits["alike_moments"])
        where = [each.id for each in asked]
        if not reaches(spread, facts.limits["alike_spread"]):
            return found(where, touchpoints=len(asked), spread=spread)
        return found_if(voices > 0, where, touchpoints=len(asked), voices=voices)

    return over_journeys(facts, look)


def _was_asked(each: TouchpointFacts) -> bool:
    return not each.result.importance_assumed and each.touchpoint.reach > 0


def _steps(each: TouchpointFacts) -> float:
    """Return how much it matters to whoever passes, 0 to 4 steps."""
    return IMPORTANCE_STEPS * each.result.importance / each.touchpoint.reach


IMPORTANCE_STEPS = 4
"""From 1 to 5; dots are laid on the same four steps."""


def _giving_one_value(journey: JourneyFacts, fewest: float) -> int:
    """Count the voices that gave the same importance to so many moments and more."""
    count = 0
    for values in journey.grid.importance.T:
        given = values[values == values]  # noqa: PLR0124 - without NaN
        same = len(given) >= max(1, fewest) and given.max() - given.min() < CLOSE
        count += bool(same)
    return count


CHECKS = (
    Check(
        id="CX04",
        name="Nothing memorable",
        severity=Severity.MEDIUM,
        essays=(Essay.THREE_DESIGN_MISTAKES, Essay.THREE_CONCEPT_MISTAKES),
        question="Which one moment should she still tell her friends about in a year?",
        says=(
            (
                "Even the best moment only reaches {highest:+} on a scale that goes up "
                "to +5."
            ),
        ),
        look=nothing_memorable,
        thresholds={"memorable_from": 3},
    ),
    Check(
        id="CX05",
        name="Journey drawn like the org chart",
        severity=Severity.MEDIUM,
        essays=(Essay.THREE_DESIGN_MISTAKES, Essay.DESIGNING),
        question="What would she call the parts of this journey?",
        says=(
            "Our stages end where our departments end: at {overlap:%} of all borders.",
        ),
        look=drawn_like_org_chart,
        thresholds={"org_chart_overlap": 0.8},
    ),
    Check(
        id="CX17",
        name="Performance without expectation",
        severity=Severity.MEDIUM,
        essays=(Essay.DESIGNING, Essay.BRANDS_FAILING),
        question="What did she expect here before she came to us?",
        says=(
            (
                "At {touchpoints} of {of} moments that matter we do not know what she "
                "expects, or what she gets."
            ),
        ),
        look=performance_without_expectation,
        thresholds={"no_expectation": 0.3},
    ),
    Check(
        id="CX18",
        name="Average trap",
        severity=Severity.HIGH,
        essays=(Essay.THREE_CONCEPT_MISTAKES,),
        question="What does the average of this journey hide, and from whom?",
        says=("The average looks better than the journey is: it hides {places}.",),
        look=average_trap,
        thresholds={"hidden_from": 0.05, "fine_mean": 0.6, "low_level": 0.3},
    ),
    Check(
        id="CX19",
        name="All equally important",
        severity=Severity.MEDIUM,
        essays=(Essay.THREE_CONCEPT_MISTAKES,),
        question="If we could get only three of these moments right, which ones?",
        says=(
            (
                "On a scale from 1 to 5, our moments differ in importance by {spread} "
                "at most."
            ),
            "{voices} of us gave every moment the same importance.",
        ),
        look=all_equally_important,
        thresholds={"alike_moments": 4, "alike_spread": 1},
    ),
)
