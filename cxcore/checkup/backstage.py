"""Checks about what stands behind a moment: processes, their state, our say."""

from collections.abc import Callable

from cxcore.checkup.check import (
    NO_IMPORTANCE,
    NO_PROCESS,
    NO_TOUCHPOINT,
    Check,
    Outcome,
    found,
    found_if,
    not_assessed,
    passed,
    reaches,
)
from cxcore.checkup.facts import Facts, TouchpointFacts
from cxcore.checkup.results import Essay, Severity
from cxcore.edit import place_of
from cxcore.model import (
    Ownership,
    Process,
    ProcessLane,
    ProcessStatus,
    Viewpoint,
)

BEHIND = (ProcessLane.BACK_STAGE, ProcessLane.SUPPORT)
NOT_OURS = (Ownership.CUSTOMER, Ownership.SOCIAL)


def no_back_stage(facts: Facts) -> Outcome:
    """CX06: moments that matter and have no process out of sight behind them."""
    if not facts.workshop.processes:
        return not_assessed(NO_PROCESS)
    if not facts.important:
        return not_assessed(NO_IMPORTANCE)
    bare = [each for each in facts.important if not _has_back_stage(each)]
    critical = sum(each.is_critical for each in bare)
    return found_if(
        bool(bare),
        [each.id for each in bare],
        Severity.HIGH if critical else None,
        touchpoints=len(bare),
        of=len(facts.important),
        critical=critical,
    )


def _has_back_stage(each: TouchpointFacts) -> bool:
    return any(process.lane in BEHIND for process in each.processes)


def stops_at_front_line(facts: Facts) -> Outcome:
    """CX07: few moments have a process, or all processes are the front line's."""
    there = sorted(facts.processes, key=place_of)
    if not facts.touchpoints:
        return not_assessed(NO_TOUCHPOINT)
    if not facts.workshop.processes:
        return not_assessed(NO_PROCESS)
    without = [each.id for each in facts.touchpoints if not each.processes]
    total = len(facts.touchpoints)
    share = 1 - len(without) / total
    numbers = {"without": len(without), "of": total, "share": share}
    if not reaches(share, facts.limits["with_process"]):
        return found(without, **numbers)
    if all(_is_front_line(facts, process) for process in there):
        return found([process.id for process in there], processes=len(there))
    return passed(**numbers)


def _is_front_line(facts: Facts, process: Process) -> bool:
    """Tell whether a process is seen by the customer, or the front line's own."""
    front_line = {
        who.department.strip().casefold()
        for who in facts.people
        if who.viewpoint is Viewpoint.FRONT_LINE
    } - {""}
    in_front = process.lane is ProcessLane.FRONT_STAGE
    return in_front or process.owner.strip().casefold() in front_line


def process_taken_for_good(facts: Facts) -> Outcome:
    """CX08: there is a process, and the moment it is for feels bad all the same."""
    if not facts.workshop.processes:
        return not_assessed(NO_PROCESS)
    levels = {
        each.id: each.result.level
        for each in facts.important
        if each.result.level is not None and _merely_exists(each)
    }
    if not levels:
        return not_assessed("no moment that matters and is rated has such a process")
    good_from = facts.limits["process_good_from"]
    bad = [key for key, level in levels.items() if not reaches(level, good_from)]
    return found_if(
        bool(bad),
        bad,
        touchpoints=len(bad),
        of=len(levels),
        lowest=min(levels.values()),
    )


def _merely_exists(each: TouchpointFacts) -> bool:
    return any(process.status is ProcessStatus.EXISTS for process in each.processes)


Lack = Callable[[Facts, TouchpointFacts], bool]
"""Tells whether a make-or-break moment lacks something that gives us a say."""


def no_impact(facts: Facts) -> Outcome:
    """CX09: make-or-break moments in which we have no say, or do nothing."""
    decisive = [each for each in facts.touchpoints if each.touchpoint.moment_of_truth]
    if not decisive:
        return not_assessed("no moment is marked as make-or-break yet")
    lacking = {
        name: {each.id for each in decisive if lack(facts, each)}
        for name, lack in LACKS.items()
    }
    where = [
        each.id for each in decisive if any(each.id in s for s in lacking.values())
    ]
    counts = {name: len(ids) for name, ids in lacking.items()}
    if not where and not all(_is_known(facts, each) for each in decisive):
        return not_assessed(
            "whether we have a say in every make-or-break moment, "
            "and which process is behind it, is not said yet"
        )
    return found_if(
        bool(where), where, touchpoints=len(where), of=len(decisive), **counts
    )


def _has_little_say(facts: Facts, each: TouchpointFacts) -> bool:
    control = each.touchpoint.control
    return control is not None and not reaches(control, facts.limits["say_from"])


def _has_no_process(facts: Facts, each: TouchpointFacts) -> bool:
    return bool(facts.workshop.processes) and not each.processes


def _is_left_to_others(_facts: Facts, each: TouchpointFacts) -> bool:
    return each.touchpoint.ownership in NOT_OURS and not each.opportunities


def _is_known(facts: Facts, each: TouchpointFacts) -> bool:
    said = each.touchpoint.control is not None or each.touchpoint.ownership is not None
    return said and bool(facts.workshop.processes)


LACKS: dict[str, Lack] = {
    "little_say": _has_little_say,
    "no_process": _has_no_process,
    "left_to_others": _is_left_to_others,
}
"""What a make-or-break moment can lack, by the name of its count."""


CHECKS = (
    Check(
        id="CX06",
        name="Front stage without back stage",
        severity=Severity.MEDIUM,
        essays=(Essay.THREE_DESIGN_MISTAKES, Essay.DESIGNING),
        question="Who has to do what, out of her sight, so that this works?",
        says=(
            (
                "{touchpoints} of {of} moments that matter {touchpoints:has|have} no "
                "process behind the scenes."
            ),
        ),
        look=no_back_stage,
    ),
    Check(
        id="CX07",
        name="Design stops at the front line",
        severity=Severity.MEDIUM,
        essays=(Essay.THREE_DESIGN_MISTAKES,),
        question="What would the rest of the house have to do differently?",
        says=(
            "{without} of {of} moments {without:has|have} no process.",
            (
                "All we wrote down ({processes} {processes:process|processes}) is done "
                "by the front line."
            ),
        ),
        look=stops_at_front_line,
        thresholds={"with_process": 0.5},
    ),
    Check(
        id="CX08",
        name="Process exists, so it must be good",
        severity=Severity.MEDIUM,
        essays=(Essay.PROCESSES_FIRST,),
        question="If we began anew, would we build this process again?",
        says=(
            (
                "{touchpoints} of {of} moments that matter and have a process "
                "{touchpoints:feels|feel} bad all the same."
            ),
        ),
        look=process_taken_for_good,
        thresholds={"process_good_from": 0.5},
    ),
    Check(
        id="CX09",
        name="Moment of truth without impact",
        severity=Severity.HIGH,
        essays=(Essay.PROCESSES_FIRST,),
        question="What could we do so that this moment is no longer left to chance?",
        says=(
            (
                "We leave {touchpoints} of {of} make-or-break moments to chance: "
                "little say, no process, or no plan."
            ),
        ),
        look=no_impact,
        thresholds={"say_from": 0.3},
    ),
)
