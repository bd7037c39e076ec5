"""A journey as if some of its moments felt otherwise; nobody's rating is touched."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from cxcore.analysis import CLOSE, JourneyGrid
from cxcore.analysis.scales import VALENCE, FloatArray
from cxcore.analysis.voices import Groups, groups_of, mean_over_voices
from cxcore.model import Weighting
from cxcore.what_if.errors import CannotSupposeError


def supposable(grid: JourneyGrid) -> tuple[str, ...]:
    """Return the ids of the rated touchpoints, in map order: no others can be moved."""
    rated = (~np.isnan(grid.valence)).any(axis=1)
    return tuple(grid.ids[row] for row in np.flatnonzero(rated).tolist())


def with_targets(
    grid: JourneyGrid, targets: Mapping[str, float], weighting: Weighting
) -> JourneyGrid:
    """Return the journey as if these touchpoints felt so.

    All valences of a touchpoint are shifted together and held at the ends of the
    scale, by as much as makes their mean the target: who felt it worse than others
    still does. Everything else that was said stays, expectation and effort too.

    Args:
        grid: the journey; it stays as it is.
        targets: mean valence by touchpoint, -5 to 5; beyond it the ends are taken.
        weighting: whose voices weigh the same in a mean.

    Raises:
        CannotSupposeError: nobody has rated one of them, or it is not on the map.
    """
    known = frozenset(supposable(grid))
    unknown = tuple(each for each in targets if each not in known)
    if unknown:
        raise CannotSupposeError(unknown)
    groups = groups_of(grid, weighting)
    valence = grid.valence.copy()
    for touchpoint_id, target in targets.items():
        row = grid.ids.index(touchpoint_id)
        valence[row] = _shifted(valence[row], target, groups)
    valence.setflags(write=False)
    return replace(grid, valence=valence)


def _shifted(said: FloatArray, target: float, groups: Groups) -> FloatArray:
    """Return the valences of one touchpoint, shifted until their mean is the target.

    The mean is a piecewise linear function of the shift: it bends only where somebody
    reaches an end of the scale. Until all are at the same end it always rises: were
    all held, some at the top and some at the bottom, it would be so at one shift
    only. So one interpolation between its bends finds the shift exactly.
    """
    if abs(float(mean_over_voices(said, groups)) - target) < CLOSE:
        return said
    given = said[~np.isnan(said)]
    bends = np.unique(np.concatenate([VALENCE.low - given, VALENCE.high - given]))
    means = mean_over_voices(_held(said + bends[:, np.newaxis]), groups)
    return _held(said + np.interp(target, means, bends))


def _held(valence: FloatArray) -> FloatArray:
    held: FloatArray = np.clip(valence, VALENCE.low, VALENCE.high)
    return held
