"""What the average hides, touchpoint by touchpoint (4.5)."""

from dataclasses import dataclass

import numpy as np

from cxcore.analysis.results import JourneyAnalysis
from cxcore.analysis.score import weights_of


@dataclass(frozen=True, slots=True)
class HiddenPart:
    """What one touchpoint takes from the mean, and from the journey score."""

    id: str
    in_mean: float
    """w (1 - x), 0 to 1: over all touchpoints they sum to 1 - A."""
    in_score: float
    """Its share of 1 - J, 0 to 1: over all touchpoints they sum to 1 - J."""

    @property
    def part(self) -> float:
        """Return its part of A - J: above 0 exactly where it is worse than J.

        Below 0 for a touchpoint that counts for less in J than in the mean: it is
        one of those that the bad ones hide behind. All parts sum to A - J.
        """
        return self.in_score - self.in_mean


def hidden_parts(journey: JourneyAnalysis) -> tuple[HiddenPart, ...]:
    """Split the difference of mean and journey score exactly, in map order.

    The norm of the shortfalls is the sum of what each carries of it (its share times
    the norm: Euler's theorem, as the norm grows with its arguments), and so is the
    mean. What is left between both is each touchpoint's part:
    ``w (1-x) (((1-x)/(1-J))^(q-1) - 1)``.

    Args:
        journey: analysed in full; touchpoints without a valence are left out.
    """
    rated = [each for each in journey.touchpoints if each.level is not None]
    weights = weights_of(np.array([each.importance for each in rated]))
    rest = 1 - (journey.score or 0.0)
    return tuple(
        HiddenPart(
            id=each.id,
            in_mean=weight * (1 - (each.level or 0.0)),
            in_score=rest * (each.share or 0.0),
        )
        for each, weight in zip(rated, weights.tolist(), strict=True)
    )
