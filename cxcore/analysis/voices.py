"""From voices to one number per touchpoint and signal (4.2)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cxcore.analysis.agreement import r_wg
from cxcore.analysis.grid import JourneyGrid
from cxcore.analysis.scales import (
    CLOSE,
    EFFORT,
    IMPORTANCE,
    STRONGEST_FEELING,
    TEN_POINTS,
    BoolArray,
    FloatArray,
    IntArray,
    at_least,
    below,
    divided,
)
from cxcore.model import ImportanceMode, Settings, Viewpoint, Weighting
from cxcore.model.settings import DirectionRule

Groups = Sequence[IntArray | slice]
"""Columns of the voices that together weigh the same as any other group."""

BLOCK = 4096
"""Cells that are averaged at a time, so that they stay in the cache."""

MIDDLE_HALF = (0.25, 0.75)
"""The band on the curve: half of the raters are in here."""


@dataclass(frozen=True, slots=True)
class Means:
    """The room's view of every touchpoint; one number each, NaN for unknown."""

    valence: FloatArray
    pain: FloatArray
    joy: FloatArray
    gap: FloatArray
    effort: FloatArray
    expectation: FloatArray
    performance: FloatArray
    surplus: FloatArray
    customers_surplus: FloatArray
    """Of those customers only who gave both parts; NaN with too few of them."""
    importance: FloatArray
    importance_assumed: BoolArray


@dataclass(frozen=True, slots=True)
class Spread:
    """How the raters of every touchpoint stand to each other; heads, unweighted."""

    raters: IntArray
    low: FloatArray
    high: FloatArray
    r_wg: FloatArray
    below_zero: IntArray
    above_zero: IntArray
    camp_low: IntArray
    camp_high: IntArray
    customers_valence: FloatArray
    """Of the customers in the room and in surveys, each counting once."""
    customers: IntArray
    """How many these are."""
    respondents: IntArray
    """How many of them answered a survey."""
    survey_valence: FloatArray
    """Of those in surveys alone."""
    others_valence: FloatArray
    """Of all but the customers; NaN where no customer has anything to say."""


def groups_of(grid: JourneyGrid, weighting: Weighting) -> Groups:
    """Return which columns share one weight.

    By participants everybody is in one group, so every voice weighs the same; by
    viewpoints each viewpoint is a group, and those without one are a group too.
    """
    return groups_among(grid.viewpoints, weighting)


def groups_among(
    viewpoints: Sequence[Viewpoint | None], weighting: Weighting
) -> Groups:
    """Return which voices share one weight, given where each of them stands."""
    if weighting is Weighting.PARTICIPANTS:
        return (slice(None),)
    return [
        np.array([place for place, seen in enumerate(viewpoints) if seen is viewpoint])
        for viewpoint in dict.fromkeys(viewpoints)
    ]


def mean_over_voices(values: FloatArray, groups: Groups) -> FloatArray:
    """Return the means over the voices that gave a value.

    Args:
        values: (..., voices), NaN for not given.
        groups: columns that share one weight; a group nobody of which gave a
            value is left out there.

    Returns:
        (...,), NaN where nobody gave a value.
    """
    known = ~np.isnan(values)
    clean = np.where(known, values, 0.0)
    total = np.zeros(values.shape[:-1])
    present = np.zeros(values.shape[:-1])
    for columns in groups:
        count = known[..., columns].sum(axis=-1)
        total += clean[..., columns].sum(axis=-1) / np.maximum(count, 1)
        present += count > 0
    return divided(total, present)


