"""Coming into a workshop by the code that somebody says, or shows."""

import streamlit as st

from cxcore.errors import CxError
from cxui import doors, tab
from cxui.plain import plain

_TYPED_MAX = 300


def show() -> None:
    """Ask for a code; a good one leads to its workshop, any other is explained."""
    with st.form("welcome.join", border=False):
        row = st.container(horizontal=True, vertical_alignment="bottom")
        typed = row.text_input(
            "Join a workshop: what is its code?",
            placeholder="7KQ2-M9XD",
            max_chars=_TYPED_MAX,
            width=260,
            autocomplete="off",
            key="welcome.join.code",
        )
        if not row.form_submit_button("Join"):
            return
    if not typed.strip():
        st.error("Type the code first. The facilitator can show it to you.")
        return
    try:
        room_id = tab.come_in(typed)
    except CxError as error:
        st.error(plain(str(error)))
        return
    tab.enter(room_id)
    st.switch_page(doors.journey())
