"""What happens behind the scenes: processes, departments, and who is ready."""

from collections.abc import Iterable, Mapping
from typing import Any

from cxcore.analysis import (
    DepartmentView,
    JourneyAnalysis,
    Spread,
    department_views,
    readiness_of,
    unbacked,
    voices_needed,
)
from cxcore.checkup import Status, limits_of
from cxcore.checkup.silos import looks_green
from cxcore.model import Participant, Thing, Workshop
from cxcore.words import (
    ALL_GREEN,
    UNBACKED_WORDS,
    arrival_sentence,
    department_sentence,
    is_bad,
    spread_sentence,
)
from cxlive.board.things import fields_of, in_order, things
from cxlive.board.view import JourneyView
from cxlive.channel.messages import Table

_WHOLE = 100


def keys(view: JourneyView) -> Table:
    """Return what this page adds to the table of its journey."""
    table = things(view.workshop, "process") | _who_is_here(view.workshop)
    table["readiness"] = _readiness(view)
    if view.analysis is not None:
        lacks = unbacked(view.workshop, view.analysis)
        table["unbacked"] = {key: UNBACKED_WORDS[lack] for key, lack in lacks.items()}
        table["departments"] = _departments(view.workshop, view.analysis)
    return table


def _who_is_here(workshop: Workshop) -> Table:
    """Return who takes part by name; voices and customers by link have none."""
    named = [each for each in in_order(workshop, "participant") if _has_name(each)]
    return {
        "list/participant": [each.id for each in named],
        **{f"participant/{each.id}": fields_of(each) for each in named},
    }


def _has_name(thing: Thing) -> bool:
    return isinstance(thing, Participant) and not thing.anonymous


def _readiness(view: JourneyView) -> dict[str, Any]:
    """Return what staff say of each process and touchpoint that somebody answered."""
    asked = [*view.workshop.processes, *view.shared.touchpoint_ids]
    return {
        each.subject_id: {
            "able": _spread(view.workshop, each.able, "able"),
            "willing": _spread(view.workshop, each.willing, "willing"),
        }
        for each in readiness_of(view.workshop, asked)
        if each.able.n or each.willing.n
    }


def _spread(workshop: Workshop, spread: Spread, part: str) -> dict[str, Any]:
    needed = voices_needed(workshop.settings.reveal)
    return {
        "counts": None if spread.counts is None else list(spread.counts),
        "text": spread_sentence(spread, part, needed),
    }


def _departments(workshop: Workshop, journey: JourneyAnalysis) -> dict[str, Any]:
    green = looks_green(journey, limits_of(workshop.settings))
    return {
        "sentence": ALL_GREEN if green.status is Status.FOUND else None,
        "rows": [
            _department(workshop, journey, each) for each in department_views(journey)
        ],
    }


def _department(
    workshop: Workshop, journey: JourneyAnalysis, seen: DepartmentView
) -> dict[str, Any]:
    ids = [moment.touchpoint_id for moment in seen.moments]
    valences = {each.id: each.valence for each in journey.touchpoints}
    return {
        "name": seen.group.id,
        "moments": ids,
        "line": department_sentence(valences[key] for key in ids),
        "arrives": _arrival(workshop, seen),
        "numbers": _numbers(journey, seen),
    }


def _arrival(workshop: Workshop, seen: DepartmentView) -> str | None:
    """Say the worst that a customer brings along; None where it is not bad."""
    brought: Iterable[tuple[float, str]] = (
        (moment.arrives_with, moment.touchpoint_id)
        for moment in seen.moments
        if moment.arrives_with is not None and is_bad(moment.arrives_with)
    )
    worst = min(brought, key=lambda each: each[0], default=None)
    if worst is None:
        return None
    valence, touchpoint_id = worst
    return arrival_sentence(workshop.touchpoints[touchpoint_id].name, valence)


def _numbers(journey: JourneyAnalysis, seen: DepartmentView) -> str | None:
    """Return the numbers behind the words; None where nothing is rated."""
    if seen.group.mean is None or journey.score is None:
        return None
    parts: Mapping[str, float] = {
        "its own moments": seen.group.mean,
        "the journey as she lives it": journey.score,
        "its part of what hurts": seen.group.share,
    }
    said = (
        f"{name} {round(_WHOLE * part)} of {_WHOLE}" for name, part in parts.items()
    )
    return " · ".join(said)
