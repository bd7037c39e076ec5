"""What moves the overall answer, as a picture and as a table (section 1.7)."""

import altair as alt
import numpy as np

from cxcore import words
from cxcore.analysis.scales import IMPORTANCE
from cxcore.drivers import Contrast, Driver, Drivers, Split
from cxui.views.pictures import TOUCHPOINT, Moments, Picture
from cxui.views.pictures.colours import GOOD
from cxui.views.pictures.picture import (
    MOMENT,
    ROW,
    Chart,
    Row,
    Value,
    described,
    drawn,
    moment_rows,
    over,
    signed,
)

NAMED = 3
"""So many moments are named in the text alternative."""
NOT_TOLD = "–"
BAR = 18
"""Height of a bar, in pixels."""
PALE = 0.35
"""How strong a bar is, so that the line on it can be seen."""
_ROOM = 1.2
"""Width of the chart, in the longest interval: room for the numbers beside it."""
_POINTS = (
    "A bad and a good answer are said to change the whole, 0 to 10, by so many points "
    "against a middling one."
)
_MANY = (
    "With more than 15 moments the shares are found by a shorter way, which comes "
    "close (Johnson's relative weights)."
)


def drivers_picture(moments: Moments, found: Drivers, holds_from: float) -> Picture:
    """Draw how far each moment moves the overall answer, and how sure that is.

    Args:
        moments: of the journey.
        found: what was computed of it.
        holds_from: part of the samples that have to suggest the same kind, 0 to 1.
    """
    ids = [each.touchpoint_id for each in found.drivers]
    names = {key: moments[key].short for key in ids}
    title = words.drivers_title(found, names)
    description = _description(found, moments)
    against = words.against_sentence(found, names)
    many = _MANY if found.split is Split.JOHNSON else ""
    return Picture(
        title=title,
        description=description,
        chart=described(_chart(found, moments), f"{title} {description}"),
        table=tuple(_table_row(each, moments, holds_from) for each in found.drivers),
        note=" ".join(filter(None, (_POINTS, against, many, words.NO_CAUSE))),
        leads_to=tuple(moments[key] for key in ids),
    )


def _description(found: Drivers, moments: Moments) -> str:
    said = "; ".join(
        f"{moments[each.touchpoint_id].short} {each.share:.0%}, or {_between(each)}"
        for each in found.drivers[:NAMED]
    )
    return (
        "Each bar is the part of the differences between the answers about the whole "
        f"that goes with one moment, the line how far it could be otherwise: {said}. "
        f"{words.explained_sentence(found)}"
    )


def _chart(found: Drivers, moments: Moments) -> Chart:
    rows = [_bar(each, moments) for each in found.drivers]
    longest = max(max(each.share, each.interval[1]) for each in found.drivers)
    scale = alt.Scale(domain=[0, longest * _ROOM], nice=False)
    up = moment_rows(moments.labels([each.touchpoint_id for each in found.drivers]))
    across = alt.X("share:Q", axis=None, scale=scale)
    bars = (
        drawn(rows)
        .mark_bar(size=BAR, color=GOOD, opacity=PALE)
        .encode(
            y=up,
            x=across,
            tooltip=[
                alt.Tooltip(f"{MOMENT}:N", title="Moment"),
                alt.Tooltip("part:N", title="Goes with"),
                alt.Tooltip("between:N", title="Between"),
            ],
        )
    )
    lines = (
        drawn(rows)
        .mark_rule(strokeWidth=3, color=GOOD)
        .encode(y=up, x=alt.X("low:Q", axis=None, scale=scale), x2="high:Q")
    )
    numbers = (
        drawn(rows)
        .mark_text(align="left", dx=6, fontWeight="bold")
        .encode(y=up, x=alt.X("end:Q", axis=None, scale=scale), text="part:N")
    )
    return over(bars, lines, numbers, height=alt.Step(ROW))


def _bar(each: Driver, moments: Moments) -> dict[str, Value]:
    low, high = each.interval
    return {
        TOUCHPOINT: each.touchpoint_id,
        MOMENT: moments[each.touchpoint_id].label,
        "share": each.share,
        "low": low,
        "high": high,
        "end": max(each.share, high),
        "part": f"{each.share:.0%}",
        "between": _between(each),
    }


def _table_row(each: Driver, moments: Moments, holds_from: float) -> Row:
    contrast = each.contrast
    matters = IMPORTANCE.at(np.array(each.importance))
    return {
        "Moment": moments[each.touchpoint_id].whole,
        "Goes with": f"{each.share:.0%}",
        "Between": _between(each),
        "Matters (1 to 5)": f"{matters:.1f}",
        "A bad answer": NOT_TOLD if contrast is None else signed(-contrast.penalty),
        "A good answer": NOT_TOLD if contrast is None else signed(contrast.reward),
        "It looks like": _kind(contrast, holds_from),
    }


def _kind(contrast: Contrast | None, holds_from: float) -> str:
    said = words.kano_label(contrast, holds_from)
    if contrast is None or contrast.holds < holds_from:
        return said
    return f"{said} (in {words.of_hundred(contrast.holds)} of 100 re-runs)"


def _between(each: Driver) -> str:
    low, high = (round(100 * end) for end in each.interval)
    return f"{low}–{high}%"
