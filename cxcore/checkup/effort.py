"""Checks about where the work goes: effort, finesse, emotion, and people."""

from collections.abc import Sequence

import numpy as np

from cxcore.analysis import Direction, Signal, rank_correlation
from cxcore.checkup.check import (
    MADE_BY,
    NO_OPPORTUNITY,
    NO_TOUCHPOINT,
    NOT_SURE,
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
from cxcore.checkup.counting import reaches_for_certain, so_far
from cxcore.checkup.facts import Facts, JourneyFacts, TouchpointFacts
from cxcore.checkup.results import Essay, Severity
from cxcore.model import Dimension, OpportunityKind, OpportunityStatus

NO_INVESTMENT = "investment is not asked yet"

AHEAD = (OpportunityStatus.PLANNED, OpportunityStatus.DOING)
"""What is going to be done, and is no mere idea."""

FOR_PEOPLE = (
    OpportunityKind.TRAINING,
    OpportunityKind.STAFFING,
    OpportunityKind.ENVIRONMENT,
)
"""Changes that help those who deliver."""


def wrong_place(facts: Facts) -> Outcome:
    """CX24: what is invested does not go where it hurts."""
    return over_journeys(facts, lambda journey: _wrong_place(facts, journey))


def _wrong_place(facts: Facts, journey: JourneyFacts) -> Outcome:
    funded = [e for e in journey.rated if e.touchpoint.investment is not None]
    missing = _unknown_investment(facts, journey, funded)
    if missing:
        return not_assessed(missing)
    spent = {each.id: each.touchpoint.investment or 0.0 for each in funded}
    first = {each.id for each in funded if _could_be_first(facts, each)}
    even = sum(spent.values()) / len(spent)
    astray = [key for key in spent if spent[key] > even and key not in first]
    where = astray or [journey.id]
    follows = _follows(facts, funded, list(spent.values()))
    numbers = {} if follows is None else {"follows": follows}
    against = follows is not None and not exceeds(follows, facts.limits["follows_pain"])
    if not _is_sure(facts, funded):
        return found(where, **numbers) if against else not_assessed(NOT_SURE)
    share = sum(spent[key] for key in first) / sum(spent.values())
    if against and reaches(share, facts.limits["spent_on_top"]):
        return found(where, **numbers)
    elsewhere = not reaches(share, facts.limits["spent_on_top"])
    return found_if(elsewhere, where, share=share, **numbers)


def _is_sure(facts: Facts, funded: Sequence[TouchpointFacts]) -> bool:
    """Tell whether it is known of all how sure their place in the ranking is."""
    return facts.top is not None and all(each.id in facts.top for each in funded)


def _could_be_first(facts: Facts, each: TouchpointFacts) -> bool:
    """Tell whether it could need work first; where nobody shook it: is critical."""
    if facts.top is None or each.id not in facts.top:
        return each.is_critical
    return reaches(facts.top[each.id], facts.settings.robustness.could_change_from)


def _unknown_investment(
    facts: Facts, journey: JourneyFacts, funded: Sequence[TouchpointFacts]
) -> str:
    """Return what is missing to follow the money; empty: nothing."""
    if not any(e.touchpoint.investment is not None for e in journey.touchpoints):
        return NO_INVESTMENT
    if not journey.rated:
        return NOTHING_RATED
    known, rated = len(funded), len(journey.rated)
    if not reaches(known / rated, facts.limits["spending_known"]):
        return f"investment is known for {known} of {rated} rated moments"
    spends = any(each.touchpoint.investment for each in funded)
    return "" if spends else "nothing is invested anywhere"


def _follows(
    facts: Facts, funded: Sequence[TouchpointFacts], spent: Sequence[float]
) -> float | None:
    """Return how far spending follows the fix score; None with too few moments."""
    if len(funded) < facts.limits["spending_from"]:
        return None
    scores = np.array([each.result.fix or 0.0 for each in funded])
    return rank_correlation(np.array(spent), scores)


def finesse_nobody_needs(facts: Facts) -> Outcome:
    """CX25: more is planned where customers get more than they expect already."""
    if not facts.workshop.opportunities:
        return not_assessed(NO_OPPORTUNITY)
    return over_journeys(facts, _finesse)


def _finesse(journey: JourneyFacts) -> Outcome:
    if not journey.rated:
        return not_assessed(NOTHING_RATED)
    if Signal.GAP not in journey.analysis.counted:
        return not_assessed(
            "what she expects and what she gets is known for too few moments"
        )
    ahead = [
        each
        for each in journey.touchpoints
        if any(change.status in AHEAD for change in each.opportunities)
    ]
    enough = [e for e in ahead if e.result.direction is Direction.OVER_INVESTED]
    if enough:
        return found([e.id for e in enough], touchpoints=len(enough), of=len(ahead))
    if any(each.result.surplus_question or not each.result.rated for each in ahead):
        return not_assessed("customers have not said yet what they get there")
    return passed(touchpoints=0, of=len(ahead))


def emotion_before_function(facts: Facts) -> Outcome:
    """CX26: where it does not work yet, the only plan is to delight."""
    missing = _unknown_function(facts)
    if missing:
        return not_assessed(missing)
    delighted = [each for each in facts.touchpoints if _is_all_delight(each)]
    broken = [each for each in delighted if _does_not_work(facts, each)]
    certain = [each.id for each in broken if None not in _kinds(each)]
    if certain:
        return found(certain, touchpoints=len(certain))
    if broken:
        return not_assessed("not every idea for a moment says yet what it does")
    if any(e.result.effort is None or e.result.gap is None for e in delighted):
        return not_assessed("effort or expectation is not known where we want delight")
    return passed(touchpoints=0)


def _kinds(each: TouchpointFacts) -> set[OpportunityKind | None]:
    return {change.opportunity_kind for change in each.opportunities}


def _is_all_delight(each: TouchpointFacts) -> bool:
    """Tell whether all changes are to delight, as far as they say what they do."""
    return bool(each.opportunities) and _kinds(each) <= {OpportunityKind.DELIGHT, None}


def _unknown_function(facts: Facts) -> str:
    """Return what is missing to tell whether it works; empty: nothing."""
    if not facts.workshop.opportunities:
        return NO_OPPORTUNITY
    if not facts.touchpoints:
        return NO_TOUCHPOINT
    if all(e.result.effort is None and e.result.gap is None for e in facts.touchpoints):
        return "neither effort nor expectation is known yet"
    return ""


def _does_not_work(facts: Facts, each: TouchpointFacts) -> bool:
    hard, short = facts.limits["effort_from"], facts.limits["gap_from"]
    return reaches(each.result.effort or 0.0, hard) or reaches(
        each.result.gap or 0.0, short
    )


def untrained_people(facts: Facts) -> Outcome:
    """CX28: people make the journey, and nothing is done for these people."""
    return over_journeys(facts, lambda journey: _untrained(facts, journey))


def _untrained(facts: Facts, journey: JourneyFacts) -> Outcome:
    total = len(journey.touchpoints)
    known = [e for e in journey.touchpoints if e.touchpoint.dimension is not None]
    social = [e for e in known if e.touchpoint.dimension is Dimension.SOCIAL]
    if not known:
        return not_assessed(f"no moment says yet {MADE_BY}")
    limit = facts.limits["social_share"]
    is_social = reaches_for_certain(len(social), total - len(known), total, limit)
    numbers = {"touchpoints": len(social), "of": total, "share": len(social) / total}
    if is_social is None:
        return not_assessed(so_far(len(known), total, MADE_BY))
    if not is_social or _is_prepared(facts, social):
        return passed(**numbers)
    if not any(o.opportunity_kind for o in facts.workshop.opportunities.values()):
        return not_assessed(NO_OPPORTUNITY)
    return found([each.id for each in social], **numbers)


def _is_prepared(facts: Facts, social: Sequence[TouchpointFacts]) -> bool:
    """Tell whether anything is done for people: a change, or training in a process."""
    changes = facts.workshop.opportunities.values()
    return any(change.opportunity_kind in FOR_PEOPLE for change in changes) or any(
        process.training.strip() for each in social for process in each.processes
    )


CHECKS = (
    Check(
        id="CX24",
        name="Effort in the wrong place",
        severity=Severity.HIGH,
        essays=(Essay.THREE_CONCEPT_MISTAKES,),
        question="What would we stop paying for, to mend what hurts most?",
        says=(
            "Only {share:%} of what we put in goes where work is needed first.",
            "What we put in does not follow where work is needed.",
        ),
        look=wrong_place,
        thresholds={
            "follows_pain": 0.0,
            "spending_from": 4,
            "spent_on_top": 0.5,
            "spending_known": 0.8,
        },
    ),
    Check(
        id="CX25",
        name="Finesse nobody needs",
        severity=Severity.LOW,
        essays=(Essay.THREE_CONCEPT_MISTAKES,),
        question="Would anyone miss it?",
        says=("We plan more where she already gets more than she expects: {places}.",),
        look=finesse_nobody_needs,
    ),
    Check(
        id="CX26",
        name="Emotion before function",
        severity=Severity.MEDIUM,
        essays=(Essay.THREE_CONCEPT_MISTAKES,),
        question="Does it work, and is it easy, before it is lovely?",
        says=("All we plan is to delight where it does not work well yet: {places}.",),
        look=emotion_before_function,
        thresholds={"effort_from": 0.67, "gap_from": 0.3},
    ),
    Check(
        id="CX28",
        name="Social journey, untrained people",
        severity=Severity.MEDIUM,
        essays=(Essay.PROCESSES_FIRST,),
        question="What do the people she meets need: training, hands, a better place?",
        says=(
            (
                "People make {touchpoints} of {of} moments, and we plan nothing to "
                "train or help them."
            ),
        ),
        look=untrained_people,
        thresholds={"social_share": 0.4},
    ),
)
