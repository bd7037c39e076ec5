"""Where a journey turns: its low and high points, at which people remember more."""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from cxcore.analysis.place import FEWEST_IN_STAGE
from cxcore.analysis.results import JourneyAnalysis, TouchpointAnalysis
from cxcore.analysis.scales import CLOSE


class TurnCode(StrEnum):
    """What kind of point it is; the first that fits."""

    HIGHEST = "highest"
    """The best of the journey."""
    LOWEST = "lowest"
    """The worst of the journey."""
    LOWEST_OF_STAGE = "lowest_of_stage"
    """The worst of its stage, and bad; a stage of one has none (4.3)."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One low or high point of a journey."""

    touchpoint_id: str
    code: TurnCode


def turns_of(journey: JourneyAnalysis) -> tuple[Turn, ...]:
    """Return the low and high points of a journey in map order; rated ones only."""
    found = dict.fromkeys(_lowest_of_stages(journey), TurnCode.LOWEST_OF_STAGE)
    if journey.low_id is not None:
        found[journey.low_id] = TurnCode.LOWEST
    if journey.peak_id is not None:
        found[journey.peak_id] = TurnCode.HIGHEST
    return tuple(
        Turn(each.id, found[each.id])
        for each in journey.touchpoints
        if each.id in found
    )


def _lowest_of_stages(journey: JourneyAnalysis) -> list[str]:
    stages: dict[str, list[tuple[float, TouchpointAnalysis]]] = defaultdict(list)
    for each in journey.touchpoints:
        if each.valence is not None:
            stages[each.stage_id].append((each.valence, each))
    lowest = [
        min(rated, key=lambda pair: pair[0])
        for rated in stages.values()
        if len(rated) >= FEWEST_IN_STAGE
    ]
    return [each.id for valence, each in lowest if valence < -CLOSE]
