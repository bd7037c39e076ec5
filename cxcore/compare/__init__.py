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
from cxcore.compare.movement import Closeness, Moved, Movement, movement_of
from cxcore.compare.personas import (
    FEWEST_PERSONAS,
    PersonaCurve,
    SharedMoment,
    SharedMoments,
    plain_name,
    same_moments,
    shared_moments,
)

__all__ = [
    "FEWEST_PERSONAS",
    "Apart",
    "ApartCode",
    "ApartRule",
    "Closeness",
    "Moved",
    "Movement",
    "PersonaComparison",
    "PersonaCurve",
    "SharedMoment",
    "SharedMoments",
    "compare_personas",
    "movement_of",
    "plain_name",
    "same_moments",
    "shared_moments",
]
