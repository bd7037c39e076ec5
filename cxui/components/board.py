"""The journey board: drawn in the browser from live state, mounted here."""

import hashlib
from pathlib import Path

import streamlit as st

MODULES = Path(__file__).parent / "js"
SERVED_AT = "/live/js"


def _read(ending: str) -> list[tuple[str, str]]:
    files = sorted(MODULES.rglob(f"*{ending}"))
    return [
        (path.relative_to(MODULES).as_posix(), path.read_text(encoding="utf-8"))
        for path in files
    ]


_SCRIPTS = _read(".js")
_VERSION = hashlib.sha256("".join(text for _, text in _SCRIPTS).encode()).hexdigest()
_STYLES = "\n".join(text for _, text in _read(".css"))

_BASE = str(st.get_option("server.baseUrlPath") or "").strip("/")
BASE = f"/{_BASE}" if _BASE else ""
"""The path that the app is served under; empty at the top."""

# Inline code becomes a blob and can import nothing relative, so it only loads the
# real modules (decision 19). Asking for all of them at once saves a round trip for
# each level of imports.
_LOADER = f"""
const folder = new URL("{BASE}{SERVED_AT}/{_VERSION[:12]}/", location.origin);
for (const name of {[name for name, _ in _SCRIPTS]}) {{
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = new URL(name, folder).href;
  document.head.append(link);
}}
export default (await import(new URL("board/board.js", folder).href)).default;
"""

_board = st.components.v2.component(
    "cx_board",
    html='<div class="cx-board"></div>\n',
    css=_STYLES,
    js=_LOADER,
)


def board(room_id: str, *, key: str) -> str | None:
    """Draw the board of a room; return the id of the journey looked at.

    None until somebody has chosen another than the first. The board asks for a
    rerun of the fragment around it whenever something has changed.
    """
    state = _board(
        key=key,
        data={"room": room_id, "journey": _journey(key), "base": BASE},
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
