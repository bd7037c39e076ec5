"""The check-up: all checks on one workshop, accepted findings set aside."""

from collections.abc import Mapping
from datetime import date

from cxcore.checkup.badges import badges_of
from cxcore.checkup.catalogue import CATALOGUE, THRESHOLDS
from cxcore.checkup.check import Check, Outcome
from cxcore.checkup.facts import Facts, facts_of
from cxcore.checkup.results import Badge, CheckResult, CheckUp, Status
from cxcore.model import Opportunity, Process, Settings, Workshop


def check(
    workshop: Workshop, as_of: date, top: Mapping[str, float] | None = None
) -> CheckUp:
    """Ask all 37 questions of a workshop (section 5 of the method).

    Args:
        workshop: with removed things; they are hidden here.
        as_of: the day on which ages are counted.
        top: P(top k) by touchpoint, 0 to 1, where robustness was computed.
    """
    facts = facts_of(workshop, as_of, limits_of(workshop.settings), top)
    checks = tuple(_result(one, one.look(facts), facts) for one in CATALOGUE)
    badged: dict[str, tuple[Badge, ...]] = {}
    for journey in facts.journeys:
        badged |= badges_of(facts.workshop, journey.analysis)
    return CheckUp(checks, badged)


def limits_of(settings: Settings) -> Mapping[str, float]:
    """Return every threshold by its name, as the workshop has set it.

    A name in the settings that no check has is passed over.
    """
    changed = settings.checkup
    return {name: changed.get(name, value) for name, value in THRESHOLDS.items()}


def _result(one: Check, outcome: Outcome, facts: Facts) -> CheckResult:
    """Put the words of a check to what it said, and what the team said of it."""
    status, reason = outcome.status, None
    if status is Status.FOUND:
        reason = _accepted(one.id, outcome.where, facts.workshop)
        status = status if reason is None else Status.ACCEPTED
    return CheckResult(
        id=one.id,
        name=one.name,
        status=status,
        severity=outcome.severity or one.severity,
        question=one.question,
        essays=one.essays,
        where=outcome.where,
        numbers=outcome.numbers,
        share=_share(outcome, facts),
        missing=outcome.missing,
        reason=reason or "",
    )


def _accepted(check_id: str, where: tuple[str, ...], workshop: Workshop) -> str | None:
    """Return why a finding was accepted; None where some of it was not.

    Several acceptances of one check add up. What was found since in another place
    is not covered by them; one without places covers a finding without places.
    """
    findings = sorted(workshop.findings.values(), key=lambda one: one.id)
    accepted = [
        one
        for one in findings
        if one.check == check_id and _speaks_of(where, one.subject_ids)
    ]
    covered = {subject for one in accepted for subject in one.subject_ids}
    if not accepted or not covered.issuperset(where):
        return None
    return "\n".join(dict.fromkeys(one.reason for one in accepted if one.reason))


def _speaks_of(where: tuple[str, ...], subject_ids: tuple[str, ...]) -> bool:
    """Tell whether an acceptance is about a finding there."""
    return not set(where).isdisjoint(subject_ids) if where else not subject_ids


def _share(outcome: Outcome, facts: Facts) -> float:
    """Return how much of a journey a finding concerns, in the one it fills most.

    What is about no touchpoint in particular concerns all of it.
    """
    if outcome.status is not Status.FOUND:
        return 0.0
    where = _touchpoints_at(outcome.where, facts.workshop)
    shares = [
        1.0
        if journey.id in outcome.where
        else sum(each.weight for each in journey.touchpoints if each.id in where)
        for journey in facts.journeys
    ]
    is_placed = any(each.id in where for each in facts.touchpoints)
    return max(shares) if is_placed else 1.0


def _touchpoints_at(where: tuple[str, ...], workshop: Workshop) -> set[str]:
    """Return the touchpoints named, and those of processes and changes named."""
    touching: Mapping[str, Process | Opportunity] = {
        **workshop.processes,
        **workshop.opportunities,
    }
    linked = (touching[key].touchpoint_ids for key in where if key in touching)
    return {*where, *(touchpoint_id for ids in linked for touchpoint_id in ids)}
