"""Whether those who deliver it could, and want to: spreads, never single values."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import floor

from cxcore.model import AnswerPart, RevealRule, Workshop

VOICES_MIN = 3
"""So few who answered without a name could be told apart; no setting goes below."""
POINTS = (1, 2, 3, 4, 5)
"""The scale of both answers, from no to yes."""
READY_FROM = 4
"""From here on an answer counts as a yes."""


@dataclass(frozen=True)
class Spread:
    """How the answers of staff to one question lie.

    Attributes:
        n: how many have answered.
        counts: how many said 1, 2, 3, 4 and 5; None under the fewest voices.
        mean: 1 to 5; None under the fewest voices.
    """

    n: int
    counts: tuple[int, ...] | None
    mean: float | None

    @property
    def yes(self) -> int | None:
        """How many said 4 or 5; None under the fewest voices."""
        return None if self.counts is None else sum(self.counts[READY_FROM - 1 :])


@dataclass(frozen=True)
class Readiness:
    """What staff say of one touchpoint or process.

    Attributes:
        subject_id: which.
        able: "could I deliver this tomorrow?"
        willing: "do I want to?"
    """

    subject_id: str
    able: Spread
    willing: Spread


def voices_needed(rule: RevealRule) -> int:
    """Return from how many answers on a spread is shown; never fewer than three."""
    return max(VOICES_MIN, rule.raters_from)


def readiness_of(
    workshop: Workshop, subject_ids: Iterable[str]
) -> tuple[Readiness, ...]:
    """Return what staff say of these touchpoints or processes, in their order.

    Args:
        workshop: as everybody may see it; its settings say how many voices it takes.
        subject_ids: touchpoints or processes.
    """
    return tuple(
        Readiness(
            subject_id=each,
            able=_spread(workshop, each, "able"),
            willing=_spread(workshop, each, "willing"),
        )
        for each in subject_ids
    )


def _spread(workshop: Workshop, subject_id: str, part: AnswerPart) -> Spread:
    said = [
        value
        for answers in workshop.answers.get(subject_id, {}).values()
        if (value := getattr(answers, part)) is not None
    ]
    if len(said) < voices_needed(workshop.settings.reveal):
        return Spread(len(said), None, None)
    # Files may hold values between the points; a half counts upwards.
    counted = Counter(floor(value + 0.5) for value in said)
    counts = tuple(counted[point] for point in POINTS)
    return Spread(len(said), counts, sum(said) / len(said))
