"""Text as people type it, made fit for the model."""

import unicodedata

from cxcore.model import NAME_MAX

_TURNS_ROUND = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def one_line(typed: str) -> str:
    """Return a name without control characters, of at most the allowed length."""
    spaced = " ".join(typed.split())
    kept = [sign for sign in spaced if _shown(sign)]
    return "".join(kept)[:NAME_MAX].strip()


def _shown(sign: str) -> bool:
    return unicodedata.category(sign) not in {"Cc", "Cs"} and sign not in _TURNS_ROUND
