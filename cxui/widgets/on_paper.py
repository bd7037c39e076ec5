"""The way over paper: a sheet to print, and a page to type it in."""

import streamlit as st

from cxlive.web.sheet import LIVE_SHEET
from cxui import doors, tab
from cxui.components.served import BASE


def show(here: tab.Here) -> None:
    """Offer both to whoever leads."""
    if not here.leads:
        return
    st.subheader("On paper")
    st.caption(
        "For whoever has no phone at hand: print a sheet, let them tick it, and type "
        "it in. What a private round asks stays private until it is shown."
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.link_button(
            "Rating sheet to print",
            f"{BASE}{LIVE_SHEET}?room={here.room.id}",
            icon=":material/print:",
        )
        if st.button("Type in a sheet", icon=":material/keyboard:"):
            st.switch_page(doors.sheet())
