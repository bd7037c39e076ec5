"""How it is lived, moment by moment, and what is remembered of each stage (4.5)."""

import altair as alt

from cxcore import words
from cxcore.analysis import GroupScore, JourneyAnalysis, TouchpointAnalysis
from cxcore.analysis.scales import VALENCE
from cxcore.model import Workshop
from cxui.views.pictures.colours import BAD, GOOD
from cxui.views.pictures.moments import Moments, cut
from cxui.views.pictures.picture import (
    MOMENT,
    TOUCHPOINT,
    Chart,
    Picture,
    Row,
    Value,
    described,
    drawn,
    feeling_axis,
    feeling_scale,
    over,
    pick,
    signed,
)

HEIGHT = 400
APART_FROM = 0.5
"""Points of valence between lived and remembered from which it is worth a title."""
_LABELS = 120
"""Of names below the chart, in pixels."""


def lived_and_remembered(
    moments: Moments, workshop: Workshop, journey: JourneyAnalysis
) -> Picture:
    """Draw the emotion curve, and what is remembered of its stages."""
    if not journey.rated:
        return Picture("Nothing is rated yet.", "", None, ())
    stages = [_Stage(each, workshop) for each in journey.stages if each.rated]
    title, description = _title(stages), _description(stages)
    return Picture(
        title=title,
        description=description,
        chart=described(_chart(journey, stages, moments), f"{title} {description}"),
        table=_table(journey, stages, moments),
        leads_to=tuple(moments[e.id] for e in journey.touchpoints if e.rated),
    )


class _Stage:
    """A stage with rated moments: how it was lived on average, and is remembered."""

    def __init__(self, score: GroupScore, workshop: Workshop) -> None:
        name = " ".join(workshop.stages[score.id].name.split())
        self.id = score.id
        self.name = name
        self.short = cut(name)
        self.touchpoint_ids = score.touchpoint_ids
        self.lived = (score.mean or 0.0) * (VALENCE.high - VALENCE.low) + VALENCE.low
        self.remembered = score.remembered or 0.0

    @property
    def change(self) -> float:
        """Return how much better it is remembered than lived, -10 to 10."""
        return self.remembered - self.lived


def _title(stages: list[_Stage]) -> str:
    furthest = max(stages, key=lambda each: abs(each.change))
    if abs(furthest.change) < APART_FROM:
        return "Every stage is remembered about as it is lived."
    how = "better" if furthest.change > 0 else "worse"
    return f"{furthest.short} is remembered {how} than it is lived."


def _description(stages: list[_Stage]) -> str:
    furthest = max(stages, key=lambda each: abs(each.change))
    return (
        "The line is how it feels at each moment; the bars are what is remembered of "
        "each stage: half its strongest moment, half its last. "
        f"{furthest.short}: lived {signed(furthest.lived)}, remembered "
        f"{signed(furthest.remembered)}, of −5 to +5."
    )


def _table(
    journey: JourneyAnalysis, stages: list[_Stage], moments: Moments
) -> tuple[Row, ...]:
    by_id = {each.id: each for each in stages}
    return tuple(
        {
            "Stage": by_id[each.stage_id].name,
            "Moment": moments[each.id].whole,
            "Lived": _feeling(each.valence),
            "Remembered of the stage": _feeling(by_id[each.stage_id].remembered),
        }
        for each in journey.touchpoints
        if each.stage_id in by_id
    )


def _feeling(valence: float | None) -> str:
    if valence is None:
        return "not rated"
    return f"{words.valence_word(valence)} ({signed(valence)})"


def _chart(journey: JourneyAnalysis, stages: list[_Stage], moments: Moments) -> Chart:
    labels = moments.labels([each.id for each in journey.touchpoints])
    across = alt.X(
        f"{MOMENT}:N",
        scale=alt.Scale(domain=labels, paddingInner=0, paddingOuter=0),
        axis=alt.Axis(
            title=None, labelAngle=-50, labelLimit=_LABELS, labelOverlap=False
        ),
    )
    up = alt.Y("feeling:Q", scale=feeling_scale(), axis=feeling_axis("left"))
    curve = drawn([_point(each, moments) for each in journey.touchpoints])
    lived = curve.mark_line(color=GOOD, strokeWidth=3).encode(x=across, y=up)
    points = (
        curve.transform_filter("isValid(datum.feeling)")
        .mark_circle(size=110, color=GOOD, opacity=1, cursor="pointer")
        .encode(
            x=across,
            y=up,
            tooltip=[
                alt.Tooltip(f"{MOMENT}:N", title="Moment"),
                alt.Tooltip("word:N", title="Lived"),
            ],
        )
        .add_params(pick())
    )
    return over(*_remembered(stages, moments, up), lived, points, height=HEIGHT)


def _point(each: TouchpointAnalysis, moments: Moments) -> dict[str, Value]:
    return {
        TOUCHPOINT: each.id,
        MOMENT: moments[each.id].label,
        "feeling": None if each.valence is None else round(each.valence, 2),
        "word": _feeling(each.valence),
    }


def _remembered(
    stages: list[_Stage], moments: Moments, up: alt.Y
) -> tuple[alt.Chart, alt.Chart]:
    """Return a bar over each stage, with the name of the stage on it."""
    spans = drawn([_span(each, moments) for each in stages])
    bars = spans.mark_rule(strokeWidth=7, color=BAD, opacity=0.85).encode(
        x=alt.X("first:N", bandPosition=0.06),
        x2=alt.X2("last:N", bandPosition=0.94),
        y=up,
        tooltip=[
            alt.Tooltip("stage:N", title="Stage"),
            alt.Tooltip("word:N", title="Remembered"),
        ],
    )
    names = spans.mark_text(
        align="left", dy=-13, fontStyle="italic", limit=_LABELS
    ).encode(x=alt.X("first:N", bandPosition=0.06), y=up, text="stage:N")
    return bars, names


def _span(stage: _Stage, moments: Moments) -> dict[str, Value]:
    ids = stage.touchpoint_ids
    return {
        "stage": stage.short,
        "first": moments[ids[0]].label,
        "last": moments[ids[-1]].label,
        "feeling": round(stage.remembered, 2),
        "word": _feeling(stage.remembered),
    }
