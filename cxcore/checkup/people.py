"""Checks about who is in the room, and whose needs are known."""

from collections.abc import Sequence

from cxcore.checkup.check import (
    NO_OPPORTUNITY,
    NO_TOUCHPOINT,
    Check,
    Outcome,
    found,
    found_if,
    not_assessed,
    passed,
    reaches,
)
from cxcore.checkup.counting import exceeds_for_certain
from cxcore.checkup.facts import Facts, TouchpointFacts
from cxcore.checkup.results import Essay, Severity
from cxcore.edit import place_of
from cxcore.model import Opportunity, Participant, Viewpoint

NO_DEPARTMENT = "too few moments with people have a department"
NO_VIEWPOINT = "too few have said yet where they stand"
DELIVERERS = (Viewpoint.FRONT_LINE, Viewpoint.BACK_STAGE)


def nobody_delivers(facts: Facts) -> Outcome:
    """CX01: moments with people whose department sends nobody who delivers."""
    human = [each for each in facts.touchpoints if each.is_human]
    owned = [each for each in human if each.owner]
    missing = _unknown_departments(facts, human, owned)
    if missing:
        return not_assessed(missing)
    here = {who.department.strip().casefold() for who in _deliverers(facts)}
    without = [each.id for each in owned if each.owner.casefold() not in here]
    unowned, limit = len(human) - len(owned), facts.limits["nobody_delivers"]
    fires = exceeds_for_certain(len(without), unowned, len(human), limit)
    if fires is None:
        return not_assessed(NO_DEPARTMENT)
    return found_if(
        fires,
        without,
        touchpoints=len(without),
        of=len(human),
        share=len(without) / len(human),
    )


def _unknown_departments(
    facts: Facts, human: Sequence[TouchpointFacts], owned: Sequence[TouchpointFacts]
) -> str:
    """Return what is missing to tell who delivers what; empty: nothing."""
    stand = [who for who in facts.people if who.viewpoint]
    deliverers = _deliverers(facts)
    placed = [who for who in deliverers if who.department.strip()]
    if not facts.touchpoints:
        return NO_TOUCHPOINT
    if not human:
        return "no moment is known to have people in it"
    if not owned:
        return NO_DEPARTMENT
    if not facts.enough(len(stand), len(facts.people)):
        return NO_VIEWPOINT
    if deliverers and not facts.enough(len(placed), len(deliverers)):
        return "too few who deliver it have said which department they come from"
    return ""


def _deliverers(facts: Facts) -> list[Participant]:
    return [who for who in facts.people if who.viewpoint in DELIVERERS]


def launched_before_staff(facts: Facts) -> Outcome:
    """CX02: changes with a launch date for which the staff is not ready."""
    changes = sorted(facts.workshop.opportunities.values(), key=place_of)
    if not changes:
        return not_assessed(NO_OPPORTUNITY)
    launched = [change for change in changes if change.launch_on]
    if not launched:
        return not_assessed("no change has a date to start yet")
    ready_from = facts.limits["ready_from"]
    early = [one for one in launched if not _staff_first(one, ready_from)]
    if not early and any(change.readiness is None for change in launched):
        return not_assessed("whether our people feel ready for it is not said yet")
    return found_if(
        bool(early), [one.id for one in early], changes=len(early), of=len(launched)
    )


def _staff_first(change: Opportunity, ready_from: float) -> bool:
    """Tell whether people are trained in time, and do not say they are not ready."""
    trained, launch = change.trained_on, change.launch_on
    in_time = trained is not None and launch is not None and trained <= launch
    ready = change.readiness is None or reaches(change.readiness, ready_from)
    return in_time and ready


def only_stated_needs(facts: Facts) -> Outcome:
    """CX03: needs are written down, and every one of them she has said herself."""
    needs = [need for need in facts.workshop.needs.values() if need.text.strip()]
    if not needs:
        return not_assessed("no need is written down yet")
    latent = sum(need.latent for need in needs)
    needy = {need.persona_id for need in needs}
    personas = sorted(facts.workshop.personas.values(), key=place_of)
    whose = [persona.id for persona in personas if persona.id in needy]
    return found_if(not latent, whose, needs=len(needs), latent=latent)


def room_without_customers(facts: Facts) -> Outcome:
    """CX12: no customer takes part, and no evidence comes from customers."""
    insiders = facts.settings.evidence.insiders
    heard = sum(
        item.evidence_type not in insiders for item in facts.workshop.evidence.values()
    )
    stand = [who.viewpoint for who in facts.people if who.viewpoint]
    everybody = facts.workshop.participants.values()  # customers by link have no name
    customers = sum(who.viewpoint is Viewpoint.CUSTOMER for who in everybody)
    numbers = {"people": len(facts.people), "customers": customers, "evidence": heard}
    if heard or customers:
        return passed(**numbers)
    if not facts.enough(len(stand), len(facts.people)):
        return not_assessed(NO_VIEWPOINT)
    return found(**numbers)


CHECKS = (
    Check(
        id="CX01",
        name="Nobody who delivers it",
        severity=Severity.HIGH,
        essays=(Essay.THREE_DESIGN_MISTAKES,),
        question="Who delivers these moments every day, and when do we ask them?",
        says=(
            (
                "For {touchpoints} of {of} moments with people, nobody who delivers "
                "them is in the room."
            ),
        ),
        look=nobody_delivers,
        thresholds={"nobody_delivers": 0.3},
    ),
    Check(
        id="CX02",
        name="Launched before the staff",
        severity=Severity.HIGH,
        essays=(Essay.THREE_DESIGN_MISTAKES,),
        question="What do our people need to know and be able to do before we start?",
        says=(
            (
                "{changes} of {of} changes {changes:starts|start} before our people "
                "are trained and ready."
            ),
        ),
        look=launched_before_staff,
        thresholds={"ready_from": 3},
    ),
    Check(
        id="CX03",
        name="Only stated needs",
        severity=Severity.MEDIUM,
        essays=(Essay.THREE_DESIGN_MISTAKES,),
        question="What would she be glad of that she has never thought of asking for?",
        says=(
            (
                "We wrote down {needs} {needs:need|needs}, and none that she could not "
                "tell us herself."
            ),
        ),
        look=only_stated_needs,
    ),
    Check(
        id="CX12",
        name="A room without customers",
        severity=Severity.HIGH,
        essays=(Essay.BRANDS_FAILING,),
        question="Which two customers could we ask before we go on?",
        says=(
            "There are {people} of us and no customer, and no evidence comes from one.",
        ),
        look=room_without_customers,
    ),
)
