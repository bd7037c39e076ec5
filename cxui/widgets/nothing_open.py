"""What a page says when no workshop is open in this tab."""

import streamlit as st

from cxui import doors


def show() -> None:
    """Say what to do next."""
    st.title("No workshop is open here")
    st.markdown("Open a sample, a file, or start your own on the welcome page.")
    st.page_link(doors.welcome(), label="Go to the welcome page")
