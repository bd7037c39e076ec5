"""What a touchpoint's place on the map adds: low, high, end, handover (4.3, 4.4).

All arrays run over the *rated* touchpoints of one journey in map order: what
nobody rated neither ends a journey nor stands between two departments.
"""

from dataclasses import dataclass

import numpy as np

from cxcore.analysis.scales import CLOSE, FloatArray, IntArray

END_OF_JOURNEY = 1.0
FEWEST_IN_STAGE = 2
"""A stage of one touchpoint has no low and no high point."""


@dataclass(frozen=True, slots=True)
class Runs:
    """Neighbours that belong to one stage; stages stand one after the other."""

    starts: IntArray
    """Per stage: its first place."""
    of: IntArray
    """Per place: which run it is in."""
    sizes: IntArray
    """Per stage: how many places."""


@dataclass(frozen=True, slots=True)
class Place:
    """Exposures of the rated touchpoints, each 0 to 1."""

    low_point: FloatArray
    high_point: FloatArray
    end: FloatArray
    handover: FloatArray


def runs_of(stage_codes: IntArray) -> Runs:
    """Cut a sequence of stages into runs; the codes may not go back and forth."""
    breaks = np.ones(len(stage_codes), dtype=np.bool_)
    breaks[1:] = stage_codes[1:] != stage_codes[:-1]
    starts = np.flatnonzero(breaks)
    of = np.cumsum(breaks) - 1
    return Runs(starts=starts, of=of, sizes=np.bincount(of))


def place_of(
    valence: FloatArray, runs: Runs, owner_codes: IntArray, end_of_stage: float
) -> Place:
    """Return what the place of each rated touchpoint adds to its weight.

    Args:
        valence: mean valence, -5 to 5.
        runs: the stages they stand in.
        owner_codes: number of the owner; nobody is an owner of its own.
        end_of_stage: what the end of a stage adds, 0 to 1; that of the journey is 1.
    """
    if not len(valence):
        return Place(*(np.zeros(0) for _ in range(4)))
    company = runs.sizes[runs.of] >= FEWEST_IN_STAGE
    lowest = np.minimum.reduceat(valence, runs.starts)[runs.of]
    highest = np.maximum.reduceat(valence, runs.starts)[runs.of]
    low = company & (valence <= lowest + CLOSE) & (valence < -CLOSE)
    high = company & (valence >= highest - CLOSE) & (valence > CLOSE)
    return Place(
        low_point=low.astype(np.float64),
        high_point=high.astype(np.float64),
        end=_end(runs, end_of_stage),
        handover=_handover(owner_codes),
    )


def _end(runs: Runs, end_of_stage: float) -> FloatArray:
    """Return 1 at the end of the journey, and less at the end of another stage."""
    end = np.zeros(len(runs.of))
    end[runs.starts + runs.sizes - 1] = end_of_stage
    end[-1] = END_OF_JOURNEY
    return end


def _handover(owner_codes: IntArray) -> FloatArray:
    """Return the share of the one or two neighbours with another owner."""
    changes = (owner_codes[1:] != owner_codes[:-1]).astype(np.float64)
    handover = np.zeros(len(owner_codes))
    if len(changes):
        handover[0], handover[-1] = changes[0], changes[-1]
        handover[1:-1] = (changes[1:] + changes[:-1]) / 2
    return handover
