"""The pages as the menu shows them, and how to go to one from another."""

from pathlib import Path
from typing import Literal

import streamlit as st
from streamlit.navigation.page import StreamlitPage

_FOLDER = Path(__file__).parent.parent / "pages"

Visibility = Literal["visible", "hidden"]

JOURNEY, SAVE, SHEET, WELCOME = "journey", "save", "sheet", "welcome"
"""Names of pages, as the live channel says them."""


def welcome(visibility: Visibility = "visible") -> StreamlitPage:
    """Where everything begins."""
    return st.Page(
        _FOLDER / "welcome.py",
        title="Welcome",
        icon=":material/waving_hand:",
        default=True,
        visibility=visibility,
    )


def journey() -> StreamlitPage:
    """The emotion curve and what needs work first."""
    return st.Page(
        _FOLDER / "journey.py", title="Journey", icon=":material/show_chart:"
    )


def save(visibility: Visibility = "visible") -> StreamlitPage:
    """The workshop as a file."""
    return st.Page(
        _FOLDER / "save.py",
        title="Save and open",
        icon=":material/save:",
        visibility=visibility,
    )


def sheet() -> StreamlitPage:
    """A rating sheet of paper, typed in; reached from "Save and open"."""
    return st.Page(
        _FOLDER / "sheet.py",
        title="Type in a sheet",
        icon=":material/keyboard:",
        visibility="hidden",
    )


def all_pages(*, journey_only: bool = False) -> dict[str, StreamlitPage]:
    """Return all pages by name, in the order of the menu.

    Every page is known to everybody, so that none of them is "not found"; whoever
    is there to take part is shown the journey only.
    """
    shown: Visibility = "hidden" if journey_only else "visible"
    return {
        WELCOME: welcome(shown),
        JOURNEY: journey(),
        SAVE: save(shown),
        SHEET: sheet(),
    }
