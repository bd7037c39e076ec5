"""What matters, and how well it goes: the importance-performance map (1.1)."""

from collections.abc import Mapping
from typing import Literal

import altair as alt

from cxcore.analysis import (
    Crosshair,
    ImportancePerformance,
    JourneyAnalysis,
    Measure,
    Placed,
    Quadrant,
    importance_performance,
)
from cxui.views.pictures.colours import BAD, GOOD, REST, ink_on
from cxui.views.pictures.moments import Moments
from cxui.views.pictures.picture import (
    LABEL_WIDTH,
    MOMENT,
    TOUCHPOINT,
    Chart,
    Picture,
    Row,
    described,
    drawn,
    listed,
    moments_word,
    over,
    pick,
)

QUADRANT_WORDS: Mapping[Quadrant, str] = {
    Quadrant.WORK_HERE: "work here first",
    Quadrant.KEEP_UP: "keep it up",
    Quadrant.LEAVE: "leave for now",
    Quadrant.MORE_THAN_NEEDED: "more than needed",
}
CROSSHAIR_WORDS: Mapping[Crosshair, str] = {
    Crosshair.SCALE: "middle of the scale",
    Crosshair.MEAN: "average",
    Crosshair.MEDIAN: "median",
    Crosshair.DIAGONAL: "diagonal",
}
"""Where the lines stand, as it is chosen."""

_MOVES = "With “{}” the label of one moment changes when another is added."
CROSSHAIR_NOTES: Mapping[Crosshair, str] = {
    Crosshair.SCALE: "The lines stay where they are, whatever is added.",
    Crosshair.MEAN: _MOVES.format(CROSSHAIR_WORDS[Crosshair.MEAN]),
    Crosshair.MEDIAN: _MOVES.format(CROSSHAIR_WORDS[Crosshair.MEDIAN]),
    Crosshair.DIAGONAL: (
        "Above the diagonal a moment matters more than it goes well; below it, the "
        "middle of the scale decides."
    ),
}
"""What to know of each choice."""

HEIGHT = 430
MIDDLE = 0.5
"""Names of what stands left of it are written to the right, and the other way round."""
_NAMED = 3
"""So many moments to work on are named in the title."""
_NAME, _POINT = (0.05, 0.25), (0.06, 0.07)
"""Height and width that a name, and a point, take on the map of a phone."""
_BESIDE = ((1, -18), (2, 19))
"""Where numbers go that have no room in their points: over, or under."""
NUMBER_AT, NAMED = "number_at", "named"
_EDGE = 0.04
"""Room around the map, so that no point is cut."""
_FILLS = {
    Quadrant.WORK_HERE: BAD,
    Quadrant.KEEP_UP: GOOD,
    Quadrant.LEAVE: REST,
    Quadrant.MORE_THAN_NEEDED: REST,
}
Side = Literal["left", "right"]
_CORNERS: Mapping[Quadrant, tuple[Side, Literal["top", "bottom"]]] = {
    Quadrant.WORK_HERE: ("left", "top"),
    Quadrant.KEEP_UP: ("right", "top"),
    Quadrant.LEAVE: ("left", "bottom"),
    Quadrant.MORE_THAN_NEEDED: ("right", "bottom"),
}
_ENDS_AT = {"left": 0.0, "bottom": 0.0, "right": 1.0, "top": 1.0}
_NAMES_GO: tuple[tuple[Side, int], ...] = (("left", 15), ("right", -15))
_ENDS = {
    Measure.VALENCE: "feels awful  →  feels great",
    Measure.PERFORMANCE: "works badly  →  works well",
}
_COLUMNS = {
    Measure.VALENCE: "How well it feels (0 to 100)",
    Measure.PERFORMANCE: "How well it works (0 to 100)",
}


def quadrant_map(
    moments: Moments, journey: JourneyAnalysis, crosshair: Crosshair = Crosshair.SCALE
) -> Picture:
    """Draw a journey as an importance-performance map."""
    found = importance_performance(journey, crosshair)
    title, description = _title(found, moments), _description(found)
    chart = _chart(found, moments) if found.placed else None
    return Picture(
        title=title,
        description=description,
        chart=None if chart is None else described(chart, f"{title} {description}"),
        table=tuple(_table_row(each, found, moments) for each in found.placed),
        note=CROSSHAIR_NOTES[crosshair] if found.placed else "",
        leads_to=tuple(moments[each.id] for each in found.placed),
    )


def _title(found: ImportancePerformance, moments: Moments) -> str:
    if not found.placed:
        return "Nobody has said yet both how moments feel and how much they matter."
    work = _worst_first(found)
    if not work:
        return "Nothing that matters goes badly here."
    named = listed(moments.short(work[:_NAMED]))
    more = len(work) - _NAMED
    return f"Work here first: {named}{f', and {more} more' if more > 0 else ''}."


def _worst_first(found: ImportancePerformance) -> list[str]:
    """Return what is to be worked on, by how far it matters more than it works."""
    work = [each for each in found.placed if each.quadrant is Quadrant.WORK_HERE]
    work.sort(key=lambda each: each.performance - each.importance)
    return [each.id for each in work]


def _description(found: ImportancePerformance) -> str:
    counts = ", ".join(
        f"{word} {len(found.within(quadrant))}"
        for quadrant, word in QUADRANT_WORDS.items()
    )
    across = "feels" if found.measure is Measure.VALENCE else "works"
    sentence = f"How much each moment matters, over how well it {across}: {counts}."
    if not found.left_out:
        return sentence
    left = moments_word(len(found.left_out))
    return f"{sentence} Not on the map, because not all was asked: {left}."


