"""Penalty and reward of each touchpoint, and the kind that they suggest (1.3).

Penalty-reward contrast (Brandt 1988): the whole is regressed on whether each answer is
low, and whether it is high, against those in between. What only costs when it is bad
is taken for granted; what only pays when it is good is a delight (Kano 1984). Impact
asymmetry is that of Mikulić and Prebežac (2008).
"""

from dataclasses import dataclass

import numpy as np

from cxcore.analysis.scales import CLOSE, BoolArray, FloatArray, IntArray
from cxcore.drivers.results import Contrast
from cxcore.drivers.samples import moments
from cxcore.model import KanoKind
from cxcore.model.settings import DriversRule

_SINGULAR = 1e-10
"""Below this part of the largest, an eigenvalue is nothing but rounding."""
_KINDS = (KanoKind.MUST_BE, KanoKind.PERFORMANCE, KanoKind.ATTRACTIVE)


def contrasts_of(
    felt: FloatArray, overall: FloatArray, rule: DriversRule, seed: int
) -> list[Contrast | None]:
    """Return the contrast of each column; None where too few answers tell it.

    Args:
        felt: (respondents, touchpoints), in a fixed order, nothing missing.
        overall: per respondent, 0 to 10.
        rule: what is low and high; low, high and what is in between need
            ``rows_per_touchpoint`` answers each.
        seed: of the workshop's settings.
    """
    cases = _Cases.of(felt, rule)
    if not cases.told.any():
        return [None] * felt.shape[1]
    whole = cases.design(overall)
    known = cases.told & _estimable(whole.T @ whole)[cases.places].all(axis=0)
    found = _effects(whole.T @ whole / len(whole))[cases.places]
    sampled = _effects(moments(whole, rule.draws, seed))[:, cases.places]
    return [
        _contrast(found[:, at], sampled[:, :, at], rule.asymmetry_from)
        if known[at]
        else None
        for at in range(felt.shape[1])
    ]


@dataclass(frozen=True)
class _Cases:
    """Which answers are low and high, and where each touchpoint stands in a design."""

    dummies: FloatArray
    """(respondents, dummies): those with enough cases."""
    places: IntArray
    """(2, touchpoints): columns of the design for low and high; 0 where it has none."""
    told: BoolArray
    """Per touchpoint: low, high and in between have enough cases."""

    @classmethod
    def of(cls, felt: FloatArray, rule: DriversRule) -> "_Cases":
        low = felt <= rule.low_to + CLOSE
        high = (felt >= rule.high_from - CLOSE) & ~low
        sides = np.stack([low, high])
        enough = sides.sum(axis=1) >= rule.rows_per_touchpoint
        between = (~(low | high)).sum(axis=0) >= rule.rows_per_touchpoint
        # With nobody in between, low and high are one and the same question.
        enough[1] &= between | ~enough[0]
        places = np.zeros(enough.shape, dtype=np.intp)
        places[enough] = 1 + np.arange(np.count_nonzero(enough))
        dummies = np.moveaxis(sides, 0, 1)[:, enough].astype(np.float64)
        return cls(dummies, places, enough.all(axis=0))

    def design(self, overall: FloatArray) -> FloatArray:
        """Return the columns of the regression: all alike, dummies, the whole."""
        return np.column_stack([np.ones(len(overall)), self.dummies, overall])


def _effects(products: FloatArray) -> FloatArray:
    """Return the coefficients of a regression of the last column on the others.

    Args:
        products: (..., columns, columns), mean products of each two.
    """
    inverse = np.linalg.pinv(products[..., :-1, :-1], _SINGULAR, hermitian=True)
    found: FloatArray = (inverse @ products[..., :-1, -1:])[..., 0]
    return found


def _estimable(products: FloatArray) -> BoolArray:
    """Tell which coefficients have one value only, though columns may say the same."""
    values, vectors = np.linalg.eigh(products[:-1, :-1])
    empty = vectors[:, values <= _SINGULAR * values.max()]
    sure: BoolArray = (np.abs(empty) <= np.sqrt(_SINGULAR)).all(axis=1)
    return sure


def _contrast(
    found: FloatArray, sampled: FloatArray, asymmetry_from: float
) -> Contrast | None:
    """Return the contrast of one touchpoint.

    Args:
        found: effect of a low answer, and of a high one.
        sampled: (samples, 2), the same in samples.
        asymmetry_from: from where on it is no longer even.
    """
    asymmetry = _asymmetry(found)
    if np.isnan(asymmetry):
        return None
    kind = _side(asymmetry, asymmetry_from)
    same = _side(_asymmetry(sampled.T), asymmetry_from) == kind
    return Contrast(
        penalty=float(-found[0]),
        reward=float(found[1]),
        asymmetry=float(asymmetry),
        kind=_KINDS[int(kind) + 1],
        holds=float(same.mean()),
    )


def _asymmetry(effects: FloatArray) -> FloatArray:
    """Return (reward - penalty) / (reward + penalty); NaN where there is neither.

    A penalty that pays and a reward that costs are none: they count as 0.
    """
    penalty, reward = np.maximum(-effects[0], 0.0), np.maximum(effects[1], 0.0)
    total = penalty + reward
    known = total > CLOSE
    return np.where(known, (reward - penalty) / np.where(known, total, 1.0), np.nan)


def _side(asymmetry: FloatArray, asymmetry_from: float) -> FloatArray:
    """Return -1 for mostly a penalty, 1 for mostly a reward, 0 for neither."""
    even = np.abs(asymmetry) < asymmetry_from - CLOSE
    found: FloatArray = np.where(even, 0.0, np.sign(asymmetry))
    return found
