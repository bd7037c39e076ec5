"""The one clock of the pages: the core is told the date, it never asks."""

from datetime import UTC, date, datetime


def today() -> date:
    """Return today's date, by which evidence ages."""
    return datetime.now(UTC).date()
