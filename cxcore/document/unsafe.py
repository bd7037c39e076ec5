"""Characters that no text of a workshop may hold."""

import unicodedata

_TURNS_DIRECTION = frozenset(
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)


def is_unsafe(sign: str) -> bool:
    """Tell whether a character controls something, or turns the direction round."""
    return unicodedata.category(sign) in ("Cc", "Cs") or sign in _TURNS_DIRECTION


def unsafe_character(text: str) -> str | None:
    """Return the first such character of a text."""
    return next((sign for sign in text if is_unsafe(sign)), None)
