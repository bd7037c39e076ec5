"""The order of the formulas: from a grid, or a workshop, to its analysis."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from cxcore.analysis.columns import touchpoints_of
from cxcore.analysis.grid import JourneyGrid
from cxcore.analysis.groups import group_scores, overall_of
from cxcore.analysis.headline import headline_of
from cxcore.analysis.protect import DIRECTIONS
from cxcore.analysis.rated import Aggregates, Scores, aggregates_of, scores_of
from cxcore.analysis.reading import WorkshopReader
from cxcore.analysis.results import (
    Analysis,
    Direction,
    JourneyAnalysis,
    Signal,
)
from cxcore.analysis.scales import VALENCE
from cxcore.analysis.score import (
    remembered_of,
    remembered_score,
    score_of,
)
from cxcore.edit import visible
from cxcore.model import Settings, Workshop


def analyse(workshop: Workshop, as_of: date) -> Analysis:
    """Analyse all journeys of a workshop that are not removed, in their order.

    Args:
        workshop: with removed things; they are hidden here.
        as_of: the day on which the age of evidence is counted.
    """
    shown = visible(workshop)
    reader = WorkshopReader(shown, as_of)
    return Analysis(
        tuple(
            analyse_grid(reader.grid(journey), shown.settings)
            for journey in reader.journeys()
        )
    )


def analyse_grid(
    grid: JourneyGrid, settings: Settings, *, in_full: bool = True
) -> JourneyAnalysis:
    """Compute everything of one journey (sections 4.2 to 4.6); pure arrays.

    A touchpoint without a valence has no score and no rank, and is left out of
    all sums. The signals that count are decided here, once for the journey.

    Args:
        grid: what everybody said of the journey.
        settings: all weights and thresholds.
        in_full: False leaves out what nobody looks at while dragging: shares and
            lifts, the roll-ups, the remembered line and the answer to the whole.
    """
    given = aggregates_of(grid, settings)
    scores = scores_of(grid, given, settings)
    touchpoints = touchpoints_of(grid, given, scores, settings, in_full=in_full)
    names = _Names(grid, given, scores)
    norm = settings.journey_score.norm
    levels = _journey_levels(given, norm)
    stages, departments = group_scores(grid, given, norm) if in_full else ((), ())
    raters = int((~np.isnan(grid.valence)).any(axis=0).sum())
    return JourneyAnalysis(
        journey_id=grid.journey_id,
        total=len(grid.ids),
        rated=len(given.rows),
        # Whoever spoke without a name is one of the people, not one more.
        voices=max(grid.people, raters),
        raters=raters,
        **levels,
        remembered=_remembered(given, norm) if in_full else None,
        overall=overall_of(grid, given, settings) if in_full else None,
        counted=tuple(signal for signal in Signal if signal in given.counted),
        signals=given.counts,
        headline=headline_of(touchpoints, names.critical, levels["mean"], settings),
        touchpoints=touchpoints,
        ranking=names.ranking,
        critical=names.critical,
        protect=names.protect,
        peak_id=names.peak,
        low_id=names.low,
        end_id=names.end,
        stages=stages,
        departments=departments,
    )


class _Names:
    """Ids of those touchpoints that a journey names."""

    def __init__(self, grid: JourneyGrid, given: Aggregates, scores: Scores) -> None:
        self._ids = [grid.ids[row] for row in given.rows.tolist()]
        ranking = scores.ranking.tolist()
        by_strength = np.argsort(-scores.strength.score, kind="stable").tolist()
        protect = DIRECTIONS.index(Direction.PROTECT)
        valence = given.rated_means.valence
        self.ranking = self._of(ranking)
        self.critical = self._of([at for at in ranking if scores.critical[at]])
        self.protect = self._of(
            [at for at in by_strength if scores.directions[at] == protect]
        )
        self.peak = self._ids[int(valence.argmax())] if self._ids else None
        self.low = self._ids[int(valence.argmin())] if self._ids else None
        self.end = self._ids[-1] if self._ids else None

    def _of(self, places: Sequence[int]) -> tuple[str, ...]:
        return tuple(self._ids[at] for at in places)


def _journey_levels(given: Aggregates, norm: float) -> dict[str, float | None]:
    """Return the scores of the journey as a whole (4.5)."""
    if not len(given.rows):
        return dict.fromkeys(("score", "mean", "hidden", "valence"))
    mean = float(given.weights.dot(given.levels))
    score = score_of(given.shortfall, norm)
    return {
        "score": score,
        "mean": mean,
        "hidden": max(0.0, mean - score),
        "valence": mean * (VALENCE.high - VALENCE.low) + VALENCE.low,
    }


def _remembered(given: Aggregates, norm: float) -> float | None:
    """Return what is remembered of all stages together (4.5)."""
    if not len(given.rows):
        return None
    by_stage = remembered_of(given.rated_means.valence, given.runs)
    return remembered_score(by_stage, given.weights, given.runs, norm)
