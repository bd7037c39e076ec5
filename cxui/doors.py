"""The pages as the menu shows them, and how to go to one from another."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

_FOLDER = Path(__file__).parent.parent / "pages"


def welcome() -> StreamlitPage:
    """Where everything begins."""
    return st.Page(
        _FOLDER / "welcome.py",
        title="Welcome",
        icon=":material/waving_hand:",
        default=True,
    )


def journey() -> StreamlitPage:
    """The emotion curve and what needs work first."""
    return st.Page(
        _FOLDER / "journey.py", title="Journey", icon=":material/show_chart:"
    )


def save() -> StreamlitPage:
    """The workshop as a file."""
    return st.Page(_FOLDER / "save.py", title="Save and open", icon=":material/save:")


def all_pages() -> list[StreamlitPage]:
    """Return the menu, in order."""
    return [welcome(), journey(), save()]
