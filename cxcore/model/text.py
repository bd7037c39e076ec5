"""Which characters a text may hold, and which of them can be seen.

The ranges are written so that the regular expressions of Rust, Python and a JSON
Schema all read them alike.
"""

import re

UNSAFE = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff"
"""Control characters, and those that silently turn the reading direction round."""

UNSEEN = (
    r"\s\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u1680\u180e"
    r"\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufff9-\ufffb"
)
"""Spaces, and format characters that show nothing by themselves."""

_UNSAFE_IN_LINE = re.compile(rf"[{UNSAFE}\n\t\ud800-\udfff]")
_SEEN = re.compile(rf"[^{UNSAFE}{UNSEEN}\ud800-\udfff]")
_NO_BLANK = re.compile("[^ ]")


def unsafe_character(text: str) -> str | None:
    """Return the first character of a text that no single line may hold."""
    found = _UNSAFE_IN_LINE.search(text)
    return found[0] if found else None


def visibly(text: str) -> str:
    """Return a text with unsafe characters made visible, or all where none shows."""
    safe = _UNSAFE_IN_LINE.sub("\ufffd", text)
    return safe if _SEEN.search(safe) else _NO_BLANK.sub("\ufffd", safe)


def one_line(text: str) -> str:
    """Return a text as a name: one line, safe; empty where none of it can be seen."""
    line = " ".join(_UNSAFE_IN_LINE.sub("", " ".join(text.split())).split())
    return line if _SEEN.search(line) else ""
