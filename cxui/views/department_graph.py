"""Who hands over to whom along a journey, as a picture and as a table.

Handovers are those of section 1.10 of the method: ``cxcore.analysis.handovers``.
Numbers are rounded as they are said, so that what looks the same *is* the same value
and nothing is drawn anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

import pandas as pd

from cxcore.analysis import NOBODY, Handover, Handovers

NOBODY_WORD = "nobody"
LABEL_MAX = 44
"""Longer names are cut in the picture; the table beside it has them whole."""

_SPACE = 205.0
"""From one department to the next along the circle: a label has room between."""
_NARROWEST = 150.0
_FLAT = 0.72
"""The circle is lower than wide, as the boxes on it are."""
_THINNEST, _THICKEST, _THICKER = 1.5, 9.0, 1.5


@dataclass(frozen=True)
class Department:
    """A node: one department, at a place that depends on nothing but its number."""

    key: str
    """Never the name: that may hold anything."""
    label: str
    x: float
    y: float
    is_nobody: bool


@dataclass(frozen=True)
class HandoverLine:
    """An edge: all steps from one department to another one."""

    giver: str
    """Key of the department before."""
    taker: str
    """Key of the department after."""
    times: int
    change: float | None
    """Mean change of the feeling there, to 0.1; None: not rated."""

    @property
    def feeling(self) -> str:
        """Say what the feeling does there, sign included."""
        return feeling_words(self.change)

    @property
    def label(self) -> str:
        """Return what stands at the line."""
        return f"{self.times}×\n{self.feeling}"

    @property
    def width(self) -> float:
        """Return how thick the line is: thicker the more often it happens."""
        return min(_THICKEST, _THINNEST + _THICKER * (self.times - 1))


@dataclass(frozen=True)
class DepartmentGraph:
    """The picture of one journey, with what it says in words."""

    title: str
    """The finding, as a sentence."""
    summary: str
    """How many hand over, and at how many of those the feeling drops."""
    departments: tuple[Department, ...]
    """By first appearance on the map."""
    lines: tuple[HandoverLine, ...]


def department_graph(handovers: Handovers) -> DepartmentGraph:
    """Return the picture of a journey's handovers.

    Args:
        handovers: of a journey with at least one touchpoint.
    """
    names = tuple(dict.fromkeys(handovers.owners))
    keys = {name: f"department-{number}" for number, name in enumerate(names)}
    return DepartmentGraph(
        title=_title(names, handovers.pairs),
        summary=_summary(names, handovers.pairs),
        departments=tuple(
            Department(keys[name], _label(name), *place, is_nobody=name == NOBODY)
            for name, place in zip(names, _places(len(names)), strict=True)
        ),
        lines=tuple(
            HandoverLine(
                keys[pair.giver], keys[pair.taker], pair.steps.count, _change(pair)
            )
            for pair in handovers.pairs
        ),
    )


def handover_table(handovers: Handovers, names: dict[str, str]) -> pd.DataFrame:
    """Return the lines of the picture as rows, in the same order.

    Args:
        handovers: of the journey.
        names: names of its touchpoints by id.
    """
    rows = [
        {
            "From": pair.giver or NOBODY_WORD,
            "To": pair.taker or NOBODY_WORD,
            "How often": f"{pair.steps.count}×",
            "The feeling": feeling_words(_change(pair)),
            "Where": "; ".join(
                f"{names[before]} → {names[after]}"
                for before, after in pair.steps.places
            ),
        }
        for pair in handovers.pairs
    ]
    return pd.DataFrame(rows)


def feeling_words(change: float | None) -> str:
    """Say a change of feeling: "drops by 2.1", "rises by 0.4", "stays"."""
    if change is None:
        return "not rated"
    if change == 0:
        return "stays"
    return f"{'drops' if change < 0 else 'rises'} by {abs(change):.1f}"


def _change(pair: Handover) -> float | None:
    change = pair.steps.change
    return None if change is None else round(change, 1) + 0.0  # no minus zero


def _label(name: str) -> str:
    shown = name or NOBODY_WORD
    return shown if len(shown) <= LABEL_MAX else f"{shown[: LABEL_MAX - 1]}…"


def _places(count: int) -> list[tuple[float, float]]:
    """Return places on a circle, clockwise from the left, as the journey is read."""
    if count == 1:
        return [(0.0, 0.0)]
    radius = max(_NARROWEST, count * _SPACE / (2 * pi))
    angles = [pi + 2 * pi * number / count for number in range(count)]
    return [
        (round(radius * cos(angle), 1), round(radius * _FLAT * sin(angle), 1))
        for angle in angles
    ]


def _title(names: Sequence[str], pairs: Sequence[Handover]) -> str:
    if not pairs:
        return _undivided(names[0])
    felt = [(change, pair) for pair in pairs if (change := _change(pair)) is not None]
    if not felt:
        return "How a handover feels is not rated yet."
    change, worst = min(felt, key=lambda each: each[0])
    if change >= 0:
        return "No handover makes the feeling drop."
    giver, taker = worst.giver or NOBODY_WORD, worst.taker or NOBODY_WORD
    return f"Feelings drop most where {giver} hands over to {taker}."


def _undivided(name: str) -> str:
    if name == NOBODY:
        return "Nobody is in charge of any moment yet, so no handover can be seen."
    return f"{name} has every moment in hand: nothing changes hands."


def _summary(names: Sequence[str], pairs: Sequence[Handover]) -> str:
    if not pairs:
        return ""
    times = sum(pair.steps.count for pair in pairs)
    among = len([name for name in names if name != NOBODY])
    ones = "department" if among == 1 else "departments"
    drops = sum(1 for pair in pairs if (_change(pair) or 0) < 0)
    said = f"{times}× it changes hands, among {among} {ones}"
    lines = f"the feeling drops at {drops} of {len(pairs)} lines"
    return f"{said}; {lines}."
