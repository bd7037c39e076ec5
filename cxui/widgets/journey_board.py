"""The board, and below it the parts that the script draws from the snapshot."""

import streamlit as st

from cxcore.analysis import Analysis, JourneyAnalysis, analyse
from cxcore.edit import visible
from cxcore.model import Workshop
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
    st.caption(f"All changes are saved on this server · change {snapshot.revision}")
    # Only what is open is computed: this runs after every change of anybody.
    numbers = st.expander("All the numbers", key="journey.numbers", on_change="rerun")
    if numbers.open:
        with numbers:
            _numbers(visible(snapshot.workshop), journey_id)


def _numbers(workshop: Workshop, journey_id: str | None) -> None:
    shown = _looked_at(analyse(workshop, today()), journey_id)
    if shown is None or not shown.touchpoints:
        st.caption("There is nothing to count yet.")
        return
    name = workshop.journeys[shown.journey_id].name
    st.caption(f"{plain(name)}: the seven reasons of a row add up to its score.")
    st.dataframe(numbers_table(workshop, shown), hide_index=True)


def _looked_at(analysis: Analysis, journey_id: str | None) -> JourneyAnalysis | None:
    """Return the journey on the board: the one chosen, else the first."""
    chosen = [one for one in analysis.journeys if one.journey_id == journey_id]
    return next(iter([*chosen, *analysis.journeys]), None)
