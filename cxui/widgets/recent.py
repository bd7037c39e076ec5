"""Workshops that this device has a seat in."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from cxlive.seating.recent import RecentRoom
from cxui import doors, tab
from cxui.plain import plain


def show(rooms: Sequence[RecentRoom]) -> None:
    """List the workshops, newest first, each one tap away."""
    if not rooms:
        return
    st.subheader("Recent workshops")
    st.caption("Kept on this server, for this browser.")
    for room in rooms:
        _row(room)


def _row(room: RecentRoom) -> None:
    name, when, button = st.columns([5, 3, 2], vertical_alignment="center")
    name.markdown(f"**{plain(room.name)}**")
    when.caption(_when(room.changed_at) if room.can_open else "Cannot be opened.")
    key = f"welcome.recent.{room.room_id}"
    if button.button("Open", key=key, width="stretch", disabled=not room.can_open):
        tab.enter(room.room_id)
        st.switch_page(doors.journey())


def _when(moment: datetime) -> str:
    """Say a moment in the time of whoever looks."""
    with suppress(ValueError, ZoneInfoNotFoundError):
        moment = moment.astimezone(ZoneInfo(st.context.timezone or "UTC"))
    return f"{moment:%d %B %Y, %H:%M}"
