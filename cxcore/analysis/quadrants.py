"""Importance-performance map: a lens on a journey, never its score (section 1.1).

Everything here is on 0 to 1, from one end of a scale to the other. A touchpoint on a
line counts as above it: it matters, or goes well, enough.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from cxcore.analysis.results import JourneyAnalysis, Signal, TouchpointAnalysis
from cxcore.analysis.scales import CLOSE, TEN_POINTS, BoolArray, FloatArray, at_least

MIDDLE = 0.5
"""Of every scale; what is rated cannot move it."""


class Crosshair(StrEnum):
    """Where the lines of the map stand."""

    SCALE = "scale"
    """In the middle of both scales."""
    MEAN = "mean"
    """At the means of what is drawn: a label can change when another is added."""
    MEDIAN = "median"
    """At the medians of what is drawn: likewise."""
    DIAGONAL = "diagonal"
    """Where importance equals performance; below it, in the middle of both scales."""


class Quadrant(StrEnum):
    """What a place on the map says (Martilla and James 1977)."""

    WORK_HERE = "work_here"
    """It matters and does not go well: "concentrate here"."""
    KEEP_UP = "keep_up"
    """It matters and goes well."""
    LEAVE = "leave"
    """It neither matters nor goes well: "low priority"."""
    MORE_THAN_NEEDED = "more_than_needed"
    """It goes well and does not matter: "possible overkill"."""


class Measure(StrEnum):
    """What tells how well a touchpoint goes."""

    PERFORMANCE = "performance"
    VALENCE = "valence"


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the cross stands, 0 to 1."""

    importance: float
    performance: float


@dataclass(frozen=True, slots=True)
class Placed:
    """One touchpoint on the map."""

    id: str
    importance: float
    """0 to 1, reach included."""
    performance: float
    """0 to 1, by the measure of the map."""
    quadrant: Quadrant


@dataclass(frozen=True, slots=True)
class ImportancePerformance:
    """A journey on the map."""

    crosshair: Crosshair
    measure: Measure
    """Performance where it counts in this journey (4.2), else the mean valence."""
    lines: Lines
    """Without a touchpoint: the middle of both scales."""
    placed: tuple[Placed, ...]
    """In map order."""
    left_out: tuple[str, ...]
    """Ids of those without importance or without the measure, in map order."""

    def within(self, quadrant: Quadrant) -> tuple[str, ...]:
        """Return the ids of the touchpoints in a quadrant, in map order."""
        return tuple(each.id for each in self.placed if each.quadrant is quadrant)


def importance_performance(
    journey: JourneyAnalysis, crosshair: Crosshair = Crosshair.SCALE
) -> ImportancePerformance:
    """Place the touchpoints of a journey on the map.

    One measure holds for all of them. Where nobody was asked how much a touchpoint
    matters, or how it goes, it has no place: an assumed one would lie on a line.
    """
    counted = Signal.PERFORMANCE in journey.counted
    measure = Measure.PERFORMANCE if counted else Measure.VALENCE
    known = {
        each.id: (each.importance, value)
        for each in journey.touchpoints
        if not each.importance_assumed
        and (value := _how_well(each, measure)) is not None
    }
    importance, performance = np.array([*known.values()]).reshape(-1, 2).T
    quadrants = quadrants_of(importance, performance, crosshair)
    return ImportancePerformance(
        crosshair=crosshair,
        measure=measure,
        lines=lines_of(importance, performance, crosshair),
        placed=tuple(
            Placed(key, *at, quadrant)
            for (key, at), quadrant in zip(known.items(), quadrants, strict=True)
        ),
        left_out=tuple(each.id for each in journey.touchpoints if each.id not in known),
    )


def quadrants_of(
    importance: FloatArray, performance: FloatArray, crosshair: Crosshair
) -> tuple[Quadrant, ...]:
    """Return the quadrant of each touchpoint.

    On the diagonal map all that matters more than it performs is to be worked on;
    the rest keeps the label of the middle of the scale (Abalo, Varela and Manzano
    2007).

    Args:
        importance: per touchpoint, 0 to 1.
        performance: per touchpoint, 0 to 1.
        crosshair: where the lines stand.
    """
    lines = lines_of(importance, performance, crosshair)
    matters = at_least(importance, lines.importance)
    goes_well = at_least(performance, lines.performance)
    if crosshair is Crosshair.DIAGONAL:
        behind = importance > performance + CLOSE
        matters, goes_well = matters | behind, goes_well & ~behind
    return _named(matters, goes_well)


def lines_of(
    importance: FloatArray, performance: FloatArray, crosshair: Crosshair
) -> Lines:
    """Return where the cross stands; that of the diagonal is the middle's."""
    if not len(importance) or crosshair in (Crosshair.SCALE, Crosshair.DIAGONAL):
        return Lines(MIDDLE, MIDDLE)
    centre = np.mean if crosshair is Crosshair.MEAN else np.median
    return Lines(float(centre(importance)), float(centre(performance)))


def _how_well(touchpoint: TouchpointAnalysis, measure: Measure) -> float | None:
    if measure is Measure.VALENCE:
        return touchpoint.level
    if not touchpoint.rated or touchpoint.performance is None:
        return None
    return touchpoint.performance / TEN_POINTS.high


def _named(matters: BoolArray, goes_well: BoolArray) -> tuple[Quadrant, ...]:
    """Return the quadrants by both halves."""
    above = (Quadrant.WORK_HERE, Quadrant.KEEP_UP)
    below = (Quadrant.LEAVE, Quadrant.MORE_THAN_NEEDED)
    halves: Sequence[tuple[bool, bool]] = list(
        zip(matters.tolist(), goes_well.tolist(), strict=True)
    )
    return tuple((above if high else below)[well] for high, well in halves)
