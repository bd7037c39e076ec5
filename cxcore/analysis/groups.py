"""Stages, departments, and the answer about the whole journey (4.5)."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from cxcore.analysis.columns import optional
from cxcore.analysis.grid import JourneyGrid
from cxcore.analysis.rated import Aggregates
from cxcore.analysis.results import GroupScore, Overall, Verdict
from cxcore.analysis.scales import CLOSE, TEN_POINTS, IntArray
from cxcore.analysis.score import (
    implied_norm,
    remembered_of,
    rolled_up,
    score_of,
    shares_of,
    summed,
)
from cxcore.analysis.voices import groups_of, mean_over_voices
from cxcore.model import Settings


def group_scores(
    grid: JourneyGrid, given: Aggregates, norm: float
) -> tuple[tuple[GroupScore, ...], tuple[GroupScore, ...]]:
    """Return the roll-ups of the stages and of the departments.

    Stages come in map order, empty ones included; departments by first appearance
    on the map, and touchpoints that nobody answers for are one of them, its name
    empty. Both are rolled up in one go, each touchpoint being in two groups.
    """
    departments = tuple(dict.fromkeys(grid.owners))
    names = (*grid.stages, *departments)
    stages = len(grid.stages)
    remembered = np.full(len(names), np.nan)
    if len(given.rows):
        codes = grid.stage_codes[given.rows][given.runs.starts]
        remembered[codes] = remembered_of(given.rated_means.valence, given.runs)
    codes = np.concatenate([grid.stage_codes, grid.owner_codes + stages])
    rated = np.concatenate([given.rows, given.rows + len(grid.ids)])
    columns = (
        names,
        _members(grid.ids * 2, codes, len(names)),
        *_rolled_columns(codes[rated], given, len(names), norm),
        optional(remembered),
    )
    scores = tuple(map(GroupScore, *columns))
    return scores[:stages], scores[stages:]


def overall_of(
    grid: JourneyGrid, given: Aggregates, settings: Settings
) -> Overall | None:
    """Return how the answers about the whole stand to the parts.

    Better than the weighted mean, worse than the journey score, or in between,
    with the norm that would turn the parts into the answer. None where nobody
    answered.
    """
    answers = int(np.count_nonzero(~np.isnan(grid.overall)))
    if not answers:
        return None
    groups = groups_of(grid, settings.weighting)
    value = float(mean_over_voices(grid.overall[np.newaxis], groups)[0])
    if not len(given.rows):
        return Overall(answers, value, verdict=None, implied_norm=None)
    answer = value / TEN_POINTS.high
    return Overall(
        answers,
        value,
        verdict=_verdict(given, answer, settings.journey_score.norm),
        implied_norm=implied_norm(given.levels, given.weights, answer),
    )


def _verdict(given: Aggregates, answer: float, norm: float) -> Verdict:
    if answer > float(given.weights.dot(given.levels)) + CLOSE:
        return Verdict.BETTER_THAN_PARTS
    if answer < score_of(given.shortfall, norm) - CLOSE:
        return Verdict.WORSE_THAN_PARTS
    return Verdict.LIKE_ITS_PARTS


def _rolled_columns(
    codes: IntArray, given: Aggregates, count: int, norm: float
) -> list[list[Any]]:
    """Return rated, weight, score, mean and share of each group."""
    levels, weights = np.tile(given.levels, 2), np.tile(given.weights, 2)
    rolled = rolled_up(levels, weights, codes, count, norm)
    share = summed(codes, np.tile(shares_of(given.shortfall), 2), count)
    numbers = np.array([rolled.weight, rolled.score, rolled.mean, share])
    return [np.bincount(codes, minlength=count).tolist(), *optional(numbers)]


def _members(
    ids: Sequence[str], codes: IntArray, count: int
) -> Iterable[tuple[str, ...]]:
    members: list[list[str]] = [[] for _ in range(count)]
    for touchpoint_id, code in zip(ids, codes.tolist(), strict=True):
        members[code].append(touchpoint_id)
    return map(tuple, members)
