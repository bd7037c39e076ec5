"""The board, and below it the parts that the script draws from the room."""

import streamlit as st

from cxcore.analysis import Analysis, JourneyAnalysis, analyse
from cxcore.model import Workshop
from cxui import doors, tab
from cxui.components.served import BASE
from cxui.plain import plain
from cxui.today import today
from cxui.views.numbers import numbers_table
from cxui.widgets import live_page


@st.fragment
def show(here: tab.Here) -> None:
    """Draw the board; it asks for a rerun of this fragment when things changed."""
    now, journey_id = live_page.mount(here, "journey")
    if now.is_screen or now.waits:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"All changes are saved on this server · change {_change(now)}")
        if now.leads:
            _screen_link(now)
    # Only what is open is computed: this runs after every change of anybody.
    numbers = st.expander("All the numbers", key="journey.numbers", on_change="rerun")
    if numbers.open:
        with numbers:
            if _asks_now(now):
                st.caption("A private round is open: what it asks is shown after it.")
            _numbers(now.room.shown, journey_id)


def _change(here: tab.Here) -> int:
    return here.room.snapshot.revision


def _asks_now(here: tab.Here) -> bool:
    return here.room.led.open_round(here.room.snapshot.workshop) is not None


def _screen_link(here: tab.Here) -> None:
    st.link_button(
        "Open the screen for the room",
        f"{BASE}/{doors.JOURNEY}{tab.screen_query(here.room.id)}",
        icon=":material/present_to_all:",
        type="tertiary",
    )


def _numbers(workshop: Workshop, journey_id: str | None) -> None:
    """Count what everybody may see: what an open round asks is not among it."""
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
