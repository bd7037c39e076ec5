"""What had to be mended when a file was read: nothing is dropped in silence."""

import streamlit as st

from cxui import tab
from cxui.plain import plain

_SHOWN = 50


def show() -> None:
    """List the repairs once, until somebody says they have seen them."""
    repairs = tab.report()
    if not repairs:
        return
    things = "1 thing" if len(repairs) == 1 else f"{len(repairs)} things"
    with st.expander(f"{things} in this file did not fit and had to be mended"):
        for sentence in repairs[:_SHOWN]:
            st.markdown(f"- {plain(sentence)}")
        if len(repairs) > _SHOWN:
            st.caption(f"… and {len(repairs) - _SHOWN} more.")
        st.button("I have seen this", on_click=tab.dismiss_report)
