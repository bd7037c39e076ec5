"""Our browser code, as components load it: a few lines that fetch one file."""

import hashlib
from pathlib import Path

import streamlit as st

from cxui.components.bundle import ENTRIES, bundle

MODULES = Path(__file__).parent / "js"
SERVED_AT = "/live/js"
APP = "app.js"
"""The name under which the file with all modules is served."""
BOARD, FOLLOWER = "main.js", "lead/follow.js"

_BASE = str(st.get_option("server.baseUrlPath") or "").strip("/")
BASE = f"/{_BASE}" if _BASE else ""
"""The path that the app is served under; empty at the top."""


def _read(ending: str) -> dict[str, str]:
    return {
        path.relative_to(MODULES).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(MODULES.rglob(f"*{ending}"))
    }


SCRIPT = bundle(_read(".js"), (BOARD, FOLLOWER))
STYLES = "\n".join(_read(".css").values())
_VERSION = hashlib.sha256(SCRIPT.encode()).hexdigest()


def loader(entry: str) -> str:
    """Return inline code that loads an entry: ``BOARD`` or ``FOLLOWER``.

    Inline code becomes a blob of its own at each component, so it only loads the
    real file (decision 19): every component then has the same modules, and a tab has
    one socket.
    """
    return f"""
const app = new URL("{BASE}{SERVED_AT}/{_VERSION[:12]}/{APP}", location.origin);
export default (await import(app.href)).{ENTRIES}["{entry}"];
"""
