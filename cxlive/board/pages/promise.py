"""What the team must be clear about first: promise, values, tight and loose."""

from typing import Any

from cxcore.analysis import analyse_grid, grid_of, step_back
from cxcore.compare import companion
from cxcore.model import JourneyKind
from cxcore.rounds import touchpoints_of
from cxcore.words import step_back_sentences, valence_word
from cxlive.board.things import things
from cxlive.board.values import number
from cxlive.board.view import JourneyView
from cxlive.channel.messages import Table


def keys(view: JourneyView) -> Table:
    """Return what this page adds to the table of its journey."""
    brief = view.workshop.brief.model_dump(mode="json")
    return things(view.workshop, "brand_value") | {
        "brief": {"id": "brief", **brief},
        "promise": {"step_back": _step_back(view), "human": _human(view)},
        "elsewhere": _elsewhere(view),
    }


def _step_back(view: JourneyView) -> list[str]:
    if view.analysis is None:
        return []
    names = {each.id: each.name for each in view.workshop.touchpoints.values()}
    found = step_back(view.workshop, view.analysis)
    return list(step_back_sentences(found, names))


def _human(view: JourneyView) -> list[str]:
    """Return the moments at which she meets people of ours, in map order."""
    touchpoints = view.workshop.touchpoints
    return [each for each in view.shared.touchpoint_ids if touchpoints[each].is_human]


def _elsewhere(view: JourneyView) -> dict[str, Any] | None:
    """Return what the persona of this journey does without us; None: not drawn yet."""
    if view.journey_id is None:
        return None
    found = companion(view.workshop, view.journey_id, JourneyKind.ELSEWHERE)
    if found is None:
        return None
    journey = view.workshop.journeys[found]
    grid = grid_of(view.workshop, journey.id, view.source.day)
    analysis = analyse_grid(grid, view.workshop.settings, in_full=False)
    feelings = {each.id: each.valence for each in analysis.touchpoints}
    moments = [
        _moment(view.workshop.touchpoints[each].name, feelings[each])
        for each in touchpoints_of(view.workshop, journey.id)
    ]
    return {"id": journey.id, "name": journey.name, "moments": moments}


def _moment(name: str, valence: float | None) -> dict[str, Any]:
    word = None if valence is None else valence_word(valence)
    return {"name": name, "valence": number(valence), "word": word}
