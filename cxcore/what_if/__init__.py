"""What would change if some moments felt better (section 4.5 of docs/method.md).

Nothing here changes a rating, a workshop or a grid: what is supposed is a new grid.
"""

from cxcore.what_if.best import (
    WORK_MOST,
    BestChanges,
    Change,
    Choice,
    best_changes,
    most_work,
    work_said,
)
from cxcore.what_if.errors import CannotSupposeError
from cxcore.what_if.supposed import Shift, Supposed, suppose
from cxcore.what_if.targets import supposable, with_targets

__all__ = [
    "WORK_MOST",
    "BestChanges",
    "CannotSupposeError",
    "Change",
    "Choice",
    "Shift",
    "Supposed",
    "best_changes",
    "most_work",
    "supposable",
    "suppose",
    "with_targets",
    "work_said",
]
