"""Touchpoints that should have a process behind them, and have none (CX06, CX09)."""

from collections import defaultdict
from collections.abc import Mapping
from enum import StrEnum

from cxcore.analysis.matters import matters
from cxcore.analysis.results import JourneyAnalysis, TouchpointAnalysis
from cxcore.model import ProcessLane, ProcessStatus, Workshop

BEHIND = frozenset({ProcessLane.BACK_STAGE, ProcessLane.SUPPORT})
"""Lanes that run out of the customer's sight."""


class Unbacked(StrEnum):
    """Why a touchpoint is said to have no process."""

    MOMENT_OF_TRUTH = "moment_of_truth"
    """The relation is won or lost here, and no process is linked at all."""
    IMPORTANT = "important"
    """It matters or is critical, and nothing behind the front stage is linked."""


def unbacked(workshop: Workshop, journey: JourneyAnalysis) -> Mapping[str, Unbacked]:
    """Return the touchpoints of a journey that lack a process, in map order.

    A process that the team itself calls missing is none. Importance counts where
    somebody has said it, as in the check-up.

    Args:
        workshop: without what is removed.
        journey: one of its journeys, analysed.
    """
    lanes = _lanes(workshop)
    found = {
        each.id: _lack(workshop, each, lanes.get(each.id, set()))
        for each in journey.touchpoints
    }
    return {key: lack for key, lack in found.items() if lack is not None}


def _lanes(workshop: Workshop) -> Mapping[str, set[ProcessLane]]:
    lanes: dict[str, set[ProcessLane]] = defaultdict(set)
    for process in workshop.processes.values():
        if process.status is not ProcessStatus.MISSING:
            for touchpoint_id in process.touchpoint_ids:
                lanes[touchpoint_id].add(process.lane)
    return lanes


def _lack(
    workshop: Workshop, each: TouchpointAnalysis, lanes: set[ProcessLane]
) -> Unbacked | None:
    if not lanes and workshop.touchpoints[each.id].moment_of_truth:
        return Unbacked.MOMENT_OF_TRUTH
    if BEHIND.isdisjoint(lanes) and matters(each, workshop.settings):
        return Unbacked.IMPORTANT
    return None
