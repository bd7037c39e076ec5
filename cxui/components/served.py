"""Our browser code, as components load it: a few lines that fetch modules."""

import hashlib
import posixpath
import re
from functools import cache
from pathlib import Path

import streamlit as st

MODULES = Path(__file__).parent / "js"
SERVED_AT = "/live/js"

_BASE = str(st.get_option("server.baseUrlPath") or "").strip("/")
BASE = f"/{_BASE}" if _BASE else ""
"""The path that the app is served under; empty at the top."""


def _read(ending: str) -> list[tuple[str, str]]:
    files = sorted(MODULES.rglob(f"*{ending}"))
    return [
        (path.relative_to(MODULES).as_posix(), path.read_text(encoding="utf-8"))
        for path in files
    ]


_SCRIPTS = _read(".js")
_VERSION = hashlib.sha256("".join(text for _, text in _SCRIPTS).encode()).hexdigest()
STYLES = "\n".join(text for _, text in _read(".css"))
_TEXTS = dict(_SCRIPTS)
_IMPORTED = re.compile(r"""^(?:import|export) [^"]*?from "(\.[^"]+)";$""", re.MULTILINE)


@cache
def needed_by(entry: str) -> tuple[str, ...]:
    """Return a module and all that it imports, by name, nearest first.

    What a module fetches later, by ``import()``, is not among them.
    """
    found = [entry]
    for name in found:
        imported = _IMPORTED.findall(_TEXTS[name])
        paths = (posixpath.join(posixpath.dirname(name), each) for each in imported)
        found += dict.fromkeys(
            path for each in paths if (path := posixpath.normpath(each)) not in found
        )
    return tuple(found)


def loader(entry: str, ahead: tuple[str, ...] = ()) -> str:
    """Return inline code that loads the module ``entry``.

    Inline code becomes a blob and can import nothing relative, so it only loads the
    real modules (decision 19): every component then has the same ones, and a tab has
    one socket. Asking for those in ``ahead`` at once saves a round trip for each
    level of imports.
    """
    return f"""
const folder = new URL("{BASE}{SERVED_AT}/{_VERSION[:12]}/", location.origin);
for (const name of {list(ahead)}) {{
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = new URL(name, folder).href;
  document.head.append(link);
}}
export default (await import(new URL("{entry}", folder).href)).default;
"""
