"""What customers answered in surveys: beside what people in the room say (4.2).

Who answers a survey is a customer and speaks for themselves, but takes no part: the
answers enter the customers' own curve, never the group's mean nor any score.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np

from cxcore.analysis.scales import FloatArray, IntArray
from cxcore.model import Evidence, Workshop
from cxcore.model.base import TouchpointId

REMEMBERED = 256
"""Columns of answers of which sum and count are kept from one change to the next."""


class _Column:
    """The answers about one touchpoint: the same ones are the very same tuple."""

    __slots__ = ("answers",)

    def __init__(self, answers: Sequence[float | None]) -> None:
        self.answers = answers

    def __hash__(self) -> int:
        return id(self.answers)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Column) and other.answers is self.answers


@lru_cache(maxsize=REMEMBERED)
def _counted(column: _Column) -> tuple[float, int]:
    """Return sum and count of the answers.

    A workshop is read anew at every change, a survey changes hardly ever.
    """
    given = [answer for answer in column.answers if answer is not None]
    return sum(given), len(given)


def surveys_of(workshop: Workshop) -> Iterator[Evidence]:
    """Yield the evidence that holds answers of customers.

    Evidence that comes from inside alone holds none: a survey of staff, say.
    """
    insiders = workshop.settings.evidence.insiders
    for item in workshop.evidence.values():
        if item.survey and item.evidence_type not in insiders:
            yield item


class SurveyBook:
    """All answers of a workshop, added up by touchpoint."""

    def __init__(self, workshop: Workshop) -> None:
        self._found: dict[TouchpointId, tuple[float, int]] = {}
        for item in sorted(surveys_of(workshop), key=lambda each: each.id):
            for touchpoint_id, answers in item.survey.items():
                total, count = _counted(_Column(answers))
                before = self._found.get(touchpoint_id, (0.0, 0))
                self._found[touchpoint_id] = (before[0] + total, before[1] + count)

    def of(self, ids: Sequence[TouchpointId]) -> tuple[FloatArray, IntArray]:
        """Return for each touchpoint the sum of its answers, and how many they are."""
        found = [self._found.get(key, (0.0, 0)) for key in ids]
        totals = np.array([total for total, _ in found], dtype=np.float64)
        counts = np.array([count for _, count in found], dtype=np.intp)
        return totals, counts


def respondents_of(
    workshop: Workshop, touchpoints: Mapping[TouchpointId, object]
) -> int:
    """Return how many people have answered a survey about any of these touchpoints.

    Args:
        workshop: as people see it, without removed things.
        touchpoints: by id.
    """
    return sum(
        max(map(len, item.survey.values()))
        for item in surveys_of(workshop)
        if any(key in touchpoints for key in item.survey)
    )
