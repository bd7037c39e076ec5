"""Where all of us stand: every voice as a dot, at every moment.

No id and no name is in it. Dots of one moment are in the order of their values, so that
nobody can be followed from row to row.
"""

from collections.abc import Sequence

import altair as alt
import numpy as np

from cxcore import words
from cxcore.analysis import JourneyAnalysis, JourneyGrid, TouchpointAnalysis
from cxui.views.pictures.colours import BAD, GOOD, REST
from cxui.views.pictures.moments import Moments
from cxui.views.pictures.picture import (
    MOMENT,
    TOUCHPOINT,
    Chart,
    Picture,
    Row,
    described,
    drawn,
    feeling_axis,
    feeling_scale,
    moment_rows,
    over,
    pick,
    signed,
)

HEIGHT = 44
"""Of one moment, in pixels."""
BAND = 26
"""Height of the middle half, in pixels."""
_APART = 0.32
"""Dots nearer than this, in points of valence, get a lane each."""
_LANES = 3
"""Lanes above and below the middle; what is more lies on the last one."""
_WIDE_FROM = 4.0
"""Points of valence between both ends of the middle half that are worth a title."""
_CAMP_SHARE = 0.25
"""Part of the raters on either side from which there are two camps (4.4, rule 0)."""


def voice_spread(
    moments: Moments, grid: JourneyGrid, journey: JourneyAnalysis
) -> Picture:
    """Draw what everybody said of every moment, without anybody's name.

    Args:
        moments: of the journey.
        grid: what everybody may see of what was said.
        journey: the same, analysed.
    """
    rows = {key: place for place, key in enumerate(grid.ids)}
    said = {
        each.id: _values(grid, rows[each.id])
        for each in journey.touchpoints
        if each.rated
    }
    rated = [each for each in journey.touchpoints if each.rated]
    title, description = _title(rated, moments), _description(rated, moments)
    chart = _chart(rated, said, moments) if rated else None
    return Picture(
        title=title,
        description=description,
        chart=None if chart is None else described(chart, f"{title} {description}"),
        table=tuple(_table_row(each, moments) for each in rated),
        leads_to=tuple(moments[each.id] for each in rated),
    )


def _values(grid: JourneyGrid, row: int) -> list[float]:
    """Return what was said of one touchpoint, lowest first: nobody's order."""
    values = grid.valence[row]
    ordered: list[float] = np.sort(values[~np.isnan(values)]).tolist()
    return ordered


def _title(rated: Sequence[TouchpointAnalysis], moments: Moments) -> str:
    if not rated:
        return "Nothing is rated yet."
    if max(each.raters for each in rated) == 1:
        return "One of us has rated so far: there is nothing to compare."
    split = [each for each in rated if _has_camps(each)]
    if split:
        most = max(split, key=lambda each: min(each.camps.low, each.camps.high))
        return (
            f"{moments[most.id].short}: "
            f"{words.split_sentence(most.below_zero, most.above_zero)}"
        )
    widest = max(rated, key=_width)
    if _width(widest) >= _WIDE_FROM:
        return f"We are furthest apart on {moments[widest.id].short}."
    return "We see most moments alike."


def _has_camps(each: TouchpointAnalysis) -> bool:
    smaller = min(each.camps.low, each.camps.high)
    return each.disputed and smaller >= _CAMP_SHARE * each.raters


def _width(each: TouchpointAnalysis) -> float:
    return (each.high or 0.0) - (each.low or 0.0)


def _description(rated: Sequence[TouchpointAnalysis], moments: Moments) -> str:
    if not rated:
        return ""
    widest = max(rated, key=_width)
    return (
        "Each dot is one of us, from awful to great; half of us are in the pale band, "
        f"the line is the mean. Widest band: {moments[widest.id].short}, from "
        f"{signed(widest.low or 0.0)} to {signed(widest.high or 0.0)}."
    )


def _table_row(each: TouchpointAnalysis, moments: Moments) -> Row:
    return {
        "Moment": moments[each.id].whole,
        "Rated by": str(each.raters),
        "Mean (−5 to +5)": signed(each.valence or 0.0),
        "Half of us between": (
            f"{signed(each.low or 0.0)} and {signed(each.high or 0.0)}"
        ),
        "Found it bad": str(each.below_zero),
        "Found it good": str(each.above_zero),
    }


def _chart(
    rated: Sequence[TouchpointAnalysis],
    said: dict[str, list[float]],
    moments: Moments,
) -> Chart:
    up = moment_rows(moments.labels([each.id for each in rated]))
    across = alt.X("low:Q", scale=feeling_scale(), axis=feeling_axis("top"))
    summary = drawn([_summary(each, moments) for each in rated])
    band = summary.mark_bar(size=BAND, color=REST, opacity=0.28, cornerRadius=3).encode(
        y=up, x=across, x2="high:Q"
    )
    mean = summary.mark_tick(thickness=4, size=BAND, color=BAD).encode(y=up, x="mean:Q")
    dots = (
        drawn([dot for each in rated for dot in _dots(each, said[each.id], moments)])
        .mark_circle(size=64, opacity=1, color=GOOD, cursor="pointer")
        .encode(
            y=up,
            x=alt.X("feeling:Q"),
            yOffset=alt.YOffset(
                "lane:Q", scale=alt.Scale(domain=[-_LANES - 1, _LANES + 1])
            ),
            tooltip=[
                alt.Tooltip(f"{MOMENT}:N", title="Moment"),
                alt.Tooltip("word:N", title="Somebody finds it"),
            ],
        )
        .add_params(pick())
    )
    return over(band, mean, dots, height=alt.Step(HEIGHT))


def _summary(each: TouchpointAnalysis, moments: Moments) -> dict[str, str | float]:
    return {
        MOMENT: moments[each.id].label,
        "low": round(each.low or 0.0, 2),
        "high": round(each.high or 0.0, 2),
        "mean": round(each.valence or 0.0, 2),
    }


def _dots(
    each: TouchpointAnalysis, values: list[float], moments: Moments
) -> list[dict[str, str | float]]:
    return [
        {
            TOUCHPOINT: each.id,
            MOMENT: moments[each.id].label,
            "feeling": round(value, 1),
            "word": words.valence_word(value),
            "lane": lane,
        }
        for value, lane in zip(values, lanes_of(values), strict=True)
    ]


def lanes_of(values: Sequence[float]) -> list[int]:
    """Return a lane for each dot, so that near ones lie beside each other.

    Args:
        values: lowest first.

    Returns:
        0 is the middle, then 1, -1, 2, and so on: the first that is free there.
    """
    order = [0]
    for lane in range(1, _LANES + 1):
        order += [lane, -lane]
    last: dict[int, float] = {}
    found = []
    for value in values:
        free = (lane for lane in order if value - last.get(lane, -np.inf) >= _APART)
        lane = next(free, order[-1])
        last[lane] = value
        found.append(lane)
    return found
