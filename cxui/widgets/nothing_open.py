"""What a page says when no workshop is open in this tab."""

import streamlit as st

from cxui import doors, tab
from cxui.plain import plain


def show() -> None:
    """Say why, and what to do next."""
    reason = tab.why_not()
    if reason is None:
        st.title("No workshop is open here")
        st.markdown("Open a sample, a file, or start your own on the welcome page.")
    else:
        st.markdown(plain(reason))
    st.page_link(doors.welcome(), label="Go to the welcome page")
