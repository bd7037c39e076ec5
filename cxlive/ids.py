"""New ids: the core makes none, so everything that needs one gets it here."""

import secrets

_ID_BYTES = 16


def new_id() -> str:
    """Return an id nobody else has: 128 random bits, 22 characters (decision 8)."""
    return secrets.token_urlsafe(_ID_BYTES)
