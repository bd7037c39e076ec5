"""Checks about the promise: what is tight, what is loose, what is kept."""

from cxcore.checkup.check import (
    FEW_RATED,
    NO_IMPORTANCE,
    NO_TOUCHPOINT,
    Check,
    Outcome,
    found,
    found_if,
    not_assessed,
    passed,
    reaches,
)
from cxcore.checkup.counting import reaches_for_certain, so_far
from cxcore.checkup.facts import Facts, TouchpointFacts
from cxcore.checkup.results import Essay, Severity
from cxcore.model import Answer


def tight_on_people(facts: Facts) -> Outcome:
    """CX29: people follow scripts, and nobody has said what for."""
    human = [each for each in facts.touchpoints if each.is_human]
    if not human:
        return not_assessed("no moment is known to have people in it")
    answers = [each.touchpoint.scripted for each in human]
    scripted, unknown = answers.count(Answer.YES), answers.count(Answer.UNKNOWN)
    numbers = {"scripted": scripted, "of": len(human), "share": scripted / len(human)}
    brief = facts.workshop.brief
    if brief.promise.strip() or facts.workshop.brand_values:
        return passed(**numbers)
    limit = facts.limits["scripted_share"]
    is_tight = reaches_for_certain(scripted, unknown, len(human), limit)
    if is_tight is None:
        known = len(human) - unknown
        what = "whether there is a script"
        return not_assessed(so_far(known, len(human), what, "moments with people"))
    if not is_tight:
        return passed(**numbers)
    by_script = (e.id for e in human if e.touchpoint.scripted is Answer.YES)
    return found(by_script, **numbers)


def promise_not_kept(facts: Facts) -> Outcome:
    """CX30: a critical moment stands for nothing, or what it stands for fails."""
    if not facts.workshop.brand_values:
        return not_assessed("no brand value is written down yet")
    rated = sum(each.result.rated for each in facts.touchpoints)
    if not facts.enough(rated, len(facts.touchpoints)):
        return not_assessed(FEW_RATED)
    without = [e.id for e in facts.critical if not e.touchpoint.brand_value_ids]
    broken = [each.id for each in facts.critical if _is_broken(facts, each)]
    counts = {"without": len(without), "broken": len(broken)}
    numbers = {name: count for name, count in counts.items() if count}
    places = {*without, *broken}
    where = [each.id for each in facts.critical if each.id in places]
    return found_if(bool(where), where, of=len(facts.critical), **numbers)


def _is_broken(facts: Facts, each: TouchpointFacts) -> bool:
    """Tell whether a moment feels bad though it stands for something."""
    level = each.result.level
    if level is None or not each.touchpoint.brand_value_ids:
        return False
    return not reaches(level, facts.limits["promise_kept_from"])


def no_return(facts: Facts) -> Outcome:
    """CX37: a moment that matters cannot be undone."""
    if not facts.touchpoints:
        return not_assessed(NO_TOUCHPOINT)
    if not facts.important:
        return not_assessed(NO_IMPORTANCE)
    stuck = [e for e in facts.important if e.touchpoint.can_change is Answer.NO]
    if stuck:
        worst = Severity.HIGH if any(each.is_critical for each in stuck) else None
        places = [each.id for each in stuck]
        return found(places, worst, touchpoints=len(stuck), of=len(facts.important))
    answers = [each.touchpoint.can_change for each in facts.important]
    known = len(answers) - answers.count(Answer.UNKNOWN)
    if known < len(answers):
        what = "whether she can still change her mind"
        return not_assessed(so_far(known, len(answers), what, "moments that matter"))
    return passed(of=len(answers))


CHECKS = (
    Check(
        id="CX29",
        name="Tight on people, loose on promise",
        severity=Severity.MEDIUM,
        essays=(Essay.DESIGNING,),
        question="What do we insist on, and what may people decide themselves?",
        says=(
            (
                "Our people follow a script at {scripted} of {of} moments, and nobody "
                "has said what we promise."
            ),
        ),
        look=tight_on_people,
        thresholds={"scripted_share": 0.5},
    ),
    Check(
        id="CX30",
        name="Promise not kept where it counts",
        severity=Severity.MEDIUM,
        essays=(Essay.DESIGNING, Essay.BRANDS_FAILING),
        question="What should she feel of what we stand for, right there?",
        says=(
            (
                "Of {of} moments that need work first, {broken} {broken:breaks|break} "
                "what we promise there, and {without} {without:stands|stand} for none "
                "of our values."
            ),
            (
                "{broken} of {of} moments that need work first {broken:breaks|break} "
                "what we promise there."
            ),
            (
                "{without} of {of} moments that need work first {without:stands|stand} "
                "for none of our values."
            ),
        ),
        look=promise_not_kept,
        thresholds={"promise_kept_from": 0.5},
    ),
    Check(
        id="CX37",
        name="Point of no return",
        severity=Severity.MEDIUM,
        essays=(Essay.BRANDS_FAILING,),
        question="How could she still change her mind here?",
        says=(
            (
                "She can no longer change her mind at {touchpoints} of {of} moments "
                "that matter."
            ),
        ),
        look=no_return,
    ),
)
