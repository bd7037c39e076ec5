"""The rated touchpoints of a journey: whom the scores are about (4.2 to 4.4)."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from cxcore.analysis.fix import (
    Fix,
    FixInput,
    Ranked,
    fix_scores,
    is_critical,
    ranking_of,
)
from cxcore.analysis.grid import JourneyGrid
from cxcore.analysis.place import Place, Runs, place_of, runs_of
from cxcore.analysis.protect import (
    DirectionInput,
    Strength,
    StrengthInput,
    directions_of,
    protect_scores,
    surplus_questions,
)
from cxcore.analysis.results import Signal, SignalCount
from cxcore.analysis.scales import VALENCE, BoolArray, FloatArray, IntArray
from cxcore.analysis.score import Shortfall, shortfall_of, weights_of
from cxcore.analysis.signals import counted_signals, if_counted, signal_counts
from cxcore.analysis.voices import Means, Spread, means_of, spread_of
from cxcore.model import Ownership, Settings

NOT_OURS = (Ownership.CUSTOMER, Ownership.SOCIAL)

Columns = TypeVar("Columns", Means, Spread)


@dataclass(frozen=True, slots=True)
class Aggregates:
    """Voices made into numbers, over all touchpoints, and the rated ones alone."""

    means: Means
    """Over all touchpoints."""
    spread: Spread
    """Over all touchpoints."""
    rows: IntArray
    """Places of the rated touchpoints on the map; what follows runs over them."""
    rated_means: Means
    rated_spread: Spread
    runs: Runs
    place: Place
    counts: tuple[SignalCount, ...]
    counted: frozenset[Signal]
    gap: FloatArray
    """0 to 1; unknown where it does not count."""
    effort: FloatArray
    """0 to 1; unknown where it does not count."""
    performance: FloatArray
    """0 to 10; unknown where it does not count."""
    surplus: FloatArray
    """-10 to 10; like the gap it is of two parts, and counts where the gap does."""
    customers_surplus: FloatArray
    """As ``surplus``, by customers alone."""
    levels: FloatArray
    """Mean valence on 0 to 1."""
    weights: FloatArray
    """Importance made to sum to 1."""
    shortfall: Shortfall
    """What the journey score is made of."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of the rated touchpoints."""

    fix: Fix
    strength: Strength
    directions: IntArray
    surplus_question: BoolArray
    ranking: IntArray
    """Places among the rated touchpoints, worst first."""
    critical: BoolArray


def aggregates_of(grid: JourneyGrid, settings: Settings) -> Aggregates:
    """Aggregate the voices (4.2) and place the rated touchpoints (4.3)."""
    means = means_of(grid, settings)
    spread = spread_of(grid, settings.direction)
    rows = np.flatnonzero(spread.raters)
    rated = _taken(means, rows)
    counts = signal_counts(rated, settings.signal_counts_from)
    counted = counted_signals(counts)
    runs = runs_of(grid.stage_codes[rows])
    levels = VALENCE.unit(rated.valence)
    weights = weights_of(rated.importance)
    return Aggregates(
        means=means,
        spread=spread,
        rows=rows,
        rated_means=rated,
        rated_spread=_taken(spread, rows),
        runs=runs,
        place=place_of(
            rated.valence, runs, grid.owner_codes[rows], settings.end_of_stage
        ),
        counts=counts,
        counted=counted,
        gap=if_counted(rated.gap, Signal.GAP, counted),
        effort=if_counted(rated.effort, Signal.EFFORT, counted),
        performance=if_counted(rated.performance, Signal.PERFORMANCE, counted),
        surplus=if_counted(rated.surplus, Signal.GAP, counted),
        customers_surplus=if_counted(rated.customers_surplus, Signal.GAP, counted),
        levels=levels,
        weights=weights,
        shortfall=shortfall_of(levels, weights, settings.journey_score.norm),
    )


def scores_of(grid: JourneyGrid, given: Aggregates, settings: Settings) -> Scores:
    """Score the rated touchpoints: fix, protect, direction, critical."""
    fix = fix_scores(_fix_input(grid, given), settings)
    directed = _direction_input(grid, given, fix)
    directions = directions_of(directed, settings.direction)
    spread = given.rated_spread
    ranked = Ranked(fix.score, ranking_of(fix.score))
    return Scores(
        fix=fix,
        strength=protect_scores(_strength_input(grid, given), settings),
        directions=directions,
        surplus_question=surplus_questions(directed, directions, settings.direction),
        ranking=ranked.ranking,
        critical=is_critical(
            ranked, given.gap, spread.below_zero / spread.raters, settings.critical
        ),
    )


def _taken(columns: Columns, rows: IntArray) -> Columns:
    """Return the same columns of some touchpoints only."""
    if len(rows) == len(getattr(columns, columns.__slots__[0])):
        return columns
    return type(columns)(*(getattr(columns, name)[rows] for name in columns.__slots__))


def _fix_input(grid: JourneyGrid, given: Aggregates) -> FixInput:
    return FixInput(
        importance=given.rated_means.importance,
        pain=given.rated_means.pain,
        gap=given.gap,
        effort=given.effort,
        kano_exponent=grid.kano_exponent[given.rows],
        moment_of_truth=grid.moment_of_truth[given.rows],
        place=given.place,
    )


def _strength_input(grid: JourneyGrid, given: Aggregates) -> StrengthInput:
    return StrengthInput(
        importance=given.rated_means.importance,
        joy=given.rated_means.joy,
        performance=given.performance,
        effort=given.effort,
        kano_exponent=grid.kano_exponent[given.rows],
        moment_of_truth=grid.moment_of_truth[given.rows],
        place=given.place,
    )


def _direction_input(grid: JourneyGrid, given: Aggregates, fix: Fix) -> DirectionInput:
    rows, means, spread = given.rows, given.rated_means, given.rated_spread
    others = np.array([owned in NOT_OURS for owned in grid.ownership], dtype=np.bool_)
    return DirectionInput(
        importance=means.importance,
        severity=fix.severity,
        valence=means.valence,
        gap=given.gap,
        effort=given.effort,
        surplus=given.surplus,
        customers_surplus=given.customers_surplus,
        surveyed=grid.surveyed[rows],
        r_wg=spread.r_wg,
        camp_low_share=spread.camp_low / spread.raters,
        camp_high_share=spread.camp_high / spread.raters,
        moment_of_truth=grid.moment_of_truth[rows],
        control=grid.control[rows],
        not_ours=(others & ~grid.has_opportunity)[rows],
        kano_exponent=grid.kano_exponent[rows],
        latent_need=grid.latent_need[rows],
    )
