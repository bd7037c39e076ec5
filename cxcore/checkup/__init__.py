"""The check-up: 37 questions that keep a team from the usual traps.

``check`` asks all of them; the catalogue is section 5 of the method, told for
people in docs/checkup.md. It sits above the analysis and below the command line.
"""

from cxcore.checkup.badges import badges_of
from cxcore.checkup.catalogue import BY_ID, CATALOGUE, THRESHOLDS
from cxcore.checkup.check import Check
from cxcore.checkup.examine import check, limits_of
from cxcore.checkup.results import (
    BEFORE_NEXT,
    Badge,
    CheckResult,
    CheckUp,
    Essay,
    Severity,
    Status,
)

__all__ = [
    "BEFORE_NEXT",
    "BY_ID",
    "CATALOGUE",
    "THRESHOLDS",
    "Badge",
    "Check",
    "CheckResult",
    "CheckUp",
    "Essay",
    "Severity",
    "Status",
    "badges_of",
    "check",
    "limits_of",
]
