"""What every picture is: a finding, its text alternative, a chart and a table.

Charts are drawn by Vega in the browser. Names are data there and nothing else: no
expression, no field and no address is ever made of one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import altair as alt

from cxcore.analysis.scales import VALENCE
from cxui.views.pictures.moments import Moment

Chart = alt.LayerChart | alt.FacetChart
"""What Altair calls several layers over each other."""
Row = Mapping[str, str]
"""One row of the table: column to text, as it is read."""
Value = str | float | None
"""What stands in one field of a row of a chart."""

PICKED = "picked"
"""Name of the selection of every chart that has one."""
TOUCHPOINT = "touchpoint"
"""The field that it is made by: the id of the touchpoint of a mark."""
MOMENT = "moment"
"""The field with what the touchpoint is called."""

LABEL_WIDTH = 170
"""Of names beside a chart, in pixels; longer ones are cut by the browser."""
ROW = 30
"""Height of a touchpoint that has a row of its own, in pixels."""
GAP = 0.05
"""Between the cells of a heat map, as a part of one."""


@dataclass(frozen=True)
class Picture:
    """One picture of a journey, with what it says."""

    title: str
    """The finding, as a sentence."""
    description: str
    """The text alternative: what there is to be seen, with the numbers that matter."""
    chart: Chart | None
    """None where there is nothing to draw. A point in it can be picked: ``PICKED``."""
    table: tuple[Row, ...]
    """The same as rows; every row has the same columns."""
    note: str = ""
    """A warning that belongs to it, as a sentence."""
    leads_to: tuple[Moment, ...] = ()
    """Touchpoints that it leads to, in the order of the table."""


def described(chart: Chart, description: str) -> Chart:
    """Return the chart with its text alternative, which the browser reads out."""
    return chart.properties(description=description)


def over(*layers: alt.Chart, height: float | alt.Step) -> Chart:
    """Return one chart of several layers, the first one at the bottom.

    Args:
        layers: with axes that are alike.
        height: in pixels, of all of it with its axes; or, as a step, of each row.
    """
    return alt.layer(*layers).properties(height=height)


def drawn(rows: Sequence[Mapping[str, Value]]) -> alt.Chart:
    """Return a chart without marks; these are the rows that it draws."""
    return alt.Chart(alt.InlineData(values=[dict(row) for row in rows]))


def pick() -> alt.Parameter:
    """Return the selection by which a mark leads to its touchpoint."""
    return alt.selection_point(
        name=PICKED, fields=[TOUCHPOINT], on="click", toggle=False, empty=False
    )


def moment_rows(labels: Sequence[str], gap: float = 0.0) -> alt.Y:
    """Return an axis with a row for each name, in this order from the top.

    Args:
        labels: what stands at each row.
        gap: between marks that fill a row, as a part of it.
    """
    return alt.Y(
        f"{MOMENT}:N",
        scale=alt.Scale(domain=list(labels), paddingInner=gap, paddingOuter=0),
        axis=alt.Axis(title=None, labelLimit=LABEL_WIDTH, labelOverlap=False),
    )


FEELING = {VALENCE.low: "awful", 0: "so-so", VALENCE.high: "great"}
_FEELING_WORDS = (
    f"datum.value == {VALENCE.low:g} ? '{FEELING[VALENCE.low]}' : "
    f"datum.value == {VALENCE.high:g} ? '{FEELING[VALENCE.high]}' : '{FEELING[0]}'"
)


def feeling_axis(orient: Literal["top", "left"]) -> alt.Axis:
    """Return an axis for a valence, with words at its ends and in the middle."""
    return alt.Axis(
        title=None, values=[*FEELING], labelExpr=_FEELING_WORDS, orient=orient
    )


def feeling_scale() -> alt.Scale:
    """Return the whole scale of a valence, whatever is drawn on it."""
    return alt.Scale(domain=[VALENCE.low, VALENCE.high], nice=False)


def signed(number: float) -> str:
    """Return a number with its sign and one decimal, such as "−3.4"; zero has none."""
    shown = f"{number:+.1f}"
    return "0.0" if float(shown) == 0 else shown.replace("-", "−")


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence lists them: "A", "A and B", "A, B and C"."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def moments_word(count: int) -> str:
    """Return "1 moment", "3 moments"."""
    return f"{count} moment" if count == 1 else f"{count} moments"
