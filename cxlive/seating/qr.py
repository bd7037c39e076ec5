"""A QR code as plain numbers: whoever draws it needs no library and no network."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import segno

QUIET_ZONE = 4
"""Empty modules around it, as the standard asks."""


@dataclass(frozen=True)
class QrDrawing:
    """A square of ``size`` modules, and the dark ones as the path of an SVG."""

    size: int
    path: str


@lru_cache(maxsize=256)  # a panel asks again with every change in its room
def qr_of(text: str) -> QrDrawing:
    """Return the QR code of a text, quiet zone included."""
    code = segno.make(text, error="m", micro=False)
    rows = list(code.matrix_iter(border=QUIET_ZONE))
    path = "".join(
        f"M{x} {y}h{length}v1h-{length}z"
        for y, row in enumerate(rows)
        for x, length in _runs(row)
    )
    return QrDrawing(len(rows), path)


def _runs(row: Iterable[int]) -> list[tuple[int, int]]:
    """Return where dark modules begin in a row, and how many follow each other."""
    runs: list[tuple[int, int]] = []
    for x, is_dark in enumerate(row):
        if not is_dark:
            continue
        if runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((x, 1))
    return runs
