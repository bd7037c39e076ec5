"""Two states of a journey side by side: personas, rounds, months, wanted and today.

Each comparison has a module of its own; results are codes and numbers, and
``cxcore.words`` turns them into English. Nothing here averages over personas.
"""

from cxcore.compare.apart import (
    Apart,
    ApartCode,
    ApartRule,
    PersonaComparison,
    compare_personas,
)
from cxcore.compare.chance import Redraws, Sureness
from cxcore.compare.movement import (
    Closeness,
    Moved,
    Movement,
    SecondLook,
    look_before,
    movement_of,
    newest_look,
    second_look,
)
from cxcore.compare.personas import (
    FEWEST_PERSONAS,
    PersonaCurve,
    SharedMoment,
    SharedMoments,
    plain_name,
    same_moments,
    shared_moments,
)
from cxcore.compare.reviews import (
    Changed,
    Day,
    Forecast,
    MomentChange,
    StandingChange,
    WholeChange,
    changes_until,
    compare_standings,
    day_by_day,
)
from cxcore.compare.standing import Standing, reviews_of, standing_at, standing_now
from cxcore.compare.wanted import (
    Beside,
    Kept,
    WantedComparison,
    WantedMoment,
    companion,
    compare_wanted,
)

__all__ = [
    "FEWEST_PERSONAS",
    "Apart",
    "ApartCode",
    "ApartRule",
    "Beside",
    "Changed",
    "Closeness",
    "Day",
    "Forecast",
    "Kept",
    "MomentChange",
    "Moved",
    "Movement",
    "PersonaComparison",
    "PersonaCurve",
    "Redraws",
    "SecondLook",
    "SharedMoment",
    "SharedMoments",
    "Standing",
    "StandingChange",
    "Sureness",
    "WantedComparison",
    "WantedMoment",
    "WholeChange",
    "changes_until",
    "companion",
    "compare_personas",
    "compare_standings",
    "compare_wanted",
    "day_by_day",
    "look_before",
    "movement_of",
    "newest_look",
    "plain_name",
    "reviews_of",
    "same_moments",
    "second_look",
    "shared_moments",
    "standing_at",
    "standing_now",
]
