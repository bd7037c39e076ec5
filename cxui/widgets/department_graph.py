"""The graph of handovers below "Behind the scenes", with its table beside it."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pandas as pd
import streamlit as st
from streamlit_agraph import Config, Edge, Node, agraph

from cxcore.analysis import analyse_grid, grid_of, handovers_of
from cxlive.board.view import shown_journey
from cxui import tab
from cxui.plain import plain
from cxui.stand import Stand
from cxui.today import today
from cxui.views.department_graph import (
    Department,
    DepartmentGraph,
    HandoverLine,
    department_graph,
    handover_table,
)

HEIGHT = 440
"""Of the picture, in pixels; its width is that of its place."""

_KEPT = 16
"""So many journeys stay counted; rooms that change have a new one each time."""

_LIGHT = {
    "text": "#1f2333",
    "box": "#f3f4f9",
    "line": "#5f6272",
    "drops": "#c02b2b",
    "rises": "#1f7f4b",
    "ground": "#ffffff",
}
_DARK = {
    "text": "#eceef6",
    "box": "#20232f",
    "line": "#a9adbd",
    "drops": "#ff7b7b",
    "rises": "#5fce93",
    "ground": "#14161f",
}


@dataclass(frozen=True)
class _Seen:
    """One journey's handovers, ready to be drawn."""

    graph: DepartmentGraph
    table: pd.DataFrame


def show(here: tab.Here, looked_at: str | None) -> None:
    """Draw the handovers of the journey looked at; nothing where it has no moment."""
    stand = Stand.of(here.room)
    journey_id = shown_journey(stand.workshop, looked_at)
    seen = None if journey_id is None else _seen(stand, journey_id, today())
    if seen is None:
        return
    st.subheader("Who hands over to whom")
    st.markdown(f"**{plain(seen.graph.title)}** {plain(seen.graph.summary)}")
    if not seen.graph.lines:
        return
    picture, twin = st.columns([3, 2])
    with picture, st.container(key="behind-graph"):
        _draw(seen.graph, _DARK if st.context.theme.type == "dark" else _LIGHT)
    with twin:
        st.table(seen.table)


@lru_cache(maxsize=_KEPT)
def _seen(stand: Stand, journey_id: str, day: date) -> _Seen | None:
    """Count the handovers once for all tabs; None where there is no moment.

    What an open round asks is hidden here as everywhere.
    """
    workshop = stand.shown
    grid = grid_of(workshop, journey_id, day)
    if not grid.ids:
        return None
    handovers = handovers_of(analyse_grid(grid, workshop.settings))
    names = {key: workshop.touchpoints[key].name for key in grid.ids}
    table = handover_table(handovers, names)
    shown = table.map(plain).set_index("From") if len(table) else table
    return _Seen(department_graph(handovers), shown)


def _draw(graph: DepartmentGraph, colours: dict[str, str]) -> None:
    """Give the picture to the component, which leaves it alone while it is the same.

    Places are ours, not found by physics: nothing jumps. A node has no ``title``,
    because the component would read that as HTML, and open it as an address.
    """
    config = Config(height=HEIGHT, physics=False, groups={}, interaction=_STILL)
    config.width = "100%"
    config.edges = {"smooth": {"type": "curvedCW", "roundness": 0.18}}
    agraph(
        [_node(each, colours) for each in graph.departments],
        [_edge(each, colours) for each in graph.lines],
        config,
    )


_STILL = {
    "dragNodes": False,
    "dragView": False,
    "zoomView": False,
    "selectable": False,
    "hover": False,
}


def _node(each: Department, colours: dict[str, str]) -> Node:
    node = Node(
        id=each.key,
        label=each.label,
        shape="box",
        x=each.x,
        y=each.y,
        color={"background": colours["box"], "border": colours["line"]},
        font={"color": colours["text"], "size": 17},
        margin=9,
        widthConstraint={"maximum": 170},
        shapeProperties={"borderDashes": [4, 4] if each.is_nobody else False},
    )
    node.title = None
    return node


def _edge(each: HandoverLine, colours: dict[str, str]) -> Edge:
    colour = colours[_sign(each.change)]
    return Edge(
        source=each.giver,
        target=each.taker,
        label=each.label,
        color={"color": colour},
        width=each.width,
        arrows={"to": {"enabled": True, "scaleFactor": 0.7}},
        font={
            "color": colour,
            "size": 14,
            "strokeWidth": 5,
            "strokeColor": colours["ground"],
        },
    )


def _sign(change: float | None) -> str:
    if not change:
        return "line"
    return "drops" if change < 0 else "rises"
