"""A chart in the colours of the page around it."""

import altair as alt

from cxui.views.pictures.picture import Chart

INK = {"light": "#1f2333", "dark": "#eceef6"}
LINE = {"light": "#8a8fa3", "dark": "#8a8fa3"}
"""Text and lines on the page. Streamlit leaves text in a chart black, whatever the
page, and gives axes and legends a grey too pale for names that have to be read."""


def themed(chart: Chart, theme: str) -> Chart:
    """Return the chart with its text in the colour of the page's theme.

    Args:
        chart: as a picture has it: what has no colour of its own takes the page's.
        theme: "light" or "dark".
    """
    coloured: Chart = chart.configure(
        background="transparent",
        text=alt.MarkConfig(color=INK[theme], fontSize=13),
        # What is read out is the description; the table has the rest, in order.
        mark=alt.MarkConfig(aria=False),
        axis=alt.AxisConfig(
            aria=False,
            labelColor=INK[theme],
            labelFlush=False,
            titleColor=INK[theme],
        ),
        legend=alt.LegendConfig(aria=False, labelColor=INK[theme]),
        rule=alt.MarkConfig(color=LINE[theme]),
        view=alt.ViewConfig(strokeWidth=0),
    )
    return coloured
