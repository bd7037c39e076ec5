"""Starting an empty workshop."""

import streamlit as st

from cxcore.model import NAME_MAX, one_line
from cxui import doors, opening, tab


def show() -> None:
    """Ask for a name and open an empty workshop under it."""
    with st.form("welcome.new", border=False):
        typed = st.text_input(
            "What is the journey about?",
            placeholder="Saturday at the shop",
            max_chars=NAME_MAX,
        )
        whose = st.text_input(
            "Whose journey is it? (can wait)",
            placeholder="Nadia, two children and a full car",
            max_chars=NAME_MAX,
        )
        if not st.form_submit_button("Start a new workshop", type="primary"):
            return
    name = one_line(typed[:NAME_MAX]) or "Untitled workshop"
    tab.enter(opening.start_new(name, one_line(whose[:NAME_MAX])))
    st.switch_page(doors.journey())
