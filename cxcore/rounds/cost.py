"""What a round costs each person: a round says its taps and minutes beforehand."""

from math import ceil

from cxcore.rounds.forms import CARDS, DOTS, NAME, OVERALL, Asked

SECONDS_A_TAP = 7
"""What one answer takes, thinking included."""
SECONDS_A_CARD = 35
"""What one line in one's own words takes, thinking included."""

_OF_THE_WHOLE = {OVERALL: 1, NAME: 0} | dict.fromkeys(CARDS, 1)
"""Parts that are asked once; a name stands on the first card."""


def taps(asked: Asked, touchpoints: int) -> int:
    """Return how many answers a round costs a person; of cards, how many there are.

    Args:
        asked: what it asks.
        touchpoints: how many touchpoints it asks about.
    """
    each = {**_OF_THE_WHOLE, "dot": min(DOTS, touchpoints)}
    return sum(each.get(part, touchpoints) for part in asked.parts)


def minutes(answers: int, seconds: int = SECONDS_A_TAP) -> int:
    """Return about how many minutes so many answers take, at least 1."""
    return max(1, ceil(answers * seconds / 60))
