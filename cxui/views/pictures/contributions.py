"""Why moments need work: what their scores are the sums of (section 4.3)."""

import altair as alt

from cxcore import words
from cxcore.analysis import JourneyAnalysis, Reason, TouchpointAnalysis
from cxui.views.pictures.colours import DARK_INK
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
    over,
    pick,
)

MOST = 10
"""So many moments are drawn, those most in need first."""
_NAMED_FROM = 4
"""Points from which a reason has room for its number in the bar."""
_LARGEST = 2
"""So many reasons are named in the title."""

COLOURS = {
    Reason.PAIN: "#e4704a",
    Reason.GAP: "#e69f00",
    Reason.EFFORT: "#f0d95c",
    Reason.MOMENT_OF_TRUTH: "#8fa1ff",
    Reason.LOW_POINT: "#56b4e9",
    Reason.END: "#3fbf9a",
    Reason.HANDOVER: "#d994bd",
}
"""Warm: how it is rated; cool: where it stands (after Okabe and Ito 2008). All are
light enough for dark numbers, and told apart by their order and numbers as well."""
BAR = 22
"""Height of a bar, in pixels."""
_OUTLINE = "#5f6577"


def contribution_bars(moments: Moments, journey: JourneyAnalysis) -> Picture:
    """Draw the scores of what needs work first as sums of their reasons."""
    by_id = {each.id: each for each in journey.touchpoints}
    ranked = [by_id[key] for key in journey.ranking if (by_id[key].fix or 0) > 0]
    shown = [_Sum(each) for each in ranked[:MOST]]
    shown = [each for each in shown if each.total]
    title, description = _title(journey, shown, moments), _description(shown, moments)
    chart = _chart(shown, moments) if shown else None
    return Picture(
        title=title,
        description=description,
        chart=None if chart is None else described(chart, f"{title} {description}"),
        table=tuple(_table_row(each, moments) for each in shown),
        leads_to=tuple(moments[each.id] for each in shown),
    )


class _Sum:
    """The score of one moment in whole points, and its reasons: they add up."""

    def __init__(self, touchpoint: TouchpointAnalysis) -> None:
        self.id = touchpoint.id
        reasons = touchpoint.reasons
        self.total = int((touchpoint.fix or 0.0) + 0.5)
        parts = [reasons.get(reason, 0.0) for reason in Reason]
        whole = words.whole_parts(parts, self.total)
        self.parts = dict(zip(Reason, whole, strict=True))

    @property
    def largest(self) -> list[str]:
        """Return its largest reasons in words, largest first."""
        there = [reason for reason in Reason if self.parts[reason]]
        there.sort(key=lambda reason: -self.parts[reason])
        return [words.REASON_WORDS[reason] for reason in there[:_LARGEST]]


def _title(journey: JourneyAnalysis, shown: list[_Sum], moments: Moments) -> str:
    if not journey.rated:
        return "Nothing is rated yet."
    if not shown:
        return "No moment needs work."
    first = shown[0]
    return f"{moments[first.id].short} weighs most: {listed(first.largest)}."


def _description(shown: list[_Sum], moments: Moments) -> str:
    if not shown:
        return ""
    first = shown[0]
    said = "; ".join(f"{moments[each.id].short} {each.total}" for each in shown[:3])
    reason = first.largest[0]
    points = max(first.parts.values())
    return (
        f"Each bar is a score of 0 to 100 and the sum of its reasons. Most in need: "
        f"{said}. Of the first, {points} points are {reason}."
    )


def _table_row(each: _Sum, moments: Moments) -> Row:
    reasons = {
        _capital(words.REASON_WORDS[reason]): str(each.parts[reason])
        for reason in Reason
    }
    return {"Moment": moments[each.id].whole, "Score": str(each.total), **reasons}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _chart(shown: list[_Sum], moments: Moments) -> Chart:
    rows = [row for each in shown for row in _parts(each, moments)]
    totals: list[dict[str, Value]] = [
        {MOMENT: moments[e.id].label, "to": e.total, "points": str(e.total)}
        for e in shown
    ]
    labels = moments.labels([each.id for each in shown])
    up = moment_rows(labels)
    across = alt.X("from:Q", axis=None, scale=_scale(shown))
    parts = drawn(rows).encode(y=up, x=across, x2="to:Q")
    bars = parts.mark_bar(
        size=BAR, stroke=_OUTLINE, strokeWidth=0.6, cursor="pointer"
    ).encode(
        color=alt.Color("reason:N", scale=_colours(shown), legend=_legend()),
        tooltip=[
            alt.Tooltip(f"{MOMENT}:N", title="Moment"),
            alt.Tooltip("reason:N", title="Because"),
            alt.Tooltip("points:Q", title="Points"),
        ],
    )
    numbers = (
        drawn([row for row in rows if row["wide"]])
        .mark_text(color=DARK_INK)
        .encode(y=up, x=alt.X("middle:Q", axis=None), text="points:N")
    )
    sums = (
        drawn(totals)
        .mark_text(align="left", dx=6, fontWeight="bold")
        .encode(y=up, x=alt.X("to:Q", axis=None), text="points:N")
    )
    return over(bars.add_params(pick()), numbers, sums, height=alt.Step(ROW))


def _parts(each: _Sum, moments: Moments) -> list[dict[str, Value]]:
    """Return the reasons of one bar, end to end."""
    rows: list[dict[str, Value]] = []
    start = 0
    for reason, points in each.parts.items():
        if points:
            rows.append(
                {
                    TOUCHPOINT: each.id,
                    MOMENT: moments[each.id].label,
                    "reason": words.REASON_WORDS[reason],
                    "points": points,
                    "wide": points >= _NAMED_FROM,
                    "from": start,
                    "middle": start + points / 2,
                    "to": start + points,
                }
            )
        start += points
    return rows


def _scale(shown: list[_Sum]) -> alt.Scale:
    """Return a scale with room for the sum behind the longest bar."""
    longest = max(each.total for each in shown)
    return alt.Scale(domain=[0, longest * 1.12], nice=False)


def _colours(shown: list[_Sum]) -> alt.Scale:
    """Return the colours of those reasons that are drawn, in their order."""
    there = [r for r in COLOURS if any(each.parts[r] for each in shown)]
    return alt.Scale(
        domain=[words.REASON_WORDS[reason] for reason in there],
        range=[COLOURS[reason] for reason in there],
    )


def _legend() -> alt.Legend:
    return alt.Legend(title=None, orient="bottom", columns=1, symbolStrokeWidth=0.6)
