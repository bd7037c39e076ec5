"""How a second look at the curve differs from the first (decision 15)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from cxcore.analysis.scales import CLOSE
from cxcore.analysis.voices import Groups, mean_over_voices
from cxcore.model import RevealRule, RoundOutcome, Weighting, Workshop
from cxcore.model.base import ParticipantId, TouchpointId

FEWEST_VOICES = 2
"""One voice has no spread, so it cannot come closer to itself."""


class Moved(StrEnum):
    """Where the mean of a touchpoint went."""

    UP = "up"
    DOWN = "down"
    SAME = "same"


class Closeness(StrEnum):
    """How the voices moved towards each other."""

    CLOSER = "closer"
    FURTHER = "further"
    SAME = "same"


@dataclass(frozen=True)
class Movement:
    """One touchpoint in two rounds."""

    touchpoint_id: TouchpointId
    before: float
    """Mean valence of the earlier round, -5 to 5."""
    after: float
    voices_before: int
    voices_after: int
    spread_before: float
    """Standard deviation over the voices of the earlier round."""
    spread_after: float
    moved: Moved
    closeness: Closeness

    @property
    def change(self) -> float:
        """Points of valence won since."""
        return self.after - self.before

    @property
    def has_moved(self) -> bool:
        """Tell whether the mean has changed enough to say so."""
        return self.moved is not Moved.SAME

    @property
    def is_closer(self) -> bool:
        """Tell whether the room has come closer together."""
        return self.closeness is Closeness.CLOSER


def movement_of(
    workshop: Workshop, first: RoundOutcome, second: RoundOutcome
) -> tuple[Movement, ...]:
    """Return the touchpoints rated in both rounds, the largest change first.

    Both means are taken as the score takes its own, weighting included; each over
    the voices of its own round. Ties are ordered by id.
    """
    moves = []
    for touchpoint_id in first.ratings:
        before = _said(first, touchpoint_id)
        after = _said(second, touchpoint_id)
        if before and after:
            moves.append(_movement(workshop, touchpoint_id, before, after))
    return tuple(sorted(moves, key=lambda m: (-abs(m.change), m.touchpoint_id)))


def newest_look(workshop: Workshop, journey_id: str) -> RoundOutcome | None:
    """Return the last round of a journey that asked how it feels; None: none did."""
    looks = [
        each
        for each in workshop.rounds.values()
        if each.journey_id == journey_id and "valence" in each.parts
    ]
    return max(looks, key=lambda each: (each.number, each.id), default=None)


def look_before(workshop: Workshop, outcome: RoundOutcome) -> RoundOutcome | None:
    """Return the round before this one that asked how its journey feels."""
    rounds = {
        key: each
        for key, each in workshop.rounds.items()
        if each.number < outcome.number
    }
    earlier = workshop.model_copy(update={"rounds": rounds})
    return newest_look(earlier, outcome.journey_id)


@dataclass(frozen=True, slots=True)
class SecondLook:
    """The last two rounds that asked how a journey feels, side by side."""

    first: RoundOutcome
    second: RoundOutcome
    moves: tuple[Movement, ...]
    """Of what is still on the map, the largest change first."""


def second_look(workshop: Workshop, journey_id: str) -> SecondLook | None:
    """Compare the last two rounds that asked how it feels; None: there was one at most.

    Args:
        workshop: as people see it, without removed things.
        journey_id: the journey that was looked at.
    """
    second = newest_look(workshop, journey_id)
    first = None if second is None else look_before(workshop, second)
    if first is None or second is None:
        return None
    moves = movement_of(workshop, first, second)
    there = workshop.touchpoints
    return SecondLook(
        first, second, tuple(each for each in moves if each.touchpoint_id in there)
    )


Voices = Mapping[ParticipantId, float]
"""Valence by voice."""


def _movement(
    workshop: Workshop, touchpoint_id: str, before: Voices, after: Voices
) -> Movement:
    rule = workshop.settings.reveal
    means = _mean(workshop, before), _mean(workshop, after)
    spreads = _spread(before), _spread(after)
    several = min(len(before), len(after)) >= FEWEST_VOICES
    return Movement(
        touchpoint_id,
        *means,
        voices_before=len(before),
        voices_after=len(after),
        spread_before=spreads[0],
        spread_after=spreads[1],
        moved=_moved(means[1] - means[0], rule),
        closeness=_closeness(spreads[1] - spreads[0], rule)
        if several
        else Closeness.SAME,
    )


def _moved(change: float, rule: RevealRule) -> Moved:
    if abs(change) < rule.moved_from - CLOSE or not change:
        return Moved.SAME
    return Moved.UP if change > 0 else Moved.DOWN


def _closeness(wider: float, rule: RevealRule) -> Closeness:
    if abs(wider) < rule.closer_from - CLOSE or not wider:
        return Closeness.SAME
    return Closeness.FURTHER if wider > 0 else Closeness.CLOSER


def _said(outcome: RoundOutcome, touchpoint_id: str) -> dict[ParticipantId, float]:
    """Return who said how it feels, from where the round asked."""
    said = {}
    for who, at in outcome.ratings.get(touchpoint_id, {}).items():
        rating = at.get(outcome.standpoint)
        if rating is not None and rating.valence is not None:
            said[who] = rating.valence
    return said


def _mean(workshop: Workshop, said: Voices) -> float:
    groups: Groups = (slice(None),)
    if workshop.settings.weighting is Weighting.VIEWPOINTS:
        people = workshop.participants
        seen = [people[who].viewpoint if who in people else None for who in said]
        groups = [
            np.array([place for place, each in enumerate(seen) if each is viewpoint])
            for viewpoint in dict.fromkeys(seen)
        ]
    return float(mean_over_voices(np.array([list(said.values())]), groups)[0])


def _spread(said: Voices) -> float:
    return float(np.std(list(said.values())))
