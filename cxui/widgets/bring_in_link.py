"""The way from other pages to bringing in answers and complaints."""

import streamlit as st

from cxui import doors, tab


def show(here: tab.Here) -> None:
    """Offer it to whoever leads."""
    if here.leads:
        st.page_link(
            doors.bring_in(),
            label="Bring in survey answers or complaints",
            icon=":material/upload_file:",
        )
