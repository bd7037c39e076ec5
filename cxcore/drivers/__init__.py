"""What moves customers' answers about the whole: importance out of surveys (1.7).

``survey_rows`` gathers the answers, ``drivers_of`` computes what they say, and
``take_over`` and ``go_back`` are the changes that make it count, or not. The method
is docs/method.md; for words see ``cxcore.words``.
"""

from cxcore.drivers.drivers import drivers_of
from cxcore.drivers.results import (
    Contrast,
    Driver,
    Drivers,
    LeftOut,
    LeftOutBecause,
    NoDrivers,
    Refusal,
    Split,
    SurveyRows,
)
from cxcore.drivers.rows import survey_rows
from cxcore.drivers.shares import LMG_MOST, johnson, lmg
from cxcore.drivers.taking import go_back, is_taken_over, take_over

__all__ = [
    "LMG_MOST",
    "Contrast",
    "Driver",
    "Drivers",
    "LeftOut",
    "LeftOutBecause",
    "NoDrivers",
    "Refusal",
    "Split",
    "SurveyRows",
    "drivers_of",
    "go_back",
    "is_taken_over",
    "johnson",
    "lmg",
    "survey_rows",
    "take_over",
]
