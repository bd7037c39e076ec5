"""Goes where the facilitator brings everyone, and says which page this tab is on."""

import streamlit as st

from cxui.components.served import BASE, loader

KEY = "follower"

_follower = st.components.v2.component(
    "cx_follower",
    html="<span></span>\n",
    js=loader("lead/follow.js"),
)


def follower(room_id: str, page: str) -> str | None:
    """Follow the facilitator of a room; return the page to go to, if there is one.

    It draws nothing.
    """
    state = _follower(
        key=KEY,
        data={"room": room_id, "base": BASE, "page": page},
        on_bring_change=_look_again,
    )
    brought: str | None = state.bring
    return brought


def _look_again() -> None:
    """Streamlit passes on only what somebody listens for; the rerun is enough."""
