"""The journey board: drawn in the browser from live state, mounted here."""

import streamlit as st

from cxui.components.served import BASE, EVERYTHING, STYLES, loader

_board = st.components.v2.component(
    "cx_board",
    html='<div class="cx-board"></div>\n',
    css=STYLES,
    js=loader("main.js", ahead=EVERYTHING),
)


def board(room_id: str, *, key: str, screen: bool = False) -> str | None:
    """Draw the board of a room; return the id of the journey looked at.

    None until somebody has chosen another than the first. The board asks for a
    rerun of the fragment around it whenever something has changed.

    Args:
        room_id: whose board.
        key: of the component.
        screen: the window for the projector, without controls and names.
    """
    state = _board(
        key=key,
        data={
            "room": room_id,
            "journey": _journey(key),
            "base": BASE,
            "view": "screen" if screen else None,
        },
        default={"journey": None},
        on_changed_change=_look_again,
        on_journey_change=_look_again,
    )
    journey: str | None = state.journey
    return journey


def _journey(key: str) -> str | None:
    known = st.session_state.get(key)
    return None if known is None else known.get("journey")


def _look_again() -> None:
    """Streamlit passes on only what somebody listens for; the rerun is enough."""
