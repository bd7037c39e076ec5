"""Saving the open workshop as a file."""

import streamlit as st

from cxcore.document import DocumentError, Written
from cxlive.web.files import LIVE_FILE, file_of
from cxui import tab
from cxui.components.served import BASE
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
    try:
        written = file_of(here.room, with_history=with_history)
    except DocumentError as error:
        st.error(plain(str(error)))
        return
    address = f"{BASE}{LIVE_FILE}?room={here.room.id}&history={int(with_history)}"
    st.link_button("Save as a file", address, type="primary", icon=":material/save:")
    st.caption(_about(written, with_history=with_history))


def _about(written: Written, *, with_history: bool) -> str:
    size = f"A file of {max(1, len(written.data) // 1000):,} kB."
    if with_history and written.moved_base:
        return (
            f"{size} The history has grown too long to keep in it: this file begins "
            "a new one from what you see now."
        )
    return size
