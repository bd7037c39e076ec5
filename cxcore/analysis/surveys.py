"""What customers answered in surveys: beside what people in the room say (4.2).

Who answers a survey is a customer and speaks for themselves, but takes no part: the
answers enter the customers' own curve, never the group's mean nor any score.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from cxcore.analysis.scales import STRONGEST_FEELING, FloatArray, IntArray
from cxcore.model import Evidence, Workshop
from cxcore.model.base import TouchpointId

REMEMBERED = 256
"""Columns of answers of which the sums are kept from one change to the next."""
NO_ANSWERS = (0.0, 0.0, 0)


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
def _counted(column: _Column) -> tuple[float, float, int]:
    """Return the sum of the answers, of the bad feeling in each, and their count.

    A workshop is read anew at every change, a survey changes hardly ever.
    """
    given = [answer for answer in column.answers if answer is not None]
    pain = sum(-answer for answer in given if answer < 0) / STRONGEST_FEELING
    return sum(given), pain, len(given)


def surveys_of(workshop: Workshop) -> Iterator[Evidence]:
    """Yield the evidence that holds answers of customers.

    Evidence that comes from inside alone holds none: a survey of staff, say.
    """
    insiders = workshop.settings.evidence.insiders
    for item in workshop.evidence.values():
        if item.survey and item.evidence_type not in insiders:
            yield item


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers of all surveys, added up; one number per touchpoint."""

    total: FloatArray
    """Sum of the answers, -5 to 5 each."""
    pain: FloatArray
    """Sum of the bad feeling in them, 0 to 1 each, taken answer by answer (4.2)."""
    count: IntArray


class SurveyBook:
    """All answers of a workshop, added up by touchpoint."""

    def __init__(self, workshop: Workshop) -> None:
        self._found: dict[TouchpointId, tuple[float, float, int]] = {}
        for item in sorted(surveys_of(workshop), key=lambda each: each.id):
            for touchpoint_id, answers in item.survey.items():
                total, pain, count = _counted(_Column(answers))
                sums = self._found.get(touchpoint_id, NO_ANSWERS)
                self._found[touchpoint_id] = (
                    sums[0] + total,
                    sums[1] + pain,
                    sums[2] + count,
                )

    def of(self, ids: Sequence[TouchpointId]) -> Answered:
        """Return what was answered at each of these touchpoints."""
        found = [self._found.get(key, NO_ANSWERS) for key in ids]
        return Answered(
            total=np.array([total for total, _, _ in found], dtype=np.float64),
            pain=np.array([pain for _, pain, _ in found], dtype=np.float64),
            count=np.array([count for _, _, count in found], dtype=np.intp),
        )


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
