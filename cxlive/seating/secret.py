"""What lets somebody in: a code to say aloud, or a token too long to guess.

Neither is ever stored or logged: the store knows their hashes.
"""

import hashlib
import re
import secrets
from dataclasses import dataclass

from cxlive.seating.seats import LinkKind

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no letter that is easily taken for a digit, and no U."""
_CODE_LENGTH = 8
_HALF = _CODE_LENGTH // 2
_CODE = re.compile(f"[{_ALPHABET}]{{{_CODE_LENGTH}}}")
_MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0"})
_GAPS = re.compile(r"[\s\-\u2010-\u2015\u2212]+")
"""What people and their keyboards put between the halves."""
_TOKEN_BYTES = 32
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_TYPED_MAX = 100


@dataclass(frozen=True)
class Secret:
    """A code or token as somebody gave it, and its hash."""

    kind: LinkKind
    hash: str


def new_code() -> str:
    """Return a code that was never given out: 40 random bits, as it is shown."""
    code = "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH))
    return f"{code[:_HALF]}-{code[_HALF:]}"


def new_token() -> str:
    """Return a token nobody can guess: 256 random bits."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def read_secret(typed: str) -> Secret | None:
    """Return what somebody typed or followed; None where it can be neither.

    A code is read whatever the case, with spaces or hyphens, and with I, L and O
    for the digits they look like.
    """
    if len(typed) > _TYPED_MAX:
        return None
    if _TOKEN.fullmatch(typed):
        return Secret(LinkKind.LINK, _hash(LinkKind.LINK.value, typed))
    code = _GAPS.sub("", typed).upper().translate(_MISREAD)
    if _CODE.fullmatch(code):
        return Secret(LinkKind.CODE, _hash(LinkKind.CODE.value, code))
    return None


def customer_hash(typed: str) -> str | None:
    """Return the hash of a customer link's token; None where it can be none."""
    return _hash("customer", typed) if _TOKEN.fullmatch(typed) else None


def _hash(kind: str, text: str) -> str:
    """Hash with the kind in front: none can ever stand for another."""
    return hashlib.sha256(f"{kind}:{text}".encode()).hexdigest()
