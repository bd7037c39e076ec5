"""How well a touchpoint is known, from the evidence linked to it (4.6)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from math import prod

from cxcore.model import Evidence, EvidenceType, Workshop
from cxcore.model.settings import EvidenceRule

LADDER = tuple(EvidenceType)
"""All types in one order, so that a product is the same to the last digit."""

Best = Mapping[EvidenceType, float]
"""The best confidence per type of evidence, each 0 to 1."""


def item_confidence(item: Evidence, rule: EvidenceRule, as_of: date) -> float:
    """Return the confidence of one piece of evidence, 0 to 1.

    Once the item is older than ``old_after_days`` only a part of it is left; an
    item without a date, or with a later one, never gets old.
    """
    full = rule.confidence.get(item.evidence_type, 0.0)
    if item.date is None or (as_of - item.date).days <= rule.old_after_days:
        return full
    return full * rule.old_worth


def confidence_of(best: Best, rule: EvidenceRule) -> float:
    """Combine the best item of each type into one confidence, 0 to 1.

    The types count as independent: what is left open is the product of what each
    leaves open. Without evidence the ladder's own value of an assumption stands,
    and no item, however old, brings it under that.
    """
    floor = rule.confidence.get(EvidenceType.ASSUMPTION, 0.0)
    combined = 1 - prod(1 - best[kind] for kind in LADDER if kind in best)
    if not is_heard(best, rule):
        combined = min(combined, rule.insiders_most)
    return min(max(combined, floor), rule.most)


class EvidenceBook:
    """The evidence of a workshop, looked up by touchpoint and by journey."""

    def __init__(self, workshop: Workshop, as_of: date) -> None:
        self._rule = workshop.settings.evidence
        self._touchpoints: dict[str, dict[EvidenceType, float]] = defaultdict(dict)
        self._journeys: dict[str, dict[EvidenceType, float]] = defaultdict(dict)
        for item in workshop.evidence.values():
            worth = item_confidence(item, self._rule, as_of)
            kind = item.evidence_type
            linked = touchpoints_of_evidence(item, workshop)
            _note(self._touchpoints, linked, kind, worth)
            _note(self._journeys, journeys_of_evidence(item), kind, worth)

    def best(self, touchpoint_id: str, journey_id: str) -> Best:
        """Return the best confidence per type for one touchpoint.

        It counts evidence linked to the touchpoint, to a process linked to it,
        or to its journey as a whole.
        """
        best = dict(self._journeys.get(journey_id, {}))
        for kind, worth in self._touchpoints.get(touchpoint_id, {}).items():
            best[kind] = max(worth, best.get(kind, 0.0))
        return best

    def confidence(self, best: Best) -> float:
        """Combine the best items by the workshop's own rule, 0 to 1."""
        return confidence_of(best, self._rule)

    def is_heard(self, best: Best) -> bool:
        """Tell whether some evidence comes from contact with customers."""
        return is_heard(best, self._rule)


def is_heard(best: Best, rule: EvidenceRule) -> bool:
    """Tell whether some evidence does not come from insiders alone."""
    return not best.keys() <= set(rule.insiders)


def touchpoints_of_evidence(item: Evidence, workshop: Workshop) -> frozenset[str]:
    """Return the touchpoints that an item names, or that a process of it serves."""
    found = set(item.touchpoint_ids)
    for process_id in item.process_ids:
        if process_id in workshop.processes:
            found.update(workshop.processes[process_id].touchpoint_ids)
    return frozenset(found)


def journeys_of_evidence(item: Evidence) -> tuple[str, ...]:
    """Return the journeys that an item is about as a whole: it names no touchpoint."""
    return () if item.touchpoint_ids else item.journey_ids


def _note(
    book: dict[str, dict[EvidenceType, float]],
    ids: Iterable[str],
    kind: EvidenceType,
    worth: float,
) -> None:
    for key in ids:
        book[key][kind] = max(worth, book[key].get(kind, 0.0))
