"""How much is tried, and the figures of a run: printed, never asserted as times."""

import os
from statistics import median, quantiles

IS_SOAK = os.environ.get("CX_SOAK") == "1"

FIGURES: list[tuple[str, str]] = []
"""Printed at the end of the run, see conftest.py."""


def size(test: int, soak: int) -> int:
    """Return how often to try: a few times in `make test`, often in `make soak`."""
    return soak if IS_SOAK else test


def report(name: str, figure: object) -> None:
    FIGURES.append((name, str(figure)))


def spread(seconds: list[float]) -> str:
    if len(seconds) < 2:
        return ", ".join(f"{each:.2f} s" for each in seconds)
    p95 = quantiles(seconds, n=20, method="inclusive")[-1]
    return f"{median(seconds):.2f} / {p95:.2f} / {max(seconds):.2f} s"
