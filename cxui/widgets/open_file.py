"""Opening a saved workshop, with a sentence where that cannot be done."""

import streamlit as st

from cxcore.document import DocumentError
from cxui import doors, opening, tab
from cxui.plain import plain


def show() -> None:
    """Let people choose a file; a good one becomes the tab's workshop.

    A bad one is explained and changes nothing.
    """
    chosen = st.file_uploader(
        "Open a saved workshop",
        type=["json"],
        help="A file that this app has saved. It opens as a copy of its own.",
    )
    if chosen is None or not st.button("Open this file", type="primary"):
        return
    try:
        room_id, mended = opening.open_file(chosen.getvalue())
    except DocumentError as error:
        st.error(f"{plain(chosen.name)} was not opened. {plain(str(error))}")
        return
    tab.enter(room_id, mended)
    st.switch_page(doors.journey())
