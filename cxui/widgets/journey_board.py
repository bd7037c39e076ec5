"""The board, and below it the parts that the script draws from the snapshot."""

import streamlit as st

from cxcore.analysis import analyse
from cxcore.edit import visible
from cxui import tab
from cxui.components.board import board
from cxui.plain import plain
from cxui.today import today
from cxui.views.numbers import numbers_table


@st.fragment
def show(here: tab.Here) -> None:
    """Draw the board; it asks for a rerun of this fragment when things changed."""
    journey_id = board(here.room.id, key="journey.board")
    snapshot = here.room.snapshot
    workshop = visible(snapshot.workshop)
    analysis = analyse(workshop, today())
    shown = next(
        (one for one in analysis.journeys if one.journey_id == journey_id),
        analysis.journeys[0] if analysis.journeys else None,
    )
    if shown is None or not shown.touchpoints:
        return
    with st.expander(f"All the numbers (change {snapshot.revision})"):
        name = workshop.journeys[shown.journey_id].name
        st.caption(f"{plain(name)}: the seven reasons of a row add up to its score.")
        st.dataframe(numbers_table(workshop, shown), hide_index=True)
