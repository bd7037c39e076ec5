"""Scales with their bounds, and comparisons that forgive rounding (4.1)."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]
IntArray = npt.NDArray[np.intp]

CLOSE = 1e-9
"""Values nearer than this count as equal, in units of what is compared."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A declared scale; every rating is normalised by it, and only by it (4.1)."""

    low: float
    high: float

    def unit(self, values: FloatArray) -> FloatArray:
        """Map values of this scale linearly to 0 (low end) to 1 (high end)."""
        return (values - self.low) / (self.high - self.low)

    def at(self, units: FloatArray) -> FloatArray:
        """Map 0 to 1 back to this scale; the inverse of ``unit``."""
        return units * (self.high - self.low) + self.low

    def convert(self, values: FloatArray, to: "Scale") -> FloatArray:
        """Express values of this scale on another one, linearly (4.1)."""
        return to.at(self.unit(values))


VALENCE = Scale(-5, 5)
"""How a moment feels."""
IMPORTANCE = Scale(1, 5)
"""How much a moment matters."""
TEN_POINTS = Scale(0, 10)
"""Expectation, performance, and answers about the whole."""
EFFORT = Scale(1, 7)
"""How hard a moment is."""
STRONGEST_FEELING = 5.0
"""Distance of either end of the valence scale from neutral."""


def at_least(values: FloatArray, threshold: float) -> BoolArray:
    """Tell where a value reaches a threshold; unknown (NaN) never does."""
    return values >= threshold - CLOSE


def below(values: FloatArray, threshold: float) -> BoolArray:
    """Tell where a value stays under a threshold; unknown (NaN) never does."""
    return values < threshold - CLOSE


def divided(parts: FloatArray, wholes: FloatArray) -> FloatArray:
    """Divide without complaint: NaN (unknown) where the whole is zero.

    Args:
        parts: numerators, of any shape that fits ``wholes``.
        wholes: denominators.
    """
    unknown: FloatArray = np.full(parts.shape, np.nan)
    return np.divide(parts, wholes, out=unknown, where=wholes > 0)
