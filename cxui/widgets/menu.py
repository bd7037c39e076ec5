"""The menu at the side: the pages of the workshop, and what lies deeper."""

import streamlit as st

from cxui.doors import Menu


def show(menu: Menu) -> None:
    """Draw the menu, section by section; hidden pages are left out.

    Streamlit's own menu puts headings into a list, where screen readers lose them.
    """
    with st.sidebar, st.container(key="menu", gap="xsmall"):
        for title, section in menu.items():
            shown = [page for page in section.values() if page.visibility == "visible"]
            if title and shown:
                st.caption(title)
            for page in shown:
                st.page_link(page)
