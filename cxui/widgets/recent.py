"""Workshops that this device has a seat in."""

from collections.abc import Sequence

import streamlit as st

from cxlive.lobby import RecentRoom
from cxui import doors, tab
from cxui.plain import plain


def show(rooms: Sequence[RecentRoom]) -> None:
    """List the workshops, newest first, each one tap away."""
    if not rooms:
        return
    st.subheader("Recent workshops")
    st.caption("Kept on this server, for this browser.")
    for room in rooms:
        name, when, button = st.columns([5, 3, 2], vertical_alignment="center")
        name.markdown(f"**{plain(room.name)}**")
        when.caption(f"{room.changed_at:%d %B %Y, %H:%M}")
        if button.button("Open", key=f"welcome.recent.{room.room_id}", width="stretch"):
            tab.enter(room.room_id)
            st.switch_page(doors.journey())
