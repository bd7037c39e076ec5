"""What a touchpoint wears on the journey page, so that the work is seen."""

from collections.abc import Mapping

from cxcore.analysis import JourneyAnalysis, unbacked
from cxcore.checkup.results import Badge
from cxcore.model import Workshop

NO_PROCESS_CHECK = "CX06"
NOBODY_OWNS_CHECK = "CX22"

Badges = Mapping[str, tuple[Badge, ...]]
"""Badges by touchpoint; without those that have none."""


def badges_of(workshop: Workshop, analysis: JourneyAnalysis) -> Badges:
    """Return the badges of a journey's touchpoints.

    Where no process is written down in the whole workshop none is missed yet. What
    the team has accepted leaves no badge.

    Args:
        workshop: visible.
        analysis: of one of its journeys.
    """
    bare = set(unbacked(workshop, analysis)) if workshop.processes else set()
    bare -= _accepted(workshop, NO_PROCESS_CHECK)
    accepted = _accepted(workshop, NOBODY_OWNS_CHECK)
    worn = {}
    for each in analysis.touchpoints:
        owner = workshop.touchpoints[each.id].owner.strip()
        badges = {
            Badge.ASSUMPTION: each.assumption,
            Badge.DISPUTED: each.disputed,
            Badge.NO_PROCESS: each.id in bare,
            Badge.NOBODY_OWNS: not owner and each.id not in accepted,
        }
        worn[each.id] = tuple(badge for badge, is_so in badges.items() if is_so)
    return {key: badges for key, badges in worn.items() if badges}


def _accepted(workshop: Workshop, check: str) -> set[str]:
    """Return the subjects at which the team has accepted a finding."""
    accepted = (one for one in workshop.findings.values() if one.check == check)
    return {subject for one in accepted for subject in one.subject_ids}
