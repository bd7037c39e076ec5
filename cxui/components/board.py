"""What the browser draws from live state: the board, and every page like it."""

import streamlit as st

from cxlive.channel.messages import Page
from cxui.components.served import BASE, BOARD, STYLES, loader

_board = st.components.v2.component(
    "cx_board",
    html='<div class="cx-board"></div>\n',
    css=STYLES,
    js=loader(BOARD),
)


def board(
    room_id: str,
    page: Page = "journey",
    *,
    key: str,
    chosen: str | None = None,
    screen: bool = False,
) -> str | None:
    """Draw a page of a room; return the id of the journey looked at.

    None until somebody has chosen another than the first. It asks for a rerun of the
    fragment around it whenever something has changed.

    Args:
        room_id: whose page.
        page: which one.
        key: of the component.
        chosen: the journey that this tab looked at before, on whatever page.
        screen: the window for the projector, without controls and names.
    """
    journey = _journey(key) or chosen
    state = _board(
        key=key,
        data={
            "room": room_id,
            "journey": journey,
            "base": BASE,
            "page": page,
            "view": "screen" if screen else None,
        },
        default={"journey": journey},
        on_changed_change=_look_again,
        on_journey_change=_look_again,
    )
    looked_at: str | None = state.journey
    return looked_at or journey


def _journey(key: str) -> str | None:
    known = st.session_state.get(key)
    return None if known is None else known.get("journey")


def _look_again() -> None:
    """Streamlit passes on only what somebody listens for; the rerun is enough."""
