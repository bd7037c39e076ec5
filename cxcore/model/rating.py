"""What participants say: of one touchpoint, and of a whole journey or process."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from cxcore.model.base import (
    Effort,
    FivePoints,
    Id,
    Importance,
    ParticipantId,
    Record,
    Switch,
    TenPoints,
    TouchpointId,
    Valence,
)


class Standpoint(StrEnum):
    """From where a rating is given."""

    AS_PERSONA = "as_persona"
    OWN_EXPERIENCE = "own_experience"
    CUSTOMERS_TOLD = "customers_told"


class Rating(Record):
    """What one participant says of one touchpoint from one standpoint.

    Each part stands alone; None means not rated, which is never zero.
    """

    valence: Valence | None = None
    importance: Importance | None = None
    dot: Switch | None = None
    """One of the moments that matter most, where the journey counts dots."""
    expectation: TenPoints | None = None
    performance: TenPoints | None = None
    effort: Effort | None = None


RatingPart = Literal[
    "valence", "importance", "dot", "expectation", "performance", "effort"
]
"""Name of one part of a rating."""

Ratings = Mapping[TouchpointId, Mapping[ParticipantId, Mapping[Standpoint, Rating]]]
"""All ratings: touchpoint, then participant, then standpoint (decision 7)."""


class Answers(Record):
    """What one participant says of a whole journey, or of a process.

    ``overall``, ``would_return`` and ``would_recommend`` are asked of a journey;
    ``able`` ("could I deliver this tomorrow?") and ``willing`` of a process or a
    touchpoint that somebody has to deliver.
    """

    overall: TenPoints | None = None
    would_return: TenPoints | None = None
    would_recommend: TenPoints | None = None
    able: FivePoints | None = None
    willing: FivePoints | None = None


AnswerPart = Literal["overall", "would_return", "would_recommend", "able", "willing"]
"""Name of one answer."""

AllAnswers = Mapping[Id, Mapping[ParticipantId, Answers]]
"""All answers: journey, process or touchpoint, then participant."""
