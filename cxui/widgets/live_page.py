"""A page that the browser draws from the live state: mounted, and nothing more."""

from collections.abc import Callable

import streamlit as st

from cxlive.channel.messages import Page
from cxui import tab
from cxui.components.board import board
from cxui.widgets import nothing_open

Below = Callable[[tab.Here, str | None], None]
"""What the script draws under a page, for the journey looked at."""


def show(page: Page, below: Below | None = None) -> None:
    """Draw a page of the open workshop, or say that none is open."""
    here = tab.here()
    if here is None:
        nothing_open.show()
    else:
        _draw(here, page, below)


@st.fragment
def _draw(here: tab.Here, page: Page, below: Below | None) -> None:
    now, journey_id = mount(here, page)
    if below is not None and not (now.is_screen or now.waits):
        below(now, journey_id)


def mount(here: tab.Here, page: Page) -> tuple[tab.Here, str | None]:
    """Draw a page; it asks for a rerun of the fragment around it after changes.

    Returns this tab's seat as it is now, and the id of the journey looked at (None:
    the first).
    """
    now = tab.here()
    if now is None or now.seat != here.seat:  # taken out, sat down, or leads now
        st.rerun()
    room_id = now.room.id
    journey_id = board(
        room_id,
        page,
        key=f"{page}.board",
        chosen=tab.chosen_journey(room_id),
        screen=now.is_screen,
    )
    tab.choose_journey(room_id, journey_id)
    return now, journey_id
