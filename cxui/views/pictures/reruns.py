"""How firm the order is: which place each moment has in how many re-runs (4.7)."""

import altair as alt

from cxcore import words
from cxcore.robustness import Robustness, TouchpointRobustness
from cxui.views.pictures.colours import blend, ink_on
from cxui.views.pictures.moments import Moments
from cxui.views.pictures.picture import (
    GAP,
    MOMENT,
    ROW,
    TOUCHPOINT,
    Chart,
    Picture,
    Row,
    described,
    drawn,
    moment_rows,
    over,
    pick,
)

MOST = 8
"""So many moments are drawn, and so many places."""
FIRM_FROM = 0.67
"""P of the first place from which it is said to stay (4.7)."""
PALE, DEEP = "#dfe3fa", "#3b4cca"
"""In hardly any and in all of the re-runs; in none: no cell."""

_Cells = list[list[float]]


def rerun_places(moments: Moments, robust: Robustness | None) -> Picture:
    """Draw the places of what comes first, over all re-runs.

    Args:
        moments: of the journey.
        robust: how firmly its ranking holds; None where nothing is rated.
    """
    if robust is None:
        return Picture("Nothing is rated yet.", "", None, ())
    shown = robust.touchpoints[:MOST]
    shares = _shares(robust)
    title, description = _title(shown, shares, moments), _description(robust, moments)
    chart = described(_chart(shown, shares, moments), f"{title} {description}")
    names = _place_names(len(robust.touchpoints))
    return Picture(
        title=title,
        description=description,
        chart=chart,
        table=tuple(
            _table_row(each, row, names, moments)
            for each, row in zip(shown, shares, strict=True)
        ),
        note=words.HOW_FIRM,
        leads_to=tuple(moments[each.id] for each in shown),
    )


def _shares(robust: Robustness) -> _Cells:
    """Return P(place) of those shown; all places behind the last one as one."""
    places = robust.acceptability[:MOST]
    first, later = places[:, :MOST], places[:, MOST:].sum(axis=1)
    rows: _Cells = first.tolist()
    if places.shape[1] > MOST:
        rows = [[*row, rest] for row, rest in zip(rows, later.tolist(), strict=True)]
    return rows


def _place_names(count: int) -> list[str]:
    names = [_ordinal(place) for place in range(1, min(count, MOST) + 1)]
    return [*names, "later"] if count > MOST else names


def _ordinal(place: int) -> str:
    return _FIRST_ORDINALS.get(place, f"{place}th")


_FIRST_ORDINALS = {1: "1st", 2: "2nd", 3: "3rd"}


def _title(
    shown: tuple[TouchpointRobustness, ...], shares: _Cells, moments: Moments
) -> str:
    first = moments[shown[0].id].short
    if len(shown) == 1:
        return f"{first} is the only moment rated."
    if shares[0][0] >= FIRM_FROM:
        return f"{first} stays in front."
    rivals = sorted(range(1, len(shown)), key=lambda at: -shares[at][0])
    return f"{first} is in front, but it could be {moments[shown[rivals[0]].id].short}."


def _description(robust: Robustness, moments: Moments) -> str:
    said = "; ".join(
        f"{moments[each.id].short} in {words.of_hundred(each.top[0])}"
        for each in robust.touchpoints[:3]
        if each.top[0]
    )
    return (
        "In how many of 100 re-runs with other plausible weights, other people from "
        f"this room, guesses moved, each moment has which place. First place: {said}."
    )


def _table_row(
    each: TouchpointRobustness, row: list[float], names: list[str], moments: Moments
) -> Row:
    places = {
        name: str(words.of_hundred(min(1.0, share)))
        for name, share in zip(names, row, strict=True)
    }
    return {"Moment": moments[each.id].whole, **places}


def _chart(
    shown: tuple[TouchpointRobustness, ...], shares: _Cells, moments: Moments
) -> Chart:
    names = _place_names(max(len(row) for row in shares))
    rows = [
        _cell(each, name, share, moments)
        for each, row in zip(shown, shares, strict=True)
        for name, share in zip(names, row, strict=True)
        if share
    ]
    cells = drawn(rows).encode(
        y=moment_rows(moments.labels([each.id for each in shown]), GAP),
        x=alt.X(
            "place:N",
            scale=alt.Scale(domain=names, paddingInner=GAP),
            axis=alt.Axis(title=None, orient="top", labelAngle=0, labelOverlap=False),
        ),
    )
    filled = cells.mark_rect(cursor="pointer").encode(
        color=alt.Color("fill:N", scale=None),
        tooltip=[
            alt.Tooltip(f"{MOMENT}:N", title="Moment"),
            alt.Tooltip("place:N", title="Place"),
            alt.Tooltip("times:N", title="In how many of 100 re-runs"),
        ],
    )
    numbers = cells.mark_text(cursor="pointer").encode(
        text="times:N", color=alt.Color("ink:N", scale=None)
    )
    return over(filled.add_params(pick()), numbers, height=alt.Step(ROW + 4))


def _cell(
    each: TouchpointRobustness, place: str, share: float, moments: Moments
) -> dict[str, str | float]:
    fill = blend(PALE, DEEP, share)
    times = words.of_hundred(min(1.0, share))
    return {
        TOUCHPOINT: each.id,
        MOMENT: moments[each.id].label,
        "place": place,
        "fill": fill,
        "times": str(times),
        "ink": ink_on(fill),
    }
