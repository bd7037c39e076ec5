"""Taking importance over from a survey, and going back to what the room said."""

from collections.abc import Iterator

from cxcore.analysis.scales import CLOSE
from cxcore.commands import Batch, SetValue
from cxcore.drivers.results import Drivers
from cxcore.edit import visible
from cxcore.model import ImportanceMode, Journey, Rating, Touchpoint, Workshop
from cxcore.rounds import touchpoints_of


def take_over(workshop: Workshop, drivers: Drivers) -> Batch:
    """Return the one change that takes importance over from a survey.

    What an earlier survey said of touchpoints that this one leaves out is cleared, so
    that two are never mixed. What people said themselves stays, and does not count.

    Args:
        workshop: as it is.
        drivers: of one of its journeys.
    """
    journey_id = drivers.rows.journey_id
    new = {each.touchpoint_id: each.importance for each in drivers.drivers}
    values = [
        _set_importance(touchpoint_id, new.get(touchpoint_id))
        for touchpoint_id in touchpoints_of(workshop, journey_id)
        if touchpoint_id in new
        or workshop.touchpoints[touchpoint_id].derived_importance is not None
    ]
    mode = _set_mode(journey_id, ImportanceMode.SURVEY)
    return Batch(commands=(*values, mode), label="Importance taken over from a survey")


def is_taken_over(workshop: Workshop, drivers: Drivers) -> bool:
    """Tell whether just what these say counts in their journey, and nothing else.

    Args:
        workshop: as it is.
        drivers: of one of its journeys.
    """
    journey_id = drivers.rows.journey_id
    new = {each.touchpoint_id: each.importance for each in drivers.drivers}
    mode = workshop.journeys[journey_id].importance_mode
    return mode is ImportanceMode.SURVEY and all(
        _is_near(workshop.touchpoints[key].derived_importance, new.get(key))
        for key in touchpoints_of(workshop, journey_id)
    )


def go_back(workshop: Workshop, journey_id: str) -> SetValue:
    """Return the change after which what the room said matters counts again.

    Its dots, if anybody has placed any in the journey; else its ratings. What the
    survey said stays in the file.
    """
    asked = visible(workshop)
    dotted = any(
        rating.dot
        for touchpoint_id in touchpoints_of(workshop, journey_id)
        for rating in _ratings(asked, touchpoint_id)
    )
    mode = ImportanceMode.DOTS if dotted else ImportanceMode.SCALE
    return _set_mode(journey_id, mode)


def _is_near(counts: float | None, importance: float | None) -> bool:
    if counts is None or importance is None:
        return counts is importance
    return abs(counts - importance) <= CLOSE


def _ratings(workshop: Workshop, touchpoint_id: str) -> Iterator[Rating]:
    for said in workshop.ratings.get(touchpoint_id, {}).values():
        yield from said.values()


def _set_importance(touchpoint_id: str, value: float | None) -> SetValue:
    field = "derived_importance"
    return SetValue(of=Touchpoint.kind, id=touchpoint_id, field=field, value=value)


def _set_mode(journey_id: str, mode: ImportanceMode) -> SetValue:
    field = "importance_mode"
    return SetValue(of=Journey.kind, id=journey_id, field=field, value=mode.value)
