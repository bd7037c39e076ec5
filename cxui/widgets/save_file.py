"""Saving the open workshop as a file."""

import streamlit as st

from cxui import tab
from cxui.plain import plain


def show(here: tab.Here) -> None:
    """Offer the open workshop as a file, with or without its history."""
    workshop = here.room.snapshot.workshop
    st.markdown(f"**{plain(workshop.brief.name)}**")
    st.caption(
        "Every change is kept on this server as you make it. A file is for passing "
        "on, for keeping, and for opening anywhere else."
    )
    with_history = st.toggle(
        "With the history of changes",
        value=True,
        help="Needed to take changes back later, and to bring two copies together "
        "that were edited apart. Without it the file is smaller.",
    )
    address = f"/live/file?room={here.room.id}&history={int(with_history)}"
    st.link_button("Save as a file", address, type="primary", icon=":material/save:")
