"""Goes where the facilitator brings everyone, and says which page this tab is on."""

import streamlit as st

from cxui.components.served import BASE, FOLLOWER, loader

KEY = "follower"

_follower = st.components.v2.component(
    "cx_follower",
    html="<span></span>\n",
    js=loader(FOLLOWER),
)


def follower(
    room_id: str, page: str, place: dict[str, str] | None = None
) -> str | None:
    """Follow the facilitator of a room; return the page to go to, if there is one.

    It draws nothing.

    Args:
        room_id: whom to follow.
        page: where this tab is.
        place: what this page is to show first: its id, page, journey and touchpoint;
            it is shown once, however often it is passed.
    """
    state = _follower(
        key=KEY,
        data={"room": room_id, "base": BASE, "page": page, "place": place},
        on_bring_change=_look_again,
    )
    brought: str | None = state.bring
    return brought


def _look_again() -> None:
    """Streamlit passes on only what somebody listens for; the rerun is enough."""
