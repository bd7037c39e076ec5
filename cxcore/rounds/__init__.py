"""What a private round asks: its forms, its questions, and what answers cost.

Most forms ask about a journey. The five cards are asked about a persona, and the
staff round is asked of those who deliver the journey only.
"""

from cxcore.rounds.cost import SECONDS_A_CARD, SECONDS_A_TAP, minutes, taps
from cxcore.rounds.forms import (
    ABLE,
    CARDS,
    DOTS,
    NAME,
    NEW_PERSONA,
    OVERALL,
    STAFF_PARTS,
    TOP,
    WILLING,
    Asked,
    RoundForm,
    asked_about,
    asked_by,
    counting_dots,
)
from cxcore.rounds.order import touchpoints_of
from cxcore.rounds.questions import HINTS, STAFF, question
from cxcore.rounds.staff import DELIVERERS, delivered, staff_of

__all__ = [
    "ABLE",
    "CARDS",
    "DELIVERERS",
    "DOTS",
    "HINTS",
    "NAME",
    "NEW_PERSONA",
    "OVERALL",
    "SECONDS_A_CARD",
    "SECONDS_A_TAP",
    "STAFF",
    "STAFF_PARTS",
    "TOP",
    "WILLING",
    "Asked",
    "RoundForm",
    "asked_about",
    "asked_by",
    "counting_dots",
    "delivered",
    "minutes",
    "question",
    "staff_of",
    "taps",
    "touchpoints_of",
]
