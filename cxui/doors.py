"""The pages as the menu shows them, and how to go to one from another."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import streamlit as st
from streamlit.navigation.page import StreamlitPage

_FOLDER = Path(__file__).parent.parent / "pages"

Visibility = Literal["visible", "hidden"]
Menu = dict[str, dict[str, StreamlitPage]]
"""Pages by name, by the section of the menu that they stand in."""

JOURNEY, SAVE, SHEET, WELCOME = "journey", "save", "sheet", "welcome"
BRING_IN = "bring_in"
"""Names of pages, as the live channel says them."""

_LIVE: Mapping[str, tuple[str, str]] = {
    "promise": ("Promise", "handshake"),
    "people": ("People", "face"),
    JOURNEY: ("Journey", "show_chart"),
    "matters": ("What matters", "priority_high"),
    "checkup": ("Questions", "quiz"),
    "evidence": ("What we know", "hearing"),
    "behind": ("Behind the scenes", "account_tree"),
    "walk": ("Walk it", "directions_walk"),
    "compare": ("Compare", "compare_arrows"),
}
"""Title and icon of every page that is drawn from live state."""
LIVE = frozenset(_LIVE)
"""Pages for everybody in the room: whoever takes part may look at them, and write."""

_DEEPER = ("checkup", "evidence", "behind", "walk", "compare")
"""What stands under "Look deeper" (decision 29)."""


def welcome(visibility: Visibility = "visible") -> StreamlitPage:
    """Where everything begins."""
    return st.Page(
        _FOLDER / "welcome.py",
        title="Welcome",
        icon=":material/waving_hand:",
        default=True,
        visibility=visibility,
    )


def live(name: str, visibility: Visibility = "visible") -> StreamlitPage:
    """A page that is drawn from live state, by its name."""
    title, icon = _LIVE[name]
    return st.Page(
        _FOLDER / f"{name}.py",
        title=title,
        icon=f":material/{icon}:",
        visibility=visibility,
    )


def journey() -> StreamlitPage:
    """The emotion curve and what needs work first."""
    return live(JOURNEY)


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


def bring_in() -> StreamlitPage:
    """Survey answers and complaints out of a file; reached from two pages."""
    return st.Page(
        _FOLDER / f"{BRING_IN}.py",
        title="Bring in answers",
        icon=":material/upload_file:",
        visibility="hidden",
    )


def all_pages(*, is_open: bool, takes_part: bool) -> Menu:
    """Return all pages by name, in the sections of the menu.

    Every page is known to everybody, so that none of them is "not found".

    Args:
        is_open: a workshop is open in this tab; without one its pages are not shown.
        takes_part: somebody who is there to take part is shown the workshop only.
    """
    around: Visibility = "hidden" if takes_part else "visible"
    inside: Visibility = "visible" if is_open else "hidden"
    doors = [name for name in _LIVE if name not in _DEEPER]
    return {
        "": {WELCOME: welcome(around)},
        "The workshop": {name: live(name, inside) for name in doors},
        "Look deeper": {name: live(name, inside) for name in _DEEPER},
        "The file": {SAVE: save(around), SHEET: sheet(), BRING_IN: bring_in()},
    }
