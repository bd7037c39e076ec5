"""From columns of numbers to one record per touchpoint."""

from collections import deque
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

import numpy as np

from cxcore.analysis.fix import REASONS
from cxcore.analysis.grid import JourneyGrid
from cxcore.analysis.protect import DIRECTIONS
from cxcore.analysis.rated import Aggregates, Scores
from cxcore.analysis.results import (
    Camps,
    Direction,
    KnownFrom,
    Reason,
    Signal,
    TouchpointAnalysis,
)
from cxcore.analysis.scales import VALENCE, FloatArray, IntArray, below
from cxcore.analysis.score import lifts_of, shares_of
from cxcore.model import Settings
from cxcore.model.settings import DirectionRule, JourneyScoreRule

Column = Sequence[object]

SLOTS = tuple(
    (field.name, getattr(TouchpointAnalysis, field.name).__set__)
    for field in fields(TouchpointAnalysis)
)
"""Each field of a record with the function that fills its slot."""

_new = object.__new__

OF_MEANS = (
    "valence",
    "pain",
    "joy",
    "gap",
    "effort",
    "expectation",
    "performance",
    "surplus",
    "importance",
)
OF_SPREAD = (
    "low",
    "high",
    "r_wg",
    "customers_valence",
    "survey_valence",
    "others_valence",
)
OF_RATED = ("severity", "fix", "strength", "protect", "share", "lift")

KNOWN_FROM = {
    (False, True): KnownFrom.GUESS,
    (True, True): KnownFrom.GUESS,
    (False, False): KnownFrom.STAFF,
    (True, False): KnownFrom.CUSTOMERS,
}
"""By whether customers were heard, and whether it is badged as an assumption."""


def touchpoints_of(
    grid: JourneyGrid,
    given: Aggregates,
    scores: Scores,
    settings: Settings,
    *,
    in_full: bool,
) -> tuple[TouchpointAnalysis, ...]:
    """Return one record per touchpoint, in map order; shares and lifts in full."""
    rule = settings.journey_score if in_full else None
    columns = (
        _head_columns(grid, given, settings.direction)
        | _number_columns(grid, given, scores, rule)
        | _coded_columns(given, scores)
    )
    return _records(len(grid.ids), columns)


def _records(count: int, columns: dict[str, Column]) -> tuple[TouchpointAnalysis, ...]:
    """Fill frozen records column by column: three times as fast as one by one."""
    records = tuple(_new(TouchpointAnalysis) for _ in range(count))
    for name, put in SLOTS:
        deque(map(put, records, columns[name]), maxlen=0)
    return records


def optional(values: FloatArray) -> list[Any]:
    """Return numbers as plain lists, with None for unknown (NaN)."""
    plain = values.astype(object)
    plain[np.isnan(values)] = None
    listed: list[Any] = plain.tolist()
    return listed


def _head_columns(
    grid: JourneyGrid, given: Aggregates, rule: DirectionRule
) -> dict[str, Column]:
    """Names, heads and badges, of every touchpoint."""
    spread = given.spread
    camps = map(Camps, spread.camp_low.tolist(), spread.camp_high.tolist())
    assumption = below(grid.confidence, rule.assumption_below).tolist()
    heard = grid.heard.tolist()
    return {
        "id": grid.ids,
        "stage_id": grid.stage_ids,
        "rated": (spread.raters > 0).tolist(),
        "raters": spread.raters.tolist(),
        "importance_assumed": given.means.importance_assumed.tolist(),
        "below_zero": spread.below_zero.tolist(),
        "above_zero": spread.above_zero.tolist(),
        "camps": list(camps),
        "customers": spread.customers.tolist(),
        "respondents": spread.respondents.tolist(),
        "assumption": assumption,
        "known_from": [
            KNOWN_FROM[pair] for pair in zip(heard, assumption, strict=True)
        ],
        "disputed": below(spread.r_wg, rule.disagree_below).tolist(),
    }


def _number_columns(
    grid: JourneyGrid,
    given: Aggregates,
    scores: Scores,
    rule: JourneyScoreRule | None,
) -> dict[str, Column]:
    """Numbers, with None for what is unknown, or was computed of rated ones only."""
    means, spread = given.means, given.spread
    of_rated = np.full((len(OF_RATED), len(means.valence)), np.nan)
    computed = [
        scores.fix.severity,
        scores.fix.score,
        scores.strength.strength,
        scores.strength.score,
    ]
    if rule is not None:
        target = _level(rule.target)
        lifts = lifts_of(given.levels, given.weights, rule.norm, target)
        computed += [shares_of(given.shortfall), lifts]
    of_rated[: len(computed), given.rows] = computed
    numbers = [
        *(getattr(means, name) for name in OF_MEANS),
        *(getattr(spread, name) for name in OF_SPREAD),
        *of_rated,
        VALENCE.unit(means.valence),
        grid.confidence,
        grid.wanted,
    ]
    names = (*OF_MEANS, *OF_SPREAD, *OF_RATED, "level", "confidence", "wanted")
    return dict(zip(names, optional(np.array(numbers)), strict=True))


def _coded_columns(given: Aggregates, scores: Scores) -> dict[str, Column]:
    """Codes, places and sums of the rated ones; empty for the others."""
    total = len(given.means.valence)
    rank: list[int | None] = [None] * total
    direction: list[Direction | None] = [None] * total
    reasons: list[dict[Reason, float]] = [{} for _ in range(total)]
    signals: list[tuple[Signal, ...]] = [()] * total
    rows: list[int] = given.rows.tolist()
    for place, at in enumerate(scores.ranking.tolist(), start=1):
        rank[rows[at]] = place
    codes = scores.directions.tolist()
    sums = scores.fix.reasons.T.tolist()
    used = _signals_used(given)
    for at, row in enumerate(rows):
        direction[row] = DIRECTIONS[codes[at]]
        reasons[row] = dict(zip(REASONS, sums[at], strict=True))
        signals[row] = used[at]
    return {
        "rank": rank,
        "direction": direction,
        "reasons": reasons,
        "signals": signals,
        "is_critical": _flagged(given.rows[scores.critical], total),
        "surplus_question": _flagged(given.rows[scores.surplus_question], total),
    }


def _signals_used(given: Aggregates) -> list[tuple[Signal, ...]]:
    with_gap = (~np.isnan(given.gap)).tolist()
    with_effort = (~np.isnan(given.effort)).tolist()
    gaps = ((), (Signal.GAP,))
    efforts = ((), (Signal.EFFORT,))
    return [
        (Signal.PAIN, *gaps[gap], *efforts[effort])
        for gap, effort in zip(with_gap, with_effort, strict=True)
    ]


def _flagged(rows: IntArray, total: int) -> list[bool]:
    flags = [False] * total
    for row in rows.tolist():
        flags[row] = True
    return flags


def _level(valence: float) -> float:
    return float(VALENCE.unit(np.array(valence)))
