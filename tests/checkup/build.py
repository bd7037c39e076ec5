"""Small workshops for the check-up: what does not matter is left out."""

from cxcore.checkup import CheckResult, Status, check
from cxcore.model import (
    Evidence,
    Need,
    Opportunity,
    Participant,
    Persona,
    Process,
    Thing,
    Workshop,
)
from cxcore.words import finding_sentence, names_of
from tests.analysis.builders import TODAY, Moment, said, workshop_of

__all__ = ["TODAY", "Moment", "said", "workshop_of"]


def looked_at(workshop: Workshop, check_id: str, top=None) -> CheckResult:
    """Ask one question of a workshop; whatever it says can be put into words."""
    result = check(workshop, TODAY, top).of(check_id)
    said = finding_sentence(result, names_of(workshop))
    assert bool(said) is not has_passed(result)
    return result


def is_found(result: CheckResult) -> bool:
    return result.status is Status.FOUND


def has_passed(result: CheckResult) -> bool:
    return result.status is Status.PASSED


def is_open(result: CheckResult) -> bool:
    """Not assessed, and it says what is missing."""
    return result.status is Status.NOT_ASSESSED and bool(result.missing)


def adding(workshop: Workshop, *things: Thing) -> Workshop:
    """Return the workshop with these things in their collections, new or changed."""
    for thing in things:
        collection = dict(getattr(workshop, thing.collection)) | {thing.id: thing}
        workshop = workshop.model_copy(update={thing.collection: collection})
    return workshop


def with_limits(workshop: Workshop, **limits: float) -> Workshop:
    """Return the workshop with other thresholds."""
    settings = workshop.settings.model_copy(update={"checkup": limits})
    return workshop.model_copy(update={"settings": settings})


def person(name, viewpoint=None, department=""):
    return Participant(id=name, name=name, viewpoint=viewpoint, department=department)


def evidence(name, kind, *touchpoint_ids, **fields):
    return Evidence(
        id=name,
        evidence_type=kind,
        title=name,
        touchpoint_ids=touchpoint_ids,
        **fields,
    )


def process(name, *touchpoint_ids, **fields):
    return Process(id=name, name=name, touchpoint_ids=touchpoint_ids, **fields)


def felt(*valences, importance=4.0):
    """Return the ratings of so many people of one moment that matters."""
    return said(valence=valences, importance=[importance] * len(valences))


def change(name, *touchpoint_ids, **fields):
    """Return an idea for a change, or an action once it has a date."""
    return Opportunity(id=name, name=name, touchpoint_ids=touchpoint_ids, **fields)


def persona(name, **fields):
    return Persona(id=name, name=name, **fields)


def need(name, persona_id="marta", **fields):
    return Need(id=name, persona_id=persona_id, text=name, **fields)