def means_of(grid: JourneyGrid, settings: Settings) -> Means:
    """Aggregate the voices of a journey.

    Pain, joy and gap are taken per participant before they are averaged, so a
    split room is pain and joy, not a "so-so". All are unweighted by importance.
    """
    groups = groups_of(grid, settings.weighting)
    rows = max(1, BLOCK // max(1, len(grid.voices)))
    blocks = [slice(at, at + rows) for at in range(0, max(1, len(grid.ids)), rows)]
    votes = asked_importance(grid, settings.importance_without_dot)
    found = [
        mean_over_voices(_said(grid, block, votes[block]), groups) for block in blocks
    ]
    asked, valence, pain, joy, *others = np.concatenate(found, axis=1)
    gap, effort, expectation, performance, surplus = others
    if grid.mode is ImportanceMode.SURVEY:
        asked = grid.derived_importance
    assumed = np.isnan(asked)
    unknown = IMPORTANCE.unit(np.array(settings.importance_if_unknown))
    return Means(
        valence=valence,
        pain=pain,
        joy=joy,
        gap=gap,
        effort=effort,
        expectation=expectation,
        performance=performance,
        surplus=surplus,
        customers_surplus=_of_enough_customers(grid, settings.direction),
        importance=np.where(assumed, unknown, asked) * grid.reach,
        importance_assumed=assumed,
    )


def _said(grid: JourneyGrid, rows: slice, importance: FloatArray) -> FloatArray:
    """Return what is averaged: importance first, then as in ``Means``.

    Args:
        grid: the journey.
        rows: touchpoints to take.
        importance: per touchpoint taken and voice, 0 to 1; NaN where not asked.

    Returns:
        (parts, touchpoints, voices), NaN for not given.
    """
    valence = grid.valence[rows]
    expectation, performance = grid.expectation[rows], grid.performance[rows]
    surplus = performance - expectation
    return np.array(
        [
            importance,
            valence,
            np.maximum(-valence, 0.0) / STRONGEST_FEELING,
            np.maximum(valence, 0.0) / STRONGEST_FEELING,
            np.maximum(-surplus, 0.0) / TEN_POINTS.high,
            EFFORT.unit(grid.effort[rows]),
            expectation,
            performance,
            surplus,
        ]
    )


def asked_importance(grid: JourneyGrid, without_dot: float) -> FloatArray:
    """Return importance per voice without reach, 0 to 1, NaN where not asked.

    With dots it is 1 or the floor for everybody who placed any dot at all, so
    that its mean is the floor plus the rest of the share that dotted it.
    """
    if grid.mode is not ImportanceMode.DOTS:
        return IMPORTANCE.unit(grid.importance)
    dotted = grid.dot > 0
    return np.where(dotted.any(axis=0), np.where(dotted, 1.0, without_dot), np.nan)


def _of_enough_customers(grid: JourneyGrid, rule: DirectionRule) -> FloatArray:
    """Return the surplus that customers see; NaN where too few gave both parts."""
    customers = customers_of_grid(grid)
    if len(customers) < max(1, rule.customers_from):
        return np.full(len(grid.ids), np.nan)
    theirs = grid.performance[:, customers] - grid.expectation[:, customers]
    enough = (~np.isnan(theirs)).sum(axis=1) >= max(1, rule.customers_from)
    return np.where(enough, mean_over_voices(theirs, (slice(None),)), np.nan)


def spread_of(grid: JourneyGrid, rule: DirectionRule) -> Spread:
    """Count heads and camps, and take the middle half, per touchpoint."""
    valence = grid.valence
    heads = [
        ~np.isnan(valence),
        below(valence, 0.0),
        valence > CLOSE,
        valence <= rule.camp_low + CLOSE,
        at_least(valence, rule.camp_high),
    ]
    raters, below_zero, above_zero, camp_low, camp_high = np.sum(heads, axis=2)
    low, high = middle_half(valence, raters)
    customers_valence, customers = _of_all_customers(grid)
    return Spread(
        raters=raters,
        low=low,
        high=high,
        r_wg=r_wg(valence),
        below_zero=below_zero,
        above_zero=above_zero,
        camp_low=camp_low,
        camp_high=camp_high,
        customers_valence=customers_valence,
        customers=customers,
        respondents=grid.respondents,
        survey_valence=divided(grid.survey_total, grid.respondents.astype(float)),
        others_valence=_of_the_others(grid),
    )


def middle_half(values: FloatArray, count: IntArray) -> tuple[FloatArray, FloatArray]:
    """Return the first and third quartile of each row, by linear interpolation.

    Args:
        values: (touchpoints, voices), NaN for not given.
        count: per touchpoint, how many are given.

    Returns:
        Two arrays (touchpoints,), on the scale of the values; NaN for empty rows.
    """
    if not values.shape[1]:
        return np.full(len(values), np.nan), np.full(len(values), np.nan)
    ordered = np.sort(values, axis=1)
    rows = np.arange(len(values))
    last = np.maximum(count - 1, 0)
    bounds = []
    for part in MIDDLE_HALF:
        place = part * last
        under = place.astype(np.intp)
        over = np.minimum(under + 1, last)
        first = ordered[rows, under]
        bounds.append(first + (place - under) * (ordered[rows, over] - first))
    return bounds[0], bounds[1]


def customers_of_grid(grid: JourneyGrid) -> IntArray:
    """Return the columns of the customers in the room."""
    return np.array(
        [c for c, seen in enumerate(grid.viewpoints) if seen is Viewpoint.CUSTOMER],
        dtype=np.intp,
    )


def _of_all_customers(grid: JourneyGrid) -> tuple[FloatArray, IntArray]:
    """Return the mean valence of customers, in the room and in surveys; how many."""
    theirs = customers_own(grid)
    mean = mean_over_voices(theirs, (slice(None),))
    count = (~np.isnan(theirs)).sum(axis=1)
    if not grid.respondents.any():
        return mean, count
    total = np.where(count > 0, mean * count, 0.0) + grid.survey_total
    together = count + grid.respondents
    return divided(total, together.astype(float)), together


def _of_the_others(grid: JourneyGrid) -> FloatArray:
    """Return the mean valence of those whom customers are compared with."""
    customers = customers_of_grid(grid)
    if not (len(customers) or grid.respondents.any()):
        return np.full(len(grid.ids), np.nan)
    theirs = np.delete(grid.valence, customers, axis=1)
    mean = mean_over_voices(theirs, (slice(None),))
    return mean if len(customers) else np.where(grid.respondents > 0, mean, np.nan)


def customers_own(grid: JourneyGrid) -> FloatArray:
    """Return valence from own experience, else as the persona; never as told.

    Only the columns of customers: (touchpoints, customers).
    """
    columns = customers_of_grid(grid)
    if not len(columns):
        return np.zeros((len(grid.ids), 0))
    said = np.where(grid.told[:, columns], np.nan, grid.valence[:, columns])
    own = grid.own_valence[:, columns]
    return np.where(np.isnan(own), said, own)