def _table_row(each: Placed, found: ImportancePerformance, moments: Moments) -> Row:
    return {
        "Moment": moments[each.id].whole,
        "How much it matters (0 to 100)": f"{100 * each.importance:.0f}",
        _COLUMNS[found.measure]: f"{100 * each.performance:.0f}",
        "Where it stands": QUADRANT_WORDS[each.quadrant],
    }


def _chart(found: ImportancePerformance, moments: Moments) -> Chart:
    across, up = _axes(_ENDS[found.measure])
    layers = [_lines(found), *_corners(), *_points(found, moments)]
    return over(*(each.encode(x=across, y=up) for each in layers), height=HEIGHT)


def _axes(across: str) -> tuple[alt.X, alt.Y]:
    """Return both axes, alike for all layers: words at their ends, no numbers."""
    span = alt.Scale(domain=[-_EDGE, 1 + _EDGE], nice=False, zero=False)
    return (
        alt.X("across:Q", scale=span, axis=_words_only(across)),
        alt.Y("up:Q", scale=span, axis=_words_only("matters little  →  matters most")),
    )


def _words_only(title: str) -> alt.Axis:
    return alt.Axis(title=title, labels=False, grid=False, values=[0, 1])


def _points(found: ImportancePerformance, moments: Moments) -> list[alt.Chart]:
    """Return a numbered point for each moment; those to work on have their name."""
    named, number_at = _named(found), _number_at(found)
    points = drawn(
        [
            _mark(each, moments) | {NUMBER_AT: at, NAMED: each.id in named}
            for each, at in zip(found.placed, number_at, strict=True)
        ]
    )
    circles = (
        points.mark_circle(size=460, opacity=1, cursor="pointer")
        .encode(
            color=alt.Color("fill:N", scale=None),
            tooltip=[
                alt.Tooltip(f"{MOMENT}:N", title="Moment"),
                alt.Tooltip("stands:N", title="Where it stands"),
            ],
        )
        .add_params(pick())
    )
    bold = points.mark_text(fontWeight="bold", cursor="pointer")
    numbers = bold.transform_filter(f"datum.{NUMBER_AT} === 0").encode(
        text="number:N", color=alt.Color("ink:N", scale=None)
    )
    beside = [
        points.mark_text(fontWeight="bold", dy=dy)
        .transform_filter(f"datum.{NUMBER_AT} === {at}")
        .encode(text="number:N")
        for at, dy in _BESIDE
    ]
    names = [
        points.mark_text(align=side, dx=dx, limit=LABEL_WIDTH)
        .transform_filter(f"datum.{NAMED} && datum.side === '{side}'")
        .encode(text="short:N")
        for side, dx in _NAMES_GO
    ]
    return [*names, circles, numbers, *beside]


def _named(found: ImportancePerformance) -> set[str]:
    """Return what has room for its name: of two that would overlap, the worse one."""
    by_id = {each.id: each for each in found.placed}
    named: dict[str, Placed] = {}
    for key in _worst_first(found):
        if not any(_overlap(by_id[key], other, _NAME) for other in named.values()):
            named[key] = by_id[key]
    return set(named)


def _overlap(one: Placed, other: Placed, room: tuple[float, float]) -> bool:
    high, wide = room
    beside = abs(one.importance - other.importance) < high
    return beside and abs(one.performance - other.performance) < wide


def _number_at(found: ImportancePerformance) -> list[int]:
    """Return how many points before each one lie below it: its number goes beside."""
    return [
        sum(_overlap(each, other, _POINT) for other in found.placed[:at])
        for at, each in enumerate(found.placed)
    ]


def _mark(each: Placed, moments: Moments) -> dict[str, str | float]:
    fill = _FILLS[each.quadrant]
    moment = moments[each.id]
    return {
        TOUCHPOINT: each.id,
        MOMENT: moment.label,
        "short": moment.short,
        "number": str(moment.number),
        "across": round(each.performance, 4),
        "up": round(each.importance, 4),
        "stands": QUADRANT_WORDS[each.quadrant],
        "fill": fill,
        "ink": ink_on(fill),
        "side": "left" if each.performance < MIDDLE else "right",
    }


def _lines(found: ImportancePerformance) -> alt.Chart:
    """Return the cross; of the diagonal map what of it lies below the diagonal."""
    high, wide = found.lines.importance, found.lines.performance
    ends = [(0.0, high, 1.0, high), (wide, 0.0, wide, 1.0)]
    if found.crosshair is Crosshair.DIAGONAL:
        ends = [(0, 0, 1, 1), (wide, high, 1, high), (wide, 0, wide, high)]
    fields = ("across", "up", "across_to", "up_to")
    rows = [dict(zip(fields, each, strict=True)) for each in ends]
    dashed = drawn(rows).mark_rule(strokeDash=[5, 4])
    lines: alt.Chart = dashed.encode(x2="across_to:Q", y2="up_to:Q")
    return lines


def _corners() -> list[alt.Chart]:
    """Return what each quadrant is called, in its corner."""
    return [
        drawn([{"across": _ENDS_AT[side], "up": _ENDS_AT[edge], "said": word}])
        .mark_text(align=side, baseline=edge, fontStyle="italic", fontSize=13)
        .encode(text="said:N")
        for (side, edge), word in (
            (_CORNERS[quadrant], word) for quadrant, word in QUADRANT_WORDS.items()
        )
    ]
