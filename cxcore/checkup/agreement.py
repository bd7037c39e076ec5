"""Checks about how sure the room can be: do we agree, does the ranking hold?"""

from cxcore.agreement import (
    WEAK_RANKING,
    WEAK_RATINGS,
    agreement_of,
)
from cxcore.checkup.check import (
    NOT_SURE,
    NOTHING_RATED,
    Check,
    Outcome,
    found,
    found_if,
    not_assessed,
    over_journeys,
    passed,
    reaches,
)
from cxcore.checkup.facts import Facts, JourneyFacts
from cxcore.checkup.results import Essay, Severity


def no_agreement(facts: Facts) -> Outcome:
    """CX33: one curve is drawn of people who see it differently."""
    return over_journeys(facts, lambda journey: _agreement(facts, journey))


def _agreement(facts: Facts, journey: JourneyFacts) -> Outcome:
    if journey.analysis.raters < facts.limits["agreement_from"]:
        return not_assessed("too few of us have rated to say whether we agree")
    matter = (each for each in journey.touchpoints if each.is_important)
    disputed = [each.id for each in matter if each.result.disputed]
    agreement = agreement_of(journey.grid, facts.settings)
    ranking = agreement.ranking
    measures = {
        "rank_agreement": None if ranking is None else ranking.w,
        "agreement": agreement.alpha_valence,
    }
    numbers = {name: value for name, value in measures.items() if value is not None}
    if any(not reaches(value, facts.limits[name]) for name, value in numbers.items()):
        return found([journey.id, *disputed], **numbers)
    if disputed:
        return found(disputed, disputed=len(disputed), **numbers)
    if not numbers:
        return not_assessed("too few moments are rated by several of us")
    return passed(**numbers)


def false_certainty(facts: Facts) -> Outcome:
    """CX34: a moment is called critical, and the ranking would not hold."""
    if facts.top is None:
        return not_assessed(NOT_SURE)
    if not any(each.result.rated for each in facts.touchpoints):
        return not_assessed(NOTHING_RATED)
    if any(each.id not in facts.top for each in facts.critical):
        return not_assessed(NOT_SURE)
    needed = facts.settings.robustness.could_change_from
    shaky = [e.id for e in facts.critical if not reaches(facts.top[e.id], needed)]
    return found_if(bool(shaky), shaky, touchpoints=len(shaky), of=len(facts.critical))


CHECKS = (
    Check(
        id="CX33",
        name="Consensus without agreement",
        severity=Severity.MEDIUM,
        essays=(Essay.BRANDS_FAILING,),
        question="For whom is it good, for whom is it bad, and why?",
        says=(
            "We see {disputed} of the moments that matter quite differently.",
            "We rate this journey quite differently from one another.",
        ),
        look=no_agreement,
        thresholds={
            "agreement_from": 3,
            "rank_agreement": WEAK_RANKING,
            "agreement": WEAK_RATINGS,
        },
    ),
    Check(
        id="CX34",
        name="False certainty",
        severity=Severity.MEDIUM,
        essays=(Essay.THREE_CONCEPT_MISTAKES,),
        question="What would we have to know to be sure that this comes first?",
        says=("We cannot be sure that this needs work first: {places}.",),
        look=false_certainty,
    ),
)
