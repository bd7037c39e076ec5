"""What we do not know of a touchpoint: it shifts all that was said of it (4.7)."""

from dataclasses import dataclass

import numpy as np

from cxcore.analysis.scales import FloatArray
from cxcore.model.settings import RobustnessRule
from cxcore.robustness.streams import stream

PARTS = ("valence", "performance", "importance", "effort")
"""What is shifted, in the order of the rows of the noise."""


@dataclass(frozen=True, slots=True, eq=False)
class Noise:
    """Shifts of one touchpoint in every re-run, each on its own scale: (draws,)."""

    valence: FloatArray
    performance: FloatArray
    importance: FloatArray
    """On 0 to 1."""
    effort: FloatArray
    """On 0 to 1."""


def noise_of(standard: FloatArray, confidence: float, rule: RobustnessRule) -> Noise:
    """Return the shifts of a touchpoint: the less is known, the wider.

    Args:
        standard: standard normal draws, (parts, draws).
        confidence: how well it is known, 0 to 1.
        rule: how wide the shifts are where nothing is known.
    """
    open_part = 1 - confidence
    return Noise(
        valence=standard[0] * rule.feeling_noise * open_part,
        performance=standard[1] * rule.performance_noise * open_part,
        importance=standard[2] * rule.importance_noise * open_part,
        effort=standard[3] * rule.effort_noise * open_part,
    )


def standard_noise(seed: int, touchpoint_id: str, draws: int) -> FloatArray:
    """Return a touchpoint's standard normal draws: (parts, draws)."""
    drawn: FloatArray = stream(seed, "noise", touchpoint_id).standard_normal(
        (len(PARTS), draws)
    )
    return np.ascontiguousarray(drawn)
