"""What the average hides, from the plain mean down to how the journey is felt (4.5)."""

from dataclasses import dataclass

import altair as alt

from cxcore.analysis import HiddenPart, JourneyAnalysis, hidden_parts
from cxui.views.pictures.colours import BAD, GOOD, REST
from cxui.views.pictures.moments import Moments
from cxui.views.pictures.picture import (
    MOMENT,
    ROW,
    TOUCHPOINT,
    Chart,
    Picture,
    Row,
    Value,
    described,
    drawn,
    listed,
    moment_rows,
    moments_word,
    over,
    pick,
)

MOST = 6
"""So many moments have a bar of their own; what is left of them shares one."""
HIDES_FROM = 0.05
"""A minus J from which the average hides something, as in the check-up (CX18)."""
NAMED_FROM = 0.25
"""Part of what is hidden in all from which a moment is named in the title."""
_SMALLEST = 0.0005
"""Parts nearer to nothing have no bar: a twentieth of a point."""
_ROOM = 0.16
"""Room for the numbers beside the bars, as a part of what is drawn."""
_PLAIN, _FELT = "The plain mean", "As it is felt"


@dataclass(frozen=True)
class _Step:
    """One row on the way from the mean to the journey score, in points of 100."""

    label: str
    start: float
    end: float
    touchpoint_id: str | None = None
    is_total: bool = False

    @property
    def said(self) -> str:
        """Return its number as it is read: a total, or a change with its sign."""
        if self.is_total:
            return f"{self.end:.1f}"
        change = round(self.end - self.start, 1)
        return f"{change:+.1f}".replace("-", "−")

    @property
    def colour(self) -> str:
        """Return orange where it takes something away, blue where it gives."""
        if self.is_total:
            return REST
        return BAD if self.end < self.start else GOOD


def hidden_waterfall(moments: Moments, journey: JourneyAnalysis) -> Picture:
    """Draw what lies between the weighted mean and the journey score."""
    if journey.mean is None or journey.score is None:
        return Picture("Nothing is rated yet.", "", None, ())
    parts = sorted(hidden_parts(journey), key=lambda each: -each.part)
    steps = _steps(journey.mean, journey.score, parts, moments)
    title = _title(journey, parts, moments)
    description = _description(journey, parts, moments)
    return Picture(
        title=title,
        description=description,
        chart=described(_chart(steps), f"{title} {description}"),
        table=tuple(_table_row(each, moments) for each in parts),
        note=(
            "A moment worse than the whole counts for more in how a journey is felt "
            "than in its mean, a better one for less. All parts add up exactly."
        ),
        leads_to=tuple(moments[each.id] for each in parts),
    )


def _steps(
    mean: float, score: float, parts: list[HiddenPart], moments: Moments
) -> list[_Step]:
    """Return the rows: what is hidden by name, what covers it as one."""
    hidden = [each for each in parts if each.part >= _SMALLEST]
    named, rest = hidden[:MOST], hidden[MOST:]
    better = [each for each in parts if each.part <= -_SMALLEST]
    changes = [(moments[each.id].label, each.part, each.id) for each in named]
    if rest:
        more = f"{moments_word(len(rest))} more"
        changes.append((more, sum(each.part for each in rest), ""))
    if better:
        covers = f"{moments_word(len(better))} better than the whole"
        changes.append((covers, sum(each.part for each in better), ""))
    steps, at = [_Step(_PLAIN, 0.0, 100 * mean, is_total=True)], 100 * mean
    for label, part, key in changes:
        steps.append(_Step(label, at, at - 100 * part, key or None))
        at -= 100 * part
    return [*steps, _Step(_FELT, 0.0, 100 * score, is_total=True)]


def _title(journey: JourneyAnalysis, parts: list[HiddenPart], moments: Moments) -> str:
    if (journey.hidden or 0.0) < HIDES_FROM:
        return "The average hides little here."
    hidden = sum(each.part for each in parts if each.part > 0)
    named = [each.id for each in parts if each.part >= NAMED_FROM * hidden]
    return f"The average hides {listed(moments.short(named or [parts[0].id]))}."


def _description(
    journey: JourneyAnalysis, parts: list[HiddenPart], moments: Moments
) -> str:
    mean, score = 100 * (journey.mean or 0.0), 100 * (journey.score or 0.0)
    levels = f"The plain mean is {mean:.0f} of 100, as it is felt it is {score:.0f}."
    first = parts[0]
    if first.part < _SMALLEST:
        return levels
    return (
        f"{levels} {moments[first.id].short} alone takes {100 * first.part:.1f} points "
        "more than the mean says."
    )


def _table_row(each: HiddenPart, moments: Moments) -> Row:
    return {
        "Moment": moments[each.id].whole,
        "Takes from the plain mean": f"{100 * each.in_mean:.1f}",
        "Takes as it is felt": f"{100 * each.in_score:.1f}",
        "Hidden by the average": f"{100 * each.part + 0.0:.1f}".replace("-", "−"),
    }


def _chart(steps: list[_Step]) -> Chart:
    rows = [_row(each) for each in steps]
    up = moment_rows([each.label for each in steps])
    across = alt.X(
        "low:Q",
        scale=_scale(steps),
        axis=alt.Axis(title="points of 100", tickCount=5, grid=True),
    )
    both = drawn(rows).encode(y=up, x=across)
    bars = (
        both.transform_filter("!datum.total")
        .mark_bar(size=20, cornerRadius=2, cursor="pointer")
        .encode(
            x2="high:Q",
            color=alt.Color("colour:N", scale=None),
            tooltip=[
                alt.Tooltip(f"{MOMENT}:N", title="Moment"),
                alt.Tooltip("said:N", title="Points"),
            ],
        )
        .add_params(pick())
    )
    totals = (
        both.transform_filter("datum.total")
        .mark_tick(thickness=5, size=24, color=REST)
        .encode(tooltip=[alt.Tooltip("said:N", title="Points of 100")])
    )
    numbers = both.mark_text(align="left", dx=6).encode(
        x=alt.X("high:Q"), text="said:N"
    )
    return over(bars, totals, numbers, height=alt.Step(ROW))


def _row(each: _Step) -> dict[str, Value]:
    low, high = sorted((each.start, each.end))
    return {
        TOUCHPOINT: each.touchpoint_id,
        MOMENT: each.label,
        "total": each.is_total,
        "low": round(high if each.is_total else low, 3),
        "high": round(high, 3),
        "said": each.said,
        "colour": each.colour,
    }


def _scale(steps: list[_Step]) -> alt.Scale:
    """Return a scale around what is drawn: no bar begins at nothing."""
    ends = [each.end for each in steps] + [
        each.start for each in steps if not each.is_total
    ]
    low, high = min(ends), max(ends)
    room = max(1.0, _ROOM * (high - low))
    return alt.Scale(domain=[low - room / 2, high + room], zero=False, nice=False)
